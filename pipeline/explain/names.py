"""Why are mentions of a name one thing or not? Recomputed by the comparison that the pipeline uses."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from rapidfuzz import fuzz, process

from pipeline.errors import DatelineError
from pipeline.explain.tables import Thing, bearers, read_entities, read_things
from pipeline.language.names.fold import key
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.pair import compare_names
from pipeline.store import Store

_PAIRS = 15  # pairs of things that are told, those of the most mentioned first
_SHOWN = 8  # surfaces, reasons and former ids of one thing
_NEAR = 70  # likeness from which a spelling is offered (rapidfuzz ratio, 0 to 100)
_OWN = "alias file "


class Section(NamedTuple):
    """A heading and under it lines of a label and a text."""

    heading: str
    lines: list[tuple[str, str]]


def explain_name(name: str, store: Store, gazetteer: Gazetteer) -> list[Section]:
    """The things of that name, and why they are not one. Raises DatelineError if nothing is called so."""
    entities = read_entities(store)
    things = read_things(store, bearers(name, entities))
    if not things:
        raise DatelineError(f"Nothing in {store.root} is called {name}. {_near(name, entities)}")
    pairs = list(combinations(things, 2))
    apart = [(f"{a.name} and {b.name}", _why_apart(a, b, gazetteer)) for a, b in pairs[:_PAIRS]]
    more = [("", f"and {len(pairs) - _PAIRS} pairs more")] if len(pairs) > _PAIRS else []
    sections = [_section(thing) for thing in things]
    return [*sections, *([Section("Why they are not one", [*apart, *more])] if apart else [])]


def explain_pair(a: str, b: str, store: Store, gazetteer: Gazetteer) -> list[Section]:
    """What the comparison says of two names, and what the run made of them."""
    entities = read_entities(store)
    found = [read_things(store, [r for r in bearers(n, entities) if key(n) in _keys(r)]) for n in (a, b)]
    kind = next((t.row["type"] for things in found for t in things), "PERSON")
    verdict, score, reason = compare_names(a, b, kind, gazetteer)
    words = {"same": "one name", "maybe": "perhaps one name", "different": "two names"}[verdict]
    lines = [("compared", f"{words} of a {kind}, score {score:.2f}: {reason}")]
    lines += [("in the tables", text) for text in _together(a, b, found, store, gazetteer)]
    shown = {t.row["entity_id"]: _section(t) for things in found for t in things}
    return [Section(f"{a} and {b}", lines), *shown.values()]


def _keys(row: dict[str, object]) -> set[str]:
    aliases = row["aliases"] if isinstance(row["aliases"], list) else []
    return {key(str(name)) for name in (row["name"], *aliases)}


def _together(a: str, b: str, found: Sequence[Sequence[Thing]], store: Store, gazetteer: Gazetteer) -> Iterator[str]:
    missing = [name for name, things in zip((a, b), found, strict=True) if not things]
    if missing:
        yield f"nothing in {store.root} is called {' or '.join(missing)}"
        return
    mine, other = ({t.row["entity_id"]: t for t in things} for things in found)
    yield from (f"one id, {own}: {mine[own].name}" for own in mine if own in other)
    for one in mine.values():
        for two in other.values():
            if one.row["entity_id"] not in other and two.row["entity_id"] not in mine:
                ids = f"two ids, {one.row['entity_id']} and {two.row['entity_id']}"
                yield f"{ids}: {_why_apart(one, two, gazetteer)}"


def _section(thing: Thing) -> Section:
    row = thing.row
    days = sorted({f"{day:%Y-%m-%d}" for day in (row["first_seen"], row["last_seen"]) if day})
    where = f"{_count(row['n_mentions'], 'mention')} in {_count(row['n_articles'], 'article')}"
    lines = [
        ("id", row["entity_id"]),
        ("type", row["type"]),
        ("country", f"{row['country']}: {row['country_reason']}" if row["country"] else "not known"),
        ("named", f"{where}, {' to '.join(days)}" if days else where),
        ("written", ", ".join(f"{text} ({n:,})" for text, n in thing.surfaces.most_common(_SHOWN))),
        *(("linked by" if not i else "", f"{r} ({n:,})") for i, (r, n) in enumerate(thing.reasons.most_common(_SHOWN))),
        *(("was" if not i else "", f"{old}: {why}") for i, (old, why) in enumerate(thing.former[:_SHOWN])),
    ]
    return Section(thing.name, lines)


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _why_apart(a: Thing, b: Thing, gazetteer: Gazetteer) -> str:
    """Why two things of one run are not one."""
    if all(any(_OWN in reason for reason in thing.reasons) for thing in (a, b)):
        return "the alias file gives them two ids"
    if a.row["type"] != b.row["type"]:
        return f"things of two kinds, {a.row['type']} and {b.row['type']}"
    alone = [thing.name for thing in (a, b) if thing.row["type"] == "PERSON" and " " not in thing.name]
    if alone:
        return f"“{alone[0]}” stands alone in its article, and nothing there says whom it means"
    verdict, _, reason = compare_names(a.name, b.name, a.row["type"], gazetteer)
    states = a.row["country"], b.row["country"]
    if verdict == "different":
        return reason
    if all(states) and states[0] != states[1]:
        return f"{reason}, but they are of two states, {states[0]} and {states[1]}"
    if verdict == "maybe":
        return f"{reason}: not enough without more that speaks for it, such as a full name in the same article"
    return f"{reason}, but nothing in the articles ties them, or another name of one is known to differ"


def _near(name: str, entities: Sequence[dict[str, object]]) -> str:
    said = [str(n) for row in entities for n in (row["name"], *_list(row["aliases"]))]
    names = {key(text): text for text in reversed(said)}  # of equal ones the first, which is canonical
    found = process.extract(key(name), list(names), scorer=fuzz.ratio, limit=5, score_cutoff=_NEAR)
    if not found:
        return "Names that it has: dateline show entities -c name."
    return f"Near spellings: {', '.join(names[near] for near, _, _ in found)}."


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
