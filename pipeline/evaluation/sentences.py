"""Where the sentences of the gold end: told by the text and the gold alone, not by the pipeline that is measured."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.evaluation.conventions import Conventions
from pipeline.evaluation.gold import GoldArticle, GoldEvent
from pipeline.evaluation.passages import find
from pipeline.evaluation.spans import Span

_STOP = re.compile(r"[.!?…][\"'”’)\]]*(?=\s)|\n[ \t]*\n")
_LAST_WORD = re.compile(r"\w+$")
_LONGEST_ABBREVIATION = 20


class Place(NamedTuple):
    """One place where a gold event may be told: its sentence, and its trigger within."""

    sentence: Span
    trigger: Span


@dataclass(frozen=True)
class Sentences:
    """`openings` are the places where some gold sentence begins: a headline has no full stop before the next line."""

    text: str
    words: Conventions
    openings: tuple[int, ...]

    def places(self, event: GoldEvent) -> list[Place]:
        """Every place where the event's sentence begins, with every accepted trigger in it."""
        starts = find(self.text, event.sentence)
        return [self._place(start, trigger) for start in starts for trigger in event.triggers]

    def _place(self, opening: Span, trigger: str) -> Place:
        hits = find(self.text, trigger, whole_words=True) + find(self.text, trigger)
        word = next((hit for hit in hits if hit.start >= opening.start), opening)
        return Place(Span(opening.start, self._end(max(opening.end, word.end))), word)

    def _end(self, after: int) -> int:
        """The end of the sentence that goes on at least until `after`."""
        stops = (stop for stop in _STOP.finditer(self.text, max(after - 1, 0)) if self._closes(stop.start()))
        stop = next((stop.end() for stop in stops), len(self.text))
        return min([stop, *(start for start in self.openings if start >= after)])

    def _closes(self, stop: int) -> bool:
        near = self.text[max(0, stop - _LONGEST_ABBREVIATION) : stop] if self.text[stop] == "." else ""
        word = _LAST_WORD.search(near)
        return word is None or not self.words.is_abbreviation(word.group())


def sentences(text: str, gold: GoldArticle, words: Conventions) -> Sentences:
    """The sentences of an article's gold events."""
    openings = {hit.start for event in gold.events for hit in find(text, event.sentence)}
    return Sentences(text, words, tuple(sorted(openings)))
