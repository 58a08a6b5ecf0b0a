"""The time of an event and how it comes by it; what a word lends of its time to another."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language.article import Interval, When


class Timed(NamedTuple):
    """`reason` completes "date: …"."""

    when: When
    reason: str


def whole(when: When) -> When | None:
    """The time as it is."""
    return when


def day(when: When) -> When | None:
    """Only a day or a part of one: what goes together within a day need not within a year."""
    return when if is_day(when) else None


def opened(when: When) -> When | None:
    """ "since it began in 2022": from then on."""
    return when._replace(interval=Interval(when.interval.start, None)) if when.interval.start else None


def ended(when: When) -> When | None:
    """Not "since …", which lasts longer than what happened then."""
    return None if is_since(when) else when


def in_front(word: Token) -> "Lend":
    """The time if it stands before the word: it then holds for all that follows."""
    return lambda when: when if when.span.start < word.i else None


def day_or_near(word: Token, verb: Token) -> "Lend":
    """A day, or any time that stands behind the word or between it and its verb, and so may belong to either."""
    return lambda when: (
        when if is_day(when) or (when.span.start > word.i and not word.i < verb.i < when.span.start) else None
    )


Lend = Callable[[When], When | None]


class Lender(NamedTuple):
    """A word whose time another word may share, by which relation, and what of it."""

    word: Token
    reason: str
    lend: Lend = whole


Lenders = Iterator[Lender]


def is_day(when: When) -> bool:
    """Is it a day or a part of one?"""
    return when.granularity in {"day", "hour"}


def is_since(when: When) -> bool:
    """Does it begin a time that is not over?"""
    return when.interval.end is None and when.interval.start is not None
