"""Which gold thing an entity of the tables stands for."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from pipeline.evaluation.case import Case, Row

_ISO3 = re.compile(r"[A-Z]{3}")


def gold_ids(cases: Iterable[Case], entities: Iterable[Row]) -> dict[str, str]:
    """entity_id → gold id: a state's ISO code, else the id that most of the entity's (article, form) pairs have.

    A form with several senses gives each an equal part of its vote. A tie goes to the id that fewest entities have,
    then to one that is no state.
    """
    states = {row["entity_id"]: row["iso3"] for row in entities if row["iso3"]}
    votes = _votes(cases)
    named = dict(states)
    taken = Counter(states.values())
    for entity in sorted(votes, key=lambda e: (-max(votes[e].values()), e)):
        if entity not in named:
            named[entity] = _elected(votes[entity], taken)
            taken[named[entity]] += 1
    return named


def known_as(cell: Iterable[str] | None, ids: Mapping[str, str]) -> frozenset[str]:
    """The gold ids of a list of entity_ids; an entity that the gold does not know stays itself."""
    return frozenset(ids.get(entity, entity) for entity in cell or ())


def _votes(cases: Iterable[Case]) -> dict[str, Counter[str]]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases:
        for form, senses in case.senses.items():
            for entity in filter(None, case.linked.get(form, ())):
                votes[entity].update({sense: 1 / len(senses) for sense in senses})
    return votes


def _elected(votes: Mapping[str, float], taken: Mapping[str, int]) -> str:
    return min(votes, key=lambda g: (-votes[g], taken.get(g, 0), bool(_ISO3.fullmatch(g)), g))
