"""Which row tells which gold event: the trigger in the gold sentence and an accepted type, each used once."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.evaluation.case import Case, Row, span
from pipeline.evaluation.gold import GoldEvent
from pipeline.evaluation.identity import known_as
from pipeline.evaluation.pairing import Candidate, assign
from pipeline.evaluation.sentences import Place, sentences
from pipeline.evaluation.spans import Span, overlapping, shared


class Pair(NamedTuple):
    """A gold event and the row that tells it."""

    gold: GoldEvent
    row: Row


class Match(NamedTuple):
    """The events of one article: pairs, gold events that no row tells, rows that tell no gold event."""

    doc: str
    pairs: tuple[Pair, ...]
    missed: tuple[GoldEvent, ...]
    extra: tuple[Row, ...]


def match_events(case: Case, ids: Mapping[str, str]) -> Match:
    """The best pairs: first by how well the triggers overlap, then by participants, then by the first type."""
    gold, rows = case.gold.events, case.events
    told = sentences(case.text, case.gold, case.words)
    places = [told.places(event) for event in gold]
    near = overlapping([[place.sentence for place in options] for options in places], [span(row) for row in rows])
    fitting = [(g, p) for g, p in near if rows[p]["event_type"] in gold[g].types]
    found = assign(Candidate(_fit(gold[g], rows[p], places[g], ids), g, p) for g, p in fitting)
    return Match(
        doc=case.gold.doc,
        pairs=tuple(Pair(gold[g], rows[p]) for g, p in found.items()),
        missed=tuple(event for g, event in enumerate(gold) if g not in found),
        extra=tuple(row for p, row in enumerate(rows) if p not in found.values()),
    )


def participants_fit(row: Row, role: str, accepted: Sequence[frozenset[str]], ids: Mapping[str, str]) -> bool:
    """Whether the row's `role` shares somebody with an accepted set, or there is nobody on either side."""
    mine = known_as(row[role], ids)
    return any(mine & wanted or not (mine or wanted) for wanted in accepted)


def _fit(gold: GoldEvent, row: Row, places: Sequence[Place], ids: Mapping[str, str]) -> tuple[float, int, bool]:
    mine = span(row)
    overlap = max(_likeness(mine, place.trigger) for place in places)
    roles = participants_fit(row, "actors", gold.actors, ids), participants_fit(row, "recipients", gold.recipients, ids)
    return overlap, sum(roles), row["event_type"] == gold.types[0]


def _likeness(one: Span, other: Span) -> float:
    longer = max(one.end - one.start, other.end - other.start)
    return shared(one, other) / longer if longer else 0.0
