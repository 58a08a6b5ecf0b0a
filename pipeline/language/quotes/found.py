"""What a rule finds: the word of reporting, who reports, and what."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from spacy.tokens import Doc, Token


class Extent(NamedTuple):
    """Tokens [start, end) of a Doc."""

    start: int
    end: int


class Found(NamedTuple):
    """An attribution in tokens: the words of reporting with their head, the head of the source, the content.

    `rule` names the construction, `direct` says whether the content may run on through quotations.
    """

    cue: Extent
    head: Token
    source: Token | None
    content: Extent
    rule: str
    direct: bool = False


def extent(tokens: Iterable[Token], without: Collection[int] = ()) -> Extent | None:
    """From the first to the last of the tokens, punctuation at the ends left out; None if nothing is left."""
    kept = [t for t in tokens if t.i not in without]
    if not kept:
        return None
    places = [t.i for t in kept]
    return _trimmed(min(places), max(places) + 1, kept[0].doc)


def _trimmed(start: int, end: int, doc: Doc) -> Extent | None:
    """Without commas, dashes, stops and white space at its ends; quotation marks stay."""
    while start < end and _loose(doc[start]):
        start += 1
    while start < end and _loose(doc[end - 1]):
        end -= 1
    return Extent(start, end) if start < end else None


def _loose(token: Token) -> bool:
    return token.is_space or (token.is_punct and not token.is_quote and not token.is_bracket)
