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
        over = [q for q in self.quotes if q.content[0] <= token.idx < q.content[1] and not q.cue[0] <= token.idx < q.cue[1]]
        return distinct([f._replace(reason="reported by") for q in over for f in q.fillers])
