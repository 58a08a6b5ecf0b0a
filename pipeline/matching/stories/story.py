"""A story: what its events, taken together, say of one real-world event."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from types import MappingProxyType
from typing import NamedTuple

from pipeline.matching.stories.keys import EventKey

Reach = tuple[datetime | None, datetime | None]
Sentence = tuple[str, int]  # article_id, number of the sentence
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
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    events: tuple[str, ...]
    articles: tuple[str, ...]


def story(events: Sequence[EventKey], crowd: Mapping[Sentence, int] = MappingProxyType({})) -> Story:
    """The story that the events tell; at least one. `crowd`: how many events each sentence tells, of any story."""
    start, end = when(events)
    return Story(
        story_id=story_id(events),
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
        headline=_headline(events, crowd),
        asserted_by=_most(x for e in events if e.status != "negated" for x in e.sources),
        denied_by=_most(x for e in events if e.status == "negated" for x in e.sources),
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


def story_id(events: Sequence[EventKey]) -> str:
    """The hash of the event that was told first: whoever tells of it later joins without changing the id.

    First by publication, then in the order of ids; articles without a day come last.
    """
    first = min(events, key=lambda e: (e.published or e.published_end or datetime.max, e.event_id))
    return blake2b(first.event_id.encode(), digest_size=8).hexdigest()


def when(events: Sequence[EventKey]) -> Reach:
    """The tightest interval that its members allow.

    It begins with the interval that most events give, of equals the shortest, and is narrowed by every other that
    meets it, the shortest first: "in June" and "on 19 June" are 19 June.
    """
    given = Counter((e.date_start, e.date_end) for e in events if e.date_start or e.date_end)
    if not given:
        return None, None
    start, end = min(given, key=lambda span: (-given[span], _length(*span), str(span)))
    for other in sorted(given, key=lambda span: (_length(*span), str(span))):
        low, high = _later(start, other[0]), _earlier(end, other[1])
        if low is None or high is None or low < high:
            start, end = low, high
    return start, end


def _later(a: datetime | None, b: datetime | None) -> datetime | None:
    return max(a, b) if a and b else a or b


def _earlier(a: datetime | None, b: datetime | None) -> datetime | None:
    return min(a, b) if a and b else a or b


def _length(start: datetime | None, end: datetime | None) -> timedelta:
    return end - start if start and end else timedelta.max


def _headline(events: Sequence[EventKey], crowd: Mapping[Sentence, int]) -> str:
    """The sentence that says most in fewest words: names both sides, is of fair length, tells little else, is early."""
    return min(events, key=lambda e: _dullness(e, crowd)).text.strip()


def _dullness(event: EventKey, crowd: Mapping[Sentence, int]) -> tuple[bool, int, bool, int, int, int, str]:
    roles = -min(2, len({*event.actors, *event.recipients}))
    length = len(event.text)
    fair = len(event.text.split()) >= _WORDS and length <= _CHARS
    others = crowd.get((event.article_id, event.sentence), 1)
    return event.status != "actual", roles, not fair, others, event.sentence, length, event.event_id
