"""From offsets to tokens, without a search through the whole text for each."""

from bisect import bisect_left, bisect_right

from spacy.attrs import IDX
from spacy.tokens import Doc, Span


class Places:
    """The text of a Doc, put together once, and its tokens by their offsets."""

    def __init__(self, doc: Doc) -> None:
        """Index the tokens of `doc`."""
        self.doc, self.text = doc, doc.text
        self._starts: list[int] = doc.to_array(IDX).tolist()

    def span(self, start: int, end: int) -> Span | None:
        """The tokens that [start, end) touches; None if it touches none."""
        first = max(0, bisect_right(self._starts, start) - 1)
        last = bisect_left(self._starts, end)
        return self.doc[first:last] if first < last else None
