"""What a figure counts: the noun that the parse hangs the number on, with the words between."""

from typing import NamedTuple

from spacy.tokens import Span, Token

from pipeline.language.quantities.figures import Figure
from pipeline.language.quantities.words import Quantities

_NOUNS = ("NOUN", "PROPN")
_UP = ("nummod", "quantmod", "compound", "amod", "nmod", "advmod", "npadvmod")


class Counted(NamedTuple):
    """`noun` heads what is counted and `text` is its phrase; both None where the number stands alone."""

    number: Token
    noun: Token | None
    text: str | None
    partitive: bool = False  # the noun stands behind "of"


def counted(span: Span, figure: Figure, words: Quantities) -> Counted:
    """`span` holds the tokens of the figure."""
    number = span[-1] if span[-1].dep_ in _UP or len(span) == 1 else span.root
    modified, part = _head(number, span), _of(span, words)
    noun = modified or part or _next_noun(span)
    if noun is None:
        return Counted(number, None, _carrier(span, words) or _hurt(span, words))
    partitive = modified is None and part is not None
    return Counted(number, _conjunct(noun), _phrase(_conjunct(noun), span, partitive), partitive)


def _conjunct(noun: Token) -> Token:
    """The common noun that a first name shares the number with: "50,000 Russia and Korean troops"."""
    others = [t for t in noun.conjuncts if t.i > noun.i and t.pos_ == "NOUN"] if noun.pos_ == "PROPN" else []
    return others[0] if others else noun


def _carrier(span: Span, words: Quantities) -> str | None:
    """The noun before the number that carries it: "magnitude 6.3"."""
    before = span.doc[span.start - 1].lemma_.lower() if span.start else ""
    return before if before in words.nouns.named else None


def _head(number: Token, span: Span) -> Token | None:
    """The noun to the right that the number modifies, through the other words of the figure."""
    token = number
    for _ in range(len(span) + 2):
        if token.dep_ not in _UP or token.head.i == token.i:
            return None
        token = token.head
        if token.i >= span.end:
            return _whole(token) if token.pos_ in _NOUNS else None
    return None


def _whole(noun: Token) -> Token:
    """The last noun of a compound whose first part has the number: "31 Abrams tanks"."""
    joined = noun.dep_ in ("compound", "nmod") and noun.head.i > noun.i and noun.head.pos_ in _NOUNS
    return noun.head if joined else noun


def _of(span: Span, words: Quantities) -> Token | None:
    """The noun after "of": "thousands of soldiers"."""
    of = span.doc[span.end] if span.end < len(span.doc) else None
    if of is None or of.lower_ != words.of:
        return None
    return next((child for child in of.children if child.dep_ == "pobj"), None)


def _next_noun(span: Span) -> Token | None:
    """The noun straight after the number, where the parse went astray."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after if after is not None and after.pos_ == "NOUN" else None


def _phrase(noun: Token, span: Span, partitive: bool) -> str:
    """The words from behind the figure to the noun, less "of", articles and the number of the whole: "of 96 drones"."""
    tokens = span.doc[max(span.end, noun.left_edge.i) : noun.i + 1]
    kept = [t for t in tokens if t.dep_ not in ("det", "poss", "case", "punct") and t.i >= span.end]
    return " ".join(t.text for t in kept if not (partitive and t.like_num)) or noun.text


def _hurt(span: Span, words: Quantities) -> str | None:
    """What a bare number counts, by the words that it depends on or stands beside: "killing 15", "12 wounded"."""
    head = span.root.head
    near = [head, *head.children] if head.pos_ == "AUX" else [head]
    after = list(span.doc[span.end : span.end + 2])
    ordered = [*near, *after] if span.root.dep_ == "dobj" else [*after, *near]
    return next(
        (words.values.hurt[w] for t in ordered for w in (t.lower_, t.lemma_) if w in words.values.hurt),
        None,
    )
