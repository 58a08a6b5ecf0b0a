"""Who the parties of "the treaty" are: named with it, or with another mention of it in the article."""

from functools import cached_property

from spacy.tokens import Doc, Token

from pipeline.language.events.grammar import children, prepositional, subject_over, surface_subject
from pipeline.language.events.ontology import Ontology
from pipeline.language.events.participants import Participants
from pipeline.language.events.scene import Filler


class Treaties:
    """The agreements of an article, each with the states and people that are said to be in it."""

    def __init__(self, doc: Doc, ontology: Ontology, participants: Participants) -> None:
        self.doc = doc
        self.words = ontology.agreements
        self.papers = ontology.papers
        self.participants = participants

    def is_agreement(self, token: Token) -> bool:
        """Is the word one for an agreement?"""
        return token.lemma_.lower() in self.words

    @cached_property
    def known(self) -> list[tuple[int, list[Filler]]]:
        """Position and parties of each mention that names its parties."""
        mentions = [(t.i, self.own_parties(t)) for t in self.doc if self.is_agreement(t)]
        return [(i, parties) for i, parties in mentions if len(parties) > 1]

    def own_parties(self, token: Token) -> list[Filler]:
        """Parties named with it: "between A and B", "A's treaty with B", "A signed a treaty with B"."""
        inside = self._after(token)
        clauses = children(token, "relcl", "acl")
        inside = inside or [f for c in clauses for f in self._after(c)]
        owners = [f for c in children(token, "poss", "compound", "nmod") for f in self._names(c)]
        if len(inside) < 2 and len(owners) < 2:
            signers = [subject_over(token, 2), *(surface_subject(c) for c in clauses)]
            owners += [f for s in signers if s is not None for f in self._names(s)]
        return distinct([self._state(f) for f in (*owners, *inside) if f.entity_id])

    def _after(self, token: Token) -> list[Filler]:
        return [f for t in prepositional(token, "between", "with", "among") for f in self.participants.resolve(t)]

    def _names(self, token: Token) -> list[Filler]:
        """Fillers that a word names; nouns before the agreement count only if they are names."""
        label = token.dep_ in {"compound", "nmod"}
        return self.participants.resolve(token) if not label or token.ent_type_ else []

    def _state(self, party: Filler) -> Filler:
        """An agreement that leaders sign is between their states."""
        scene = self.participants.scene
        state = scene.state_of(party.country) if party.entity_id in scene.people else None
        return party if state is None else party._replace(entity_id=state.entity_id, mention_id=state.mention_id)

    def meant_by(self, token: Token | None) -> Token | None:
        """The agreement that "it", "the law" or "the document" mean where one is spoken of before."""
        if token is None or (token.lower_ != "it" and token.lemma_.lower() not in self.papers):
            return None
        before = [i for i, _ in self.known if i < token.i]
        return self.doc[before[-1]] if before else None

    def parties(self, token: Token) -> list[Filler]:
        """Parties of an agreement: its own, else those of the nearest mention before it, else after it."""
        own = self.own_parties(token)
        if len(own) > 1:
            return own
        others = sorted(self.known, key=lambda row: (row[0] > token.i, abs(row[0] - token.i)))
        agreeing = [p for _, p in others if not own or own[0].country in {f.country for f in p}]
        return agreeing[0] if agreeing else own

    def below(self, token: Token) -> Token | None:
        """The agreement that a verb or noun is about."""
        return next((t for t in token.subtree if t != token and t.i > token.i and self.is_agreement(t)), None)


def distinct(fillers: list[Filler]) -> list[Filler]:
    """Fillers with each entity, and each phrase without one, only once."""
    return list({f.entity_id or f.text: f for f in reversed(fillers)}.values())[::-1]
