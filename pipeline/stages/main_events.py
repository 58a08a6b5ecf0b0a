"""The main event of an article as a row of the table `main_events`."""

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Span

from pipeline.language.article import Article
from pipeline.language.events.event import Event
from pipeline.language.main_event.find import find_main_event
from pipeline.language.main_event.rules import Models
from pipeline.stages.told_rows import not_after


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
        *(*interval, not_after(found.status, found.when, article)),
        *(*_phrase(found.place), found.place_id),
        *(found.confidence, found.reason),
    )


def _phrase(span: Span | None) -> tuple[str | None, int | None, int | None]:
    return (span.text, span.start_char, span.end_char) if span is not None else (None, None, None)
