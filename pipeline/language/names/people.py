"""People's names that the recogniser cut in two: "Yoon Suk" + "Yeol", "Maria Corina" + "Machado"."""

from collections.abc import Sequence

from pipeline.language.names.candidate import Candidate
from pipeline.language.names.tokens import Tokens

_LONGEST = 4  # words of a name that is put together


def whole_people(found: Sequence[Candidate], tokens: Tokens) -> list[Candidate]:
    """The candidates with halves of people's names joined."""
    out: list[Candidate] = []
    for candidate in found:
        if out and _one_name(out[-1], candidate, tokens):
            out[-1] = out[-1]._replace(end=candidate.end)
        else:
            out.append(candidate)
    starts = {candidate.start for candidate in out}
    return [_extended(c, tokens, starts) if c.label == "PERSON" else c for c in out]


def _one_name(a: Candidate, b: Candidate, tokens: Tokens) -> bool:
    """Are two people's names side by side in one noun phrase one name?"""
    if (a.label, b.label) != ("PERSON", "PERSON") or tokens.text[a.end : b.start] != " ":
        return False
    first, second = tokens.span(a.start, a.end), tokens.span(b.start, b.end)
    joined = first.root.head in second or second.root.head in first
    return joined and len(tokens.text[a.start : b.end].split()) <= _LONGEST


def _extended(found: Candidate, tokens: Tokens, starts: set[int]) -> Candidate:
    """With the capitalised word behind it, if the grammar makes the name part of that word."""
    span = tokens.span(found.start, found.end)
    if span.end >= len(tokens.doc) or tokens.text[found.end : found.end + 1] != " ":
        return found
    after = tokens.doc[span.end]
    part = span.root.head == after and span.root.dep_ == "compound" and after.pos_ == "PROPN"
    free = not after.ent_type_ and after.idx not in starts and after.text.isalpha() and after.text.istitle()
    return found._replace(end=after.idx + len(after)) if part and free and len(span) > 1 else found
