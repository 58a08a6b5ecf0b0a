"""The whole pipeline, in order. READ THIS FIRST.

A stage is a pure function from tables to tables. A map stage sees the rows of one shard of articles at a time, a
corpus stage those of all articles. What it needs of models/ comes as keyword arguments; a change in one of them, or
in the stage's code, reruns that stage and what follows from it, and nothing else.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa

from pipeline.stages.extract import extract
from pipeline.stages.gather import gather
from pipeline.stages.ingest import ingest
from pipeline.stages.merge import merge
from pipeline.stages.normalise import normalise
from pipeline.stages.publish import publish
from pipeline.stages.recognise import recognise
from pipeline.stages.tokenise import tokenise
from pipeline.tables import (
    ARTICLES,
    CLUES,
    DATES,
    DOCUMENTS,
    ENTITIES,
    EVENTS,
    LINKS,
    MENTIONS,
    PARTICIPANTS,
    QUANTITIES,
    QUOTES,
    REDIRECTS,
    REJECTS,
    SENTENCES,
    STORIES,
    STORY_EVENTS,
    TOKENS,
    Table,
)


@dataclass(frozen=True)
class Stage:
    """A step of the flow: what it runs, the tables that are its parameters, the tables that it returns."""

    run: Callable[..., tuple[pa.Table, ...]]
    reads: tuple[Table, ...]
    writes: tuple[Table, ...]
    needs: tuple[str, ...] = ()
    corpus: bool = False

    @property
    def name(self) -> str:
        """The verb: the name of the function, of its module and of the stage."""
        return self.run.__name__


FLOW = (
    # files → documents: read and decoded, copies found
    Stage(ingest, (), (DOCUMENTS, REJECTS), needs=("inputs",), corpus=True),
    # text → sentences with their kind (boilerplate marked), tokens with their parse
    Stage(tokenise, (DOCUMENTS,), (SENTENCES, TOKENS), needs=("parser", "boilerplate")),
    # what the text and the metadata tell of the publication date
    Stage(gather, (DOCUMENTS, SENTENCES, TOKENS), (CLUES,), needs=("vocab", "dates")),
    # clues → publication dates; articles of one story inform each other
    Stage(publish, (DOCUMENTS, SENTENCES, CLUES), (ARTICLES,), corpus=True),
    # named entities; time expressions with their intervals
    Stage(
        recognise,
        (ARTICLES, SENTENCES, TOKENS),
        (MENTIONS, DATES),
        needs=("recogniser", "gazetteer", "dates"),
    ),
    # one id per real-world thing, across the corpus
    Stage(normalise, (ARTICLES, MENTIONS), (LINKS, ENTITIES, REDIRECTS), needs=("gazetteer",), corpus=True),
    # who did what to whom, when, where, how many, and who says so
    Stage(
        extract,
        (ARTICLES, SENTENCES, TOKENS, MENTIONS, DATES, LINKS),
        (EVENTS, PARTICIPANTS, QUOTES, QUANTITIES),
        needs=("vocab", "ontology", "speech", "reporting", "quantities"),
    ),
    # one row per real-world event, across the corpus
    Stage(merge, (ARTICLES, ENTITIES, EVENTS, QUANTITIES), (STORIES, STORY_EVENTS), needs=("stories",), corpus=True),
)
