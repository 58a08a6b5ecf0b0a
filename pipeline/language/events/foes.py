"""Who fights whom in an article: "the assault began" in a story of Russia's war on Ukraine is one on Ukraine."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import permutations

from pipeline.language.events.event import Event, Participant
from pipeline.language.events.scene import Scene
from pipeline.language.events.speech import Speech

Wars = dict[str, Counter[str]]
FOE = "the other side of the war in this article"


def with_foes(events: Sequence[Event], scene: Scene, speech: Speech) -> list[Event]:
    """The events of an article; those of its wars that name one side only get the other, if it has one foe."""
    wars = [e for e in events if e.lemma in speech.wars]
    kinds, foes, attackers = {e.event_type for e in wars}, Wars(), Wars()
    for event in wars:
        for side, other in _pairs(event):
            foes.setdefault(side, Counter())[other] += 1
    for event in wars:
        for actor, recipient in _dyads(event):
            attackers.setdefault(recipient, Counter())[actor] += 1
    found = [_attacked(e, foes, scene) if e.event_type in kinds else e for e in events]
    return [_attacking(e, attackers, scene) if e.lemma in speech.wars else e for e in found]


def _attacked(event: Event, foes: Wars, scene: Scene) -> Event:
    """With the foe of its actors as recipient if it has none; sides that fight each other have none."""
    sides = _states(event, "actor")
    if not sides or _named(event, "recipient") or any(b in foes.get(a, ()) for a, b in permutations(sides, 2)):
        return event
    return _with(event, "recipient", _only(foes.get(sides[0])), scene)


def _attacking(event: Event, attackers: Wars, scene: Scene) -> Event:
    """With who fights its recipient as actor if it has none: "the war in Ukraine"."""
    hit = _states(event, "recipient")
    return event if not hit or _named(event, "actor") else _with(event, "actor", _only(attackers.get(hit[0])), scene)


def _with(event: Event, role: str, country: str | None, scene: Scene) -> Event:
    state = scene.state_of(country)
    if state is None:
        return event
    filler = scene.named(state, state.span.root, "named", FOE)
    return event._replace(participants=(*event.participants, Participant(role, *filler._replace(resolution="implied"))))


def _pairs(event: Event) -> Iterator[tuple[str, str]]:
    """States that the event sets against each other, both ways."""
    dyads = _dyads(event)
    yield from dyads or (permutations(_states(event, "actor"), 2) if not _named(event, "recipient") else ())
    yield from ((b, a) for a, b in dyads)


def _dyads(event: Event) -> list[tuple[str, str]]:
    actors, recipients = _states(event, "actor"), _states(event, "recipient")
    return [(a, b) for a in actors for b in recipients if a != b]


def _states(event: Event, role: str) -> list[str]:
    return list(dict.fromkeys(p.country for p in event.participants if p.role == role and p.country))


def _named(event: Event, role: str) -> bool:
    return any(p.entity_id for p in event.participants if p.role == role)


def _only(counts: Counter[str] | None) -> str | None:
    """The most frequent of them, if no other is as frequent."""
    best = counts.most_common(2) if counts else []
    return best[0][0] if best and (len(best) == 1 or best[0][1] > best[1][1]) else None
