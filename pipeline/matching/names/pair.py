"""Are two names one thing? The comparison by itself, as the resolution of a corpus and `dateline explain` use it."""

from collections.abc import Iterator

from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.bodies import compare_organisations
from pipeline.matching.names.compare import compare
from pipeline.matching.names.person import parse
from pipeline.matching.names.place import compare_places
from pipeline.matching.names.verdict import Verdict, different, same

COUNTS = 0.5
_KINDS = {"PER": "PERSON", "LOC": "GPE", "FAC": "GPE", "NORP": "GPE"}


def compare_names(a: str, b: str, kind: str | None, gazetteer: Gazetteer) -> Verdict:
    """Compare two names of `kind`: PER, ORG, LOC, a label of OntoNotes, or None if it is not known.

    Without a context, "maybe" with a score of `COUNTS` or more means: inside one news story they are one ("Putin" and
    "Vladimir Putin"), across a corpus more must speak for it. Lower ones are kinships, such as a city and its region.
    """
    kind = _KINDS.get(kind or "", kind)
    known = _known(a, b, kind, gazetteer)
    if known:
        return known
    if kind == "PERSON":
        return compare(parse(a, gazetteer.words), parse(b, gazetteer.words), gazetteer.words.persons)
    if kind == "GPE":
        return compare_places(a, b, gazetteer)
    if kind is not None:
        return max(_by_full_names(a, b, gazetteer), key=lambda v: v.score)
    return max((compare_names(a, b, k, gazetteer) for k in ("PERSON", "GPE", "ORG")), key=lambda v: v.score)


def _by_full_names(a: str, b: str, gazetteer: Gazetteer) -> Iterator[Verdict]:
    """Organisations as written, and by the full name that the tables give for one of them."""
    yield compare_organisations(a, b, gazetteer)
    for short, other in ((a, b), (b, a)):
        for alias in gazetteer.look_up(short):
            if alias.entry.type == "ORG":
                found = compare_organisations(alias.entry.name, other, gazetteer)
                yield found._replace(reason=f"{found.reason}, as {alias.entry.name}")


def counts(verdict: Verdict) -> bool:
    """Are the names one inside one news story?"""
    return verdict.verdict != "different" and verdict.score >= COUNTS


def _known(a: str, b: str, kind: str | None, gazetteer: Gazetteer) -> Verdict | None:
    """What the tables of names say of people and organisations."""
    if kind in ("GPE", None):
        return None
    mine, other = ({alias.entry for alias in gazetteer.look_up(text)} for text in (a, b))
    mine, other = ({e for e in found if (e.type == "PERSON") == (kind == "PERSON")} for found in (mine, other))
    if mine & other:
        return same(0.95, f"both are names of {min(mine & other).name}")
    return different("names of two known things") if mine and other else None
