"""Repairs to the edges of a name that the recogniser found."""

import re

from pipeline.language.names.candidate import Candidate
from pipeline.language.names.fold import plain
from pipeline.language.names.words import NameWords

_EDGE = ' \t\n\r\u00a0.,;:!?"“”„‟()[]{}<>*|/\\-–—_…•·~=+#@'
_POSSESSIVE = re.compile(r"['’]s?$|['’]S$")
_HYPHEN_TAIL = re.compile(r"-[a-z]{2,7}\b")
_FIRST = re.compile(r"^([^\W\d_][\w.’'-]*)[\s,]+")
_LINE = re.compile(r"[\n\r\t]|\s{3,}")


def repair(found: Candidate, text: str, words: NameWords) -> Candidate | None:
    """The name without what is not part of it; None if nothing remains."""
    start, end = _one_line(text, found.start, found.end)
    start, end = _trim(text, start, _before_bracket(text, start, end), words)
    if found.label == "PERSON":
        start, end = _person(text, (start, end), words)
    start = _drop_leading(text, (start, end), words)
    end = _drop_possessive(text, start, end)
    start, end = _trim(text, start, end, words)
    return found._replace(start=start, end=end) if start < end else None


def _one_line(text: str, start: int, end: int) -> tuple[int, int]:
    """A name does not run over a line's end: the longer side is kept."""
    sides = [(start, end)]
    while (cut := _LINE.search(text, *sides[-1])) is not None:
        left, right = sides.pop(), None
        right = (cut.end(), left[1])
        sides += [(left[0], cut.start()), right]
    return max(sides, key=lambda side: side[1] - side[0])


def _before_bracket(text: str, start: int, end: int) -> int:
    """The end of the name before a bracket that it does not close."""
    bracket = text.find(" (", start, end)
    return end if bracket < 0 or ")" in text[bracket:end] else bracket


def _trim(text: str, start: int, end: int, words: NameWords) -> tuple[int, int]:
    while start < end and text[start] in _EDGE + "'’‘`":
        start += 1
    while end > start and text[end - 1] in _EDGE and not _abbreviated(text, start, end, words):
        end -= 1
    return start, end


def _abbreviated(text: str, start: int, end: int, words: NameWords) -> bool:
    """Is the full stop at the end part of an abbreviation (`U.S.`, `Jr.`)?"""
    word = text[start:end].rsplit(" ", 1)[-1]
    return text[end - 1] == "." and (word.count(".") > 1 or word.lower() in words.surface.abbreviations)


def _drop_leading(text: str, span: tuple[int, int], words: NameWords) -> int:
    """Skip articles, honorifics in lower case, directions in lower case."""
    start, end = span
    skip = words.surface.leading | words.surface.directions
    while (match := _FIRST.match(text[start:end])) is not None:
        word = match.group(1)
        article = word in ("The", "A", "An")
        if not (article or (word.islower() and word.rstrip(".") in skip) or _past(word, words)):
            break
        start += match.end()
    return start


def _past(word: str, words: NameWords) -> bool:
    """Is the word a role or modifier in lower case, as in "former president Barack Obama"?"""
    return word.islower() and (word in words.titles.roles or word in words.titles.modifiers)


def _drop_possessive(text: str, start: int, end: int) -> int:
    match = _POSSESSIVE.search(text[start:end])
    return start + match.start() if match and match.start() > 0 else end


def _person(text: str, span: tuple[int, int], words: NameWords) -> tuple[int, int]:
    """A person's name without credits and titles, and with the tail behind its hyphen."""
    start, end = span
    tail = _HYPHEN_TAIL.match(text, end)
    end = tail.end() if tail and text[end - 1].isalpha() else end
    end = _drop_possessive(text, start, end)
    for credit in words.surface.credits:
        if plain(text[start:end]).startswith(credit + " "):
            start += len(credit) + 1
        elif plain(text[start:end]).endswith(" " + credit):
            end -= len(credit) + 1
    return _titles(text, start, end, words), end


def _titles(text: str, start: int, end: int, words: NameWords) -> int:
    """Skip titles, but never the last word."""
    known = words.titles.honorifics | words.titles.roles | words.titles.modifiers
    while (match := _FIRST.match(text[start:end])) is not None:
        if plain(match.group(1)).rstrip(".") not in known or start + match.end() >= end:
            break
        start += match.end()
    return start
