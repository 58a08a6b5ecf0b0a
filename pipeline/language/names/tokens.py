"""A parsed article with an index from offsets to tokens; spaCy's own search is linear in the article."""

from bisect import bisect_left, bisect_right
from functools import cached_property

from spacy.tokens import Doc, Span


class Tokens:
    """A Doc whose text and token offsets are taken out once."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc.text
        self._starts = [token.idx for token in doc]

    def span(self, start: int, end: int) -> Span:
        """The tokens that the characters [start, end) touch; at least one."""
        first = max(0, bisect_right(self._starts, start) - 1)
        return self.doc[first : max(first + 1, bisect_left(self._starts, end))]

    @cached_property
    def people(self) -> frozenset[str]:
        """The words of the full names that the recogniser takes for people's, possessives left out."""
        names = (ent.text.replace("'s", "").replace("’s", "") for ent in self.doc.ents if ent.label_ == "PERSON")
        return frozenset(word for name in names if " " in name for word in name.split())
