"""The main event of an article as a row of the table `main_events`."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from spacy.tokens import Span

from pipeline.language.article import Article
from pipeline.language.events.event import Event
from pipeline.language.main_event.find import MainEvent, find_main_event
from pipeline.language.main_event.rules import Models

_DONE = ("actual", "historical")


def main_event_rows(
    article_id: str,
    article: Article,
    title: str | None,
    events: Sequence[Event],
    ids: Sequence[str],
    models: Models,
) -> Iterator[tuple[Any, ...]]:
    """One row, or none if the article tells nothing. `ids` are those of `events`."""
    found = find_main_event(article, title or "", events, models)
    if found is None:
        return
    when, interval = found.when, found.when.interval if found.when else (None, None)
    yield (
        *(article_id, found.sentence, ids[found.event] if found.event is not None else None),
        *(*_phrase(found.trigger), found.status),
        *(*_phrase(found.who), list(found.who_ids)),
        *_phrase(found.what),
        *(when.span.text if when else None, when.date_id if when else None),
        *(*interval, _not_after(found, article)),
        *(*_phrase(found.place), found.place_id),
        *(found.confidence, found.reason),
    )


def _phrase(span: Span | None) -> tuple[str | None, int | None, int | None]:
    return (span.text, span.start_char, span.end_char) if span is not None else (None, None, None)


def _not_after(found: MainEvent, article: Article) -> datetime | None:
    """As for events: what is told as done was done when the article was out."""
    ended = found.when is not None and found.when.interval.end is not None
    return article.published.end if found.status in _DONE and not ended else None
