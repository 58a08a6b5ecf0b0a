"""Later mentions of a name that the recogniser overlooked: "Trump vowed" after "Donald Trump"."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from pipeline.language.names.candidate import MODEL, Candidate
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.language.names.tokens import Tokens

_SHORTEST = 3
_MORE = re.compile(r"[ -][A-Z][a-z]")


def repeats(
    found: Sequence[Candidate], spans: Sequence[tuple[int, int]], tokens: Tokens, gazetteer: Gazetteer
) -> list[Candidate]:
    """Untagged repeats, in the sentences at `spans`, of names of people and organisations found elsewhere."""
    labels = _names(found, tokens.text, gazetteer)
    if not labels:
        return []
    pattern = re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(labels, key=_longest_first)))})(?![\w])(?!-[a-z])"
    )
    matches = (match for span in spans for match in pattern.finditer(tokens.text, *span))
    free = _untaken(matches, [(c.start, c.end) for c in found])
    named = _mostly_names([match for match in free if _name_here(match, tokens)], found, labels, tokens.text)
    return [Candidate(*m.span(), labels[m.group()], "rule: repeat of a name", MODEL) for m in named]


def _mostly_names(
    matches: Sequence[re.Match[str]], found: Sequence[Candidate], labels: dict[str, str], text: str
) -> Iterator[re.Match[str]]:
    """The matches of people's names, and of other names that the recogniser saw more often than it overlooked them:
    what it took for a name once in ten times ("the Kingdom") is hardly one.
    """
    seen = Counter(text[c.start : c.end] for c in found)
    overlooked = Counter(match.group() for match in matches)
    for match in matches:
        name = match.group()
        if labels[name] == "PERSON" or seen[name] >= overlooked[name]:
            yield match


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def _names(found: Sequence[Candidate], text: str, gazetteer: Gazetteer) -> dict[str, str]:
    """Surface -> label: full names, and the family names of people."""
    out: dict[str, str] = {}
    for c in found:
        surface = text[c.start : c.end]
        if c.label in ("PERSON", "ORG", "GPE", "LOC", "LAW", "EVENT") and len(surface) >= _SHORTEST:
            out.setdefault(surface, c.label)
        if c.label == "PERSON" and " " in surface:
            for word in _family(surface, gazetteer):
                out.setdefault(word, c.label)
    return {name: label for name, label in out.items() if _safe(name, label, gazetteer)}


def _family(surface: str, gazetteer: Gazetteer) -> Iterator[str]:
    """The word by which a person is called: the last, or the first where the family name stands first."""
    words = surface.split()
    persons = gazetteer.words.persons
    first = words[0].lower()
    if first in persons.korean or first in persons.chinese:
        yield words[0]
    last = words[-1]
    article, _, bare = last.partition("-")
    if article.lower() in persons.dropped and len(bare) > _SHORTEST:
        yield bare
    if len(last) > _SHORTEST and last.lower().rstrip(".") not in persons.suffixes:
        yield last


def _safe(name: str, label: str, gazetteer: Gazetteer) -> bool:
    """Is the name no common word and no known thing of another kind?"""
    words = gazetteer.words
    if " " in name:
        return True
    folded = name.lower()
    common = folded in words.surface.never or folded in words.titles.roles or folded in words.places.after_the
    return name[0].isupper() and not common and not (label == "PERSON" and gazetteer.look_up(name))


def _untaken(matches: Iterable[re.Match[str]], taken: Sequence[tuple[int, int]]) -> Iterator[re.Match[str]]:
    """The matches that share no character with a span of `taken`; both are in text order."""
    i = 0
    for match in matches:
        while i < len(taken) and taken[i][1] <= match.start():
            i += 1
        if i >= len(taken) or taken[i][0] >= match.end():
            yield match


def _name_here(match: re.Match[str], tokens: Tokens) -> bool:
    """Is it tagged as a name and no part of a longer capitalised one?"""
    span, doc = tokens.span(*match.span()), tokens.doc
    if len(span) == 1 and span[0].pos_ not in ("PROPN", "NOUN", "ADJ", "X"):
        return False
    if len(span) == 1 and span[0].is_sent_start and span[0].pos_ != "PROPN":
        return False
    before = doc[span.start - 1] if span.start else None
    longer = before is not None and before.pos_ == "PROPN" and before.dep_ == "compound" and before.head in span
    return not longer and not _MORE.match(tokens.text, match.end())
