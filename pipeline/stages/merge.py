"""Events → stories: one row per real-world event, however many articles tell it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import pyarrow as pa

from pipeline.language.article import Interval
from pipeline.matching.stories import EventKey, FigureKey, Story, Weights, conflicting, figures
from pipeline.matching.stories import merge as merge_events
from pipeline.matching.stories.read import COLUMNS, event_key
from pipeline.tables import STORIES, STORY_EVENTS

_BATCH = 10_000
Row = dict[str, Any]


class Sources(NamedTuple):
    """What is known of the articles: outlet and what they copy by article_id; copies counted by original."""

    outlet: Mapping[str, str | None]
    original: Mapping[str, str | None]
    copies: Mapping[str, int]


def merge(
    articles: pa.Table, entities: pa.Table, events: pa.Table, quantities: pa.Table, *, stories: Weights
) -> tuple[pa.Table, pa.Table]:
    """`stories`, those that most articles tell first, and `story_events`: the story of each event."""
    sources = _sources(articles)
    told = list(_keys(events, articles, entities))
    found = merge_events(told, stories)
    measured = _by_event(quantities)
    ranked = sorted(found.stories, key=lambda story: (-story.n_articles, -story.n_events, story.story_id))
    rows = [_row(story, sources, [f for e in story.events for f in measured.get(e, ())]) for story in ranked]
    belongs = [
        (e.event_id, found.membership[e.event_id][0], e.article_id, found.membership[e.event_id][1]) for e in told
    ]
    return STORIES.table(rows), STORY_EVENTS.table(belongs)


def _keys(events: pa.Table, articles: pa.Table, entities: pa.Table) -> Iterator[EventKey]:
    """The events, a batch at a time: a million rows as dictionaries would not fit."""
    country = dict(zip(entities["entity_id"].to_pylist(), entities["country"].to_pylist(), strict=True))
    ids, starts, ends = (articles[name].to_pylist() for name in ("article_id", "published_start", "published_end"))
    published = dict(zip(ids, map(Interval, starts, ends), strict=True))
    for batch in events.select(COLUMNS).to_batches(max_chunksize=_BATCH):
        yield from (event_key(row, published, country) for row in batch.to_pylist())


def _sources(articles: pa.Table) -> Sources:
    ids, outlets, originals = (articles[name].to_pylist() for name in ("article_id", "outlet", "duplicate_of"))
    return Sources(
        outlet=dict(zip(ids, outlets, strict=True)),
        original=dict(zip(ids, originals, strict=True)),
        copies=Counter(original for original in originals if original),
    )


def _by_event(quantities: pa.Table) -> dict[str, list[FigureKey]]:
    """The figures that measure each event."""
    out: dict[str, list[FigureKey]] = defaultdict(list)
    for q in quantities.to_pylist():
        if q["event_id"]:
            bounds = (q["unit"], q["low"], q["high"], q["qualifier"])
            out[q["event_id"]].append(FigureKey(*bounds, tuple(q["sources"]), q["article_id"], q["entity_id"]))
    return out


def _row(story: Story, sources: Sources, measured: list[FigureKey]) -> tuple[Any, ...]:
    told = figures(measured)
    outlets = {outlet for article in story.articles if (outlet := sources.outlet.get(article))}
    apart = [a for a in story.articles if sources.original.get(a) not in story.articles]
    counts = (story.n_events, len(apart), sum(sources.copies.get(a, 0) for a in story.articles), len(outlets))
    when = (story.date_start, story.date_end)
    kind = (story.story_id, story.event_type, story.status)
    told_when = (story.first_published, story.headline)
    return (
        *(*kind, story.actors, story.recipients, story.locations, *when, *counts, *told_when),
        *([f._asdict() for f in told], conflicting(told)),
        *(story.asserted_by, story.denied_by),
    )
