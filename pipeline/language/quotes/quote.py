"""An attribution of speech or thought, as the rules hand it out."""

from typing import NamedTuple

from pipeline.language.events.scene import Filler


class Quote(NamedTuple):
    """Who says what by which word: all offsets into the text, end exclusive; `source` is None if nobody is named.

    `told` says whether the content is told as a report ("said that"), not wished or merely talked of; `row` whether it
    is a row of `quotes`: not one inside somebody's quotation, nor one too weak, which only events ask for.
    """

    sentence: int
    source: tuple[int, int] | None
    fillers: tuple[Filler, ...]
    cue: tuple[int, int]
    content: tuple[int, int]
    kind: str
    reason: str
    told: bool
    row: bool
