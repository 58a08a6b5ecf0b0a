"""Why are the reports of a story one event, and what kept the nearest others apart?"""

from typing import Any

import pyarrow.compute as pc

from pipeline.explain.names import Section
from pipeline.language.article import Interval
from pipeline.matching.stories import EventKey, Weights
from pipeline.matching.stories.near import Rival, nearest_others
from pipeline.matching.stories.read import event_key
from pipeline.store import Store
from pipeline.tables import ARTICLES, ENTITIES, EVENTS, STORIES, STORY_EVENTS

_OTHERS = 8  # events of other stories that are told
_CHARS = 90  # of a sentence


def is_story(word: str, store: Store) -> bool:
    """Is there a story of that id?"""
    return bool(store.parts(STORIES.name)) and word in store.whole(STORIES)["story_id"].to_pylist()


def explain_story(story_id: str, store: Store, rules: Weights) -> list[Section]:
    """The story, its reports with the reason of each, and the nearest reports that are not in it."""
    stories = store.whole(STORIES)
    row = stories.filter(pc.equal(stories["story_id"], story_id)).to_pylist()[0]
    told = {r["event_id"]: r for r in store.whole(STORY_EVENTS).to_pylist()}
    keys = _keys(store)
    members = [k for k in keys if told[k.event_id]["story_id"] == story_id]
    others = (k for k in keys if told[k.event_id]["story_id"] != story_id)
    one = [line for k in sorted(members, key=_order) for line in _report(k, told[k.event_id]["reason"])]
    near = [line for r in nearest_others(members, others, rules, _OTHERS) for line in _rival(r, told)]
    sections = [Section(row["headline"], _facts(row)), Section("Why these reports are one event", one)]
    return [*sections, *([Section("What kept the nearest others apart", near)] if near else [])]


def _keys(store: Store) -> list[EventKey]:
    articles, entities = store.whole(ARTICLES).to_pylist(), store.whole(ENTITIES).to_pylist()
    published = {row["article_id"]: Interval(row["published_start"], row["published_end"]) for row in articles}
    country = {row["entity_id"]: row["country"] for row in entities}
    return [event_key(row, published, country) for row in store.whole(EVENTS).to_pylist()]


def _facts(row: dict[str, Any]) -> list[tuple[str, str]]:
    days = [f"{day:%Y-%m-%d}" if day else "…" for day in (row["date_start"], row["date_end"])]
    return [
        ("id", row["story_id"]),
        ("type", f"{row['event_type']}, {row['status']}"),
        ("when", f"{days[0]} to before {days[1]}" if row["date_start"] or row["date_end"] else "no day given"),
        ("told", f"{row['n_events']:,} reports in {row['n_articles']:,} articles"),
    ]


def _order(key: EventKey) -> tuple[str, int, str]:
    return key.article_id, key.sentence, key.event_id


def _report(key: EventKey, reason: str) -> list[tuple[str, str]]:
    return [(f"{key.article_id} {key.sentence}", f"{key.trigger}: {_short(key.text)}"), ("", reason)]


def _rival(rival: Rival, told: dict[str, dict[str, Any]]) -> list[tuple[str, str]]:
    other = rival.other
    lines = [(told[other.event_id]["story_id"], f"{other.trigger}: {_short(other.text)}")]
    return [
        *lines,
        ("", f"to “{rival.member.trigger}” of {rival.member.article_id} {rival.member.sentence}: {rival.reason}"),
    ]


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _CHARS else f"{line[:_CHARS]}…"
