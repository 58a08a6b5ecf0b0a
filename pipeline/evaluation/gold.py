"""The gold: what careful readers of an article marked, one JSON file per article.

A field that may be right in several ways is read as the tuple of its accepted values: the annotator's own first,
then those under `accept` (and `alt_types`).
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.errors import DatelineError
from pipeline.evaluation.days import Days
from pipeline.evaluation.fields import Field, Kind, number, text


@dataclass(frozen=True)
class GoldEntity:
    """A named thing, and every surface form by which the article names it."""

    id: str
    forms: tuple[str, ...]


@dataclass(frozen=True)
class GoldDate:
    """A time expression: the words around it, the accepted extents and the accepted intervals."""

    context: str
    texts: tuple[str, ...]
    values: tuple[Days, ...]


@dataclass(frozen=True)
class GoldEvent:
    """An event as one sentence tells it. `sentence` is how that sentence begins."""

    sentence: str
    triggers: tuple[str, ...]
    types: tuple[str, ...]
    actors: tuple[frozenset[str], ...]
    recipients: tuple[frozenset[str], ...]
    dates: tuple[Days, ...]
    sources: tuple[frozenset[str], ...]
    statuses: tuple[str, ...]
    stories: frozenset[str]
    core: bool


@dataclass(frozen=True)
class GoldClaim:
    """A figure about the world."""

    texts: tuple[str, ...]
    lows: tuple[float | None, ...]
    highs: tuple[float | None, ...]
    qualifiers: tuple[str, ...]


@dataclass(frozen=True)
class GoldArticle:
    """Everything that was marked in one article. `doc` is its file name."""

    doc: str
    published: tuple[Days, ...]
    boilerplate: tuple[str, ...]
    entities: tuple[GoldEntity, ...]
    dates: tuple[GoldDate, ...]
    events: tuple[GoldEvent, ...]
    claims: tuple[GoldClaim, ...]


def read_gold(folder: Path) -> tuple[GoldArticle, ...]:
    """The gold of a folder, in the order of file names. Raises DatelineError for a folder or file that is no gold."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise DatelineError(f"{folder} holds no .json file: name the folder of the gold annotations.")
    return tuple(_read_file(file) for file in files)


def _read_file(file: Path) -> GoldArticle:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise DatelineError(f"{file} cannot be read ({error}): save it as UTF-8 text.") from None
    except json.JSONDecodeError as error:
        raise DatelineError(f"{file}, line {error.lineno}: not JSON ({error.msg}). Correct that line.") from None
    return _article(Field(str(file), data))


def _article(field: Field) -> GoldArticle:
    published = field["published"]
    return GoldArticle(
        doc=text(field["doc"]),
        published=_distinct([_interval(published), *published.get("accept", []).each(_pair)]),
        boilerplate=field["boilerplate"].each(text),
        entities=field["entities"].each(_entity),
        dates=field["dates"].each(_date),
        events=field["events"].each(_event),
        claims=field["claims"].each(_claim),
    )


def _entity(field: Field) -> GoldEntity:
    return GoldEntity(text(field["id"]), field["mentions"].each(text))


def _date(field: Field) -> GoldDate:
    values = [_interval(field), *_others(field, "value", _pair)]
    return GoldDate(text(field["context"]), _accepted(field, "text", text), _distinct(values))


def _event(field: Field) -> GoldEvent:
    return GoldEvent(
        sentence=text(field["sentence"]),
        triggers=_accepted(field, "trigger", text),
        types=_distinct([*_accepted(field, "type", text), *field.get("alt_types", []).each(text)]),
        actors=_accepted(field, "actor", _ids),
        recipients=_accepted(field, "recipient", _ids),
        dates=_accepted(field, "date", _day_or_none),
        sources=_accepted(field, "attributed_to", _ids),
        statuses=_accepted(field, "status", text),
        stories=frozenset(_accepted(field, "story", text)),
        core=field["salience"].data == "core",
    )


def _claim(field: Field) -> GoldClaim:
    return GoldClaim(
        texts=_accepted(field, "text", text),
        lows=_accepted(field, "low", number),
        highs=_accepted(field, "high", number),
        qualifiers=_accepted(field, "approx", text),
    )


def _accepted(field: Field, key: str, make: Callable[[Field], Kind]) -> tuple[Kind, ...]:
    return _distinct([make(field[key]), *_others(field, key, make)])


def _others(field: Field, key: str, make: Callable[[Field], Kind]) -> tuple[Kind, ...]:
    return field.get("accept", {}).get(key, []).each(make)


def _distinct(values: Iterable[Kind]) -> tuple[Kind, ...]:
    return tuple(dict.fromkeys(values))


def _ids(field: Field) -> frozenset[str]:
    """Ids, each given as it is or as the `entity` of a participant; a participant without one is nobody named."""
    parts = [item["entity"] if isinstance(item.data, dict) else item for item in field.items()]
    return frozenset(text(part) for part in parts if not part.missing)


def _day_or_none(field: Field) -> Days:
    if field.missing:
        return Days()
    return _interval(field) if isinstance(field.data, dict) else _pair(field)


def _interval(field: Field) -> Days:
    return Days(_day(field["start"]), _day(field["end"]))


def _pair(field: Field) -> Days:
    if len(field.of(list)) != 2:
        raise DatelineError(f"{field.where} is {field.data!r}: it must be [start, end].")
    return Days(*map(_day, field.items()))


def _day(field: Field) -> date | None:
    if field.missing:
        return None
    try:
        return date.fromisoformat(field.of(str)[:10])
    except ValueError:
        raise DatelineError(f"{field.where} is {field.data!r}: write the day as YYYY-MM-DD.") from None
