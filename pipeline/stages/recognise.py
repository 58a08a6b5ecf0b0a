"""Tokens → mentions and dates: named entities, and time expressions with their intervals."""

from collections.abc import Iterable, Iterator
from typing import Any, Protocol

import pyarrow as pa
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.dates.find import Timex, find_dates
from pipeline.language.dates.grammar import Grammar
from pipeline.language.names.find import Mention, find_names
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.stages.articles import read_articles
from pipeline.stages.ids import span_id
from pipeline.tables import DATES, MENTIONS


class Recogniser(Protocol):
    """Sets the `ents` of parsed Docs: spaCy's own pipelines do, and the tagger."""

    @property
    def vocab(self) -> Vocab:
        """The vocabulary of the Docs that it reads."""
        ...

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The Docs, in order, each with its names."""
        ...


def recognise(
    articles: pa.Table,
    sentences: pa.Table,
    tokens: pa.Table,
    *,
    recogniser: Recogniser,
    gazetteer: Gazetteer,
    dates: Grammar,
) -> tuple[pa.Table, pa.Table]:
    """`mentions` and `dates` of every article that is read; boilerplate gives none."""
    read = list(read_articles(recogniser.vocab, articles, sentences, tokens))
    recognised = recogniser.pipe(article.doc for _, article in read)
    mentions: list[tuple[Any, ...]] = []
    timexes: list[tuple[Any, ...]] = []
    for (article_id, article), doc in zip(read, recognised, strict=True):
        mentions += (_mention(article_id, m) for m in find_names(doc, article.kinds, gazetteer))
        timexes += (_timex(article_id, t) for t in find_dates(article, dates))
    return MENTIONS.table(mentions), DATES.table(timexes)


def _mention(article_id: str, m: Mention) -> tuple[Any, ...]:
    own = span_id("m", article_id, m.char_start, m.char_end)
    place = (m.sentence, m.char_start, m.char_end, m.text)
    return (own, article_id, *place, m.label, m.source, m.title, m.setting)


def _timex(article_id: str, t: Timex) -> tuple[Any, ...]:
    own = span_id("d", article_id, t.char_start, t.char_end)
    place = (t.sentence, t.char_start, t.char_end, t.text)
    value = (t.kind, t.timex, *t.interval, t.granularity, t.modifier, t.anchor, t.reason)
    return (own, article_id, *place, *value)
