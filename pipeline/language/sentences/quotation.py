"""Which stretches of a paragraph stand inside double quotation marks?"""

import re

# A quotation that never closes runs on to the end of its paragraph, as newspapers set a speech of several
# paragraphs; a straight mark does so only where it opens the paragraph, for elsewhere it may be a stray.
_QUOTED = re.compile(r"[“„«][^”»“]*[”»“]?|\"[^\"]*\"|\A\"[^\"]*\Z")
_WORD = re.compile(r"\w+")

Spans = list[tuple[int, int]]


def quoted(paragraph: str) -> Spans:
    """Offsets [start, end) into the paragraph of its quotations, marks included, in order."""
    return [m.span() for m in _QUOTED.finditer(paragraph)]


def inside(place: int, spans: Spans) -> bool:
    """Is the offset inside one of the spans?"""
    return any(start <= place < end for start, end in spans)


def words_in_and_out(text: str, offset: int, spans: Spans) -> tuple[int, int]:
    """How many words of `text`, which begins at `offset`, are inside the spans, and how many outside."""
    places = [offset + m.start() for m in _WORD.finditer(text)]
    within = sum(inside(place, spans) for place in places)
    return within, len(places) - within
