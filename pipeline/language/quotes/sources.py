"""The phrase that names a source."""

from spacy.tokens import Token

from pipeline.language.events.grammar import SUBJECTS, child
from pipeline.language.quotes.found import Extent, Found, extent


def source_span(found: Found) -> tuple[int, int] | None:
    """Offsets of the whole phrase, with what describes the source, up to the word of reporting; None if nobody."""
    tokens = _tokens(found)
    if tokens is None:
        return None
    doc, last = found.head.doc, found.head.doc[tokens.end - 1]
    return doc[tokens.start].idx, last.idx + len(last)


def _tokens(found: Found) -> Extent | None:
    source = found.source
    if source is None:
        return None
    start, end = source.left_edge.i, source.right_edge.i + 1
    if start <= found.head.i < end:
        start, end = (start, _relative(found.head, source)) if source.i < found.head.i else (found.cue.end, end)
    if start <= found.content.start < end and source.i < found.content.start:
        end = min(end, found.content.start)
    return extent(source.doc[start:end])


def _relative(verb: Token, source: Token) -> int:
    """Where the source of a clause on it ends: behind "who", or behind the noun."""
    subject = child(verb, *SUBJECTS)
    inside = subject is not None and source.i < subject.i < verb.i
    return subject.i + 1 if subject is not None and inside else source.i + 1
