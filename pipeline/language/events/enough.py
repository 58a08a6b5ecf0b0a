"""Do enough named things take part for a trigger to be an event? Precision before recall.

A rule's `needs` lists what must be filled; any one of the listed is enough, and an empty list needs nothing.
"actor", "recipient": by a named thing. "both": both, one of them named; of a mutual act two actors.
"place": a named place will do for one of them. "anybody": one of them, named or not. "two": both, named or not.
"state": in any case the recipient must be a state.
"""

from collections.abc import Callable, Set

from pipeline.language.events.event import Found
from pipeline.language.events.scene import THING


def enough(found: Found, states: Set[str]) -> bool:
    """Are the roles filled that the rule needs? `states` are the entity ids of states."""
    needs, roles = found.trigger.rule.needs, found.roles
    if "state" in needs and not any(f.entity_id in states for f in roles.recipients):
        return False
    return not needs or any(_TESTS[need](found) for need in needs if need in _TESTS)


def _named(found: Found, role: int) -> bool:
    return any(f.entity_id for f in found.roles[role])


def _somebody(found: Found, role: int) -> bool:
    """Is it filled by a name or by people, not by a mere thing?"""
    return any(f.entity_id or f.reason != THING for f in found.roles[role])


def _both(found: Found) -> bool:
    joint = found.trigger.rule.mutual and sum(f.reason != THING for f in found.roles.actors) > 1
    filled = joint or (_somebody(found, 0) and _somebody(found, 1))
    return filled and (_named(found, 0) or _named(found, 1))


def _place(found: Found) -> bool:
    known = bool(found.roles.locations) or _named(found, 0) or _named(found, 1)
    return known and (_somebody(found, 0) or _somebody(found, 1))


_TESTS: dict[str, Callable[[Found], bool]] = {
    "actor": lambda found: _named(found, 0),
    "recipient": lambda found: _named(found, 1),
    "both": _both,
    "place": _place,
    "two": lambda found: _somebody(found, 0) and _somebody(found, 1),
    "anybody": lambda found: _somebody(found, 0) or _somebody(found, 1),
}
