"""Who says a quotation."""

from spacy.tokens import Doc, Token

_AROUND = (0, 1, -1, -2)  # sentences in which the verb of saying is looked for, from the quotation's own


class Speakers:
    """The subjects of the verbs of saying of one article, for the words that stand inside quotation marks."""

    def __init__(self, doc: Doc, quoted: list[bool], say: frozenset[str]) -> None:
        self.quoted = quoted
        self.verbs = [[t for t in s if self._says(t, say)] for s in doc.sents]
        self.sentence = [number for number, sentence in enumerate(doc.sents) for _ in sentence]

    def of(self, word: Token) -> int | None:
        """The number of the token that is the speaker of a quoted word; None if none is found near."""
        for step in _AROUND:
            number = self.sentence[word.i] + step
            for verb in self._near(number, word):
                subject = self._subject(verb)
                if subject is not None and subject != word:
                    return subject.i
        return None

    def _says(self, token: Token, say: frozenset[str]) -> bool:
        return token.pos_ == "VERB" and not self.quoted[token.i] and token.lemma_.lower() in say

    def _near(self, number: int, word: Token) -> list[Token]:
        """The verbs of saying of a sentence, the nearest first."""
        verbs = self.verbs[number] if 0 <= number < len(self.verbs) else []
        return sorted(verbs, key=lambda verb: abs(verb.i - word.i))

    def _subject(self, verb: Token) -> Token | None:
        return next((c for c in verb.children if c.dep_ == "nsubj" and not self.quoted[c.i]), None)
