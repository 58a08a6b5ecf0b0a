"""Where the strings of the gold stand in an article, whatever its line breaks, quotes and dashes."""

import re

from pipeline.evaluation.gold import GoldDate
from pipeline.evaluation.spans import Span, shared

_ALIKE = ("'‘’‚‛′`", '"“”„‟″', "-–—−‐‑")


def find(text: str, needle: str, whole_words: bool = False) -> list[Span]:
    """Every place of the needle."""
    pattern = "".join(_alike(part) for part in re.findall(r"\s+|\S", needle.strip()))
    pattern = rf"(?<!\w){pattern}(?!\w)" if whole_words else pattern
    return [Span(*hit.span()) for hit in re.finditer(pattern, text)] if needle.strip() else []


def line_or_phrase(text: str, string: str) -> Span | None:
    """The line that the string fills, else its first place unless it is one word, which the story may use too."""
    hits = find(text, string)
    lines = [hit for hit in hits if _fills_line(text, hit)]
    return next(iter(lines or (hits if " " in string.strip() else [])), None)


def date_places(text: str, gold: GoldDate) -> list[Span]:
    """Where a gold date stands within its context, then its other accepted extents there."""
    context = next(iter(find(text, gold.context)), None)
    inside = [hit for hit in find(text, gold.texts[0]) if context is None or _within(hit, context)]
    return inside[:1] + [
        hit for other in gold.texts[1:] for hit in find(text, other) if any(shared(hit, place) for place in inside[:1])
    ]


def _fills_line(text: str, span: Span) -> bool:
    before, after = text[: span.start].rpartition("\n")[2], text[span.end :].partition("\n")[0]
    return not (before + after).strip()


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _alike(part: str) -> str:
    if part.isspace():
        return r"\s+"
    group = next((group for group in _ALIKE if part in group), part)
    return f"[{re.escape(group)}]" if len(group) > 1 else re.escape(part)
