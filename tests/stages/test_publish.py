"""From files to publication days: what decided, in words."""

from pathlib import Path

from pipeline.engines.serial import serial
from pipeline.flow import FLOW
from pipeline.runner import Run, Watch
from pipeline.settings import Settings, default_language
from pipeline.store import Store, open_store
from tests.conftest import rows

FLOODS = (
    "Heavy floods struck the coast of Sudland on Monday, officials said. Rescue teams pulled survivors from houses."
)
PAGE = f"""<html><head><title>Sudland floods</title><meta property="article:published_time" content="2024-11-14">
</head><body><nav><a href="/">Home</a></nav><article><h1>Sudland floods</h1><p>{FLOODS} The treaty of June 19, 2023
between Norland and Sudland obliges each of the two to help the other, and Norland has sent a thousand men.</p>
</article></body></html>"""
FILES = {
    "front.md": f"---\ndate: 12/11/2024\nurl: https://harbour.co.uk/floods\n---\n{FLOODS} Roads were cut.\n",
    "open.txt": f"---\ndate: 12/11/2024\nurl: https://harbour.com/floods\n---\n{FLOODS} Bridges fell.\n",
    "page.html": PAGE,
    "2024-11-13_floods.txt": f"{FLOODS} Schools were shut.\n",
}


def test_what_states_a_day_is_named(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    for name, text in FILES.items():
        (source / name).write_text(text, "utf-8")
    with serial() as lend:
        Run(open_store(out), Settings(source, default_language()), lend, Watch()).bring_up_to_date(FLOW[:5])
    found = {row["path"]: row for row in rows(Store(out), "articles")}
    told = {path: (str(row["published_start"])[:10], row["published_reason"]) for path, row in found.items()}
    assert told.pop("open.txt")[1].startswith("like ")
    assert told == {
        "front.md": ("2024-11-12", "metadata: 12/11/2024"),
        "page.html": ("2024-11-14", "metadata: 2024-11-14"),
        "2024-11-13_floods.txt": ("2024-11-13", "file name: 2024-11-13_floods.txt"),
    }
    assert found["front.md"]["text"] == FILES["front.md"]
