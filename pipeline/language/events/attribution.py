"""According to whom: the reporting verb or noun over an event, "according to", and quotations that run on."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipeline.language.events.grammar import agent, children, is_passive, prepositional, surface_subject
from pipeline.language.events.participants import Participants
from pipeline.language.events.scene import PEOPLE, Filler, unnamed
from pipeline.language.events.speech import Speech
from pipeline.language.events.treaties import distinct

_MARKS = frozenset('"“”')


class Attribution:
    """Finds the sources of the events of one article."""

    def __init__(self, speech: Speech, participants: Participants) -> None:
        self.speech = speech
        self.participants = participants
        self.open_speaker: Token | None = None

    def sources(self, token: Token) -> list[Filler]:
        """Who is said to say so, the nearest reporting word first."""
        found = [s for source in self._source_tokens(token) for s in self._fillers(source)]
        if not found and self.open_speaker is not None:
            found = self._fillers(self.open_speaker)
        return distinct([f._replace(reason="reported by") for f in found])

    def _fillers(self, token: Token) -> list[Filler]:
        named = [f for f in self.participants.resolve(token) if f.entity_id or f.text]
        return named or ([] if token.pos_ in {"PRON", "DET"} else [unnamed(token, PEOPLE)])

    def _source_tokens(self, token: Token) -> Iterator[Token]:
        below = token
        yield from self._beside(token)
        for over in token.ancestors:
            source = self._over(over, below)
            if source is not None:
                yield source
            yield from self._beside(over)
            below = over

    def _over(self, over: Token, below: Token) -> Token | None:
        """The speaker, if `below` is what a verb or noun of saying reports."""
        lemma = over.lemma_.lower()
        if below.dep_ in {"ccomp", "parataxis"} and lemma in self.speech.say and over.pos_ in {"VERB", "AUX"}:
            return agent(over) if is_passive(over) else surface_subject(over)
        content = below.dep_ in {"acl", "ccomp"} or (below.dep_ == "prep" and below.lower_ in {"of", "about", "on"})
        if content and lemma in self.speech.say_nouns and over.pos_ == "NOUN":
            return over
        return None

    def _beside(self, token: Token) -> Iterator[Token]:
        """ "according to KCNA", "as reported by KCNA", "citing officials"."""
        for prep in children(token, "prep"):
            if prep.lower_ == "according":
                yield from prepositional(prep, "to")
            elif prep.lower_ in {"per", "citing"}:
                yield from children(prep, "pobj")
        for clause in children(token, "advcl"):
            as_said = any(m.lower_ == "as" for m in children(clause, "mark", "advmod"))
            if as_said and clause.lemma_.lower() in self.speech.say:
                said_by = agent(clause) or surface_subject(clause)
                if said_by is not None:
                    yield said_by

    def leave(self, sentence: Span) -> None:
        """After a sentence: remember its speaker if a quotation is still open at its end."""
        text = sentence.text.strip()
        opened = text.rfind("“") > text.rfind("”") or (text.count('"') % 2 == 1 and text[-1:] != '"')
        follows = text[-1:] in _MARKS and not opened
        speaker = self._speaker(sentence)
        if opened and speaker is not None:
            self.open_speaker = speaker
        elif speaker is not None or follows or not self._quoting(text):
            self.open_speaker = None

    def _quoting(self, text: str) -> bool:
        return self.open_speaker is not None and not any(mark in text[:-1] for mark in _MARKS)

    def _speaker(self, sentence: Span) -> Token | None:
        verbs = [t for t in sentence if t.pos_ == "VERB" and t.lemma_.lower() in self.speech.say]
        subjects = [s for v in verbs if (s := surface_subject(v)) is not None]
        return subjects[-1] if subjects else None
