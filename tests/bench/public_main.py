"""Main events on public gold, through the pipeline as a user runs it: `python -m tests.bench.public_main`.

Prints the token F1 of who, what, when and where (best over the coders' phrases, eval/w5h1.py), and the share of
articles whose day is one that a coder gave. The scorer wants a day of every article: where no day is told, it gets
that of the publication, which the table itself never gives for a known time. Exits with 1 if a figure falls below its
floor; `--update` raises the floors. `--halves` prints each half of the set, by hash of the ids, and holds nothing:
errors were read in the first half only.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from hashlib import md5
from typing import Any

from tests.bench.holding import hold
from tests.bench.places import ABSENT, PUBLIC, read, scorer
from tests.bench.running import tables
from tests.conftest import rows

_SET = "data/w5h1.jsonl"
_QUESTIONS = {"who": "who", "what": "what", "when": "when_text", "where": "place"}
Docs = Sequence[Mapping[str, Any]]
Answers = Mapping[str, Mapping[str, Any]]


def main() -> int:
    """Measure, print, hold against the floors."""
    if not PUBLIC.is_dir():
        print(ABSENT)
        return 0
    docs = read(_SET)
    found = answers(docs)
    if "--halves" in sys.argv:
        for half in (0, 1):
            print(line(f"half {half}", figures([d for d in docs if _half(d["id"]) == half], found)))
        return 0
    measured = figures(docs, found)
    print(line("all", measured))
    return hold({f"main.{name}": value for name, value in measured.items()})


def _half(name: str) -> int:
    return md5(name.encode(), usedforsecurity=False).digest()[0] % 2


def answers(docs: Docs) -> dict[str, dict[str, Any]]:
    """The row of `main_events` of each article that has one, by the id of the set."""
    with tables(map(_input, docs), "extract") as store:
        own = {row["article_id"]: row["source_id"] for row in rows(store, "articles")}
        grain = {row["date_id"]: row["granularity"] for row in rows(store, "dates")}
        found = list(rows(store, "main_events"))
    return {own[row["article_id"]]: row | {"granularity": grain.get(row["date_id"])} for row in found}


def _input(doc: Mapping[str, Any]) -> str:
    """A line of input for dateline: one text, the publication day, no gold."""
    text = "\n".join(doc[part] for part in ("title", "description", "text") if doc[part])
    return json.dumps({"id": doc["id"], "text": text, "published": doc["dct"]})


def figures(docs: Docs, found: Answers) -> dict[str, float]:
    """The mean of each question over the articles for which it has an answer."""
    tool = scorer("w5h1")
    measured = {}
    for question, column in _QUESTIONS.items():
        pairs = [(found.get(d["id"], {}).get(column), d["gold"][question]) for d in docs if d["gold"][question]]
        measured[question] = _mean(max(tool.f1(answer, phrase) for phrase in phrases) for answer, phrases in pairs)
    days = [(_day(d, found.get(d["id"], {})), d["when_iso"]) for d in docs if d["when_iso"]]
    return measured | {"when_as_date": _mean(float(day in right) for day, right in days)}


def _day(doc: Mapping[str, Any], row: Mapping[str, Any]) -> str:
    """The day of the event where one is told, else that of the publication."""
    told = row.get("date_start") if row.get("granularity") in {"day", "hour"} else None
    return str(told.date() if told is not None else doc["dct"])


def _mean(values: Iterator[float]) -> float:
    each = list(values)
    return sum(each) / len(each)


def line(name: str, measured: Mapping[str, float]) -> str:
    """A line of text, in per cent."""
    return f"{name:<8}" + "".join(f"{question:>14} {100 * value:.1f}" for question, value in measured.items())


if __name__ == "__main__":
    sys.exit(main())
