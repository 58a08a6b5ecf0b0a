"""What the tagger costs beside spaCy's own name finder: `python -m tests.bench.ner_speed [STORIES]`.

The whole pipeline with either, one process, on Reuters stories, interleaved: words a second of CPU time, median of
three rounds.
"""

import gzip
import json
import statistics
import sys
import time
from collections.abc import Iterator

from tests.bench.places import ABSENT, PUBLIC
from tests.bench.running import tables

_ROUNDS = 3


def main() -> int:
    """Measure and print."""
    if not PUBLIC.is_dir():
        print(ABSENT)
        return 0
    numbers = [int(text) for text in sys.argv[1:] if text.isdigit()]
    lines = list(_stories(numbers[0] if numbers else 300))
    words = sum(len(json.loads(line)["text"].split()) for line in lines)
    _seconds(lines[:5], "news"), _seconds(lines[:5], "spacy")  # models are loaded once, before the clock starts
    spent: dict[str, list[float]] = {"news": [], "spacy": []}
    for _ in range(_ROUNDS):
        for ner, times in spent.items():
            times.append(_seconds(lines, ner))
    rates = {ner: words / statistics.median(times) for ner, times in spent.items()}
    for ner, rate in rates.items():
        print(f"--ner {ner:<8}{rate:>8.0f} words/s{100 * rate / rates['spacy']:>8.0f} %")
    return 0


def _stories(count: int) -> Iterator[str]:
    with gzip.open(PUBLIC / "volume/reuters.jsonl.gz", "rt", encoding="utf-8") as file:
        for number, line in zip(range(count), file, strict=False):
            story = json.loads(line)
            yield json.dumps({"id": str(number), "text": story["text"]})


def _seconds(lines: list[str], ner: str) -> float:
    """CPU seconds of a run from the articles to the stories."""
    began = time.process_time()
    with tables(lines, "merge", ner):
        return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
