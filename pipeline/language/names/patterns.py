"""Names that are known by their make-up: treaties, wars, storms; and what makes a name of a place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline.language.names.candidate import RULE, Candidate
from pipeline.language.names.words import NameWords, Words

_CAP = r"(?:[A-Z][\w’'.]*[\w](?:-[A-Z]?[\w]+)*)"
_JOIN = r"(?:[ ](?:of|on|for|and|the|in|to|between|with|against)\b)"


def _any(words: Words) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda w: (-len(w), w)))


@dataclass(frozen=True)
class Patterns:
    """Compiled once per word list."""

    words: NameWords

    @cached_property
    def law(self) -> re.Pattern[str]:
        """`Mutual Defense Treaty`, `Strategic Partnership treaty`, `Treaty of Amity and Commerce`."""
        laws = self.words.laws
        head, lower, ship = _any(laws.heads), _any(laws.lower), _any(laws.partnerships)
        run = rf"{_CAP}(?:[ ](?:(?:and|on|of|for)[ ])?{_CAP}){{0,6}}"
        front = rf"(?:{run}[ ])(?:{head}|(?:{ship})(?:[ ](?:{lower}))?)\b(?![ ]{_CAP}[ ](?:{head})\b)"
        back = rf"(?:{head})(?:[ ](?:of|on|for)(?:[ ]the)?[ ]{_CAP}(?:(?:[ ](?:and|on|of|the|for))*[ ]{_CAP})*)"
        low = rf"{_CAP}(?:[ ](?:(?:and|on|of|for)[ ])?{_CAP}){{1,6}}[ ](?:{lower})\b"
        return re.compile(rf"\b(?:{back}|{front}|{low})")

    @cached_property
    def war(self) -> re.Pattern[str]:
        """`Korean War`, `Second Intifada`, `Hurricane Helene`."""
        heads, storms = _any(self.words.wars.heads), _any(self.words.wars.storms)
        return re.compile(
            rf"\b(?:(?:{storms})(?:[ ]{_CAP}){{1,3}}|{_CAP}(?:[ ]{_CAP}){{0,2}}[ ](?:{heads})\b(?![ ]{_CAP}))"
        )

    @cached_property
    def after_place(self) -> re.Pattern[str]:
        """What follows a place and makes one name with it."""
        regions = _any(self.words.places.regions)
        return re.compile(rf"[ ](?:{regions}|{'|'.join(r.title() for r in sorted(self.words.places.regions))})\b")

    @cached_property
    def after_party(self) -> re.Pattern[str]:
        """What follows the name of a place and makes it a war."""
        civil = "|".join(" ".join(words) for words in self.words.wars.civil)
        return re.compile(
            rf"[ ](?:(?P<civil>{civil})|(?:{_any(self.words.wars.lower)}))\b(?![ -]?[A-Z])",
        )

    @cached_property
    def bare(self) -> re.Pattern[str]:
        """`the North`, not before another capital."""
        words = "|".join(bare.word for bare in self.words.places.bare)
        return re.compile(rf"\b[Tt]he[ ](?P<word>{words})\b(?![ -][A-Z0-9])")

    def find(self, text: str, offset: int) -> Iterator[Candidate]:
        """Treaties, wars and storms in one sentence that begins at `offset`."""
        for match in self.law.finditer(text):
            span = self._law(match)
            if span:
                yield Candidate(offset + span[0], offset + span[1], "LAW", "rule: head of a treaty's name", RULE)
        for match in self.war.finditer(text):
            start = match.start() + (4 if match.group().startswith("The ") else 0)
            if text[start : match.end()].count(" "):
                yield Candidate(offset + start, offset + match.end(), "EVENT", "rule: head of a war's name", RULE)

    def _law(self, match: re.Match[str]) -> tuple[int, int] | None:
        """Its span, if it says more than whose treaty it is."""
        name = match.group()
        skip = 4 if name.startswith("The ") else 0
        inner = [w for w in name[skip:].split() if w[0].isupper()]
        return (match.start() + skip, match.end()) if len(inner) >= 2 or len(name.split()) > 2 else None
