"""A case: one gold article beside what the tables say of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import Any

from pipeline.evaluation.conventions import Conventions
from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.spans import Span

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]


@dataclass(frozen=True)
class Case:
    """`article` is None where the tables lack it: then all of it is missed. Mentions carry their `entity_id`."""

    gold: GoldArticle
    words: Conventions
    article: Row | None
    mentions: tuple[Row, ...] = ()
    dates: tuple[Row, ...] = ()
    events: tuple[Row, ...] = ()
    quantities: tuple[Row, ...] = ()

    @property
    def text(self) -> str:
        """The article's text; empty if the tables lack it."""
        return str(self.article["text"]) if self.article else ""

    @cached_property
    def senses(self) -> dict[str, tuple[str, ...]]:
        """Surface form → the gold ids that it names, in the order of the gold."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for entity in self.gold.entities:
            for form in entity.forms:
                found[self.words.form(form)][entity.id] = None
        return {form: tuple(ids) for form, ids in found.items()}

    @cached_property
    def linked(self) -> dict[str, Counter[str]]:
        """Surface form → how often its mentions are linked to each entity; "" for a mention without link."""
        found: dict[str, Counter[str]] = defaultdict(Counter)
        for mention in self.mentions:
            found[self.words.form(mention["text"])][mention["entity_id"] or ""] += 1
        return dict(found)


def cases(tables: Tables, gold: Iterable[GoldArticle], words: Conventions) -> tuple[Case, ...]:
    """One case per gold article, found among the articles by its file name."""
    by_name = _by_file_name(tables["articles"])
    rows = {name: _by_article(tables[name]) for name in ("dates", "events", "quantities")}
    mentions = _by_article(_with_entity(tables["mentions"], tables["links"]))
    return tuple(_case(item, words, by_name.get(item.doc), {**rows, "mentions": mentions}) for item in gold)


def span(row: Row) -> Span:
    """Where a row stands in its article."""
    return Span(row["char_start"], row["char_end"])


def _case(
    gold: GoldArticle, words: Conventions, article: Row | None, rows: Mapping[str, Mapping[str, list[Row]]]
) -> Case:
    mine = {name: tuple(found.get(article["article_id"], ())) for name, found in rows.items()} if article else {}
    return Case(gold, words, article, **mine)


def _by_article(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["article_id"]].append(row)
    return found


def _with_entity(mentions: Iterable[Row], links: Iterable[Row]) -> list[Row]:
    entity_of = {link["mention_id"]: link["entity_id"] for link in links}
    return [{**mention, "entity_id": entity_of.get(mention["mention_id"])} for mention in mentions]


def _by_file_name(articles: Iterable[Row]) -> dict[str, Row]:
    """File name → article; of two with one name the first in the order of paths."""
    ordered = sorted(articles, key=lambda row: row["path"], reverse=True)
    return {PurePath(row["path"]).name: row for row in ordered}
