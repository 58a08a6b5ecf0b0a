"""A story: what its events, taken together, say of one real-world event."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import NamedTuple

from pipeline.matching.stories.keys import EventKey

_WORDS = 6  # a headline shorter than this says too little
_CHARS = 160  # and a longer one too much


class Story(NamedTuple):
    """One row of `stories`, less what other tables know (outlets, copies, figures)."""

    story_id: str
    event_type: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    locations: tuple[str, ...]
    date_start: datetime | None
    date_end: datetime | None
    n_events: int
    n_articles: int
    first_published: datetime | None
    headline: str
    events: tuple[str, ...]
    articles: tuple[str, ...]


def story(events: Sequence[EventKey]) -> Story:
    """The story that the events tell; at least one."""
    start, end = _when(events)
    return Story(
        story_id=blake2b(min(e.event_id for e in events).encode(), digest_size=8).hexdigest(),
        event_type=_most(e.event_type for e in events)[0],
        status=status({e.status for e in events}),
        actors=_most(x for e in events for x in e.actors),
        recipients=_most(x for e in events for x in e.recipients),
        locations=_most(x for e in events for x in e.locations),
        date_start=start,
        date_end=end,
        n_events=len(events),
        n_articles=len({e.article_id for e in events}),
        first_published=min((e.published for e in events if e.published), default=None),
        headline=_headline(events),
        events=tuple(sorted(e.event_id for e in events)),
        articles=tuple(sorted({e.article_id for e in events})),
    )


def status(told: set[str]) -> str:
    """agreed | disputed | denied | planned | hypothetical | historical, from the statuses of its events."""
    happened = told & {"actual", "historical"}
    if "negated" in told:
        return "disputed" if happened else "denied"
    if happened:
        return "agreed" if "actual" in told else "historical"
    return "planned" if "future" in told else "hypothetical"


def _most(values: Iterable[str]) -> tuple[str, ...]:
    """The values, most frequent first, ties in alphabetical order."""
    return tuple(value for value, _ in sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0])))


def _when(events: Sequence[EventKey]) -> tuple[datetime | None, datetime | None]:
    """The interval that most events give; of equals the shortest, then the earliest."""
    given = Counter((e.date_start, e.date_end) for e in events if e.date_start or e.date_end)
    return min(given, key=lambda span: (-given[span], _length(*span), str(span)), default=(None, None))


def _length(start: datetime | None, end: datetime | None) -> timedelta:
    return end - start if start and end else timedelta.max


def _headline(events: Sequence[EventKey]) -> str:
    """The sentence that says most in fewest words: it names both sides, is of fair length and comes early."""
    return min(events, key=_dullness).text.strip()


def _dullness(event: EventKey) -> tuple[bool, int, bool, int, int, str]:
    roles = -(bool(event.actors) + bool(event.recipients))
    length = len(event.text)
    fair = len(event.text.split()) >= _WORDS and length <= _CHARS
    return event.status != "actual", roles, not fair, event.sentence, length, event.event_id
