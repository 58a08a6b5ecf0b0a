"""Parsed articles with names and dates → events, who takes part in them, who says what, and figures."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import pyarrow as pa
from spacy.vocab import Vocab

from pipeline.language.article import Article
from pipeline.language.events.event import Event, Participant
from pipeline.language.events.find import find_events
from pipeline.language.events.ontology import Ontology
from pipeline.language.events.speech import Speech
from pipeline.language.quantities.find import Measured, Quantity, find_quantities
from pipeline.language.quantities.words import Quantities
from pipeline.language.quotes.find import find_quotes
from pipeline.language.quotes.quote import Quote
from pipeline.language.quotes.words import Reporting
from pipeline.stages.annotations import annotate
from pipeline.stages.articles import by_article, read_articles
from pipeline.stages.ids import span_id
from pipeline.tables import EVENTS, PARTICIPANTS, QUANTITIES, QUOTES

Row = tuple[Any, ...]
_DONE = ("actual", "historical")
_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")


def extract(
    articles: pa.Table,
    sentences: pa.Table,
    tokens: pa.Table,
    mentions: pa.Table,
    dates: pa.Table,
    links: pa.Table,
    *,
    vocab: Vocab,
    ontology: Ontology,
    speech: Speech,
    reporting: Reporting,
    quantities: Quantities,
) -> tuple[pa.Table, pa.Table, pa.Table, pa.Table]:
    """`events`, `participants`, `quotes`, `quantities` of every article that is no copy; boilerplate gives none."""
    rows: tuple[list[Row], list[Row], list[Row], list[Row]] = ([], [], [], [])
    named, linked, dated = by_article(mentions), by_article(links), by_article(dates)
    for article_id, bare in read_articles(vocab, articles, sentences, tokens):
        article = annotate(bare, named.get(article_id), linked.get(article_id), dated.get(article_id))
        quotes = find_quotes(article, reporting, speech)
        events = find_events(article, ontology, speech, quotes)
        ids = [span_id("e", article_id, e.char_start, e.char_end, e.event_type) for e in events]
        figures = find_quantities(article, [_measured(e) for e in events], quantities)
        words = _content_words(article)
        rows[0].extend(_event(article_id, i, e, article, words[e.sentence]) for i, e in zip(ids, events, strict=True))
        rows[1].extend(_participant(article_id, i, p) for i, e in zip(ids, events, strict=True) for p in e.participants)
        rows[2].extend(_quote(article_id, q, article.text) for q in quotes if q.row)
        rows[3].extend(_quantity(article_id, q, ids, events) for q in figures)
    return EVENTS.table(rows[0]), PARTICIPANTS.table(rows[1]), QUOTES.table(rows[2]), QUANTITIES.table(rows[3])


def _event(article_id: str, event_id: str, e: Event, article: Article, words: list[str]) -> Row:
    place = (e.sentence, e.char_start, e.char_end, e.trigger, e.lemma)
    kind = (e.event_type, e.mode, list(e.contexts), e.quad_class, e.score, e.cameo_root, e.status)
    who = {role: [p for p in e.participants if p.role == role] for role in ("actor", "recipient", "location", "source")}
    told = [who["actor"], who["recipient"], who["source"]]
    when = (*e.when.interval, e.when.date_id) if e.when else (None, None, None)
    return (
        *(event_id, article_id, *place, *kind),
        *(_unique(p.entity_id for p in each) for each in who.values()),
        *(_unique(p.text for p in each) for each in told),
        *(_unique(p.country for p in each) for each in told),
        *(*when, _not_after(e, article)),
        *(e.confidence, e.reason, e.text, words),
    )


def _not_after(e: Event, article: Article) -> datetime | None:
    """When the article was out, what it tells as done was done. A date that ends needs no other bound."""
    ended = e.when is not None and e.when.interval.end is not None
    return article.published.end if e.status in _DONE and not ended else None


def _content_words(article: Article) -> list[list[str]]:
    """For each sentence the lemmas of its content words."""
    return [sorted({t.lemma_.lower() for t in s if t.pos_ in _CONTENT}) for s in article.doc.sents]


def _unique(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _participant(article_id: str, event_id: str, p: Participant) -> Row:
    return (
        event_id,
        article_id,
        p.role,
        p.entity_id,
        p.mention_id,
        p.text,
        p.char_start,
        p.char_end,
        p.resolution,
        p.reason,
    )


def _quote(article_id: str, q: Quote, text: str) -> Row:
    named = [f for f in q.fillers if f.entity_id] if q.source else []
    source = (*q.source, text[slice(*q.source)]) if q.source else (None, None, None)
    return (
        *(span_id("s", article_id, *q.cue, *q.content), article_id, q.sentence, *source),
        *(_unique(f.entity_id for f in named), named[0].resolution if named else None),
        *(text[slice(*q.cue)], *q.cue),
        *(*q.content, text[slice(*q.content)], q.kind, q.reason),
    )


def _measured(e: Event) -> Measured:
    return Measured(e.sentence, e.char_start, e.char_end, _ids(e, "actor"), _ids(e, "recipient"))


def _ids(e: Event, role: str) -> tuple[str, ...]:
    return tuple(_unique(p.entity_id for p in e.participants if p.role == role))


def _quantity(article_id: str, q: Quantity, ids: Sequence[str], events: Sequence[Event]) -> Row:
    """A figure is given by whoever is said to tell the event that it measures."""
    sources = _ids(events[q.event], "source") if q.event is not None else ()
    own = span_id("q", article_id, q.char_start, q.char_end)
    place = (q.sentence, q.char_start, q.char_end, q.text)
    event_id = ids[q.event] if q.event is not None else None
    return (
        own,
        article_id,
        *place,
        q.low,
        q.high,
        q.qualifier,
        q.unit,
        q.entity_id,
        list(sources),
        event_id,
        q.reason,
    )
