"""What a rule finds: the word of reporting, who reports, and what."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from spacy.tokens import Doc, Token


class Extent(NamedTuple):
    """Tokens [start, end) of a Doc."""

    start: int
    end: int

    def __contains__(self, place: object) -> bool:
        return isinstance(place, int) and self.start <= place < self.end


class Found(NamedTuple):
    """An attribution in tokens: the words of reporting, the head of the source, the content, and the rule."""

    cue: Extent
    head: Token
    source: Token | None
    content: Extent
    reason: str


def extent(tokens: Iterable[Token], without: Collection[int] = ()) -> Extent | None:
    """From the first to the last of the tokens, punctuation at the ends left out; None if nothing is left."""
    places = sorted(t.i for t in tokens if t.i not in without)
    return trimmed(Extent(places[0], places[-1] + 1), next(iter(tokens)).doc) if places else None


def trimmed(span: Extent, doc: Doc) -> Extent | None:
    """Without commas, dashes, stops and white space at its ends; quotation marks stay."""
    start, end = span
    while start < end and _loose(doc[start]):
        start += 1
    while start < end and _loose(doc[end - 1]):
        end -= 1
    return Extent(start, end) if start < end else None


def _loose(token: Token) -> bool:
    return token.is_space or (token.is_punct and not token.is_quote and not token.is_bracket)
