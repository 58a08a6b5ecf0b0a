"""Names on public gold, through the pipeline as a user runs it: `python -m tests.bench.public_ner [SET.jsonl ...]`.

Prints F1 of exact spans by kind, without a leading article and possessive (eval/ner.py), for the dev part of world
newswire that was not trained on, for PUD and for re3d, and exits with 1 if one falls below its floor; `--update` raises
the floors. `--ner spacy` measures the spaCy pipeline's own name finder in its place. Sets named by their files are
printed and held to nothing.
"""

import contextlib
import io
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.resources import read_toml
from pipeline.settings import default_language
from pipeline.store import Store
from pipeline.training.split import is_dev
from tests.bench.holding import hold
from tests.bench.places import ABSENT, PUBLIC, read, scorer
from tests.bench.running import tables
from tests.conftest import rows

_KINDS = ("PER", "ORG", "LOC", "PER+ORG+LOC")
_SETS = {"wwnews": "ner_train/ner_wwnews.jsonl", "pud": "data/ner_pud.jsonl", "re3d": "data/ner_re3d.jsonl"}
Figures = Mapping[str, tuple[float, float, float]]


def main() -> int:
    """Measure, print, hold against the floors."""
    if not PUBLIC.is_dir():
        print(ABSENT)
        return 0
    own = [Path(name) for name in sys.argv[1:] if name.endswith(".jsonl")]
    sets = {path.stem: read(path.absolute()) for path in own} or dict(_dev())
    ner = "spacy" if "spacy" in sys.argv else "news"
    measured = {name: score(name, docs, ner) for name, docs in sets.items()}
    print("\n".join(lines(measured)))
    if own or ner == "spacy":
        return 0
    figures = {f"ner_{name}.{_key(kind)}": found[kind][2] for name, found in measured.items() for kind in _KINDS}
    return hold(figures)


def _key(kind: str) -> str:
    """The name of a figure: TOML has no plus signs in its bare keys."""
    return "all" if "+" in kind else kind.lower()


def _dev() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The sets; of world newswire the part that training leaves out."""
    share = read_toml(default_language() / "ner/training.toml")["network"]["dev_share"]
    for name, file in _SETS.items():
        docs = read(file)
        yield name, [doc for doc in docs if is_dev(doc["id"], share)] if name == "wwnews" else docs


def score(name: str, docs: list[dict[str, Any]], ner: str) -> Figures:
    """Kind → precision, recall, F1."""
    with tables((json.dumps({"id": d["id"], "text": d["text"]}) for d in docs), "recognise", ner) as store:
        found = list(_found(store))
    tool = scorer("ner")
    kind = name if any(known in name for known in tool.SETS) else "wwnews"  # by the name it knows which labels count
    with contextlib.redirect_stdout(io.StringIO()):
        figures: Figures = tool.score(kind, docs, found)["trim"]
    return figures


def _found(store: Store) -> Iterator[dict[str, Any]]:
    ids = {row["article_id"]: row["source_id"] for row in rows(store, "articles")}
    ents: dict[str, list[tuple[int, int, str]]] = {own: [] for own in ids.values()}
    for row in rows(store, "mentions"):
        ents[ids[row["article_id"]]].append((row["char_start"], row["char_end"], row["label"]))
    return ({"id": own, "ents": found} for own, found in ents.items())


def lines(measured: Mapping[str, Figures]) -> Iterator[str]:
    """Lines of text."""
    yield f"{'F1':<12}" + "".join(f"{kind:>14}" for kind in _KINDS)
    for name, found in measured.items():
        yield f"{name:<12}" + "".join(f"{100 * found[kind][2]:>14.1f}" for kind in _KINDS)


if __name__ == "__main__":
    sys.exit(main())
