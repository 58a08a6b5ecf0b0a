"""Which phrases fill the roles of a trigger, by the slots of its frame."""

from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language.events.descriptions import OF_MAIN_STATE
from pipeline.language.events.grammar import attached, children, prepositional, surface_subject
from pipeline.language.events.participants import Participants
from pipeline.language.events.places import places
from pipeline.language.events.pronouns import thing_antecedent
from pipeline.language.events.scene import PEOPLE, THING, Filler, Scene
from pipeline.language.events.slots import Slots
from pipeline.language.events.speech import Speech
from pipeline.language.events.treaties import Treaties, distinct
from pipeline.language.events.triggers import Trigger

# Where whom words concern may stand if nobody stands in a slot of the frame.
_BESIDE = ("to", "for", "with", "against", "on", "over", "about", "of")
_CORE = frozenset({"subject", "object"})  # slots that the verb itself asks for: people in them need no name


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
        self.slots = Slots(scene, speech)

    def find(self, trigger: Trigger) -> Roles:
        """Actors, recipients and places. Of a mutual act all sides are actors and nobody is recipient."""
        frame = trigger.rule.frame
        slots = frame.noun if trigger.kind == "noun" else frame.verb
        actors = [f for f in self._fill(trigger, slots.actor, []) if f.entity_id not in self.scene.media]
        recipients = self._concerned(trigger, slots.recipient, actors)
        if trigger.rule.forceful:
            recipients = distinct([self._victim(f, actors) for f in recipients])
        if trigger.rule.mutual and self._alike(trigger):
            actors, recipients = distinct([*actors, *recipients]), []
        return Roles(actors, recipients, places(self.scene, self.slots, trigger, (*actors, *recipients)))

    def host(self, trigger: Trigger) -> Token | None:
        """The verb that carries out what a noun names: "launch an attack"."""
        return self.slots.host(trigger)

    def _alike(self, trigger: Trigger) -> bool:
        """Are all sides of a mutual act told alike? "A met B" and "A held talks with B" tell who began it.

        Not so of an agreement: both sides are its parties.
        """
        token = trigger.token
        about = [token, *attached(token), *prepositional(token, "on", "to")]
        bare = trigger.kind == "noun" and self.slots.host(trigger) is None
        return bare or any(self.treaties.is_agreement(t) for t in about)

    def _concerned(self, trigger: Trigger, slots: tuple[str, ...], actors: list[Filler]) -> list[Filler]:
        """Recipients by the frame; if nobody is among them, those of what is agreed to, or given for."""
        found = self._fill(trigger, slots, actors)
        if not slots or any(f.reason != THING for f in found):
            return found
        bare = found and all(self._is_theme(trigger, f) for f in found)  # "suspended aid to Chile"
        beside = _BESIDE if (trigger.rule.spoken or bare) and not trigger.rule.mutual else ()
        further = self._aimed(trigger, actors) or self._fill(trigger, beside, actors)
        return self._better(trigger, found, further)

    def _aimed(self, trigger: Trigger, actors: list[Filler]) -> list[Filler]:
        """ "agreed to lift the ban on Iran", "sent doctors to help Haiti recover"."""
        aim = self.slots.aim(trigger)
        if aim is None:
            return []
        slots = ("object", "clause", *_BESIDE) if trigger.rule.spoken else ("object", "clause", "for")
        return self._fill(trigger._replace(token=aim, kind="verb", words=(aim,)), slots, actors)

    def _others(self, actors: list[Filler], fillers: list[Filler]) -> list[Filler]:
        """Recipients other than the actors; of an agreement, other than the actors' own states too."""
        kept = (self._other(f, actors) for f in fillers)
        return [f for f in kept if f is not None]

    def _other(self, filler: Filler, actors: list[Filler]) -> Filler | None:
        if filler.entity_id is None and filler.head in {f.head for f in actors}:
            return None
        own = {f.entity_id for f in actors}
        if filler.resolution == "implied":
            own |= {self.scene.states.get(f.country or "") for f in actors}
        if filler.entity_id is None or filler.entity_id not in own or self._domestic(filler, actors):
            return filler
        if filler.reason.endswith(OF_MAIN_STATE):  # "expelled two diplomats": not the actor's, whose is not said
            return filler._replace(entity_id=None, mention_id=None, country=None, resolution="named", reason=PEOPLE)
        return None

    def _own(self, filler: Filler, actors: list[Filler]) -> Filler:
        """What belongs to the actor is a thing that something is done to, not a second side: "cut its costs"."""
        if filler.entity_id is None or filler.entity_id not in {f.entity_id for f in actors}:
            return filler
        return filler._replace(entity_id=None, mention_id=None, country=None, reason=THING)

    def _domestic(self, filler: Filler, actors: list[Filler]) -> bool:
        """Is it another body or group of the actor's state: "Brazil's drivers" and "the Brazilian government"?"""
        heads = {f.head for f in (filler, *actors)}
        return len(heads) > len(actors) and all(self._belongs(f) for f in (filler, *actors))

    def _belongs(self, filler: Filler) -> bool:
        """Is its head a noun for what belongs to somebody, not the name or what stands for it?"""
        word = self.scene.doc.char_span(filler.head, filler.head + 1, alignment_mode="expand")
        if word is None or filler.resolution not in {"named", "definite description"}:
            return False
        return word[0].i not in self.scene.at and word.lemma_.lower() not in self.speech.states

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
            found = distinct(self._slot(trigger, slot))
            fillers = [self._own(f, actors) for f in found] if slot == "thing" else self._others(actors, found)
            if any(f.entity_id for f in fillers):
                return sorted(fillers, key=lambda f: f.entity_id is None)
            if slot in _CORE and any(f.reason != THING for f in fillers):
                return fillers
            spare = self._better(trigger, spare, fillers)
        return spare

    def _better(self, trigger: Trigger, old: list[Filler], new: list[Filler]) -> list[Filler]:
        """Of two slots in which nobody is named, the one with people, else with what the words are not about."""
        return new if new and (not old or self._worth(trigger, new) > self._worth(trigger, old)) else old

    def _worth(self, trigger: Trigger, fillers: list[Filler]) -> int:
        if any(f.reason != THING for f in fillers):
            return 2
        return int(not any(self._is_theme(trigger, f) for f in fillers))

    def _is_theme(self, trigger: Trigger, filler: Filler) -> bool:
        """Is it what the rule asks for, such as the ban that is lifted, rather than whom it concerns?"""
        words = trigger.token.doc.char_span(filler.char_start, filler.char_end)
        return words is not None and words.root.lemma_.lower() in trigger.rule.objects

    def _slot(self, trigger: Trigger, slot: str) -> list[Filler]:
        if slot in {"parties", "its parties"}:
            return self._parties(trigger, self._agreement(trigger, wide=slot == "parties"))
        return [f for token in self.slots.words(trigger, slot) for f in self._who(trigger, slot, token)]

    def _who(self, trigger: Trigger, slot: str, token: Token) -> list[Filler]:
        if slot == "object" and trigger.rule.mutual and token.lemma_.lower() in trigger.rule.objects:
            return []  # what they share, such as ties, is no side
        if slot == "subject" and not self._can_act(trigger, token):
            return [self.scene.unnamed(token, THING)]
        found = self.participants.resolve(token)
        return [f for f in found if f.reason != THING] if slot == "doer" and token.pos_ != "PRON" else found

    def _can_act(self, trigger: Trigger, token: Token) -> bool:
        """Words are spoken by people and bodies, not by reports or events."""
        if not trigger.rule.spoken or token.i in self.scene.at or token.pos_ not in {"NOUN"}:
            return True
        return self.speech.is_people(token.lemma_.lower())

    def _parties(self, trigger: Trigger, agreement: Token | None) -> list[Filler]:
        """The parties of an agreement, with the agreement as their phrase if they stand in another sentence."""
        if agreement is None:
            return []
        span, why = self.scene.phrase(agreement), f"party of the {agreement.lower_}"
        told = trigger.token.sent
        return [
            Filler(f.entity_id, f.mention_id, f.text, f.char_start, f.char_end, "implied", f.country, why)
            if told.start_char <= f.char_start < told.end_char
            else Filler(f.entity_id, f.mention_id, span.text, span.start_char, span.end_char, "implied", f.country, why)
            for f in self.treaties.parties(agreement)
        ]

    def _agreement(self, trigger: Trigger, wide: bool) -> Token | None:
        """The agreement that is the trigger's object or subject; if `wide`, any that it is about."""
        token = trigger.token
        about: list[Token | None] = list(attached(token)) if trigger.kind == "verb" else []
        if wide:
            subject = surface_subject(token)
            about += (
                [t for part in _parts(subject) for t in (part, thing_antecedent(part))] if subject is not None else []
            )
            about += [token, *children(token, "poss", "compound"), self.treaties.below(token)]
        found = next((t for t in about if t is not None and self.treaties.is_agreement(t)), None)
        return found if found is not None or not about or not wide else self.treaties.meant_by(about[0])


def _parts(subject: Token) -> list[Token]:
    """A subject, and what it is a part of: "its fourth article", "a clause of the pact"."""
    return [subject, *children(subject, "poss"), *prepositional(subject, "of", "in")]
