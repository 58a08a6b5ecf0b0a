"""Where the rules match: every match with what its slots mean, then the longest where matches overlap."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.patterns import PARTS, Rule
from pipeline.language.dates.scene import Found

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " "}
)
Place = tuple[int, int, int]  # start and end of a sentence, and its number
Groups = dict[str, tuple[int, int, str]]  # role → where it matched, and what it means


def plain(text: str) -> str:
    """Lower case, simple apostrophes and dashes; character by character, so that offsets hold."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_PLAIN)


def scan(text: str, sentences: Sequence[tuple[int, Span]], grammar: Grammar) -> list[Found]:
    """Every match of every rule in these numbered sentences."""
    lowered = plain(text)
    places = [(sentence.start_char, sentence.end_char, number) for number, sentence in sentences]
    out: list[Found] = []
    for place, numbers in _called(lowered, places, grammar):
        for number in sorted(numbers):
            out += _matches(grammar.rules[number], lowered, place, grammar)
    return out


def _called(lowered: str, places: Sequence[Place], grammar: Grammar) -> list[tuple[Place, set[int]]]:
    """The sentences that have a word that some rule needs, with the numbers of those rules."""
    starts = [place[0] for place in places]
    out: dict[int, set[int]] = {}
    for offset, numbers in grammar.triggers.hits(lowered):
        at = bisect_right(starts, offset) - 1
        if at >= 0 and offset < places[at][1]:
            out.setdefault(at, set()).update(numbers)
    return [(places[at], numbers) for at, numbers in out.items()]


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
