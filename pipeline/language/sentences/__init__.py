"""Which sentences tell the story, and what are the others? Read `kinds.py` first."""

from pipeline.language.sentences.boilerplate import Boilerplate
from pipeline.language.sentences.dateline import Dateline, dateline
from pipeline.language.sentences.kinds import Kind, headline, sentence_kinds

__all__ = ["Boilerplate", "Dateline", "Kind", "dateline", "headline", "sentence_kinds"]
