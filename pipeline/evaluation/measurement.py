"""The whole measurement: every measure over every article."""

from collections.abc import Mapping, Sequence
from functools import reduce
from operator import add
from pathlib import PurePath

from pipeline.errors import DatelineError
from pipeline.evaluation.case import Case, Tables, cases
from pipeline.evaluation.conventions import read_conventions
from pipeline.evaluation.counts import Outcome, Slip
from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.identity import gold_ids
from pipeline.evaluation.measures.boilerplate import score_boilerplate
from pipeline.evaluation.measures.dates import score_dates
from pipeline.evaluation.measures.event_pairs import match_events
from pipeline.evaluation.measures.events import score_events
from pipeline.evaluation.measures.links import score_links
from pipeline.evaluation.measures.mentions import score_mentions
from pipeline.evaluation.measures.publication import score_publication
from pipeline.evaluation.measures.quantities import score_quantities
from pipeline.evaluation.measures.stories import score_stories

TABLES = ("articles", "mentions", "links", "entities", "dates", "events", "quantities", "story_events")
BY_ARTICLE = (score_publication, score_boilerplate, score_mentions, score_dates, score_quantities)


def measure(tables: Tables, gold: Sequence[GoldArticle]) -> Outcome:
    """All counts and errors; the errors by article, in the order of the gold.

    `tables` are the rows of TABLES by name. Raises DatelineError if the tables hold none of the gold's articles.
    """
    found = cases(tables, gold, read_conventions())
    if all(case.article is None for case in found):
        raise DatelineError(_nothing_to_measure(tables, gold))
    ids = gold_ids(found, tables["entities"])
    parts = [score(case) for case in found for score in BY_ARTICLE]
    whole = reduce(add, [_absent(found), *parts, score_links(found, ids), *_events_and_stories(tables, found, ids)])
    order = {article.doc: n for n, article in enumerate(gold)}
    return Outcome(whole.tallies, whole.shares, tuple(sorted(whole.slips, key=lambda slip: order[slip.article])))


def _events_and_stories(tables: Tables, found: Sequence[Case], ids: Mapping[str, str]) -> list[Outcome]:
    matches = [match_events(case, ids) for case in found]
    story_of = {row["event_id"]: row["story_id"] for row in tables["story_events"]}
    return [*(score_events(match, ids) for match in matches), score_stories(matches, story_of)]


def _absent(found: Sequence[Case]) -> Outcome:
    slips = [Slip(case.gold.doc, "article missing", "not in the tables") for case in found if case.article is None]
    return Outcome(slips=tuple(slips))


def _nothing_to_measure(tables: Tables, gold: Sequence[GoldArticle]) -> str:
    wanted = ", ".join(article.doc for article in gold[:3])
    held = ", ".join(sorted(PurePath(row["path"]).name for row in tables["articles"])[:3]) or "none"
    return (
        f"The tables hold none of the gold's articles ({wanted} …; they hold {held}): "
        "run the pipeline on the articles that the gold is for, then evaluate."
    )
