"""Names that a known place makes with the words around it: regions, wars, bare directions."""

from collections.abc import Iterator, Sequence

from pipeline.language.names.candidate import RULE, Candidate
from pipeline.language.names.gazetteer import Hit
from pipeline.language.names.patterns import Patterns


def regions(hits: Sequence[Hit], text: str, patterns: Patterns) -> Iterator[Candidate]:
    """`Kursk region`: a known place below the state, with the noun behind it."""
    for hit in hits:
        low = any(a.entry.type == "GPE" and a.entry.iso3 is None and a.role != "adjective" for a in hit.aliases)
        match = patterns.after_place.match(text, hit.end) if low else None
        if match:
            yield Candidate(hit.start, match.end(), "GPE", "rule: noun after a place", RULE)


def wars(hits: Sequence[Hit], text: str, patterns: Patterns) -> Iterator[Candidate]:
    """`Ukraine war`, `Russia-Ukraine conflict`, `Sudanese civil war`: a war behind its place."""
    last: Hit | None = None
    for hit in hits:
        match = patterns.after_party.match(text, hit.end)
        parties = [a for a in hit.aliases if a.entry.type in ("GPE", "LOC")]
        pair = last is not None and text[last.end : hit.start] in ("-", "–") and _is_place(last)
        if match and parties and (pair or match["civil"] or any(a.role == "name" for a in parties)):
            start = last.start if pair and last else hit.start
            yield Candidate(start, match.end(), "EVENT", "rule: war behind a place", RULE)
        last = hit


def bare(text: str, offset: int, patterns: Patterns) -> Iterator[Candidate]:
    """`the North`; whether the article is about Korea is for the caller to ask."""
    for match in patterns.bare.finditer(text):
        start, end = match.span("word")
        yield Candidate(offset + start, offset + end, "GPE", "rule: direction that stands for a state", RULE)


def _is_place(hit: Hit) -> bool:
    return any(a.entry.type in ("GPE", "LOC", "ORG") for a in hit.aliases)
