"""Makes `models/en/territories/names.csv`, the names of states in other languages, from the table of `rigour`.

Run at development time, in a virtual environment of its own because rigour needs ICU:

    pip install rigour==2.6.1
    python -c "from rigour._core import territories_jsonl as t; print(t())" > /tmp/territories.jsonl
    python -m tests.bench.territories /tmp/territories.jsonl

Each row is the ISO 3166 code of a state or territory and its names, folded as `fold.words` folds them; where that
leaves too few letters to know a name of another script by, it stands in its script. Of two states with one name it is
the one that rigour calls it by; a name that two have and neither is called by is left to both.
"""

import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pipeline.language.names.fold import words

OUT = Path(__file__).parents[2] / "models/en/territories/names.csv"
_SHORTEST = 4  # letters of a name that is no code: shorter ones are words of other languages and abbreviations
_LONGEST = 80


def main(source: Path) -> None:
    """Write the table."""
    rows = [json.loads(line) for line in source.read_text("utf-8").splitlines() if line.strip()]
    table = names_by_code([row for row in rows if row.get("alpha3")])
    with OUT.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["code", "names"])
        out.writerows([code, "|".join(sorted(names))] for code, names in sorted(table.items()))


def names_by_code(rows: Sequence[Mapping[str, Any]]) -> dict[str, set[str]]:
    """Code -> folded names."""
    own = {row["alpha3"].upper(): set(_strong(row)) for row in rows}
    called = Counter(name for names in own.values() for name in names)
    out: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        code = row["alpha3"].upper()
        out[code] |= own[code] | {name for name in _weak(row) if not called[name]}
    return out


def _strong(row: Mapping[str, Any]) -> Iterator[str]:
    yield from filter(None, map(_key, [row["name"], row["full_name"], *row["names_strong"]]))


def _weak(row: Mapping[str, Any]) -> Iterator[str]:
    for text in row["names_weak"]:
        name = _key(text)
        if any(c.isdigit() for c in name) or len(name) > _LONGEST:
            continue
        if len(name) >= _SHORTEST:
            yield name
        elif not any(c.isascii() for c in text):
            yield text.casefold()


def _key(name: str) -> str:
    return " ".join(words(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
