"""What an article tells, as rows of the tables `events`, `participants`, `quotes` and `quantities`."""

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from pipeline.language.article import Article, When
from pipeline.language.events.attribution import Attribution
from pipeline.language.events.event import Event, Participant
from pipeline.language.events.foes import FOE
from pipeline.language.quantities.find import Quantity
from pipeline.language.quotes.quote import Quote
from pipeline.stages.ids import span_id

Row = tuple[Any, ...]
_DONE = ("actual", "historical")
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")


class Told(NamedTuple):
    """What was found in an article. `ids` are those of `events`."""

    article_id: str
    article: Article
    events: Sequence[Event]
    ids: Sequence[str]
    quotes: Sequence[Quote]
    figures: Sequence[Quantity]


def event_rows(told: Told) -> Iterator[Row]:
    """Rows of `events`."""
    words = _content_words(told.article, {e.sentence for e in told.events})
    for event_id, event in zip(told.ids, told.events, strict=True):
        yield _event(told.article_id, event_id, event, told.article, words[event.sentence])


def participant_rows(told: Told) -> Iterator[Row]:
    """Rows of `participants`."""
    for event_id, event in zip(told.ids, told.events, strict=True):
        yield from (_participant(told.article_id, event_id, p) for p in event.participants)


def quote_rows(told: Told) -> Iterator[Row]:
    """Rows of `quotes`."""
    return (_quote(told.article_id, q, told.article.text) for q in told.quotes if q.row)


def quantity_rows(told: Told) -> Iterator[Row]:
    """Rows of `quantities`."""
    attribution = Attribution(told.quotes)
    return (_quantity(q, told, attribution) for q in told.figures)


def _event(article_id: str, event_id: str, e: Event, article: Article, words: list[str]) -> Row:
    place = (e.sentence, e.char_start, e.char_end, e.trigger, e.lemma)
    kind = (e.event_type, e.mode, list(e.contexts), e.quad_class, e.score, e.cameo_root, e.status)
    who = {role: [p for p in e.participants if p.role == role] for role in ("actor", "recipient", "location", "source")}
    told = [who["actor"], who["recipient"], who["source"]]
    when = (*e.when.interval, e.when.date_id) if e.when else (None, None, None)
    return (
        *(event_id, article_id, *place, *kind),
        *(_unique(p.entity_id for p in who[role]) for role in ("actor", "recipient")),
        _unique(p.entity_id for p in e.participants if p.reason == FOE),
        *(_unique(p.entity_id for p in who[role]) for role in ("location", "source")),
        *(_unique(p.called or p.text for p in each) for each in told),
        *(_unique(p.country for p in each) for each in told),
        *(*when, not_after(e.status, e.when, article)),
        *(e.confidence, e.reason, e.text, words),
    )


def not_after(status: str, when: When | None, article: Article) -> datetime | None:
    """When the article was out, what it tells as done was done. A date that ends needs no other bound."""
    ended = when is not None and when.interval.end is not None
    return article.published.end if status in _DONE and not ended else None


def _content_words(article: Article, numbers: Container[int]) -> dict[int, list[str]]:
    """The lemmas of the content words of the sentences with these numbers."""
    wanted = ((i, s) for i, s in enumerate(article.doc.sents) if i in numbers)
    return {i: sorted({t.lemma_.lower() for t in s if t.pos_ in _CONTENT}) for i, s in wanted}


def _unique(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _participant(article_id: str, event_id: str, p: Participant) -> Row:
    phrase = (p.text, p.char_start, p.char_end)
    return event_id, article_id, p.role, p.entity_id, p.mention_id, *phrase, p.resolution, p.reason


def _quote(article_id: str, q: Quote, text: str) -> Row:
    named = [f for f in q.fillers if f.entity_id] if q.source else []
    source = (*q.source, text[slice(*q.source)]) if q.source else (None, None, None)
    return (
        *(span_id("s", article_id, *q.cue, *q.content), article_id, q.sentence, *source),
        *(_unique(f.entity_id for f in named), named[0].resolution if named else None),
        *(text[slice(*q.cue)], *q.cue),
        *(*q.content, text[slice(*q.content)], q.kind, q.reason),
    )


def _ids(e: Event, role: str) -> list[str]:
    return _unique(p.entity_id for p in e.participants if p.role == role)


def _given_by(q: Quantity, told: Told, attribution: Attribution) -> list[str]:
    """A figure is given by who is said to tell the event that it measures; if it measures none, to tell its clause."""
    if q.event is not None:
        return _ids(told.events[q.event], "source")
    span = told.article.doc.char_span(q.char_start, q.char_end, alignment_mode="expand")
    return _unique(f.entity_id for f in attribution.sources(span.root)) if span is not None else []


def _quantity(q: Quantity, told: Told, attribution: Attribution) -> Row:
    own = span_id("q", told.article_id, q.char_start, q.char_end)
    event_id = told.ids[q.event] if q.event is not None else None
    return (
        *(own, told.article_id, q.sentence, q.char_start, q.char_end, q.text),
        *(q.low, q.high, q.qualifier, q.unit, q.entity_id),
        *(_given_by(q, told, attribution), event_id, q.reason),
    )
