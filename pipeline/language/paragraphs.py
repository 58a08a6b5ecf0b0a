"""Where paragraphs begin and end in plain text, also where lines are wrapped by hand."""

import re
from itertools import pairwise

from pipeline.language.front_matter import front_matter

_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
_FULL_STOP = re.compile(r"[.!?:…][\"'”’)\]]*\s*$")
_WIDEST = 100  # characters: old wires wrap at 60 to 80, and no paragraph of a web page is all that short


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets [start, end) of each paragraph of `text`, blank ones left out, in order; front matter is one."""
    opening = front_matter(text)
    begin = opening.end if opening else 0
    lines = [m.span() for m in _LINE.finditer(text, begin) if m.group().strip()]
    joined = _wrapped(text, lines)
    out: list[tuple[int, int]] = []
    for start, end in lines:
        if joined and out and _continues(text, out[-1][1], start):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return [_trim(text, *span) for span in ([(0, begin), *out] if begin else out)]


def _wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Do most line breaks fall inside a sentence, as in text that is wrapped by hand?"""
    inner = [a for a, b in pairwise(lines) if _continues(text, a[1], b[0])]
    broken = [span for span in inner if not _FULL_STOP.search(text[slice(*span)])]
    return len(inner) >= 2 and len(broken) > len(inner) / 2 and max(b - a for a, b in lines) <= _WIDEST


def _continues(text: str, end: int, start: int) -> bool:
    """Is only a single line break, and no indent, between two lines?"""
    return text[end:start] in ("\n", "\r\n", "\r") and not text[start].isspace()


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at its ends."""
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), start + len(inner.rstrip())
