"""Reading gold: alternatives are kept, and a broken file is named with its remedy."""

import json
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import DatelineError
from pipeline.evaluation.days import Days
from pipeline.evaluation.gold import GoldArticle, GoldClaim, GoldDate, GoldEntity, GoldEvent, read_gold

from .small_gold import ONE

JUNE = Days(date(2024, 6, 1), date(2024, 7, 1))
MONDAY = Days(date(2024, 11, 11), date(2024, 11, 12))
NOBODY: frozenset[str] = frozenset()


def test_every_field_holds_all_its_accepted_values(gold: tuple[GoldArticle, ...]) -> None:
    one, two = gold
    assert one.doc == "one.txt"
    assert two.published[0] == Days(date(2024, 11, 11), date(2024, 12, 1))
    assert two.published[1:] == (Days(date(2024, 11, 13), date(2024, 11, 14)),)
    assert one.entities[2] == GoldEntity("ardo-venn", ("President Ardo Venn",))
    assert one.dates[1] == GoldDate("soldiers in June", ("June", "in June"), (JUNE,))
    assert two.claims == (GoldClaim(("at least 200",), (200.0,), (None,), ("at_least",)),)
    assert one.events[1] == GoldEvent(
        sentence="President Ardo Venn signed",
        triggers=("signed the decree", "signed"),
        types=("SUPPORT",),
        actors=(frozenset({"ardo-venn"}), frozenset({"NRL"})),
        recipients=(NOBODY,),
        dates=(MONDAY,),
        sources=(frozenset({"kall-radio"}),),
        statuses=("actual",),
        stories=frozenset({"pact"}),
        core=True,
    )
    assert (two.events[1].types, two.events[1].stories) == (("AID", "MOBILIZE"), frozenset({"troops", "buildup"}))
    assert (one.events[0].dates, one.events[2].core) == ((Days(),), False)


def test_accepted_dates_may_be_null_pair_or_object(tmp_path: Path) -> None:
    data = deepcopy(ONE)
    data["events"][2]["accept"] = {"date": [None, ["2024-06-01", "2024-07-01"], {"start": "2024-06-19", "end": None}]}
    (tmp_path / "one.json").write_text(json.dumps(data), "utf-8")
    assert read_gold(tmp_path)[0].events[2].dates == (JUNE, Days(), Days(date(2024, 6, 19), None))


def _spoilt(change: Callable[[dict[str, Any]], object]) -> str:
    data = deepcopy(ONE)
    change(data)
    return json.dumps(data)


BROKEN = [
    ('{"doc": "one.txt",\n oops}', r"one\.json, line 2: not JSON .* Correct that line"),
    ("[]", r"one\.json is \[\]: it must be an object"),
    (_spoilt(lambda d: d.pop("claims")), r"one\.json lacks the key 'claims': add it"),
    (_spoilt(lambda d: d["events"][2].pop("trigger")), r"one\.json: events\[2\] lacks the key 'trigger'"),
    (
        _spoilt(lambda d: d["dates"][0].update(start="12 Nov")),
        r"dates\[0\]: start is '12 Nov': write the day as YYYY-MM-DD",
    ),
    (_spoilt(lambda d: d.update(boilerplate="x")), r"boilerplate is 'x': it must be a list"),
    (_spoilt(lambda d: d["claims"][0].update(low="many")), r"claims\[0\]: low is 'many': it must be a number"),
    (
        _spoilt(lambda d: d["published"].update(accept=[["2024-11-12"]])),
        r"accept\[0\] is .*: it must be \[start, end\]",
    ),
    (_spoilt(lambda d: d["entities"][0].update(mentions=[1])), r"mentions\[0\] is 1: it must be a string"),
]


@pytest.mark.parametrize(("text", "sentence"), BROKEN)
def test_a_broken_file_is_named_with_place_and_remedy(text: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "one.json").write_text(text, "utf-8")
    with pytest.raises(DatelineError, match=sentence):
        read_gold(tmp_path)


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "one.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DatelineError, match=r"one\.json cannot be read .* save it as UTF-8"):
        read_gold(tmp_path)


def test_a_folder_without_gold(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match=r"holds no \.json file: name the folder"):
        read_gold(tmp_path)
