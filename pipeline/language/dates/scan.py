"""Where the rules match: every match with what its slots mean, then the longest where matches overlap."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc, Span

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.patterns import PARTS, Rule
from pipeline.language.dates.scene import Found

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " "}
)
_REACH = 60  # characters that an expression has at most before or after a word that its rule needs
Place = tuple[int, int, int]  # start and end of a sentence, and its number
Groups = dict[str, tuple[int, int, str]]  # role → where it matched, and what it means


def plain(text: str) -> str:
    """Lower case, simple apostrophes and dashes; character by character, so that offsets hold."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_PLAIN)


def scan(doc: Doc, sentences: Sequence[tuple[int, Span]], grammar: Grammar) -> list[Found]:
    """Every match of every rule in these numbered sentences."""
    lowered = plain(doc.text)
    places = [(sentence.start_char, sentence.end_char, number) for number, sentence in sentences]
    out: list[Found] = []
    for place, lists in _stretches(doc, lowered, places, grammar):
        for number in grammar.triggers.rules(lists):
            out += _matches(grammar.rules[number], lowered, place, grammar)
    return out


def _stretches(
    doc: Doc, lowered: str, places: Sequence[Place], grammar: Grammar
) -> Iterator[tuple[Place, frozenset[str]]]:
    """The stretch of each sentence in which rules can match, and the lists that have words there."""
    starts = [place[0] for place in places]
    hits: dict[int, list[tuple[int, int, frozenset[str]]]] = {}
    for hit in grammar.triggers.hits(doc, lowered):
        at = bisect_right(starts, hit[0]) - 1
        if at >= 0 and hit[0] < places[at][1]:
            hits.setdefault(at, []).append(hit)
    for at, found in hits.items():
        first, last, number = places[at]
        start, end = min(f[0] for f in found) - _REACH, max(f[1] for f in found) + _REACH
        yield (max(first, start), min(last, end), number), frozenset().union(*(f[2] for f in found))


def _matches(rule: Rule, lowered: str, place: Place, grammar: Grammar) -> Iterator[Found]:
    """The matches of one rule in one sentence; one for each of the expressions that a match is made of."""
    start, end, number = place
    for match in rule.pattern.finditer(lowered, start, end):
        groups = _groups(rule, match, grammar)
        parts = [groups.pop(name) for name in PARTS if name in groups]
        size = match.end() - match.start()
        if not parts:
            yield Found(match.start(), match.end(), number, rule, {r: g[2] for r, g in groups.items()}, size)
        for first, last, _ in parts:
            yield Found(first, last, number, rule, _shared(rule, match, (first, last), grammar), size)


def _groups(rule: Rule, match: re.Match[str], grammar: Grammar) -> Groups:
    """What each slot means that matched; the first of those that mean the same to the reader."""
    out: Groups = {}
    for group, role, words in rule.slots:
        if (text := match[group]) is not None and role not in out:
            out[role] = (*match.span(group), grammar.value(words, text) if words else text)
    return out


def _shared(rule: Rule, match: re.Match[str], part: tuple[int, int], grammar: Grammar) -> dict[str, str]:
    """What the slots of one part mean, and those of the other parts that it lacks: the month, and its year."""
    own: dict[str, str] = {}
    lent: dict[str, str] = {}
    for group, role, words in rule.slots:
        text = match[group]
        if text is None or role in PARTS:
            continue
        inside = part[0] <= match.start(group) and match.end(group) <= part[1]
        (own if inside else lent).setdefault(role, grammar.value(words, text) if words else text)
    if "month" in own and lent.get("month", own["month"]) != own["month"]:
        lent.pop("year", None)
    return {**lent, **own}


def longest(found: Iterable[Found]) -> list[Found]:
    """Of overlapping matches the longest, of equally long ones the first; in order of the text."""
    taken: list[Found] = []
    starts: list[int] = []
    for one in sorted(found, key=lambda f: -f.size):
        at = bisect_right(starts, one.start)
        clear = (not at or taken[at - 1].end <= one.start) and (at == len(taken) or one.end <= taken[at].start)
        if clear:
            starts.insert(at, one.start)
            taken.insert(at, one)
    return taken
