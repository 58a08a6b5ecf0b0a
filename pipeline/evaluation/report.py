"""What people see: the figures, a table of them beside their floors, and a line for each error."""

from collections.abc import Mapping, Sequence

from pipeline.evaluation.case import Tables
from pipeline.evaluation.counts import Outcome
from pipeline.evaluation.floors import Floors, check
from pipeline.evaluation.gold import GoldArticle
from pipeline.evaluation.measurement import measure

Figures = dict[str, float]

# What the product is for: who did what to whom, when, how many, told once. Each counts alike.
HEADLINE = (
    "linking.across_f1",
    "entities.f1",
    "dates.value_f1",
    "events.f1",
    "events.actor",
    "events.recipient",
    "quantities.f1",
    "stories.f1",
)
_TRIO = ("precision", "recall", "f1")
# The figure that each measure's name begins with, as people call it.
TITLES = {
    "entities.": "names found",
    "linking.within_": "names linked, in an article",
    "linking.across_": "names linked, across articles",
    "dates.": "dates found",
    "dates.value_": "dates resolved",
    "events.": "events found",
    "quantities.found_": "figures found",
    "quantities.": "figures read",
    "stories.": "stories joined",
}
SHARES = {
    "events.core_recall": "core events found",
    "events.actor": "  actor",
    "events.recipient": "  recipient",
    "events.participants_exact": "  actors and recipients, exactly",
    "events.status": "  status",
    "events.date": "  date",
    "events.attribution": "  attribution",
    "published.right": "publication date",
    "boilerplate.clean": "boilerplate left alone",
}
_WIDTH = 34


def evaluate(tables: Tables, gold: Sequence[GoldArticle]) -> Figures:
    """The figures, `headline` first: shares from 0 to 1, all articles counted together.

    `tables` are the rows of measurement.TABLES by name. A figure is left out where there is nothing to measure.
    Raises DatelineError if the tables hold none of the gold's articles.
    """
    return figures(measure(tables, gold))


def errors(tables: Tables, gold: Sequence[GoldArticle]) -> list[str]:
    """A line for each miss and false positive: article, kind, text."""
    return [f"{slip.article}  {slip.kind}: {slip.text}" for slip in measure(tables, gold).slips]


def figures(outcome: Outcome) -> Figures:
    """The figures that come of the counts."""
    found: Figures = {}
    for title, share in outcome.shares.items():
        found.update(share.figures(title))
    for title, tally in outcome.tallies.items():
        found.update(tally.figures(title))
    parts = [found[name] for name in HEADLINE if name in found]
    return {"headline": sum(parts) / len(parts) if parts else 0.0, **found}


def lines(figures: Mapping[str, float], floors: Floors) -> list[str]:
    """The figures beside their floors, then a sentence for each that is below. `*` marks a figure below its floor."""
    trios = [_trio(figures, floors, name, title) for name, title in TITLES.items() if f"{name}f1" in figures]
    shares = [_share(figures, floors, name, title) for name, title in SHARES.items() if name in figures]
    return [
        _row("", "precision", "recall", "F1", "floor"),
        *trios,
        "",
        _row("", "", "", "share", "floor"),
        *shares,
        "",
        _share(figures, floors, "headline", "headline"),
        *check(figures, floors),
    ]


def _trio(figures: Mapping[str, float], floors: Floors, name: str, title: str) -> str:
    cells = [_cell(figures, floors, f"{name}{part}") for part in _TRIO]
    return _row(title, *cells, _floor(floors, f"{name}f1"))


def _share(figures: Mapping[str, float], floors: Floors, name: str, title: str) -> str:
    return _row(title, "", "", _cell(figures, floors, name), _floor(floors, name))


def _cell(figures: Mapping[str, float], floors: Floors, name: str) -> str:
    below = check(figures, {name: floors[name]}) if name in floors else []
    return f"{'*' if below else ''}{figures[name]:.3f}"


def _floor(floors: Floors, name: str) -> str:
    return f"{floors[name]:.3f}" if name in floors else "–"


def _row(title: str, *cells: str) -> str:
    return (f"{title:<{_WIDTH}}" + "".join(f"{cell:>11}" for cell in cells)).rstrip()
