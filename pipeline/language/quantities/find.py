"""Every figure about the world in an article: numbers and what they count, less dates, names and grammar."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.language.article import Article, Name
from pipeline.language.quantities.counted import Counted, counted
from pipeline.language.quantities.figures import Figure, figures, scaled
from pipeline.language.quantities.owner import Measured, Sentence, event_of, owner_of
from pipeline.language.quantities.refusals import refusal
from pipeline.language.quantities.words import Quantities

Stretches = Sequence[tuple[int, int]]

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
    dated = _dated(article)
    return [q for here in _sentences(article, events) for q in _in_sentence(here, article, dated, words)]


def _sentences(article: Article, events: Sequence[Measured]) -> Iterator[Sentence]:
    """Each sentence of the story with the names and events in it."""
    text, spans = article.doc.text, list(article.doc.sents)
    names: dict[int, list[Name]] = {}
    starts = [span.start for span in spans]
    for name in article.names:
        names.setdefault(bisect_right(starts, name.span.start) - 1, []).append(name)
    happening: dict[int, list[tuple[int, Measured]]] = {}
    for index, event in enumerate(events):
        happening.setdefault(event.sentence, []).append((index, event))
    for number, (span, kind) in enumerate(zip(spans, article.kinds, strict=True)):
        if kind != "boilerplate":
            words = text[span.start_char : span.end_char]
            yield Sentence(number, span, words, names.get(number, ()), happening.get(number, ()))


def _in_sentence(here: Sentence, article: Article, dated: Stretches, words: Quantities) -> Iterator[Quantity]:
    """The figures of one sentence that nothing refuses."""
    offset = here.span.start_char
    for figure in figures(here.text, words):
        start, end = offset + figure.start, offset + figure.end
        span = article.doc.char_span(start, end, alignment_mode="expand")
        if span is None or _in_date(offset + figure.core, end, dated, figure):
            continue
        what = counted(span, figure, words)
        figure = scaled(figure, what.noun.lemma_.lower() if what.noun is not None else "", words)
        if refusal(figure, span, what, words) is None:
            yield _quantity(figure, here, what, words)


def _dated(article: Article) -> Stretches:
    """Offsets of the time expressions; those of the model if an article comes without."""
    spans = [d.span for d in article.dates] or [e for e in article.doc.ents if e.label_ in ("DATE", "TIME")]
    return [(span.start_char, span.end_char) for span in spans]


def _in_date(start: int, end: int, dated: Stretches, figure: Figure) -> bool:
    """Is the number part of a time expression?"""
    if figure.unit and not figure.share:
        return False
    end += _AFTER if figure.share else 0
    return any(first < end and start < last for first, last in dated)


def _quantity(figure: Figure, here: Sentence, what: Counted, words: Quantities) -> Quantity:
    """The row of a figure: with its event, and with whose it is."""
    offset = here.span.start_char
    event = event_of(what, here)
    owner, why = owner_of(what, here, event[1] if event else None)
    return Quantity(
        offset + figure.start,
        offset + figure.end,
        here.number,
        here.text[figure.start : figure.end],
        figure.low,
        figure.high,
        figure.qualifier,
        figure.unit or what.text,
        owner,
        event[0] if event else None,
        f"{figure.reason}; {why}",
    )
