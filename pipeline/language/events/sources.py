"""According to whom something is told that is no event, such as a figure."""

from spacy.tokens import Token

from pipeline.language.article import Article
from pipeline.language.events.attribution import Attribution
from pipeline.language.events.participants import Participants
from pipeline.language.events.scene import Scene
from pipeline.language.events.speech import Speech


def sources_of(token: Token, article: Article, speech: Speech) -> tuple[str, ...]:
    """Ids of the named things that the sentence gives as its sources, the nearest reporting word's first."""
    found = Attribution(speech, Participants(Scene(article, speech), speech)).sources(token)
    return tuple(dict.fromkeys(f.entity_id for f in found if f.entity_id))
