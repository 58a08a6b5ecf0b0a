"""An article as the rules of `language` see it: a parsed spaCy Doc, with what earlier stages found laid over it.

All offsets are Python string offsets into the article's text, ends exclusive. The Doc covers the whole text, so
`doc.text == articles.text` and `token.idx` is an offset into it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from spacy.tokens import Doc, Span


class Interval(NamedTuple):
    """Half-open interval of calendar time, [start, end); None = unknown or open on that side."""

    start: datetime | None
    end: datetime | None


class Name(NamedTuple):
    """A named-entity mention that is linked to the thing it names.

    `label` is OntoNotes, `role` and `type` as in the tables `links` and `entities`, `iso3` only for sovereign states,
    `country` the state that the thing belongs to (its own code for a state).
    """

    mention_id: str
    span: Span
    label: str
    entity_id: str
    role: str
    type: str
    iso3: str | None
    country: str | None
    title: str | None


class When(NamedTuple):
    """A time expression that is resolved: kind, granularity and modifier as in the table `dates`."""

    date_id: str
    span: Span
    kind: str
    interval: Interval
    granularity: str | None
    modifier: str | None


@dataclass(frozen=True)
class Article:
    """One article: `kinds` holds the kind of each sentence of `doc.sents`, in order; `copied` the numbers of those
    that an earlier article has told.
    """

    doc: Doc
    kinds: Sequence[str]
    published: Interval = field(default_factory=lambda: Interval(None, None))
    names: Sequence[Name] = field(default_factory=tuple)
    dates: Sequence[When] = field(default_factory=tuple)
    copied: frozenset[int] = frozenset()

    @cached_property
    def text(self) -> str:
        """The text of the article; a Doc puts it together anew each time that it is asked."""
        return str(self.doc.text)

    def story(self) -> list[Span]:
        """The sentences that tell the story: all but boilerplate."""
        return [s for s, kind in zip(self.doc.sents, self.kinds, strict=True) if kind != "boilerplate"]
