"""Who did it: the subject of the clause, by the fullest name that the opening has for him."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from pipeline.language.article import Name
from pipeline.language.events.grammar import children, conjuncts
from pipeline.language.events.participants import Participants
from pipeline.language.events.scene import Scene, acts
from pipeline.language.main_event.opening import Line
from pipeline.language.main_event.phrases import Phrases


class Doer(NamedTuple):
    """The words, and the ids of whom they mean."""

    span: Span
    ids: tuple[str, ...]


class Doers:
    """Answers for one article."""

    def __init__(self, scene: Scene, participants: Participants, phrases: Phrases, lines: Sequence[Line]) -> None:
        self.scene = scene
        self.participants = participants
        self.phrases = phrases
        self.lines = lines

    def of(self, subject: Token) -> Doer | None:
        """None for a pronoun that stands for nobody known."""
        ids = tuple(dict.fromkeys(f.entity_id for f in self.participants.resolve(subject) if f.entity_id))
        phrase = self.phrases.noun(subject)
        if subject.pos_ in {"PRON", "DET"}:
            name = self._fullest(ids[0]) if len(ids) == 1 else None
            return Doer(name.span, ids) if name is not None else None
        own = self.scene.at.get(subject.i) or self._apposed(subject)
        if own is not None and own.span.start > subject.i:
            return Doer(own.span, (own.entity_id,))
        if own is None or len(conjuncts(subject)) > 1:
            return Doer(phrase, ids)
        name = self._fullest(own.entity_id) or own
        return Doer(max((own.span, name.span), key=len), ids)

    def entity(self, subject: Token | None) -> str | None:
        """The thing that a subject names, by itself or beside it."""
        if subject is None:
            return None
        name = self.scene.at.get(subject.i) or self._apposed(subject)
        return name.entity_id if name is not None else None

    def _apposed(self, subject: Token) -> Name | None:
        """ "the football body, FIFA", "the minister and party leader, Mr Gobin": the name that stands beside."""
        for word in conjuncts(subject):
            for beside in _beside(word):
                if (name := self.scene.at.get(beside.i)) is not None and acts(name):
                    return name
        return None

    def _fullest(self, entity_id: str) -> Name | None:
        """The longest name of the thing in the opening; the first of two alike."""
        spans = [(line.span.start, line.span.end) for line in self.lines]
        names = [n for n in self.scene.names if n.entity_id == entity_id and n.role != "adjective"]
        inside = [n for n in names if any(a <= n.span.start < b for a, b in spans)]
        return max(inside or names, key=lambda n: (len(n.span), not n.span.text.isupper()), default=None)


def _beside(word: Token) -> list[Token]:
    """What is apposed to a word, and to that."""
    found = children(word, "appos")
    for link in found:
        found += children(link, "appos")
    return found
