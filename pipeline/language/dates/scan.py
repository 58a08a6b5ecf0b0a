"""Where the rules match: every match with what its slots mean, then the longest where matches overlap."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Span

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.patterns import PARTS, Rule
from pipeline.language.dates.places import Places
from pipeline.language.dates.scene import Found

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " "}
)
_REACH = 60  # characters that an expression has at most before or after a word that its rule needs
Groups = dict[str, tuple[int, int, str]]  # role → where it matched, and what it means


def plain(text: str) -> str:
    """Lower case, simple apostrophes and dashes; character by character, so that offsets hold."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_PLAIN)


def scan(text: Places, sentences: Sequence[tuple[int, Span]], grammar: Grammar) -> list[Found]:
    """Every match of every rule in these numbered sentences."""
    lowered = plain(text.text)
    places = [(sentence.start_char, sentence.end_char, number) for number, sentence in sentences]
    out: list[Found] = []
    for (first, last, number), start, end, rules in grammar.triggers.stretches(text.doc, lowered, places):
        stretch = max(first, start - _REACH), min(last, end + _REACH)
        for rule in (grammar.rules[n] for n in rules):
            for match in rule.pattern.finditer(lowered, *stretch):
                out += _found(rule, match, number, grammar)
    return out


def _found(rule: Rule, match: re.Match[str], sentence: int, grammar: Grammar) -> Iterator[Found]:
    """A match, or each of the expressions that it is made of."""
    groups, (start, end) = _groups(rule, match, grammar), match.span()
    parts = [groups.pop(name) for name in PARTS if name in groups]
    if not parts:
        yield Found(start, end, sentence, rule, {role: group[2] for role, group in groups.items()}, end - start)
    for first, last, _ in parts:
        yield Found(first, last, sentence, rule, _shared(rule, match, (first, last), grammar), end - start)


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
