"""What a reader looks at to learn what an article is about: the headline and the first sentences of the story."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Span

from pipeline.language.article import Article, Name
from pipeline.language.main_event.rules import Limits
from pipeline.language.sentences.dateline import Dateline, dateline

_READ = frozenset({"headline", "story", "dateline"})
_VERBS = frozenset({"VERB", "AUX"})
_DASHES = frozenset({"-", "--", "–", "—"})


class Line(NamedTuple):
    """A sentence. `number` counts those of the Doc, `rank` those of the lead from 0; it is None for a headline."""

    number: int
    span: Span
    rank: int | None


class Opening(NamedTuple):
    """The lines in the order of the text, and the dateline with its offsets, if there is one."""

    lines: Sequence[Line]
    dateline: Dateline | None

    @property
    def headlines(self) -> list[Line]:
        """The headline, with its deck if that has the form of one."""
        return [line for line in self.lines if line.rank is None]

    @property
    def lead(self) -> list[Line]:
        """The first sentences of the story."""
        return [line for line in self.lines if line.rank is not None]


def opening(article: Article, limits: Limits) -> Opening:
    """The headline and the first sentences; what ends with a dateline, or has no verb, is none of them."""
    cities = {n.span.start_char: n for n in article.names if n.type == "GPE"}
    found: list[Line] = []
    sign: Dateline | None = None
    rank = 0
    for number, span, kind in _sentences(article):
        own = None if sign or kind == "headline" else _dateline(span, cities)
        sign = sign or own
        if own is not None and own.end >= span.start_char + len(span.text.rstrip()):
            continue
        if kind == "headline" or any(t.pos_ in _VERBS for t in span):
            found.append(Line(number, span, None if kind == "headline" else rank))
            rank += kind != "headline"
        if rank == limits.sentences:
            break
    return Opening(found, sign)


def _sentences(article: Article) -> Iterator[tuple[int, Span, str]]:
    for number, (span, kind) in enumerate(zip(article.doc.sents, article.kinds, strict=True)):
        if kind in _READ and span.text.strip():
            yield number, span, kind


def _dateline(span: Span, cities: Mapping[int, Name]) -> Dateline | None:
    """The dateline in a sentence, also behind a byline, if it begins with the name of a place."""
    base = span.start_char
    starts = (t.idx - base for t in span if t.idx in cities and t.is_upper)
    found = next((found for at in starts if (found := dateline(span.text + " ", at)) is not None), None)
    if found is not None:
        return found._replace(start=found.start + base, end=found.end + base)
    return _plain(cities.get(base))


def _plain(city: Name | None) -> Dateline | None:
    """ "Durban - The trophy ...", "KUWAIT: An order ...": a place and a dash or colon."""
    if city is None or city.span.end >= len(city.span.doc):
        return None
    dash = city.span.doc[city.span.end]
    spaced = dash.text == ":" or (dash.text in _DASHES and dash.idx > city.span.end_char)
    return Dateline(city.span.text, None, city.span.start_char, dash.idx + len(dash)) if spaced else None
