"""Which phrases fill the roles of a trigger, by the slots of its frame."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language.events.grammar import (
    agent,
    attached,
    child,
    children,
    is_passive,
    logical_object,
    logical_subject,
    prepositional,
    surface_subject,
    verb_over,
)
from pipeline.language.events.participants import Participants
from pipeline.language.events.pronouns import thing_antecedent
from pipeline.language.events.scene import Filler, Scene, acts, named, phrase
from pipeline.language.events.speech import Speech
from pipeline.language.events.treaties import Treaties, distinct
from pipeline.language.events.triggers import Trigger

_PLACES = (
    *("in", "at", "near", "inside", "outside", "into", "around"),
    *("across", "to", "on", "over", "along", "from"),
)
_ABOUT = frozenset({"of", "on", "to", "in", "for", "about"})
_LANDS = frozenset({"GPE", "LOC", "FAC"})


class Roles(NamedTuple):
    """Fillers of an event's roles."""

    actors: list[Filler]
    recipients: list[Filler]
    locations: list[Filler]


class RoleFinder:
    """Fills the slots of triggers for one article."""

    def __init__(self, scene: Scene, speech: Speech, participants: Participants, treaties: Treaties) -> None:
        self.scene = scene
        self.speech = speech
        self.participants = participants
        self.treaties = treaties

    def find(self, trigger: Trigger) -> Roles:
        """Actors, recipients and places. Of a mutual act all sides are actors and nobody is recipient."""
        frame = trigger.rule.frame
        slots = frame.noun if trigger.kind == "noun" else frame.verb
        actors = [f for f in self._fill(trigger, slots.actor, []) if f.entity_id not in self.scene.media]
        recipients = self._fill(trigger, slots.recipient, actors)
        if trigger.rule.forceful:
            recipients = distinct([self._victim(f, actors) for f in recipients])
        if trigger.rule.mutual:
            actors, recipients = distinct([*actors, *recipients]), []
        return Roles(actors, recipients, self._locations(trigger))

    def _others(self, actors: list[Filler], fillers: list[Filler]) -> list[Filler]:
        """Recipients other than the actors; of an agreement, other than the actors' own states too."""
        own = {f.entity_id for f in actors}
        states = {self.scene.states.get(f.country or "") for f in actors}
        return [
            f
            for f in fillers
            if f.entity_id is None or f.entity_id not in (own | states if f.resolution == "implied" else own)
        ]

    def _victim(self, place: Filler, actors: list[Filler]) -> Filler:
        """Who is hit when a city or region is: its state, unless that is the actor's own."""
        state = self.scene.state_of(place.country)
        if state is None or place.entity_id not in self.scene.places or place.country in {f.country for f in actors}:
            return place
        return place._replace(entity_id=state.entity_id, reason=f"{place.text} belongs to it")

    def _fill(self, trigger: Trigger, slots: tuple[str, ...], actors: list[Filler]) -> list[Filler]:
        """Fillers of the first slot that names somebody else; else of the first that has a phrase."""
        spare: list[Filler] = []
        for slot in slots:
            fillers = self._others(actors, distinct(self._slot(trigger, slot)))
            if any(f.entity_id for f in fillers):
                return [f for f in fillers if f.entity_id]
            spare = spare or fillers
        return spare

    def _slot(self, trigger: Trigger, slot: str) -> list[Filler]:
        if slot in {"parties", "its parties"}:
            return self._parties(trigger, self._agreement(trigger, wide=slot == "parties"))
        tokens = [t for t in self._tokens(trigger, slot) if slot != "subject" or self._can_act(trigger, t)]
        return [f for token in tokens for f in self.participants.resolve(token)]

    def _can_act(self, trigger: Trigger, token: Token) -> bool:
        """Words are spoken by people and bodies, not by reports or events."""
        if not trigger.rule.spoken or token.i in self.scene.at or token.pos_ not in {"NOUN"}:
            return True
        speech, word = self.speech, token.lemma_.lower()
        people = (
            speech.state_roles,
            speech.person_roles,
            speech.groups,
            speech.states,
            speech.sides,
            speech.parts,
        )
        return any(word in words for words in (*people, speech.leaders))

    def _parties(self, trigger: Trigger, agreement: Token | None) -> list[Filler]:
        """The parties of an agreement, with the agreement as their phrase."""
        if agreement is None:
            return []
        span, why = phrase(agreement), f"party of the {agreement.lower_}"
        place = (span.text, span.start_char, span.end_char)
        parties = self.treaties.parties(agreement)
        return [Filler(f.entity_id, f.mention_id, *place, "implied", f.country, why) for f in parties]

    def _agreement(self, trigger: Trigger, wide: bool) -> Token | None:
        """The agreement that is the trigger's object or subject; if `wide`, any that it is about."""
        token = trigger.token
        about: list[Token | None] = list(attached(token)) if trigger.kind == "verb" else []
        if wide:
            subject = surface_subject(token)
            about += [subject, thing_antecedent(subject)] if subject is not None else []
            about += [token, *children(token, "poss", "compound"), self.treaties.below(token)]
        found = next((t for t in about if t is not None and self.treaties.is_agreement(t)), None)
        return found if found is not None or not about or not wide else self.treaties.meant_by(about[0])

    def _tokens(self, trigger: Trigger, slot: str) -> Iterator[Token]:
        token = trigger.token
        single = {"subject": self._subject, "object": self._object, "thing": self._thing, "host subject": self._host_subject,
                  "host object": self._host_object, "clause": self._clause}  # fmt: skip
        if slot in single:
            found = single[slot](trigger)
            if found is not None:
                yield found
        elif slot == "owner":
            yield from children(token, "poss")
            labels = children(token, "amod", "compound", "nmod")
            deeper = [c for label in labels for c in (*children(label, "compound", "nmod"), label)]
            yield from (c for c in deeper if self._labels(c))
        else:
            yield from self._after(trigger, slot)

    def _labels(self, token: Token) -> bool:
        name = self.scene.at.get(token.i)
        return name is not None and acts(name)

    def _subject(self, trigger: Trigger) -> Token | None:
        if trigger.kind == "verb":
            return logical_subject(trigger.token)
        over = trigger.token.head
        return (
            surface_subject(over) if over.pos_ in {"AUX", "VERB"} and trigger.token.dep_ in {"acomp", "attr"} else None
        )

    def _topic(self, token: Token) -> Token | None:
        """What an adjective or a noun is said of: "X is critical", "X is at war", "for X, still at war"."""
        over = token.head.head if token.dep_ == "pobj" else token.head
        if over.pos_ in {"AUX", "VERB"} and token.dep_ in {"acomp", "attr", "pobj"}:
            return surface_subject(over)
        return over if token.dep_ == "pobj" and over.pos_ in {"NOUN", "PROPN"} else None

    def _object(self, trigger: Trigger) -> Token | None:
        token = trigger.token
        if trigger.kind != "verb":
            return None
        dative = next((c for c in children(token, "dative") if c.pos_ not in {"ADP", "PART"}), None)
        return dative if dative is not None else logical_object(token)

    def _thing(self, trigger: Trigger) -> Token | None:
        """What is given, said or done, not to whom: "gave owners a refund"."""
        return logical_object(trigger.token) if trigger.kind == "verb" else None

    def host(self, trigger: Trigger) -> Token | None:
        """The verb that carries out what a noun names: "launch an attack"."""
        verb = verb_over(trigger.token) if trigger.kind == "noun" else None
        return verb if verb is not None and verb.lemma_.lower() in self.speech.hosts else None

    def _host_subject(self, trigger: Trigger) -> Token | None:
        host = self.host(trigger)
        if host is None:
            return None
        return agent(host) if is_passive(host) else surface_subject(host)

    def _host_object(self, trigger: Trigger) -> Token | None:
        host = self.host(trigger)
        found = logical_object(host) if host is not None else None
        return found if found != trigger.token else None

    def _clause(self, trigger: Trigger) -> Token | None:
        """The subject of the clause that one urges, fears or alleges."""
        inner = child(trigger.token, "ccomp", "acl")
        return surface_subject(inner) if inner is not None else None

    def _after(self, trigger: Trigger, word: str) -> list[Token]:
        """What follows a preposition that depends on the trigger, its object, or the verb that carries it.

        Only where none does, one that hangs a noun lower: "exchange of documents between A and B".
        """
        bases = [trigger.token, self._object(trigger), self.host(trigger), *trigger.words]
        known = list({b.i: b for b in bases if b is not None}.values())
        found = [t for base in known for t in prepositional(base, word)] or self._next(trigger.token, word)
        return found or [t for base in known for low in self._lower(base) for t in prepositional(low, word)]

    def _next(self, token: Token, word: str) -> list[Token]:
        """What follows a preposition right after the noun, though the parser hung it elsewhere."""
        after = token.doc[token.i + 1 : token.i + 2]
        return [o for p in after if p.lower_ == word and p.pos_ == "ADP" for o in children(p, "pobj")]

    def _lower(self, base: Token) -> list[Token]:
        """The nouns after the prepositions of a word that lead on to what it is about."""
        return [o for p in (base, *children(base, "prep")) if p.lower_ in _ABOUT for o in children(p, "pobj")]

    def _locations(self, trigger: Trigger) -> list[Filler]:
        """Named places after a preposition of place."""
        found = [t for word in _PLACES for t in self._after(trigger, word)]
        names = [
            (t, n) for token in found for t in (token, *children(token, "compound")) if (n := self.scene.at.get(t.i))
        ]
        return distinct([named(n, t, "named", "place after a preposition") for t, n in names if n.type in _LANDS])
