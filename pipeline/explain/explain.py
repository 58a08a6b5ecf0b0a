"""What `dateline explain` answers: the kind of its arguments decides which question is meant."""

from collections.abc import Sequence
from pathlib import Path

from pipeline import resources
from pipeline.errors import DatelineError
from pipeline.explain.names import Section, explain_name, explain_pair
from pipeline.explain.stories import explain_story, is_story
from pipeline.settings import Settings
from pipeline.store import Store


def explain(words: Sequence[str], out: Path, settings: Settings) -> list[Section]:
    """What the tables in `out` say of one name, of two, or of a story by its id.

    Raises DatelineError if they do not know it.
    """
    if len(words) > 2:
        raise DatelineError(f"explain takes one name or two, not {len(words)}: put a name of several words in quotes.")
    store = Store(out)
    if len(words) == 1 and is_story(words[0], store):
        return explain_story(words[0], store, resources.load("stories", settings))
    gazetteer = resources.load("gazetteer", settings)
    if len(words) == 1:
        return explain_name(words[0], store, gazetteer)
    return explain_pair(words[0], words[1], store, gazetteer)
