"""Two short articles and their gold: small enough that every figure can be worked out by hand."""

import json
from pathlib import Path
from typing import Any

from pipeline.evaluation.gold import GoldArticle, read_gold

TEXTS = {
    "one.txt": (
        "Norland ratifies treaty with Sudland\n\n"
        "President Ardo Venn signed the decree on Monday, Kall Radio said. Norland sent about 300 soldiers in June.\n\n"
        "Give to Kall Radio on Friday and sign our letter.\n"
    ),
    "two.txt": (
        "Mr. Venn signed a decree in Kall last week. Norland’s\narmy has sent at least 200 men.\n\n"
        "Sudland thanked Kall for it.\n"
    ),
}


def _event(opening: str, trigger: str, kind: str, **more: Any) -> dict[str, Any]:
    nobody: dict[str, Any] = {"actor": [], "recipient": [], "attributed_to": [], "date": None}
    return {
        "sentence": opening,
        "trigger": trigger,
        "type": kind,
        **nobody,
        "status": "actual",
        "salience": "core",
        **more,
    }


def _who(entity: str) -> list[dict[str, str]]:
    return [{"entity": entity, "text": "…"}]


def _interval(start: str, end: str) -> dict[str, str]:
    return {"start": start, "end": end}


MONDAY = _interval("2024-11-11", "2024-11-12")
JUNE = _interval("2024-06-01", "2024-07-01")

ONE: dict[str, Any] = {
    "doc": "one.txt",
    "published": _interval("2024-11-12", "2024-11-13"),
    "boilerplate": ["Give to Kall Radio on Friday and sign our letter."],
    "entities": [
        {"id": "NRL", "mentions": ["Norland"]},
        {"id": "SDL", "mentions": ["Sudland"]},
        {"id": "ardo-venn", "mentions": ["President Ardo Venn"]},
        {"id": "kall-radio", "mentions": ["Kall Radio"]},
    ],
    "dates": [
        {"text": "Monday", "context": "decree on Monday, Kall", **MONDAY},
        {"text": "June", "context": "soldiers in June", **JUNE, "accept": {"text": ["in June"]}},
    ],
    "events": [
        _event("Norland ratifies", "ratifies", "SUPPORT", actor=_who("NRL"), recipient=_who("SDL"), story="pact"),
        _event(
            "President Ardo Venn signed",
            "signed the decree",
            "SUPPORT",
            actor=_who("ardo-venn"),
            date=MONDAY,
            attributed_to=["kall-radio"],
            story="pact",
            accept={"actor": [["NRL"]], "trigger": ["signed"]},
        ),
        _event("Norland sent", "sent", "AID", actor=_who("NRL"), date=JUNE, story="troops", salience="minor"),
    ],
    "claims": [{"text": "about 300 soldiers", "low": 300, "high": 300, "approx": "about"}],
}
TWO: dict[str, Any] = {
    "doc": "two.txt",
    "published": {**_interval("2024-11-11", "2024-12-01"), "accept": [["2024-11-13", "2024-11-14"]]},
    "boilerplate": [],
    "entities": [
        {"id": "NRL", "mentions": ["Kall", "Norland"]},
        {"id": "SDL", "mentions": ["Sudland"]},
        {"id": "kall", "mentions": ["Kall"]},
        {"id": "ardo-venn", "mentions": ["Mr. Venn"]},
    ],
    "dates": [{"text": "last week", "context": "in Kall last week.", "start": None, "end": None}],
    "events": [
        _event("Mr. Venn signed", "signed a decree", "SUPPORT", actor=_who("ardo-venn"), story="pact"),
        _event(
            "Norland's army has sent",
            "sent",
            "AID",
            actor=_who("NRL"),
            story="troops",
            alt_types=["MOBILIZE"],
            accept={"story": ["buildup"]},
        ),
        _event("Sudland thanked", "thanked", "SUPPORT", actor=_who("SDL"), recipient=_who("NRL"), story="thanks"),
    ],
    "claims": [{"text": "at least 200", "low": 200, "high": None, "approx": "at_least"}],
}


def write_small_gold(folder: Path) -> tuple[GoldArticle, ...]:
    """The gold of the two articles, written and read as files."""
    for data in (ONE, TWO):
        path = folder / data["doc"].replace(".txt", ".json")
        path.write_text(json.dumps(data), "utf-8")
    return read_gold(folder)
