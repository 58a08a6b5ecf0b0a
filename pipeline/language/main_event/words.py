"""The content words of a clause or sentence, to see whether two tell the same."""

import re
from collections.abc import Iterable

from spacy.tokens import Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_WORD = re.compile(r"\w+")
_SHORT = 3  # letters of a word too short to be a plural: "gas"


def content(tokens: Iterable[Token]) -> frozenset[str]:
    """Lemmas of content words."""
    return frozenset(_lemma(t) for t in tokens if t.pos_ in _CONTENT)


def plain(text: str) -> frozenset[str]:
    """The words of a title that is not part of the parsed text, without the ending of the plural."""
    words = (w.lower() for w in _WORD.findall(text))
    return frozenset(form for w in words if len(w) > _SHORT for form in (w, w.removesuffix("s")))


def core(head: Token, subject: Token | None) -> frozenset[str]:
    """Lemmas of a predicate, of its subject and of its objects."""
    below = (t for c in head.children if c.dep_ not in {"conj", "advcl"} for t in _close(c))
    return content([head, *below, *(_close(subject) if subject is not None else [])])


def _close(token: Token) -> list[Token]:
    """A word and what stands near it below it."""
    below = list(token.children)
    return [token, *below, *(t for c in below if c.dep_ == "prep" for t in c.children)]


def _lemma(token: Token) -> str:
    """A headline's capitals keep the lemmatizer from "Approves"."""
    lemma = token.lemma_.lower()
    return lemma.removesuffix("s") if token.pos_ == "PROPN" and len(lemma) > _SHORT else lemma
