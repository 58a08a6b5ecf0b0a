"""The words about a match."""

from spacy.tokens import Span, Token

PLURAL = "NNS"  # the tag of a plural noun


def before(span: Span) -> Token | None:
    """The token before it in its sentence."""
    return None if not span.start or span[0].is_sent_start else span.doc[span.start - 1]


def after(span: Span) -> Token | None:
    """The token after it in its sentence."""
    return None if span.end >= len(span.doc) or span.doc[span.end].is_sent_start else span.doc[span.end]


def tail(span: Span) -> str:
    """The next word, a hyphen left out."""
    following = span.doc[span.end : span.end + 2]
    return next((token.lower_ for token in following if token.text != "-"), "")


def part_of_something(span: Span, words: frozenset[str]) -> bool:
    """Does it go on with one of these words: the last year of the war; not "a profit last year of $2"?"""
    following = after(span)
    if following is None or following.lower_ not in words:
        return False
    return following.i + 1 >= len(span.doc) or following.nbor().tag_ not in ("$", "SYM")
