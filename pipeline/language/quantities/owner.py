"""Whose a figure is, and which event it measures."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from pipeline.language.article import Name
from pipeline.language.quantities.counted import Counted

_NEAR = 4  # tokens before the number within which its owner may begin


class Measured(NamedTuple):
    """An event that a figure may measure: its sentence, its trigger's offsets, who takes part."""

    sentence: int
    char_start: int
    char_end: int
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


class Sentence(NamedTuple):
    """What one sentence holds; `events` are (index in the caller's list, event)."""

    number: int
    span: Span
    text: str
    names: Sequence[Name]
    events: Sequence[tuple[int, Measured]]


def event_of(what: Counted, here: Sentence) -> tuple[int, Measured] | None:
    """The event that the counted thing takes part in: up the parse, below its noun, or the only one."""
    start = what.noun if what.noun is not None else what.number
    above = [start, *start.ancestors]
    found = _at(above, here) or _at([t for t in start.subtree if t.dep_ in ("acl", "relcl")], here)
    return found or (here.events[0] if len(here.events) == 1 else None)


def _at(tokens: Sequence[Token], here: Sentence) -> tuple[int, Measured] | None:
    """The event whose trigger holds the first of the tokens that is in any trigger."""
    for token in tokens:
        for index, event in here.events:
            if event.char_start <= token.idx < event.char_end:
                return index, event
    return None


def owner_of(what: Counted, here: Sentence, event: Measured | None) -> tuple[str | None, str]:
    """The entity whose figure it is and why: named in the counted phrase, else who acts in the event."""
    named = _named(what, here)
    if named:
        return named, "named in the phrase"
    if event and event.actors:
        return event.actors[0], "actor of the event"
    return None, "nobody named"


def _named(what: Counted, here: Sentence) -> str | None:
    """The first name among the modifiers of the noun: "North Korean soldiers", "troops of France"."""
    if what.noun is None:
        return None
    heads = {what.noun.i} | {t.i for t in what.noun.children if t.dep_ in ("amod", "compound", "nmod", "poss")}
    heads |= {grand.i for t in what.noun.children if t.dep_ == "prep" and t.i > what.noun.i for grand in t.children}
    inside = [n for n in here.names if n.span.root.i in heads or n.span.root.head.i in heads]
    near = [n for n in inside if n.type in ("GPE", "ORG", "NORP") and _belongs(n, what)]
    return near[0].entity_id if near else None


def _belongs(name: Name, what: Counted) -> bool:
    """A name before the number is whose only with an 's: not in "sent Ukraine 31 tanks"."""
    after = name.span.start > what.number.i
    return after or (name.span.root.dep_ == "poss" and name.span.start >= what.number.i - _NEAR)
