"""Parsed articles with names and dates → events, who takes part in them, who says what, figures, and main events."""

from typing import Any

import pyarrow as pa
from spacy.vocab import Vocab

from pipeline.language.article import Article
from pipeline.language.events.event import Event
from pipeline.language.events.find import find_events
from pipeline.language.events.ontology import Ontology
from pipeline.language.events.speech import Speech
from pipeline.language.main_event.rules import Models, Rules
from pipeline.language.quantities.find import Measured, find_quantities
from pipeline.language.quantities.words import Quantities
from pipeline.language.quotes.find import find_quotes
from pipeline.language.quotes.words import Reporting
from pipeline.stages.annotations import annotate
from pipeline.stages.articles import by_article, read_articles
from pipeline.stages.ids import span_id
from pipeline.stages.main_events import main_event_rows
from pipeline.stages.told_rows import Told, event_rows, participant_rows, quantity_rows, quote_rows
from pipeline.tables import EVENTS, MAIN_EVENTS, PARTICIPANTS, QUANTITIES, QUOTES

Tables = tuple[pa.Table, pa.Table, pa.Table, pa.Table, pa.Table]


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
    main_event: Rules,
    anything: Ontology,
) -> Tables:
    """`events`, `participants`, `quotes`, `quantities`, `main_events`; boilerplate and what is copied give none."""
    titles = dict(zip(articles["article_id"].to_pylist(), articles["title"].to_pylist(), strict=True))
    models = Models(main_event, speech, anything)
    rows: tuple[list[tuple[Any, ...]], ...] = ([], [], [], [], [])
    named, linked, dated = by_article(mentions), by_article(links), by_article(dates)
    for article_id, bare in read_articles(vocab, articles, sentences, tokens):
        article = annotate(bare, named.get(article_id), linked.get(article_id), dated.get(article_id))
        told = _told(article_id, article, ontology, speech, reporting, quantities)
        for table, make in zip(rows, (event_rows, participant_rows, quote_rows, quantity_rows), strict=False):
            table.extend(make(told))
        rows[-1].extend(main_event_rows(article_id, article, titles[article_id], told.events, told.ids, models))
    events, participants, quotes, figures, main = rows
    tables = EVENTS.table(events), PARTICIPANTS.table(participants), QUOTES.table(quotes), QUANTITIES.table(figures)
    return *tables, MAIN_EVENTS.table(main)


def _told(
    article_id: str, article: Article, ontology: Ontology, speech: Speech, reporting: Reporting, quantities: Quantities
) -> Told:
    """What the article tells in sentences of its own."""
    quotes = find_quotes(article, reporting, speech)
    events = [e for e in find_events(article, ontology, speech, quotes) if e.sentence not in article.copied]
    ids = [span_id("e", article_id, e.char_start, e.char_end, e.event_type) for e in events]
    figures = find_quantities(article, [_measured(e) for e in events], quantities)
    own = [q for q in quotes if q.sentence not in article.copied]
    return Told(article_id, article, events, ids, own, [q for q in figures if q.sentence not in article.copied])


def _measured(e: Event) -> Measured:
    actors, recipients = (
        tuple(dict.fromkeys(p.entity_id for p in e.participants if p.role == role and p.entity_id))
        for role in ("actor", "recipient")
    )
    return Measured(e.sentence, e.char_start, e.char_end, actors, recipients)
