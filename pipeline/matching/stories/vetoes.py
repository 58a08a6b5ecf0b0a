"""What rules out that two events are one, whatever they have in common; each veto gives its reason."""

from datetime import timedelta

from pipeline.matching.stories.keys import Node
from pipeline.matching.stories.weights import Weights

_SLACK = timedelta(days=1)  # reports across time zones name neighbouring days


def veto(a: Node, b: Node, rules: Weights) -> str | None:
    """The first veto that holds; None if the two may be one."""
    if not rules.types_agree(a.event.event_type, b.event.event_type):
        return "types opposed"
    return _happenings(a, b, rules) or _actors(a, b) or _recipients(a, b) or _dates(a, b) or _places(a, b)


def apart_in_time(a: Node, b: Node) -> bool:
    """Does the one end before the other begins, by their dates alone? Quicker than `veto`, which says so too."""
    if a.lasting and b.lasting:
        return False
    return a.ends <= b.begins or b.ends <= a.begins


def _happenings(a: Node, b: Node, rules: Weights) -> str | None:
    if a.happening is None or b.happening is None or rules.classes_agree(a.happening, b.happening):
        return None
    return "different happenings"


def _actors(a: Node, b: Node) -> str | None:
    """Nobody in common: a country's own ratification is not its partner's."""
    if _mutual(a, b):
        small, large = sorted((a.parties, b.parties), key=len)
        return None if not small or len(small & large) >= min(2, len(small)) else "different parties"
    if not (a.actor_countries or a.actors) or not (b.actor_countries or b.actors):
        return None
    apart = a.actor_countries.isdisjoint(b.actor_countries) and a.actors.isdisjoint(b.actors)
    return "different actors" if apart else None


def _recipients(a: Node, b: Node) -> str | None:
    if _mutual(a, b) or not a.recipients or not b.recipients:
        return None
    apart = a.recipient_countries.isdisjoint(b.recipient_countries) and a.recipients.isdisjoint(b.recipients)
    return "different recipients" if apart else None


def _dates(a: Node, b: Node) -> str | None:
    if a.lasting and b.lasting:
        return None
    return "different days" if _before(a, b) or _before(b, a) else None


def _before(a: Node, b: Node) -> bool:
    """Did `a` end before `b` began, or was it told before `b` happened?"""
    start = b.event.date_start
    end = a.event.date_end or (a.told + _SLACK if a.told and not a.dated and a.event.status == "actual" else None)
    return start is not None and end is not None and end <= start - (_SLACK if not a.dated else timedelta())


def _places(a: Node, b: Node) -> str | None:
    known = a.location_countries and b.location_countries
    return "different places" if known and a.location_countries.isdisjoint(b.location_countries) else None


def _mutual(a: Node, b: Node) -> bool:
    return a.mutual and b.mutual
