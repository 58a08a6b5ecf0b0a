"""Which events are one real-world event? Read `merge.py` first: block, score, veto, cluster, name."""

from pipeline.matching.stories.figures import Figure, FigureKey, conflicting, figures
from pipeline.matching.stories.keys import EventKey
from pipeline.matching.stories.merge import Stories, merge
from pipeline.matching.stories.story import Story
from pipeline.matching.stories.weights import Weights

__all__ = [
    "EventKey",
    "Figure",
    "FigureKey",
    "Stories",
    "Story",
    "Weights",
    "conflicting",
    "figures",
    "merge",
]
