"""Quotations of a text: what stands between double quotation marks, also where one of the two is missing."""

import re
from typing import NamedTuple

from pipeline.language.paragraphs import paragraphs

_MARK = re.compile(r"[“”„«»\"]|''|``")
_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»"})


class Quotation(NamedTuple):
    """Offsets of a quotation, marks included, end exclusive; `closed` is False if it never ends in its paragraph."""

    start: int
    end: int
    closed: bool


def quotations(text: str) -> list[Quotation]:
    """The quotations of a text in order. None crosses a paragraph: one that never closes runs to its end."""
    return [found for start, end in paragraphs(text) for found in _within(text, start, end)]


def _within(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for mark in _MARK.finditer(text, start, end):
        if _opens(mark, text, start, opened is not None):
            opened = mark.start()
        elif opened is not None:
            found.append(Quotation(opened, mark.end(), closed=True))
            opened = None
    return [*found, Quotation(opened, end, closed=False)] if opened is not None else found


def _opens(mark: re.Match[str], text: str, start: int, inside: bool) -> bool:
    """A straight mark opens if a space is before it and none behind; where that is unclear, if nothing is open."""
    if mark.group() in _OPENING | _CLOSING:
        return mark.group() in _OPENING
    before = mark.start() == start or not (text[mark.start() - 1].isalnum() or text[mark.start() - 1] in ".,!?…;")
    behind = text[mark.end() : mark.end() + 1]
    after = bool(behind) and not behind.isspace() and behind not in ".,;:!?)"
    return before and after if before or not after else not inside
