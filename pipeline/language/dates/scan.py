"""Where the rules match: every match with what its slots mean, then the longest where matches overlap."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from spacy.tokens import Span

from pipeline.language.dates.grammar import Grammar, Rule
from pipeline.language.dates.scene import Found

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "\u00a0": " ", "\u202f": " "}
)


def plain(text: str) -> str:
    """Lower case, simple apostrophes and dashes; character by character, so that offsets hold."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_PLAIN)


def scan(text: str, sentences: Sequence[tuple[int, Span]], grammar: Grammar) -> list[Found]:
    """Every match of every rule in these numbered sentences."""
    lowered = plain(text)
    out: list[Found] = []
    for number, sentence in sentences:
        start, end = sentence.start_char, sentence.end_char
        lists = grammar.lists_in(lowered, start, end)
        rules = (rule for rule in grammar.rules if not rule.needs.isdisjoint(lists)) if lists else ()
        out += (found for rule in rules for found in _matches(rule, lowered, (start, end, number), grammar))
    return out


def _matches(rule: Rule, lowered: str, place: tuple[int, int, int], grammar: Grammar) -> Iterable[Found]:
    """The matches of one rule in one sentence."""
    start, end, number = place
    for match in rule.pattern.finditer(lowered, start, end):
        groups = {name: text for name, text in match.groupdict().items() if text is not None}
        for name, words in rule.slots:
            if name in groups:
                groups[name] = grammar.value(words, groups[name])
        yield Found(match.start(), match.end(), number, rule, groups)


def longest(found: Iterable[Found]) -> list[Found]:
    """Of overlapping matches the longest, of equally long ones the first; in order of the text."""
    taken: list[Found] = []
    starts: list[int] = []
    for one in sorted(found, key=lambda f: f.start - f.end):
        at = bisect_right(starts, one.start)
        clear = (not at or taken[at - 1].end <= one.start) and (at == len(taken) or one.end <= taken[at].start)
        if clear:
            starts.insert(at, one.start)
            taken.insert(at, one)
    return taken
