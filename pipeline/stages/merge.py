"""Events → stories: one row per real-world event, however many articles tell it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from sys import intern
from typing import Any, NamedTuple

import pyarrow as pa

from pipeline.language.article import Interval
from pipeline.matching.stories import EventKey, FigureKey, Story, Weights, conflicting, figures
from pipeline.matching.stories import merge as merge_events
from pipeline.tables import STORIES, STORY_EVENTS

_SAME = (
    *("event_id", "article_id", "sentence", "event_type", "mode", "quad_class", "lemma", "trigger", "status"),
    *("actors", "recipients", "locations", "actor_countries", "recipient_countries", "sources"),
    *("date_start", "date_end", "not_after"),
)  # the fields of EventKey that are columns of `events` under the same name
_BATCH = 10_000
Row = dict[str, Any]


class Sources(NamedTuple):
    """What is known of the articles: outlet and publication interval by article_id, copies counted by original."""

    outlet: Mapping[str, str | None]
    published: Mapping[str, Interval]
    copies: Mapping[str, int]


def merge(
    articles: pa.Table, entities: pa.Table, events: pa.Table, quantities: pa.Table, *, stories: Weights
) -> tuple[pa.Table, pa.Table]:
    """`stories`, those that most articles tell first, and `story_events`: the story of each event."""
    sources = _sources(articles)
    country = dict(zip(entities["entity_id"].to_pylist(), entities["country"].to_pylist(), strict=True))
    told = list(_keys(events, sources, country))
    found = merge_events(told, stories)
    measured = _by_event(quantities)
    ranked = sorted(found.stories, key=lambda story: (-story.n_articles, -story.n_events, story.story_id))
    rows = [_row(story, sources, [f for e in story.events for f in measured.get(e, ())]) for story in ranked]
    belongs = [
        (e.event_id, found.membership[e.event_id][0], e.article_id, found.membership[e.event_id][1]) for e in told
    ]
    return STORIES.table(rows), STORY_EVENTS.table(belongs)


def _sources(articles: pa.Table) -> Sources:
    names = ("article_id", "outlet", "published_start", "published_end", "duplicate_of")
    ids, outlets, starts, ends, originals = (articles[name].to_pylist() for name in names)
    return Sources(
        outlet=dict(zip(ids, outlets, strict=True)),
        published=dict(zip(ids, map(Interval, starts, ends), strict=True)),
        copies=Counter(original for original in originals if original),
    )


def _keys(events: pa.Table, sources: Sources, country: Mapping[str, str | None]) -> Iterator[EventKey]:
    """The events, a batch at a time: a million rows as dictionaries would not fit; equal words are one string."""
    columns = events.select([*_SAME, "words", "text"])
    for batch in columns.to_batches(max_chunksize=_BATCH):
        yield from (_key(row, sources, country) for row in batch.to_pylist())


def _key(row: Row, sources: Sources, country: Mapping[str, str | None]) -> EventKey:
    same: Row = {name: tuple(map(intern, v)) if isinstance(v := row[name], list) else v for name in _SAME}
    published = sources.published.get(row["article_id"], Interval(None, None))
    return EventKey(
        **same,
        published=published.start,
        published_end=published.end,
        words=frozenset(map(intern, row["words"])),
        text=row["text"],
        location_countries=tuple(c for place in row["locations"] if (c := country.get(place))),
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
    counts = (story.n_events, story.n_articles, sum(sources.copies.get(a, 0) for a in story.articles), len(outlets))
    when = (story.date_start, story.date_end)
    kind = (story.story_id, story.event_type, story.status)
    told_when = (story.first_published, story.headline)
    return (
        *(*kind, story.actors, story.recipients, story.locations, *when, *counts, *told_when),
        *([f._asdict() for f in told], conflicting(told)),
        *(story.asserted_by, story.denied_by),
    )
