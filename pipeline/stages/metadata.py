"""What the metadata of a document state of its publication."""

from collections.abc import Iterator, Mapping

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.stated import Clue, day_goes_first, stated_clue

_METADATA = (("published", "metadata"), ("url", "url"), ("path", "file name"))  # column → kind of clue


def stated_clues(document: Mapping[str, str | None], dates: Grammar) -> Iterator[Clue]:
    """The days or months that they state, the most trusted first."""
    day_first = day_goes_first(document["url"], dates.stated)
    for column, kind in _METADATA:
        text = document[column]
        clue = stated_clue(text, kind, day_first) if text else None
        if clue:
            yield clue
