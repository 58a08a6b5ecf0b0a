"""Who the parties of "the treaty" are: named with it, or with another mention of it in the article."""

from functools import cached_property

from spacy.tokens import Doc, Token

from pipeline.language.events.grammar import children, prepositional, subject_over
from pipeline.language.events.participants import Participants
from pipeline.language.events.scene import Filler


class Treaties:
    """The agreements of an article, each with the states and people that are said to be in it."""

    def __init__(self, doc: Doc, words: frozenset[str], participants: Participants) -> None:
        self.doc = doc
        self.words = words
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
        inside = [f for p in prepositional(token, "between", "with", "among") for f in self.participants.resolve(p)]
        owners = [f for c in children(token, "poss") for f in self.participants.resolve(c)]
        if len(inside) == 1 and not owners:
            signer = subject_over(token, 2)
            owners = self.participants.resolve(signer) if signer is not None else []
        return distinct([f for f in (*owners, *inside) if f.entity_id])

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
