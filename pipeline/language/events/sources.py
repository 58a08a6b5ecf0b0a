"""According to whom something is told that is no event, such as a figure."""

from functools import cached_property

from spacy.tokens import Token

from pipeline.language.article import Article
from pipeline.language.events.attribution import Attribution
from pipeline.language.events.participants import Participants
from pipeline.language.events.scene import Scene
from pipeline.language.events.speech import Speech


class Sources:
    """The sources of one article; nothing is worked out before it is asked for."""

    def __init__(self, article: Article, speech: Speech) -> None:
        self.article = article
        self.speech = speech

    @cached_property
    def _attribution(self) -> Attribution:
        return Attribution(self.speech, Participants(Scene(self.article, self.speech), self.speech))

    def of(self, token: Token) -> tuple[str, ...]:
        """Ids of the named things that the clause gives as its sources, the nearest reporting word's first."""
        found = self._attribution.sources(token)
        return tuple(dict.fromkeys(f.entity_id for f in found if f.entity_id))
