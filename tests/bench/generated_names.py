"""Names that nobody bears, in the shapes and the frequencies of news: input of the benchmark of `normalise`.

Family and given names are spread as in life: a few are very common, most are rare. That is what makes blocks large.
"""

import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from itertools import accumulate
from typing import NamedTuple

ONSETS = [
    *("b", "br", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "kh", "kl", "l", "m", "mb", "n", "p"),
    *("pr", "r", "s", "sh", "st", "t", "tr", "v", "w", "y", "z", "zh"),
]
VOWELS = ["a", "a", "e", "e", "i", "i", "o", "o", "u", "ai", "ei", "ou", "ia"]
CODAS = ["", "", "", "l", "m", "n", "r", "s", "t", "v", "ng", "sk", "nd"]
KOREAN = ("Kim", "Lee", "Park", "Choi", "Jung", "Kang", "Cho", "Yoon", "Jang", "Lim")
SYLLABLES = [
    *("jong", "il", "un", "sung", "woo", "min", "ho", "jin", "hyun", "seok", "kyung", "young", "chul", "soo", "hee"),
    *("jae", "dong", "sang", "tae", "won", "yong", "gi", "hwan", "seung", "bong", "geun", "myung", "nam"),
]
STATES = ("United States", "Russia", "China", "Ukraine", "France", "Germany", "Japan", "India", "Brazil", "Kenya")
ADJECTIVES = ("American", "Russian", "Chinese", "Ukrainian", "French", "German", "Japanese", "Indian", "Kenyan")
ROLES = ("President", "Prime Minister", "Foreign Minister", "spokesman", "lawmaker", "economist")
SORTS = (
    "Bank",
    "Party",
    "University",
    "Institute",
    "Group",
    "Front",
    "Holdings",
    "Union",
    "Agency",
    "Ministry of Trade",
)
VARIANTS = (("kh", "h"), ("y", "i"), ("v", "w"), ("sh", "ch"), ("ou", "u"), ("ei", "ai"), ("k", "q"), ("z", "s"))
FAMILIES, GIVEN, TALLEST = 12_000, 2_500, 30


Told = tuple[str, str, str | None]  # text, label, title


class Thing(NamedTuple):
    """A person, organisation or place: its label and every way in which the articles spell it, in full and short."""

    label: str
    spellings: tuple[str, ...]
    short: str | None
    title: str | None


def things(surfaces: int, dice: random.Random) -> list[Thing]:
    """Things whose spellings together are at least `surfaces` distinct names: six of ten are people."""
    families, given = _common(FAMILIES, dice), _common(GIVEN, dice)
    out: list[Thing] = []
    seen: set[str] = set()
    while len(seen) < surfaces:
        kind = dice.random()
        made = _person(families, given, dice) if kind < 0.6 else _organisation(dice) if kind < 0.8 else _place(dice)
        if not seen & set(made.spellings):
            seen.update(made.spellings)
            out.append(made)
    return out


def articles(
    found: Sequence[Thing], mentions: int, number: int, dice: random.Random
) -> Iterator[tuple[str, list[Told]]]:
    """(article_id, its mentions as text, label, title) for `number` articles that share `mentions` mentions.

    Every spelling occurs; beyond that a thing is as frequent as its rank in the list has it (Zipf).
    """
    each = mentions // number
    owed = [(thing, text) for thing in found for text in thing.spellings]
    dice.shuffle(owed)
    weights = list(accumulate(1 / (rank + 10) for rank in range(len(found))))
    for i in range(number):
        first = owed[i * len(owed) // number : (i + 1) * len(owed) // number]
        drawn = dice.choices(found, cum_weights=weights, k=each // 3 - len(first) + 1)
        cast = [*first, *((thing, dice.choice(thing.spellings)) for thing in drawn)][:each]
        yield blake2b(str(i).encode(), digest_size=8).hexdigest(), _told(cast, each, dice)


def _told(cast: Sequence[tuple[Thing, str]], each: int, dice: random.Random) -> list[Told]:
    """Everybody in full, then short names of people, repeats, and states."""
    out: list[Told] = [(text, thing.label, thing.title) for thing, text in cast]
    while len(out) < each:
        thing, text = dice.choice(cast)
        if dice.random() < 0.25:
            state = dice.random() < 0.7
            out.append((dice.choice(STATES), "GPE", None) if state else (dice.choice(ADJECTIVES), "NORP", None))
        else:
            out.append((thing.short or text, thing.label, None))
    return out


def days(number: int) -> list[datetime]:
    """A publication day per article: three years of news."""
    return [datetime(2022, 1, 1) + timedelta(days=i % 1095) for i in range(number)]


def _common(number: int, dice: random.Random) -> tuple[list[str], list[float]]:
    names = sorted({_word(dice, 1 + (dice.random() < 0.75)) for _ in range(2 * number)})
    dice.shuffle(names)
    return names[:number], list(accumulate(1 / (rank + TALLEST) for rank in range(number)))


def _word(dice: random.Random, more: int) -> str:
    parts = [dice.choice(ONSETS) + dice.choice(VOWELS) + dice.choice(CODAS) for _ in range(1 + more)]
    return "".join(parts).capitalize()


def _person(
    families: tuple[list[str], list[float]], given: tuple[list[str], list[float]], dice: random.Random
) -> Thing:
    title = f"{dice.choice(ADJECTIVES)} {dice.choice(ROLES)}" if dice.random() < 0.3 else None
    if dice.random() < 0.08:
        family, a, b = dice.choice(KOREAN), dice.choice(SYLLABLES), dice.choice(SYLLABLES)
        return Thing("PERSON", (f"{family} {a.title()} {b.title()}", f"{family} {a.title()}-{b}"), family, title)
    family = dice.choices(families[0], cum_weights=families[1])[0]
    first = dice.choices(given[0], cum_weights=given[1])[0]
    if dice.random() < 0.15:
        first = f"{first} {dice.choice('ABDHJKLMRSTW')}."
    full = f"{first} {family}"
    other = _respelled(full, dice)
    return Thing("PERSON", (full, other) if dice.random() < 0.5 and other != full else (full,), family, title)


def _organisation(dice: random.Random) -> Thing:
    words = [_word(dice, 1), *([_word(dice, 1)] if dice.random() < 0.7 else []), dice.choice(SORTS)]
    letters = "".join(word[0] for word in words)
    return Thing("ORG", (" ".join(words),), letters if len(words) > 2 else None, None)


def _place(dice: random.Random) -> Thing:
    name = _word(dice, 1 + (dice.random() < 0.5))
    tail = f" {dice.choice(('province', 'District', 'Valley'))}" if dice.random() < 0.3 else ""
    return Thing(dice.choice(("GPE", "GPE", "LOC")), (name + tail,), None, None)


def _respelled(text: str, dice: random.Random) -> str:
    old, new = dice.choice(VARIANTS)
    return text[0] + text[1:].replace(old, new)
