"""Names that the recogniser overlooked: which are put back."""

from collections.abc import Callable
from typing import Any

from spacy.lang.en import English
from spacy.tokens import Doc

from pipeline.language.names.candidate import MODEL, Candidate
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.language.names.repeats import repeats
from pipeline.language.names.tokens import Tokens


def _again(words: list[str], found: dict[int, str], resource: Callable[[str], Any]) -> list[str]:
    """The repeats in a text of `words`, of which the recogniser found those at the places `found`."""
    doc = Doc(English().vocab, words=words, pos=["PROPN" if w[0].isupper() else "NOUN" for w in words])
    seen = [Candidate(doc[i].idx, doc[i].idx + len(doc[i]), label, "model", MODEL) for i, label in found.items()]
    gazetteer: Gazetteer = resource("gazetteer")
    made = repeats(seen, [(0, len(doc.text))], Tokens(doc), gazetteer)
    return [doc.text[c.start : c.end] for c in made]


def test_a_place_that_was_overlooked_once_is_put_back(resource: Callable[[str], Any]) -> None:
    assert _again(["near", "Zorvath", "and", "Zorvath"], {1: "GPE"}, resource) == ["Zorvath"]


def test_what_was_taken_for_a_place_once_in_three_times_is_not(resource: Callable[[str], Any]) -> None:
    assert _again(["near", "Zorvath", "and", "Zorvath", "of", "Zorvath"], {1: "GPE"}, resource) == []


def test_people_are_always_put_back(resource: Callable[[str], Any]) -> None:
    assert _again(["near", "Zorvath", "and", "Zorvath", "of", "Zorvath"], {1: "PERSON"}, resource) == ["Zorvath"] * 2
