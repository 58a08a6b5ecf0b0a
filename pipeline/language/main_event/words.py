"""The content words of a clause or sentence, to see whether two tell the same."""

from collections.abc import Iterable

from spacy.tokens import Token

from pipeline.language.main_event.clauses import Clause

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_SHORT = 3  # letters of a word too short to be a plural: "gas"


def content(tokens: Iterable[Token]) -> frozenset[str]:
    """Lemmas of content words."""
    return frozenset(_lemma(t) for t in tokens if t.pos_ in _CONTENT)


def clause_words(clause: Clause) -> frozenset[str]:
    """Lemmas of the predicate, of its subject and of its objects."""
    below = (t for c in clause.head.children if c.dep_ not in {"conj", "advcl"} for t in _close(c))
    subject = [] if clause.subject is None else _close(clause.subject)
    return content([clause.head, *below, *subject])


def _close(token: Token) -> list[Token]:
    """A word and what stands near it below it."""
    return [token, *token.children, *(t for c in token.children if c.dep_ == "prep" for t in c.children)]


def _lemma(token: Token) -> str:
    """A headline's capitals keep the lemmatizer from "Approves"."""
    lemma = token.lemma_.lower()
    return lemma.removesuffix("s") if token.pos_ == "PROPN" and len(lemma) > _SHORT else lemma
