"""Tables that say exactly what the gold says: the best answer there is."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Any

from pipeline.evaluation.conventions import read_conventions
from pipeline.evaluation.days import Days
from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.passages import date_places, find
from pipeline.evaluation.sentences import sentences
from pipeline.evaluation.spans import Span

Row = dict[str, Any]
Rows = dict[str, list[Row]]
TABLES = ("articles", "mentions", "links", "entities", "dates", "events", "quantities", "story_events")


def perfect_tables(texts: Mapping[str, str], gold: Iterable[GoldArticle]) -> Rows:
    """Rows for every gold item, at its first place; each sense of an ambiguous form at a place of its own."""
    tables: Rows = {name: [] for name in TABLES}
    for article in gold:
        for part in (_article, _names, _dates, _events, _quantities):
            part(tables, article, texts[article.doc])
    ids = {link["entity_id"] for link in tables["links"]}
    tables["entities"] = [{"entity_id": i, "iso3": i[5:] if i[5:].isupper() else None} for i in sorted(ids)]
    return tables


def _article(tables: Rows, gold: GoldArticle, text: str) -> None:
    row = {"article_id": gold.doc, "path": f"in/{gold.doc}", "text": text}
    tables["articles"].append({**row, **_moments("published", gold.published[0])})


def _names(tables: Rows, gold: GoldArticle, text: str) -> None:
    used: set[Span] = set()
    for entity in gold.entities:
        for form in entity.forms:
            free = [place for place in find(text, form, whole_words=True) if place not in used]
            for place in free[:1]:
                used.add(place)
                mention_id = f"m{len(tables['mentions'])}"
                tables["mentions"].append({"mention_id": mention_id, "label": "ORG", **_at(gold, text, place)})
                tables["links"].append({"mention_id": mention_id, "entity_id": f"iden:{entity.id}"})


def _dates(tables: Rows, gold: GoldArticle, text: str) -> None:
    for item in gold.dates:
        place = date_places(text, item)[0]
        tables["dates"].append({**_at(gold, text, place), **_moments("date", item.values[0])})


def _events(tables: Rows, gold: GoldArticle, text: str) -> None:
    told = sentences(text, gold, read_conventions())
    for event in gold.events:
        place = told.places(event)[0].trigger
        event_id = f"e{len(tables['events'])}"
        row = {"event_id": event_id, "event_type": event.types[0], "trigger": text[slice(*place)]}
        roles = {"actors": event.actors[0], "recipients": event.recipients[0], "sources": event.sources[0]}
        cells = {role: [f"iden:{one}" for one in sorted(ids)] for role, ids in roles.items()}
        cells["source_texts"] = sorted(event.sources[0])
        when = _moments("date", event.dates[0])
        tables["events"].append({**row, **cells, **when, "status": event.statuses[0], **_at(gold, text, place)})
        tables["story_events"].append({"event_id": event_id, "story_id": "+".join(sorted(event.stories))})


def _quantities(tables: Rows, gold: GoldArticle, text: str) -> None:
    taken: set[Span] = set()
    for claim in gold.claims:
        free = [place for place in find(text, claim.texts[0], whole_words=True) if place not in taken]
        for place in free[:1]:
            taken.add(place)
            value = {"low": claim.lows[0], "high": claim.highs[0], "qualifier": claim.qualifiers[0]}
            tables["quantities"].append({**_at(gold, text, place), **value})


def _at(gold: GoldArticle, text: str, place: Span) -> Row:
    row = {"article_id": gold.doc, "char_start": place.start, "char_end": place.end}
    return {**row, "text": text[slice(*place)]}


def _moments(name: str, days: Days) -> Row:
    ends = {"start": days.start, "end": days.end}
    return {f"{name}_{end}": datetime.combine(day, time.min) if day else None for end, day in ends.items()}
