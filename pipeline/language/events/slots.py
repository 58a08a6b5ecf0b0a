"""Which words stand in a slot of a frame: subject, object, owner, what follows a preposition."""

from collections.abc import Iterator

from spacy.tokens import Token

from pipeline.language.events.grammar import (
    SUBJECTS,
    agent,
    child,
    children,
    conjuncts,
    is_passive,
    logical_object,
    logical_subject,
    prepositions,
    relative_of_infinitive,
    surface_subject,
    verb_over,
)
from pipeline.language.events.scene import Scene, acts
from pipeline.language.events.speech import Speech
from pipeline.language.events.tenses import infinitive
from pipeline.language.events.triggers import Trigger

_AIMS = ("xcomp", "advcl", "acl", "relcl")
_DOERS = frozenset({"by", "from"})  # who does it is not told by the nouns below: "a strike against abuse by police"
_SIDES = frozenset({"between", "with", "against"})
_ABOUT = frozenset({"of", "on", "to", "in", "for", "about"})

Behind = dict[str, list[Token]]


class Slots:
    """Finds the words of one article that stand in the slots of triggers."""

    def __init__(self, scene: Scene, speech: Speech) -> None:
        self.scene = scene
        self.speech = speech
        self._known: dict[tuple[str | int, ...], tuple[Behind, Behind]] = {}

    def words(self, trigger: Trigger, slot: str) -> Iterator[Token]:
        """The heads of the phrases in a slot, in order. Of the words of the trigger itself, only people."""
        words = self._words(trigger, slot)
        return (t for t in words if t not in trigger.words or self._takes_part(trigger, t))

    def _takes_part(self, trigger: Trigger, word: Token) -> bool:
        """ "summoned the ambassador", "rejected U.S. calls": part of the trigger, and whom it is about."""
        somebody = self.speech.is_people(word.lemma_.lower()) or any(True for _ in self._owners(word))
        return word != trigger.token and word.pos_ in {"NOUN", "PROPN"} and somebody

    def _words(self, trigger: Trigger, slot: str) -> Iterator[Token]:
        single = {"subject": self._subject, "doer": self._own_subject, "own subject": self._own_subject,
                  "object": self._object, "thing": self._thing,
                  "clause": self._clause,
                  "host subject": self._host_subject, "host object": self._host_object}  # fmt: skip
        if slot in single:
            found = single[slot](trigger)
            if found is not None:
                yield found
        elif slot == "owner":
            yield from self._owners(trigger.token)
        else:
            yield from self.after(trigger, slot)

    def _owners(self, token: Token) -> Iterator[Token]:
        """ "its attack", "the Russian attack", "the US-Turkey deal"."""
        yield from children(token, "poss")
        labels = children(token, "amod", "compound", "nmod")
        deeper = [c for label in labels for c in (*children(label, "compound", "nmod"), label)]
        yield from (c for c in deeper if self._labels(c))

    def _labels(self, token: Token) -> bool:
        name = self.scene.at.get(token.i)
        return name is not None and acts(name)

    def _subject(self, trigger: Trigger) -> Token | None:
        if trigger.kind == "verb":
            found = logical_subject(trigger.token)
            late = found is not None and found.i in self.scene.times  # "voted on Tuesday to expand"
            return surface_subject(trigger.token.head) if late else found
        over = trigger.token.head
        said_of = over.pos_ in {"AUX", "VERB"} and trigger.token.dep_ in {"acomp", "attr"}
        return surface_subject(over) if said_of else None

    def _own_subject(self, trigger: Trigger) -> Token | None:
        """Who does it, as its own clause or that of the verb it is joined to says: no subject is understood."""
        verb = trigger.token
        if trigger.kind != "verb":
            return self._subject(trigger)
        if is_passive(verb):
            return agent(verb)
        while child(verb, *SUBJECTS) is None and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
            verb = verb.head
        own = child(verb, *SUBJECTS)
        return own if own is not None else relative_of_infinitive(verb)

    def _object(self, trigger: Trigger) -> Token | None:
        token = trigger.token
        if trigger.kind != "verb":
            return None
        dative = next((c for c in children(token, "dative") if c.pos_ not in {"ADP", "PART"}), None)
        if dative is not None:
            return dative
        governed = _governed(trigger)
        return governed if governed is not None else logical_object(token)

    def _thing(self, trigger: Trigger) -> Token | None:
        """What is given, said or done, not to whom: "gave owners a refund", "the plant that it closed"."""
        verb = trigger.token
        if trigger.kind != "verb":
            return None
        own = child(verb, "nsubjpass") if is_passive(verb) else child(verb, "dobj", "attr", "oprd")
        own = own if own is not None else _governed(trigger)
        return own if own is not None else logical_object(verb)

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
        """The subject of the clause that one urges, fears or alleges: "voiced fears that Iran might attack"."""
        thing = self._object(trigger)
        inner = child(trigger.token, "ccomp", "acl") or (child(thing, "acl", "ccomp") if thing is not None else None)
        return surface_subject(inner) if inner is not None else None

    def after(self, trigger: Trigger, word: str) -> list[Token]:
        """What follows a preposition that depends on the trigger, its object, or the verb that carries it.

        Only where none does, one that hangs a noun lower: "exchange of documents between A and B".
        """
        near, low = self._reach(trigger)
        return near.get(word) or self._next(trigger.token, word) or (low.get(word, []) if word not in _DOERS else [])

    def _reach(self, trigger: Trigger) -> tuple[Behind, Behind]:
        """What stands behind the prepositions of a trigger's words, and of the nouns below them."""
        key: tuple[str | int, ...] = (trigger.kind, *(t.i for t in trigger.words))
        if key not in self._known:
            bases = [trigger.token, self._object(trigger), self.host(trigger), *trigger.words]
            known = list({b.i: b for b in bases if b is not None}.values())
            low = [*_compounded(trigger), *(noun for base in known for noun in self._lower(base))]
            self._known[key] = (self._behind(known), self._behind(low))
        return self._known[key]

    def _behind(self, bases: list[Token]) -> Behind:
        """Nouns by the preposition that they stand behind; no times."""
        found: Behind = {}
        for word, noun in (pair for base in bases for pair in prepositions(base)):
            if noun.i not in self.scene.times:
                found.setdefault(word, []).append(noun)
        return found

    def _next(self, token: Token, word: str) -> list[Token]:
        """What follows a preposition right after the noun, though the parser hung it elsewhere."""
        at = token.i + 1
        after = token.doc[at] if at < len(token.doc) else None
        if after is None or after.lower_ != word or after.pos_ != "ADP":
            return []
        return children(after, "pobj")

    def _lower(self, base: Token) -> list[Token]:
        """The nouns after the prepositions of a word that lead on to what it is about, and clauses on a noun."""
        nouns = [o for p in (base, *children(base, "prep")) if p.lower_ in _ABOUT for o in children(p, "pobj")]
        return [*nouns, *(c for c in children(base, "acl") if c.tag_ == "VBN")]

    def aim(self, trigger: Trigger) -> Token | None:
        """The verb that tells what for: "sent doctors to help Haiti", "promised to lift the ban"."""
        thing = self._object(trigger)
        for over in (trigger.token, *(conjuncts(thing) if thing is not None else ())):
            clauses = [c for c in children(over, *_AIMS) if infinitive(c) and c.i > over.i]
            found = next((c for c in clauses if not children(c, *SUBJECTS)), None)
            promised = trigger.rule.absorbs in {"infinitive", "clause"} or trigger.rule.over
            if found is not None and (promised or found.lemma_.lower() in self.speech.benefits):
                return found
        return None


def _compounded(trigger: Trigger) -> list[Token]:
    """The noun that a trigger stands before, if a side may stand behind it: "a mediation effort between them"."""
    noun = trigger.token.head
    beside = trigger.token.dep_ == "compound" and any(p.lower_ in _SIDES for p in children(noun, "prep"))
    return [noun] if beside else []


def _governed(trigger: Trigger) -> Token | None:
    """The object of a verb with a preposition of its own: "called on leaders", "fired at soldiers"."""
    verb = trigger.token
    own = [w for w in trigger.words if w.dep_ == "prep" and w.head == verb]
    noun = child(own[0], "pobj") if own and child(verb, "dobj") is None and not is_passive(verb) else None
    return noun if noun not in trigger.words else None
