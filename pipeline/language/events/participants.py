"""Who a phrase means: a name, a pronoun, a description, or what belongs to one of them."""

from spacy.tokens import Token

from pipeline.language.events.descriptions import Descriptions
from pipeline.language.events.grammar import agent, children, conjuncts, described, prepositional, surface_subject
from pipeline.language.events.pronouns import antecedent_name, is_person, plural_antecedent, speaker_name
from pipeline.language.events.scene import PEOPLE, THING, Filler, Scene, acts
from pipeline.language.events.speech import Speech

_DEPTH = 5
_OWNERS = ("of", "by", "from", "in", "to", "on", "about", "over", "for", "against")
_NOUNS = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "VERB"})
_LABELS = ("amod", "compound", "nmod")


class Participants:
    """Resolves the head word of an argument to fillers."""

    def __init__(self, scene: Scene, speech: Speech) -> None:
        self.scene = scene
        self.speech = speech
        self.descriptions = Descriptions(scene, speech)

    def resolve(self, token: Token, depth: int = _DEPTH) -> list[Filler]:
        """The fillers of a noun and of what is joined to it, each entity once. A time is nobody."""
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
            return [self.scene.named(name, token, "named", "named in the phrase")]
        if token.i in self.scene.times:
            return []
        if token.pos_ in {"VERB", "AUX"} and not children(token, "det"):
            subject = surface_subject(token)
            return self.resolve(subject, depth) if subject is not None else []
        if token.pos_ in {"PRON", "DET"} and token.lower_ not in self.speech.pair_words | self.speech.parts:
            return self._pronoun(token, depth)
        return self._noun(token, depth)

    def _pronoun(self, token: Token, depth: int) -> list[Filler]:
        over = described(token)
        if over is not None:
            return [_by_pronoun(token, filler) for filler in self.resolve(over, depth)]
        name = speaker_name(token, self.scene, self.speech) or antecedent_name(token, self.scene)
        if name is not None:
            filler = self.scene.named(name, token, "pronoun", f"{token.lower_} refers to {name.span.text}")
            return [filler._replace(called=self.scene.named(name, name.span.root, "named", "").text)]
        head = plural_antecedent(token)
        fillers = self.resolve(head, depth) if head is not None else []
        return [_by_pronoun(token, filler) for filler in fillers] or self._nobody_known(token)

    def _nobody_known(self, token: Token) -> list[Filler]:
        """A pronoun whose noun is not known is still who it was."""
        return [self.scene.unnamed(token, PEOPLE if is_person(token) else THING)]

    def _noun(self, token: Token, depth: int) -> list[Filler]:
        steps = (self._whole, self._pair, self._apposed, self._owned, self._described)
        found = next((fillers for step in steps if (fillers := step(token, depth))), [])
        return found or self._group(token)

    def _whole(self, token: Token, depth: int) -> list[Filler]:
        """ "most of the troops", "thousands of soldiers": whom the part belongs to."""
        if token.lemma_.lower() not in self.speech.parts and token.pos_ != "NUM":
            return []
        whole = [f for o in prepositional(token, "of") for f in self.resolve(o, depth)]
        return [self._in(token, f) for f in whole] if len(whole) == 1 else whole

    def _pair(self, token: Token, _depth: int) -> list[Filler]:
        return self.descriptions.pair(token)

    def _apposed(self, token: Token, depth: int) -> list[Filler]:
        """ "the country's president, Kim": the name beside it; "groups, including Hamas": they and the names."""
        beside = self._names(children(token, "appos"))
        if beside:
            return beside
        listed = self._names([t for c in prepositional(token, "including") for t in conjuncts(c)])
        return [*(self._owned(token, depth) or self._group(token)), *listed] if listed else []

    def _names(self, tokens: list[Token]) -> list[Filler]:
        names = [n for t in tokens if (n := self.scene.at.get(t.i)) and acts(n)]
        return [self.scene.named(n, n.span.root, "named", "named beside the phrase") for n in names]

    def _owned(self, token: Token, depth: int) -> list[Filler]:
        """ "North Korean troops", "Russia's parliament", "forces of Kyiv", "aid sent by Cuba": whose it is."""
        owners, labels = children(token, "poss"), self._labelled(token)
        pronoun = labels and all(c.pos_ == "PRON" for c in owners)
        near = labels if pronoun else [f for c in owners for f in self.resolve(c, depth)] or labels
        further = () if near else (*prepositional(token, *_OWNERS), *_doers(token))
        fillers = near or [f for o in further for f in self.resolve(o, depth)]
        known = [f for f in fillers if f.entity_id]
        return [self._standing_for(token, f, len(known) > 1) for f in known]

    def _labelled(self, token: Token) -> list[Filler]:
        """Names before the noun: "US and South Korean officials"."""
        parts = [t for c in children(token, *_LABELS) for t in (*conjuncts(c), *children(c, *_LABELS))]
        names = [n for t in parts if (n := self.scene.at.get(t.i)) and acts(n)]
        return list({n.entity_id: self.scene.named(n, token, "named", "belongs to it") for n in names}.values())

    def _standing_for(self, token: Token, owner: Filler, shared: bool) -> Filler:
        """The leader himself where the article names him, else the owner, with the whole phrase as text.

        Leaders of one state are several people; `shared`: of several, one each.
        """
        word, scene = token.lemma_.lower(), self.scene
        state = scene.state_of(owner.country) if owner.entity_id in scene.people else None
        if state is not None and word in self.speech.state_roles | self.speech.states:
            return scene.named(state, token, "definite description", f"{word} of the state of {owner.text}")
        one = word in self.speech.person_roles and (token.tag_ != "NNS" or shared)
        leader = scene.person(owner.country, self._titles(word)) if one else None
        if leader is not None:
            return scene.named(leader, token, "definite description", f"{word} of {owner.country} in this article")
        return self._in(token, owner)._replace(called="")

    def _in(self, token: Token, filler: Filler) -> Filler:
        """The same, with the whole phrase as text."""
        span = self.scene.phrase(token)
        return filler._replace(text=span.text, char_start=span.start_char, char_end=span.end_char, head=token.idx)

    def _titles(self, word: str) -> frozenset[str]:
        """A leader may bear any title; a president only that one."""
        return self.speech.person_roles if word == "leader" else frozenset({word})

    def _described(self, token: Token, _depth: int) -> list[Filler]:
        name = self.descriptions.single(token)
        return [self.scene.named(name[0], token, name[1], name[2])] if name else []

    def _group(self, token: Token) -> list[Filler]:
        """What has no name stays as a phrase; people and bodies are told from things."""
        reason = PEOPLE if self.speech.is_people(token.lemma_.lower()) else THING
        return [self.scene.unnamed(token, reason)] if token.pos_ in _NOUNS else []


def _doers(token: Token) -> list[Token]:
    """Who stands after "by" in a clause on a noun: "the policy imposed by Rome"."""
    return [by for clause in children(token, "acl") if (by := agent(clause)) is not None]


def _by_pronoun(token: Token, filler: Filler) -> Filler:
    """The filler of a plural pronoun: the pronoun is the phrase that stands in the role."""
    found = filler._replace(resolution="pronoun", reason=f"{token.lower_} refers to {filler.text}", called=filler.text)
    return found._replace(text=token.text, char_start=token.idx, char_end=token.idx + len(token), head=token.idx)
