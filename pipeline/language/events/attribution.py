"""According to whom: the sources of an event are those of the reports that it is told in."""

from collections.abc import Sequence

from spacy.tokens import Token

from pipeline.language.events.scene import Filler
from pipeline.language.events.treaties import distinct
from pipeline.language.quotes.quote import Quote


class Attribution:
    """Finds the sources of the events of one article among its quotes."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        told = [q for q in quotes if q.told and q.fillers]
        self.quotes = sorted(told, key=lambda q: (q.content[1] - q.content[0], q.cue))

    def sources(self, token: Token) -> list[Filler]:
        """Who is said to say so, the innermost report first."""
        over = [q for q in self.quotes if _within(token.idx, q.content) and not _within(token.idx, q.cue)]
        told = [q for q in over if q.source is None or not _within(token.idx, q.source)]
        return distinct([f._replace(reason="reported by") for q in told for f in q.fillers])


def _within(place: int, span: tuple[int, int]) -> bool:
    return span[0] <= place < span[1]
