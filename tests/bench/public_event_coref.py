"""Coreference of events across documents on public gold mentions: `python -m tests.bench.public_event_coref [SET ...]`.

A set is `ecbdev`, `meantime` (both, if none is named) or a file of that form. Prints as `public_coref` does, by the
same scorer, all documents as one text; for each set also for its halves (by topic, by document). Without named sets the
figures are held against the floors under [coref_events] of `floors.toml` beside this file, and `--update` raises those.
"""

import argparse
import sys
from pathlib import Path

from pipeline.matching.coreference.events.resolve import resolve_events
from tests.bench.coref_sets import Docs, documents, stories
from tests.bench.event_coref_sets import event_rules, event_set
from tests.bench.holding import hold
from tests.bench.places import ABSENT, PUBLIC
from tests.bench.public_coref import SETS, report, write_rows


def main() -> int:
    """Resolve, print, hold against the floors."""
    options = _options()
    if not PUBLIC.is_dir():
        print(ABSENT)
        return 0
    figures: dict[str, float] = {}
    for name in options.sets or SETS:
        docs = documents(event_set(name))
        found = clusters(docs, options.tables / Path(name).stem if options.tables else None)
        write_rows(options.out, Path(name).stem, found)
        figures[f"coref_events.{Path(name).stem}"] = report(Path(name).stem, docs, found)
    return 0 if options.sets else hold(figures)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Coreference of events on public gold mentions.")
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--out", type=Path, help="folder for rows of predictions")
    parser.add_argument("--tables", type=Path, help="folder that keeps the parsed sets from one run to the next")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    return parser.parse_args()


def clusters(docs: Docs, tables: Path | None = None) -> dict[str, str]:
    """Mention id → the first mention of its cluster."""
    found = resolve_events(stories(docs, tables), event_rules())
    return {mention: cluster.mentions[0] for cluster in found for mention in cluster.mentions}


if __name__ == "__main__":
    sys.exit(main())
