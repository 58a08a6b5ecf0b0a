"""Coreference of events across documents on public gold mentions: `python -m tests.bench.public_event_coref [SET ...]`.

A set is `ecbdev`, `meantime` (both, if none is named) or a file of that form. Prints as `public_coref` does, by the
same scorer, all documents as one text; for each set also for its halves (by topic, by document). Without named sets the
figures are held against the floors under [coref_events] of `floors.toml` beside this file, and `--update` raises those.
"""

import sys

from pipeline.matching.coreference.events.resolve import resolve_events
from tests.bench.event_coref_sets import event_rules, event_set
from tests.bench.public_coref import run


def main() -> int:
    """Resolve, print, hold against the floors."""
    return run("coref_events", event_set, lambda told: resolve_events(told, event_rules()))


if __name__ == "__main__":
    sys.exit(main())
