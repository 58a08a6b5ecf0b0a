"""Public sets of event coreference through the pipeline, and the rules that they are resolved by."""

from pathlib import Path

from pipeline import resources
from pipeline.matching.coreference.events.rules import EventRules
from pipeline.settings import Settings, default_language
from tests.bench.places import PUBLIC


def event_set(name: str) -> Path:
    """`ecbdev`, `ecbtrain`, `meantime`, or the path of a file of that form."""
    return Path(name) if name.endswith(".jsonl") else PUBLIC / f"data/coref_{name}_event.jsonl"


def event_rules() -> EventRules:
    """The words and weights of models/en."""
    found: EventRules = resources.load("event_coreference", Settings(Path(), default_language()))
    return found
