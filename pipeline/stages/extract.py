"""Parsed articles with names and dates → events, who takes part in them, and figures."""

from collections.abc import Container, Iterable, Sequence
from datetime import datetime
from typing import Any

import pyarrow as pa
from spacy.vocab import Vocab

from pipeline.language.article import Article
from pipeline.language.events.event import Event, Participant
from pipeline.language.events.find import find_events
from pipeline.language.events.ontology import Ontology
from pipeline.language.events.sources import Sources
from pipeline.language.events.speech import Speech
from pipeline.language.main_event.rules import Models, Rules
from pipeline.language.quantities.find import Measured, Quantity, find_quantities
from pipeline.language.quantities.words import Quantities
from pipeline.stages.annotations import annotate
from pipeline.stages.articles import by_article, read_articles
from pipeline.stages.ids import span_id
from pipeline.stages.main_events import main_event_rows
from pipeline.tables import EVENTS, MAIN_EVENTS, PARTICIPANTS, QUANTITIES

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
    quantities: Quantities,
    main_event: Rules,
    anything: Ontology,
) -> tuple[pa.Table, pa.Table, pa.Table, pa.Table]:
    """Events, participants, figures, main event of every article; boilerplate and what is copied give none."""
    rows: tuple[list[Row], list[Row], list[Row], list[Row]] = ([], [], [], [])
    titles, models = _titles(articles), Models(main_event, speech, anything)
    named, linked, dated = by_article(mentions), by_article(links), by_article(dates)
    for article_id, bare in read_articles(vocab, articles, sentences, tokens):
        article = annotate(bare, named.get(article_id), linked.get(article_id), dated.get(article_id))
        events = [e for e in find_events(article, ontology, speech) if e.sentence not in article.copied]
        ids = [span_id("e", article_id, e.char_start, e.char_end, e.event_type) for e in events]
        figures = find_quantities(article, [_measured(e) for e in events], quantities)
        figures = [q for q in figures if q.sentence not in article.copied]
        words = _content_words(article, {e.sentence for e in events})
        rows[0].extend(_event(article_id, i, e, article, words[e.sentence]) for i, e in zip(ids, events, strict=True))
        rows[1].extend(_participant(article_id, i, p) for i, e in zip(ids, events, strict=True) for p in e.participants)
        tellers = Sources(article, speech)
        given = [_sources(q, events, article, tellers) for q in figures]
        rows[2].extend(_quantity(article_id, q, ids, s) for q, s in zip(figures, given, strict=True))
        rows[3].extend(main_event_rows(article_id, article, titles[article_id], events, ids, models))
    return EVENTS.table(rows[0]), PARTICIPANTS.table(rows[1]), QUANTITIES.table(rows[2]), MAIN_EVENTS.table(rows[3])


def _titles(articles: pa.Table) -> dict[str, str | None]:
    return dict(zip(articles["article_id"].to_pylist(), articles["title"].to_pylist(), strict=True))


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


def _content_words(article: Article, numbers: Container[int]) -> dict[int, list[str]]:
    """The lemmas of the content words of the sentences with these numbers."""
    wanted = ((i, s) for i, s in enumerate(article.doc.sents) if i in numbers)
    return {i: sorted({t.lemma_.lower() for t in s if t.pos_ in _CONTENT}) for i, s in wanted}


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


def _measured(e: Event) -> Measured:
    return Measured(e.sentence, e.char_start, e.char_end, _ids(e, "actor"), _ids(e, "recipient"))


def _ids(e: Event, role: str) -> tuple[str, ...]:
    return tuple(_unique(p.entity_id for p in e.participants if p.role == role))


def _sources(q: Quantity, events: Sequence[Event], article: Article, tellers: Sources) -> tuple[str, ...]:
    """A figure is given by who is said to tell the event that it measures; if it measures none, to tell its clause."""
    if q.event is not None:
        return _ids(events[q.event], "source")
    span = article.doc.char_span(q.char_start, q.char_end, alignment_mode="expand")
    return tellers.of(span.root) if span is not None else ()


def _quantity(article_id: str, q: Quantity, ids: Sequence[str], sources: Sequence[str]) -> Row:
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
