"""Events: who did what to whom, by which rule, in which status, according to whom."""

from pipeline.language.events.event import Event, Participant
from pipeline.language.events.find import find_events
from pipeline.language.events.ontology import Ontology
from pipeline.language.events.speech import Speech

__all__ = ["Event", "Ontology", "Participant", "Speech", "find_events"]
