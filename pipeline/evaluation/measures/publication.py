"""Is it known when the article was published?"""

from datetime import timedelta

from pipeline.evaluation.case import Case
from pipeline.evaluation.counts import Outcome, Share, Slip
from pipeline.evaluation.days import ONE_DAY, Days, from_moments

# An interval wider than a week tells a reader little, unless the text itself allows no better.
WIDEST = timedelta(days=7)


def score_publication(case: Case) -> Outcome:
    """The figure `published.right`: the interval meets an accepted one and is no wider than a week or than that one."""
    found = _found(case)
    right = any(_agree(found, wanted) for wanted in case.gold.published)
    text = f"{found}, not {case.gold.published[0]}"
    slips = () if right else (Slip(case.gold.doc, "publication date wrong", text),)
    return Outcome(shares={"published.right": Share(int(right), 1)}, slips=slips)


def _found(case: Case) -> Days:
    row = case.article
    return from_moments(row["published_start"], row["published_end"]) if row else Days()


def _agree(found: Days, wanted: Days) -> bool:
    if not found.start or not wanted.start or not wanted.end:
        return False
    end = found.end or found.start + ONE_DAY
    widest = max(WIDEST, wanted.end - wanted.start)
    return found.start < wanted.end and wanted.start < end and end - found.start <= widest
