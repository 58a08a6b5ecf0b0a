"""The main event of an article: who did what, when and where. Read `find.py` first."""

from pipeline.language.main_event.find import MainEvent, find_main_event
from pipeline.language.main_event.rules import Models, Rules

__all__ = ["MainEvent", "Models", "Rules", "find_main_event"]
