"""Every figure about the world in an article: numbers and what they count, less dates, names and grammar."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.language.article import Article, Name
from pipeline.language.quantities.counted import Counted, counted
from pipeline.language.quantities.figures import Figure, figures, scaled
from pipeline.language.quantities.owner import Measured, Sentence, event_of, owner_of
from pipeline.language.quantities.refusals import refusal
from pipeline.language.quantities.words import Quantities

_AFTER = len(" of May")  # behind a part of a whole, where its time stands

__all__ = ["Measured", "Quantity", "find_quantities"]


class Quantity(NamedTuple):
    """A figure; bounds are inclusive, None = open; `event` is an index into the events handed in."""

    char_start: int
    char_end: int
    sentence: int
    text: str
    low: float | None
    high: float | None
    qualifier: str  # exact | about | at_least | at_most | more_than | nearly | range
    unit: str | None  # ISO 4217 code, "%" or the words for what is counted
    entity_id: str | None
    event: int | None
    reason: str


def find_quantities(article: Article, events: Sequence[Measured], words: Quantities) -> list[Quantity]:
    """The figures of all sentences but boilerplate, in order of the text."""
    return [q for here in _sentences(article, events) for q in _in_sentence(here, article, words)]


def _sentences(article: Article, events: Sequence[Measured]) -> Iterator[Sentence]:
    """Each sentence of the story with the names and events in it."""
    names: dict[int, list[Name]] = {}
    for name in article.names:
        names.setdefault(name.span.sent.start, []).append(name)
    happening: dict[int, list[tuple[int, Measured]]] = {}
    for index, event in enumerate(events):
        happening.setdefault(event.sentence, []).append((index, event))
    for number, (span, kind) in enumerate(zip(article.doc.sents, article.kinds, strict=True)):
        if kind != "boilerplate":
            yield Sentence(number, span, names.get(span.start, ()), happening.get(number, ()))


def _in_sentence(here: Sentence, article: Article, words: Quantities) -> Iterator[Quantity]:
    """The figures of one sentence that nothing refuses."""
    offset = here.span.start_char
    for figure in figures(here.span.text, words):
        start, end = offset + figure.start, offset + figure.end
        span = article.doc.char_span(start, end, alignment_mode="expand")
        if span is None or _dated(offset + figure.core, end, article, figure):
            continue
        what = counted(span, figure, words)
        figure = scaled(figure, what.noun.lemma_.lower() if what.noun is not None else "", words)
        if refusal(figure, span, what, words) is None:
            yield _quantity(figure, here, what, words)


def _dated(start: int, end: int, article: Article, figure: Figure) -> bool:
    """Is the number part of a time expression?"""
    if figure.unit and not figure.share:
        return False
    end += _AFTER if figure.share else 0
    spans = [d.span for d in article.dates] or [e for e in article.doc.ents if e.label_ in ("DATE", "TIME")]
    return any(s.start_char < end and start < s.end_char for s in spans)


def _quantity(figure: Figure, here: Sentence, what: Counted, words: Quantities) -> Quantity:
    """The row of a figure: with its event, and with whose it is."""
    offset = here.span.start_char
    event = event_of(what, here)
    owner, why = owner_of(what, here, event[1] if event else None)
    return Quantity(
        offset + figure.start,
        offset + figure.end,
        here.number,
        here.span.text[figure.start : figure.end],
        figure.low,
        figure.high,
        figure.qualifier,
        figure.unit or what.text,
        owner,
        event[0] if event else None,
        f"{figure.reason}; {why}",
    )
