"""Two names of people: same, maybe or different, and why."""

from itertools import permutations

from rapidfuzz.distance import OSA

from pipeline.language.names.words import Persons
from pipeline.matching.names.chinese import wade_agrees
from pipeline.matching.names.person import Person, korean_key
from pipeline.matching.names.tokens import same_word
from pipeline.matching.names.verdict import Verdict

_DIFFERENT_FAMILY = Verdict("different", 0.0, "family names differ")
_DIFFERENT_GIVEN = Verdict("different", 0.0, "given names differ")
_SHORT = 4  # letters: in a shorter name one letter makes another name
_MOST = 5  # words of a name whose order may be another


def compare(a: Person, b: Person, persons: Persons) -> Verdict:
    """Family and given name must both agree; suffixes and initials must not conflict."""
    if a.suffix != b.suffix:
        return Verdict("different", 0.0, "one is junior, senior or numbered")
    if a.order == b.order and (a.given, a.family) == (b.given, b.family) and a.given:
        return Verdict("same", 1.0, "same name")
    if a.full.replace(" ", "") == b.full.replace(" ", "") and (a.given or b.given):
        return Verdict("same", 0.9, "same letters")
    if not a.given or not b.given:
        return _lone(a, b, persons)
    if "east" in (a.order, b.order):
        return _east(a, b, persons)
    if not same_word(a.family, b.family, persons):
        return _slip(a, b, persons) or _part(a, b, persons)
    return _given(a.given, b.given, persons)


def _slip(a: Person, b: Person, persons: Persons) -> Verdict | None:
    """A slip of the pen in the family name, the given names being equal (`Olof Palmer`)."""
    if a.given != b.given or len(a.given[0]) < _SHORT or frozenset((a.family, b.family)) in persons.distinct:
        return None
    if min(len(a.family), len(b.family)) >= _SHORT and OSA.distance(a.family, b.family) == 1:
        return Verdict("maybe", 0.5, "family names differ by a letter")
    return None


def _east(a: Person, b: Person, persons: Persons) -> Verdict:
    if sorted(a.full.split()) == sorted(b.full.split()):
        return Verdict("same", 0.9, "same syllables, family name first or last")
    if a.order != b.order:
        return _unhyphened(a, b) if a.order == "east" else _unhyphened(b, a)
    if a.family != b.family:
        return _DIFFERENT_FAMILY
    if a.given == b.given:
        return Verdict("same", 0.95, "same syllables")
    wade = a.family in persons.chinese.values() and (_wade(a, b) or _wade(b, a))
    return Verdict("same", 0.85, "Wade-Giles and pinyin") if wade else _DIFFERENT_GIVEN


def _wade(a: Person, b: Person) -> bool:
    """Is `a`, whose syllables stand apart, the Wade-Giles spelling of `b`?"""
    return wade_agrees(a.full.split()[1:], "".join(b.full.split()[1:]))


def _unhyphened(east: Person, west: Person) -> Verdict:
    """`Kim Jongun`, which does not look Korean by itself, beside `Kim Jong-un`."""
    first, _, rest = west.full.partition(" ")
    if east.full.split(" ", 1)[0] == first and rest and east.given[0] in (korean_key([rest]), rest):
        return Verdict("same", 0.9, "same syllables, written together")
    if west.full.endswith(f" {east.full}"):
        return Verdict("maybe", 0.55, "family name of two words")
    return _DIFFERENT_GIVEN


def _lone(a: Person, b: Person, persons: Persons) -> Verdict:
    if not a.given and not b.given:
        alike = same_word(a.family, b.family, persons)
        return Verdict("maybe", 0.6, "same single name") if alike else _DIFFERENT_FAMILY
    short, long = (a, b) if not a.given else (b, a)
    if _is_family(short.family, long, persons):
        return Verdict("maybe", 0.55, "family name only")
    if any(same_word(short.family, word, persons) for word in long.full.split() if len(word) > 1):
        return Verdict("maybe", 0.5, "given name only")
    return _DIFFERENT_FAMILY


def _is_family(word: str, person: Person, persons: Persons) -> bool:
    if person.order == "east":
        return word == person.full.split(" ", 1)[0]
    return same_word(word, person.family, persons)


def _given(a: tuple[str, ...], b: tuple[str, ...], persons: Persons) -> Verdict:
    if _initials(a, b) or _initials(b, a):
        return Verdict("maybe", 0.6, "initials and family name")
    first = _agree(a[0], b[0], persons)
    if first == "different":
        return _subset(a, b, persons)
    if _conflict(a[1:], b[1:], persons):
        return Verdict("different", 0.0, "middle names conflict")
    if first == "initial":
        return Verdict("maybe", 0.6, "initial and family name")
    exact = a[0] == b[0]
    return Verdict("same", 0.95 if exact else 0.9, "given and family name agree" if exact else "spellings of one name")


def _initials(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """`J.D.`, which is one word, beside `James David`."""
    return len(a) == 1 and 1 < len(a[0]) == len(b) and a[0] == "".join(word[0] for word in b)


def _agree(a: str, b: str, persons: Persons) -> str:
    if len(a) == 1 or len(b) == 1:
        return ("same" if a == b else "initial") if a[0] == b[0] else "different"
    return "same" if same_word(a, b, persons) else "different"


def _conflict(a: tuple[str, ...], b: tuple[str, ...], persons: Persons) -> bool:
    """Has each a middle name that the other lacks?"""
    return _lacks(a, b, persons) and _lacks(b, a, persons)


def _lacks(a: tuple[str, ...], b: tuple[str, ...], persons: Persons) -> bool:
    """Is there a middle name in `a` that agrees with none in `b`?"""
    return any(all(_agree(x, y, persons) == "different" for y in b) for x in a)


def _subset(a: tuple[str, ...], b: tuple[str, ...], persons: Persons) -> Verdict:
    """`Tayyip Erdogan` and `Recep Tayyip Erdogan`."""
    few, many = sorted((a, b), key=len)
    if len(few) < len(many) and all(any(len(x) > 1 and same_word(x, y, persons) for y in many) for x in few):
        return Verdict("maybe", 0.7, "one name holds the other")
    return _DIFFERENT_GIVEN


def _part(a: Person, b: Person, persons: Persons) -> Verdict:
    """Each word of one is one of the other: `Orban Viktor`, and `Aung San Suu` in `Aung San Suu Kyi`."""
    few, many = sorted((a.full.split(), b.full.split()), key=len)
    if len(few) < 2 or not _among(few, many, persons):
        return _DIFFERENT_FAMILY
    if len(few) < len(many):
        return Verdict("maybe", 0.5, "one name holds the other")
    if few[0] in persons.first and many[0] in persons.first:
        return Verdict("maybe", 0.5, "same words in another order, and either may be the given name")
    return Verdict("same", 0.85, "same words in another order")


def _among(few: list[str], many: list[str], persons: Persons) -> bool:
    """Is each word a word of the other name, no word twice?"""
    if not all(any(same_word(x, y, persons) for y in many) for x in few):
        return False
    if len(many) > _MOST:
        return set(few) <= set(many)
    return any(all(same_word(x, y, persons) for x, y in zip(few, p, strict=False)) for p in permutations(many))
