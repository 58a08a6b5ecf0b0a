"""Who fills the roles of an event: for each kind of wording, sentences with the phrases and the parties they name."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.language.article import Article
from pipeline.language.events import Event, Ontology, find_events
from tests.language.test_events_rules import DATA, ONTOLOGY, SPEECH, naive_names, read

Parse = Callable[[str], Doc]
SHARED, GENERAL = DATA, ONTOLOGY


def events(parse: Parse, text: str, ontology: Ontology = ONTOLOGY) -> list[Event]:
    doc = parse(text)
    article = Article(doc, ["story"] * len(list(doc.sents)), names=naive_names(doc))
    return find_events(article, ontology, SPEECH)


def roles(parse: Parse, text: str) -> list[str]:
    """Each event as "TYPE: actors > recipients", a phrase with what it names in brackets."""
    return [f"{e.event_type}: {_phrases(e, 'actor')} > {_phrases(e, 'recipient')}" for e in events(parse, text)]


def _phrases(event: Event, role: str) -> str:
    return " + ".join(f"{p.text} [{p.entity_id or ''}]" for p in event.participants if p.role == role)
