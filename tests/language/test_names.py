import csv
import tomllib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.language.names.find import Mention, find_names
from pipeline.language.names.fold import key, pieces
from pipeline.language.names.gazetteer import Gazetteer

ROOT = Path(__file__).parents[2]
WORDS = tomllib.loads((ROOT / "models/en/names.toml").read_text("utf-8"))
CASES = tomllib.loads((ROOT / "tests/cases/names.toml").read_text("utf-8"))
Parse = Callable[[str], Doc]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


TABLES = {path.stem: rows(path) for path in sorted((ROOT / "models/en/aliases").glob("*.csv"))}


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.from_rows(TABLES, WORDS)


def find(text: str, parse: Parse, gazetteer: Gazetteer) -> list[Mention]:
    doc = parse(text)
    return find_names(doc, ["story"] * len(list(doc.sents)), gazetteer)


@pytest.mark.parametrize("case", CASES["find"], ids=lambda case: case["text"][:40])
def test_finds_the_names_of_a_sentence(case: dict[str, Any], parse: Parse, gazetteer: Gazetteer) -> None:
    found = find(case["text"], parse, gazetteer)
    assert [m for m in case["mentions"] if m not in {f"{f.text}|{f.label}" for f in found}] == []
    assert {m.text for m in found} & set(case.get("never", ())) == set()


@pytest.mark.parametrize(("name", "label"), WORDS["examples"].items())
def test_every_example_in_the_word_lists_fires(name: str, label: str, parse: Parse, gazetteer: Gazetteer) -> None:
    found = find(f"Diplomats spoke at length about the {name} in Geneva.", parse, gazetteer)
    assert (name, label) in {(m.text, m.label) for m in found}


def test_mentions_are_sorted_apart_and_exact(parse: Parse, gazetteer: Gazetteer) -> None:
    text = " ".join(case["text"] for case in CASES["find"])
    found = find(text, parse, gazetteer)
    assert all(text[m.char_start : m.char_end] == m.text for m in found)
    assert all(a.char_end <= b.char_start for a, b in pairwise(found))


def test_boilerplate_gives_no_names(parse: Parse, gazetteer: Gazetteer) -> None:
    doc = parse("Barack Obama flew to Kenya.")
    assert find_names(doc, ["boilerplate"], gazetteer) == []


@pytest.mark.parametrize("text", ["", " ", "x", "🙂🙂", "12 34", "\n\n", "THE U.S. AND THE U.K.", "’s", "- - -", "Kim"])
def test_odd_text_does_not_stop_it(text: str, parse: Parse, gazetteer: Gazetteer) -> None:
    assert isinstance(find(text, parse, gazetteer), list)


@pytest.mark.parametrize(
    ("text", "name", "title", "setting"),
    [
        ("North Korean leader Kim Jong Un spoke.", "Kim Jong Un", "North Korean leader", "agent"),
        ("The treaty was signed in Moscow.", "Moscow", None, "place"),
        ("Moscow said it would respond.", "Moscow", None, "agent"),
        ("Kyiv's allies met.", "Kyiv", None, "modifier"),
        ("He flew to Beijing.", "Beijing", None, "place"),
        (
            "Iran's foreign minister, Abbas Araghchi, spoke.",
            "Abbas Araghchi",
            "Iran's foreign minister",
            None,
        ),
    ],
)
def test_tells_title_and_setting(
    text: str, name: str, title: str | None, setting: str | None, parse: Parse, gazetteer: Gazetteer
) -> None:
    found = {m.text: m for m in find(text, parse, gazetteer)}[name]
    assert found.title == title
    assert setting is None or found.setting == setting


def test_repeats_of_a_name_are_found(parse: Parse, gazetteer: Gazetteer) -> None:
    text = "President Irakli Kobakhidze spoke.\nKobakhidze vowed to resist. Critics of Kobakhidze jeered."
    assert [m.text for m in find(text, parse, gazetteer)].count("Kobakhidze") == 2


def test_folding_keeps_what_tells_names_apart() -> None:
    assert key("Zelenskyy’s U.S. visit") == "zelenskyy s us visit"
    assert [p.text for p in pieces("the U.S.-led Al-Shabaab")] == ["the", "U.S.", "led", "Al", "Shabaab"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DPRK", "North Korea"),
        ("Democratic People’s Republic of Korea", "North Korea"),
        ("U.S.", "United States"),
        ("Kiev", "Kyiv"),
        ("Peking", "Beijing"),
        ("Türkiye", "Turkey"),
        ("ISIS", "Islamic State"),
        ("Rangoon", "Yangon"),
    ],
)
def test_known_variants(text: str, name: str, gazetteer: Gazetteer) -> None:
    assert {alias.entry.name for alias in gazetteer.look_up(text)} == {name}


@pytest.mark.parametrize("text", ["us", "who", "is", "Let", "NEV", "ill"])
def test_common_words_are_no_acronyms(text: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.look_up(text) == ()


def test_every_state_has_one_row_and_a_code() -> None:
    codes = [row["iso3"] for row in TABLES["countries"]]
    assert len(codes) == len(set(codes)) >= 195
    assert all(len(code) == 3 and code.isupper() for code in codes)


@pytest.mark.parametrize("table", sorted(set(TABLES) - {"countries"}))
def test_every_known_thing_belongs_to_a_code_or_to_none(table: str) -> None:
    assert [row["name"] for row in TABLES[table] if row["country"] and len(row["country"]) != 3] == []
