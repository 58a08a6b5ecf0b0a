"""Two names of organisations: same, maybe or different, and why."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from pipeline.language.names.fold import key
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.cluster import Pair
from pipeline.matching.names.organisation import generic_words, initials, org_words
from pipeline.matching.names.shapes import Reading
from pipeline.matching.names.tokens import skeleton
from pipeline.matching.names.verdict import Verdict, different, maybe, same

_BRACKETS = re.compile(r"^(.+?)\s*\(([^()]+)\)$")
_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)?|[ivx]+|\d.*")
_FEWEST = 2  # letters of an acronym
_LONG = 5  # letters of a word that may be the end of a compound, or that transliterations may differ in
_ALIKE = 0.8  # Levenshtein similarity of words with the same consonants: Qaeda and Qaida have .8, Canal and Chanel .67


def compare_organisations(a: str, b: str, gazetteer: Gazetteer) -> Verdict:
    """Equal but for legal forms, order and synonyms: same. Initials, clipped and partial names: maybe."""
    for text, other in ((a, b), (b, a)):
        if found := _BRACKETS.match(text):
            return max((compare_organisations(t, other, gazetteer) for t in found.groups()), key=lambda v: v.score)
    one, two = org_words(a, gazetteer), org_words(b, gazetteer)
    if sorted(one) == sorted(two):
        return same(0.95, "same words, but for legal form and order")
    if key(a).replace(" ", "") == key(b).replace(" ", "") or "".join(one) == "".join(two):
        return same(0.9, "same letters")
    return _initialled(a, b, gazetteer) or _conflict(one, two) or _related(one, two, gazetteer)


def organisation_pairs(readings: Iterable[Reading], gazetteer: Gazetteer) -> Iterator[Pair]:
    """Pairs of names in different spelling ("Air Asia" and "AirAsia"), compared inside blocks of equal consonants.

    Names that no table knows and that need no owner; those that differ in small words alone have one node already.
    """
    texts = {
        r.node: r.mention.text for r in readings if r.type == "ORG" and r.role == "name" and r.node.count("|") == 1
    }
    blocks: dict[str, list[str]] = defaultdict(list)
    for node in sorted(texts):
        blocks[skeleton("".join(org_words(texts[node], gazetteer)))].append(node)
    for nodes in blocks.values():
        for a, b in combinations(nodes, 2):
            found = compare_organisations(texts[a], texts[b], gazetteer)
            if found.verdict == "same":
                yield Pair(found.score, a, b, found.reason)


def _initialled(a: str, b: str, gazetteer: Gazetteer) -> Verdict | None:
    lists = gazetteer.words.organisations
    short, long = sorted((a, b), key=len)
    letters = "".join(c for c in short if c.isalnum())
    if len(letters) < _FEWEST or not letters.isupper() or len(key(long).split()) < _FEWEST:
        return None
    if letters.lower() in initials(long, lists.stop, lists.lettered):
        return maybe(0.7, "initials of the longer name")
    return None


def _conflict(a: Sequence[str], b: Sequence[str]) -> Verdict | None:
    """Numbers and states keep organisations apart."""
    if {w for w in a if _NUMBER.fullmatch(w)} != {w for w in b if _NUMBER.fullmatch(w)}:
        return different("numbers differ")
    mine, other = ({w for w in words if w.startswith("@")} for words in (a, b))
    return different("states differ") if mine and other and mine != other else None


def _related(a: Sequence[str], b: Sequence[str], gazetteer: Gazetteer) -> Verdict:
    short, long = sorted((a, b), key=len)
    if short and len(short) < len(long):
        if long[: len(short)] == short or long[-len(short) :] == short:
            return _held(short, long, gazetteer)
        if len(short) == 1 and _clipped(short[0], long[-1]):
            return maybe(0.5, "clipped form of the last word")
    if len(a) == len(b) and all(_spelled(x, y) for x, y in zip(a, b, strict=True)):
        return same(0.85, "spellings of one name")
    if len(a) == len(b) == 1 and (_clipped(a[0], b[0]) or _clipped(b[0], a[0])):
        return maybe(0.5, "clipped form of the name")
    return different("names of organisations that no rule makes one")


def _held(short: Sequence[str], long: Sequence[str], gazetteer: Gazetteer) -> Verdict:
    """`Gunners` in `London Gunners`; but the branch of a company in a country is not the company."""
    more = [word for word in long if word not in short]
    if more and all(word.startswith("@") for word in more) and not generic_words(short, gazetteer):
        return maybe(0.4, "the longer name is of one country")
    return maybe(0.55, "one name begins or ends the other")


def _clipped(short: str, long: str) -> bool:
    """`Wallabs` for `Wallabies`, `Marines` for `Submarines`."""
    if len(short) > _LONG and long.endswith(short):
        return True
    return len(short) > 3 and len(short) < len(long) and short[-1] == long[-1] == "s" and long.startswith(short[:-1])


def _spelled(a: str, b: str) -> bool:
    """Numbers or transliterations of one word: the consonants are the same and most letters."""
    if a.removesuffix("s") == b.removesuffix("s"):
        return True
    alike = Levenshtein.normalized_similarity(a, b) >= _ALIKE and min(len(a), len(b)) >= _LONG
    return alike and skeleton(a) == skeleton(b)
