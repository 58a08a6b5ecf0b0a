"""Who a phrase means: a name, a pronoun, a description, or what belongs to one of them."""

from spacy.tokens import Token

from pipeline.language.article import Name
from pipeline.language.events.descriptions import Descriptions
from pipeline.language.events.grammar import children, conjuncts, prepositional, surface_subject
from pipeline.language.events.pronouns import antecedent_name, plural_antecedent, speaker_name
from pipeline.language.events.scene import (
    PEOPLE,
    THING,
    Filler,
    Scene,
    acts,
    is_state,
    named,
    phrase,
    unnamed,
)
from pipeline.language.events.speech import Speech

_DEPTH = 5
_OWNERS = ("of", "by", "from", "in", "to", "on", "about", "over", "for", "against")


class Participants:
    """Resolves the head word of an argument to fillers."""

    def __init__(self, scene: Scene, speech: Speech) -> None:
        self.scene = scene
        self.speech = speech
        self.descriptions = Descriptions(scene, speech)

    def resolve(self, token: Token, depth: int = _DEPTH) -> list[Filler]:
        """The fillers of a noun and of what is joined to it, each entity once."""
        if depth <= 0:
            return []
        found: dict[str, Filler] = {}
        for part in conjuncts(token):
            for filler in self._one(part, depth - 1):
                found.setdefault(filler.entity_id or filler.text, filler)
        return list(found.values())

    def _one(self, token: Token, depth: int) -> list[Filler]:
        name = self.scene.at.get(token.i)
        if name is not None and acts(name):
            return [named(name, token, "named", "named in the phrase")]
        if token.pos_ in {"VERB", "AUX"}:
            subject = surface_subject(token)
            return self.resolve(subject, depth) if subject is not None else []
        if token.pos_ == "PRON" and token.lower_ not in self.speech.pair_words | self.speech.parts:
            return self._pronoun(token, depth)
        return self._noun(token, depth)

    def _pronoun(self, token: Token, depth: int) -> list[Filler]:
        speaker = speaker_name(token, self.scene, self.speech)
        name = speaker or antecedent_name(token, self.scene)
        if name is not None:
            return [named(name, token, "pronoun", f"{token.lower_} refers to {name.span.text}")]
        head = plural_antecedent(token)
        fillers = self.resolve(head, depth) if head is not None else []
        return [_by_pronoun(token, filler) for filler in fillers]

    def _noun(self, token: Token, depth: int) -> list[Filler]:
        steps = (self._whole, self._pair, self._apposed, self._owned, self._described)
        found = next((fillers for step in steps if (fillers := step(token, depth))), [])
        return found or self._group(token)

    def _whole(self, token: Token, depth: int) -> list[Filler]:
        """ "most of the troops", "thousands of soldiers": whom the part belongs to."""
        if token.lemma_.lower() not in self.speech.parts and token.pos_ != "NUM":
            return []
        return [f for o in prepositional(token, "of") for f in self.resolve(o, depth)]

    def _pair(self, token: Token, _depth: int) -> list[Filler]:
        return self.descriptions.pair(token)

    def _apposed(self, token: Token, _depth: int) -> list[Filler]:
        """ "the country's president, Kim": the name beside it."""
        beside = [self.scene.at.get(c.i) for c in children(token, "appos")]
        names = [n for n in beside if n is not None and acts(n)]
        listed = [
            n
            for c in prepositional(token, "including")
            for t in conjuncts(c)
            if (n := self.scene.at.get(t.i)) and acts(n)
        ]
        return [named(n, n.span.root, "named", "named beside the phrase") for n in names or listed]

    def _owned(self, token: Token, depth: int) -> list[Filler]:
        """ "North Korean troops", "Russia's parliament", "forces of Kyiv": whose it is."""
        owners, labels = children(token, "poss"), self._labelled(token)
        pronoun = labels and all(c.pos_ == "PRON" for c in owners)
        near = labels if pronoun else [f for c in owners for f in self.resolve(c, depth)] or labels
        fillers = near or [f for o in prepositional(token, *_OWNERS) for f in self.resolve(o, depth)]
        return [self._standing_for(token, f) for f in fillers if f.entity_id]

    def _labelled(self, token: Token) -> list[Filler]:
        """Names before the noun: "US and South Korean officials"."""
        parts = [t for c in children(token, "amod", "compound", "nmod") for t in (*conjuncts(c), *_compounds(c))]
        names = [n for t in parts if (n := self.scene.at.get(t.i)) and acts(n)]
        return list({n.entity_id: named(n, token, "named", "belongs to it") for n in names}.values())

    def _standing_for(self, token: Token, owner: Filler) -> Filler:
        """The leader himself where the article names him, else the owner, with the whole phrase as text."""
        word = token.lemma_.lower()
        state = self.scene.state_of(owner.country) if owner.entity_id in self.scene.people else None
        if state is not None and word in self.speech.state_roles | self.speech.states:
            return named(state, token, "definite description", f"{word} of the state of {owner.text}")
        leader = self.scene.person(owner.country, self._titles(word)) if word in self.speech.person_roles else None
        if leader is not None:
            return named(leader, token, "definite description", f"{word} of {owner.country} in this article")
        span = phrase(token)
        return owner._replace(text=span.text, char_start=span.start_char, char_end=span.end_char)

    def _titles(self, word: str) -> frozenset[str]:
        """A leader may bear any title; a president only that one."""
        return self.speech.person_roles if word == "leader" else frozenset({word})

    def _described(self, token: Token, _depth: int) -> list[Filler]:
        name = self.descriptions.single(token)
        return [named(name[0], token, name[1], name[2])] if name else []

    def _group(self, token: Token) -> list[Filler]:
        """What has no name stays as a phrase; people and bodies are told from things."""
        word = token.lemma_.lower()
        known = word in self.speech.groups or word in self.speech.state_roles or word in self.speech.person_roles
        return [unnamed(token, PEOPLE if known else THING)] if token.pos_ in {"NOUN", "PROPN", "NUM"} else []


def _by_pronoun(token: Token, filler: Filler) -> Filler:
    """The filler of a plural pronoun: where it has a name, the pronoun is the phrase that stands in the role."""
    found = filler._replace(resolution="pronoun", reason=f"{token.lower_} refers to {filler.text}")
    if filler.entity_id is None:
        return found
    return found._replace(text=token.text, char_start=token.idx, char_end=token.idx + len(token))


def _compounds(token: Token) -> list[Token]:
    return children(token, "amod", "compound", "nmod")


def is_actor(name: Name) -> bool:
    """Is it a state, body or person rather than a mere place?"""
    return acts(name) and (is_state(name) or name.type in {"PERSON", "ORG", "NORP"})
