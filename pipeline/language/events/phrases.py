"""The words of a phrase that stands in a role: the noun, what stands before it, and what belongs to it behind it."""

from collections.abc import Container

from spacy.tokens import Span, Token

from pipeline.language.events.grammar import agent

_APART = frozenset({"punct", "cc", "preconj"})
_CLOSE = frozenset(
    {"of", "in", "on", "against", "by", "for", "from", "with", "to", "at", "near", "between", "among", "about"}
)
_DEPTH = 3  # how many prepositions deep a phrase goes on
_NOWHEN: frozenset[int] = frozenset()


def phrase(token: Token, times: Container[int] = _NOWHEN) -> Span:
    """ "some parts of North Sinai", "sanctions against Iran"; not when. `times`: positions of words that tell times."""
    return token.doc[start(token) : end(token, times)]


def start(token: Token) -> int:
    """Where what stands before a noun begins: "some North Korean soldiers"."""
    lefts = [c for c in token.lefts if c.dep_ not in _APART]
    return lefts[0].left_edge.i if lefts else token.i


def end(token: Token, times: Container[int] = _NOWHEN, depth: int = _DEPTH) -> int:
    """One past the last word that belongs to a noun: behind it, prepositions or "imposed by" with their nouns."""
    last = token.i + 1
    for after in token.rights:
        if after.i == last and after.dep_ == "prep" and after.lower_ in _CLOSE and depth:
            last = max((_joined(o, times, depth - 1) for o in after.children if _thing(o, times)), default=last)
        elif after.i == last and after.dep_ == "acl" and depth and (by := agent(after)) is not None:
            last = _joined(by, times, depth - 1)
    return last


def _thing(token: Token, times: Container[int]) -> bool:
    return token.dep_ == "pobj" and token.i not in times


def _joined(token: Token, times: Container[int], depth: int) -> int:
    """The end of a noun and of those joined to it: "between Qatar and its neighbours"."""
    ends = [end(token, times, depth)]
    ends += [_joined(c, times, depth) for c in token.children if c.dep_ == "conj" and depth and c.i not in times]
    return max(ends)
