"""Lines that state a publication date: "Published 12 November 2024", bylines, datelines."""

import re
from collections.abc import Iterator

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.stated import Clue, stated_clue, stated_span

_LINE = re.compile(r"[^\n\r]+")
_TOP, _BOTTOM = (
    12,
    6,
)  # lines from the top and from the bottom that can state it; between them it is the story
_LONGEST = 140  # characters of a line that states a date and tells no story
_SPARE = 24  # letters that may stand beside a date alone on its line: a clock time, a zone, a weekday
_PLACE = re.compile(r"(?:\([A-Z][\w /-]*\)\s*)?[A-Z][A-Z.'’-]+(?:[ ,/]+[A-Z][\w.'’-]*){0,6},?\s*\(?")
_HEAD = 90  # characters in which a dateline ends


def line_clues(text: str, grammar: Grammar) -> Iterator[Clue]:
    """The clues of the first and last lines."""
    lines = list(_LINE.finditer(text))
    edge = lines if len(lines) <= _TOP + _BOTTOM else lines[:_TOP] + lines[-_BOTTOM:]
    for line in edge:
        clue = _stated(line[0], grammar) or _dateline(line[0], grammar)
        if clue is not None:
            start, end = clue.char_start or 0, clue.char_end or len(line[0])
            yield clue._replace(char_start=line.start() + start, char_end=line.start() + end)


def _stated(line: str, grammar: Grammar) -> Clue | None:
    """A line that is about its publication, or nothing but a date."""
    low = line.strip().lower()
    if len(low) > _LONGEST:
        return None
    kind = "stated" if low.startswith(grammar.stated["published"]) else "byline"
    if kind == "byline" and not low.startswith(grammar.stated["byline"]) and not _bare(line):
        return None
    span, clue = stated_span(line), stated_clue(line, kind)
    if clue is None or span is None or line.rstrip().endswith("."):
        return None
    return clue._replace(char_start=span[0], char_end=span[1], text=line[slice(*span)])


def _bare(line: str) -> bool:
    """Is there hardly anything on the line but the date?"""
    span = stated_span(line)
    return span is not None and sum(c.isalpha() for c in line[: span[0]] + line[span[1] :]) <= _SPARE


def _dateline(line: str, grammar: Grammar) -> Clue | None:
    """SEOUL, Nov 12 (Yonhap) --; the year is seldom said."""
    match = grammar.dateline.search(line[:_HEAD].lower())
    if match is None or not _PLACE.fullmatch(line[: match.start()].lstrip()):
        return None
    month = int(grammar.value("month", match["month"] or match["month2"]))
    day, year = int(match["day"] or match["day2"]), match["year"]
    span = match.start(), match.end("date")
    if year is not None:
        clue = stated_clue(f"{year}-{month:02d}-{day:02d}", "dateline")
        return clue and clue._replace(char_start=span[0], char_end=span[1], text=line[slice(*span)])
    value, reason = f"XXXX-{month:02d}-{day:02d}", "dateline without a year"
    return Clue(*span, line[slice(*span)], "dateline", None, None, value, None, reason)
