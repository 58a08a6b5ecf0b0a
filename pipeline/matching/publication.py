"""When was each article published? What it states, else what its text implies, else what stories like it say."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from pipeline.language.dates.stated import Clue
from pipeline.matching.publication_likeness import nearest_texts
from pipeline.matching.publication_text import implied
from pipeline.matching.publication_window import Window, fits, narrowed, weekday_told

# The order of trust. A line such as "Updated …" can lag behind; a file name can be the day of download.
_TRUST = ("metadata", "url", "stated", "byline", "dateline", "file name")
_DAY = timedelta(days=1)
_DATED_DAYS = 7  # a story dates others like it only if its own date is no wider


class Dossier(NamedTuple):
    """What is known of one article: its clues, stated ones first, and its text."""

    article_id: str
    clues: Sequence[Clue]
    text: str


class Published(NamedTuple):
    """The days on which an article can have been published, `end` exclusive; None = unknown."""

    start: datetime | None
    end: datetime | None
    reason: str


_UNKNOWN = Published(None, None, "nothing tells when it was published")


def settle(dossiers: Sequence[Dossier]) -> dict[str, Published]:
    """The publication interval of each article; the order of `dossiers` makes no difference."""
    ordered = sorted(dossiers, key=lambda d: d.article_id)
    alone = {d.article_id: _stated(d) or _implied(d) for d in ordered}
    return _from_like_stories(ordered, alone)


def _stated(dossier: Dossier) -> Published | None:
    """The most trusted clue that states a day or month outright."""
    for kind in _TRUST:
        for clue in dossier.clues:
            if clue.kind == kind and clue.earliest and clue.latest:
                return Published(clue.earliest, clue.latest + _DAY, f"{kind}: {clue.text.strip()[:60]}")
    return None


def _implied(dossier: Dossier) -> Published:
    """What the expressions of the text allow."""
    window = implied(dossier.clues)
    return Published(window.start, window.end, window.reason) if window else _UNKNOWN


def _from_like_stories(dossiers: Sequence[Dossier], alone: Mapping[str, Published]) -> dict[str, Published]:
    """Undated articles take the date of the dated story that is most like them, if their own clues allow it."""
    dated = {key: found for key, found in alone.items() if _is_close(found)}
    texts = {d.article_id: d.text for d in dossiers}
    near = nearest_texts(
        {k: t for k, t in texts.items() if k not in dated}, {k: t for k, t in texts.items() if k in dated}
    )
    out = dict(alone)
    for dossier in dossiers:
        for other, score in near.get(dossier.article_id, ()):
            taken = _taken(dossier, dated[other], score)
            if taken is not None:
                out[dossier.article_id] = taken._replace(reason=f"{taken.reason} {other}")
                break
    return out


def _is_close(found: Published) -> bool:
    """Is it dated to within days?"""
    return found.start is not None and found.end is not None and found.end - found.start <= timedelta(_DATED_DAYS)


def _taken(dossier: Dossier, like: Published, score: float) -> Published | None:
    """The date of a like story, narrowed by the weekday that this one tells; None if its own clues forbid it."""
    if like.start is None or like.end is None:
        return None
    window = narrowed(Window(like.start, like.end, ""), weekday_told(dossier.clues))
    if not fits(window, dossier.clues):
        return None
    return Published(window.start, window.end, f"like a dated story (similarity {score:.2f}):")
