"""What `extract` writes about the time of events."""

from datetime import datetime

from pipeline.store import Store
from tests.conftest import rows

COLUMNS = ("trigger", "status", "date_start", "date_end", "date_id", "not_after", "reason")


def test_an_event_without_a_date_was_done_by_the_publication_day(store: Store) -> None:
    sent = next(e for e in rows(store, "events", COLUMNS) if e["trigger"] == "sent")
    assert (sent["date_start"], sent["date_end"], sent["date_id"]) == (None, None, None)
    assert sent["not_after"] == datetime(2024, 11, 13)
    assert sent["reason"].endswith("date: none given")


def test_a_date_needs_no_bound(store: Store) -> None:
    ratified = next(e for e in rows(store, "events", COLUMNS) if e["trigger"] == "ratified")
    assert (ratified["date_start"], ratified["date_end"]) == (datetime(2024, 11, 11), datetime(2024, 11, 12))
    assert ratified["not_after"] is None
    assert ratified["reason"].endswith("date: governs the trigger")


def test_only_what_is_told_as_done_and_has_no_end_is_bounded(store: Store) -> None:
    bounded = [e for e in rows(store, "events", COLUMNS) if e["not_after"]]
    assert bounded
    assert all(e["status"] in {"actual", "historical"} and e["date_end"] is None for e in bounded)


def test_every_event_tells_where_its_date_comes_from(store: Store) -> None:
    for event in rows(store, "events", COLUMNS):
        assert ("date: none given" in event["reason"]) == (event["date_id"] is None)
