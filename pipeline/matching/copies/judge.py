"""Is an article as a whole a copy of an earlier one? What agrees must be enough, and nothing may speak against it."""

from pipeline.matching.copies.match import Match
from pipeline.matching.copies.rules import Limits
from pipeline.matching.copies.text import Article


def judge(old: Article, new: Article, found: Match, limits: Limits) -> str | None:
    """Why `new` is a copy of `old`, in a short phrase; None if it is none."""
    words = new.words(found.copied)
    brief = new.size < limits.brief
    enough = words >= limits.least and words >= new.size * (limits.brief_share if brief else limits.share)
    lone = len(found.copied) == 1 and not found.same  # a single sentence with a touch is too little
    if not enough or lone or found.rival or _new_rows(new, found) >= limits.rows:
        return None
    near = _apart(old, new) <= (limits.brief_days if brief else limits.days)
    if not near or (brief and not _same_headline(old, new, limits)):
        return None
    return f"{words} of its {new.size} words stand there"


def _new_rows(new: Article, found: Match) -> int:
    """Lines of a table that stand in the later article alone."""
    left = (p for n, p in enumerate(new.passages) if n not in found.copied and not p.stopped)
    return sum(any(c.isdigit() for word in p.key for c in word) for p in left)


def _apart(old: Article, new: Article) -> int:
    """Days between the two, 0 if either is unknown."""
    return abs((new.text.day - old.text.day).days) if old.text.day and new.text.day else 0


def _same_headline(old: Article, new: Article, limits: Limits) -> bool:
    """Do the headlines share enough words? Where an article has none, nothing speaks against it."""
    a, b = old.headline, new.headline
    return not (a and b) or 2 * len(a & b) >= limits.brief_title * (len(a) + len(b))
