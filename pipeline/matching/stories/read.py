"""Rows of `events`, with what `articles` and `entities` say of them → what merging knows of each event."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from sys import intern
from typing import Any

from pipeline.language.article import Interval
from pipeline.matching.stories.keys import EventKey

SAME = (
    *("event_id", "article_id", "sentence", "event_type", "mode", "quad_class", "lemma", "trigger", "status"),
    *("actors", "recipients", "locations", "actor_countries", "recipient_countries", "sources"),
    *("date_start", "date_end", "not_after"),
)  # the fields of EventKey that are columns of `events` under the same name
COLUMNS = (*SAME, "inferred", "words", "text")
Row = dict[str, Any]


def event_key(row: Row, published: Mapping[str, Interval], country: Mapping[str, str | None]) -> EventKey:
    """A row of `events`; `published` by article, `country` by entity. Equal words of two rows are one string."""
    same: Row = {name: _same(tuple(map(intern, v))) if isinstance(v := row[name], list) else v for name in SAME}
    same |= {name: value for role in ("actor", "recipient") for name, value in _without(row["inferred"], role, same)}
    told = published.get(row["article_id"], Interval(None, None))
    return EventKey(
        **same,
        published=told.start,
        published_end=told.end,
        words=frozenset(map(intern, row["words"])),
        text=row["text"],
        location_countries=tuple(c for place in row["locations"] if (c := country.get(place))),
    )


def _without(inferred: Collection[str], role: str, same: Row) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parties of a role that the sentence tells, where another was inferred: it was because none was told."""
    if inferred and set(inferred) & set(same[f"{role}s"]):
        yield f"{role}s", tuple(one for one in same[f"{role}s"] if one not in inferred)
        yield f"{role}_countries", ()


@lru_cache(maxsize=500_000)
def _same(values: tuple[str, ...]) -> tuple[str, ...]:
    """Many events have the same parties: one tuple serves them all."""
    return values
