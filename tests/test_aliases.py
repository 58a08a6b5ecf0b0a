"""A user's alias file, from the command line to the tables."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.resolve import resolve
from pipeline.resources import load
from pipeline.settings import Settings
from pipeline.store import Store
from tests.conftest import rows, run_all
from tests.matching.test_names_resolve import article

STORY = """SEOUL, Nov 12, 2024 - Rocket Man ordered a launch on Monday, state media said. Kim Jong Un watched it.

Vladimir Putin called Kim on Tuesday. The quiet one nodded when Putin spoke, and georgia was told later.
"""
LISTED = """alias,id,name,type,country
Rocket Man,P1,Kim Jong Un,PERSON,PRK
Kim Jong Un,P1,Kim Jong Un,,
# a comment
The quiet one,P2,Anna Low,,

georgia,P3,Georgia Pell,PERSON,USA
"""


def write(folder: Path, text: str, name: str = "people.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def run(folder: Path, *options: object) -> Result:
    words = ["run", folder / "story.txt", "--out", folder / "out", "--workers", 1, *options]
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, STORY, "story.txt")
    return tmp_path


def test_listed_names_are_found_and_get_their_id_and_name(folder: Path) -> None:
    assert run(folder, "--aliases", write(folder, LISTED)).exit_code == 0
    store = Store(folder / "out")
    texts = {m["mention_id"]: m["text"] for m in rows(store, "mentions")}
    told = {(texts[k["mention_id"]], k["entity_id"], k["reason"]) for k in rows(store, "links")}
    assert ("Rocket Man", "P1", "alias file people.csv, line 2") in told
    assert ("Kim Jong Un", "P1", "alias file people.csv, line 3") in told
    assert ("quiet one", "P2", "alias file people.csv, line 5") in told
    assert ("georgia", "P3", "alias file people.csv, line 7") in told
    assert {own for text, own, _ in told if text == "Kim"} == {"P1"}
    kim = next(e for e in rows(store, "entities") if e["entity_id"] == "P1")
    assert (kim["name"], kim["type"], kim["country"], kim["n_mentions"]) == ("Kim Jong Un", "PERSON", "PRK", 3)
    assert {m["source"] for m in rows(store, "mentions") if m["text"] == "georgia"} == {
        "gazetteer: alias file people.csv, line 7"
    }


def test_a_changed_file_reruns_what_depends_on_it_alone(settings: Settings, folder: Path) -> None:
    listed = replace(settings, aliases=(write(folder, LISTED),))
    run_all(listed, folder / "out")
    assert [s.stage for s in run_all(listed, folder / "out") if s.new] == []
    write(folder, LISTED + "nowhere to be found,P9,Nobody,,\n")
    assert [s.stage for s in run_all(listed, folder / "out") if s.new] == ["recognise", "normalise"]
    assert [s.stage for s in run_all(settings, folder / "out") if s.new][:2] == ["recognise", "normalise"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "alias,name\nKim,Kim Jong Un\n",
            "people.csv, line 1: no column id. Begin the file with the line alias,id,name.",
        ),
        ("", "people.csv, line 1: no column alias."),
        ("alias,id,name\nKim,P1,Kim\n ,P1,Kim\n", "people.csv, line 3: the alias is empty. Write a name there"),
        ("alias,id,name\nKim,,Kim\n", "people.csv, line 2: the id of Kim is empty."),
        (
            "alias,id,name\nKim Jong Un,P1,Kim\n\nKim Jong-un,P2,Kim\n",
            "people.csv, line 4: alias Kim Jong-un has the id P2 here and P1 in people.csv, line 2. Keep one of them.",
        ),
        (
            "alias,id,name\nA,P1,Al\nB,P1,Bo\n",
            "people.csv, line 3: id P1 has the name Bo here and Al in people.csv, line 2.",
        ),
        ("alias,id,name,type\nA,P1,Al,HUMAN\n", "people.csv, line 2: HUMAN is no type. Use one of PERSON, ORG"),
        (
            "alias,id,name,country\nA,P1,Al,Korea\n",
            "people.csv, line 2: Korea is no country. Use a code of three letters",
        ),
        ("alias,id,name\nLow, Anna,P1,Anna Low\n", "people.csv, line 2: more cells than the header has."),
        ('alias,id,name\n"Kim,P1,Kim\n', "people.csv, line 2: unexpected end of data. Mend the quotes"),
    ],
)
def test_a_bad_file_stops_the_run_with_one_sentence(folder: Path, text: str, sentence: str) -> None:
    result = run(folder, "--aliases", write(folder, text))
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert sentence in result.stderr
    assert not (folder / "out").exists()


def test_a_file_that_cannot_be_read_stops_the_run(folder: Path) -> None:
    assert (
        "gone.csv cannot be read (No such file or directory): restore it" in run(folder, "--aliases", "gone.csv").stderr
    )
    (folder / "latin.csv").write_bytes(b"alias,id,name\nPr\xe9val,P1,Ren\xe9 Pr\xe9val\n")
    assert "latin.csv, line 2: not UTF-8." in run(folder, "--aliases", folder / "latin.csv").stderr


def test_two_files_are_one_list(folder: Path) -> None:
    one = write(folder, "alias,id,name\nRocket Man,P1,Kim Jong Un\n")
    two = write(folder, "name,alias,id\nKim,Rocket Man,P2\n", "more.csv")
    result = run(folder, "--aliases", one, "--aliases", two)
    assert "more.csv, line 2: alias Rocket Man has the id P2 here and P1 in people.csv, line 2." in result.stderr


def listed(settings: Settings, folder: Path, text: str) -> Gazetteer:
    found: Gazetteer = load("gazetteer", replace(settings, aliases=(write(folder, text),)))
    return found


def test_one_id_is_one_thing_and_two_ids_are_two(settings: Settings, folder: Path) -> None:
    own = listed(settings, folder, "alias,id,name\nJohn Smith,P1,John Smith\nJohn Smyth,P2,John Smith\nSmithy,P1,\n")
    mentions = [
        *article("a", "John Smith|PERSON", "Smith|PERSON", "John Smyth|ORG"),
        *article("b", "Smithy|PRODUCT"),
        *article("c", "J. Smith|PERSON"),
    ]
    found = [link.entity_id for link in resolve(mentions, own).links]
    assert [found[0], found[2], found[3]] == ["P1", "P2", "P1"]
    assert not {found[1], found[4]} & {"P1", "P2"}  # which of the two is not known


def test_an_id_from_an_earlier_run_goes_on_with_its_other_names(settings: Settings, folder: Path) -> None:
    mentions = article("a", "Kim Jong Un|PERSON", "Rocket Man|PERSON", "Kim Jong-eun|PERSON")
    plain: Gazetteer = load("gazetteer", settings)
    kim, rocket, spelled = (link.entity_id for link in resolve(mentions, plain).links)
    assert kim == spelled != rocket
    own = listed(settings, folder, f"alias,id,name\nRocket Man,{kim},The Marshal\nDPR Korea,iso3166:PRK,North Korea\n")
    found = resolve([*mentions, *article("b", "DPR Korea|GPE", "Pyongyang|GPE||agent")], own)
    assert [link.entity_id for link in found.links] == [kim, kim, kim, "iso3166:PRK", "iso3166:PRK"]
    assert [(e.entity_id, e.name, e.iso3) for e in found.entities] == [
        ("iso3166:PRK", "North Korea", "PRK"),
        (kim, "The Marshal", None),
    ]


def test_a_listed_word_inside_a_longer_name_is_left_alone(folder: Path) -> None:
    write(folder, "Kim Yo Jong spoke first on Monday. Later Mr Kim of the Seoul office spoke too.\n", "story.txt")
    run(folder, "--aliases", write(folder, "alias,id,name\nKim,P1,Kim Min-su\n"))
    store = Store(folder / "out")
    texts = {m["mention_id"]: m["text"] for m in rows(store, "mentions")}
    assert {texts[k["mention_id"]]: k["entity_id"] == "P1" for k in rows(store, "links")} | {"Seoul": False} == {
        "Kim Yo Jong": False,
        "Kim": True,
        "Seoul": False,
    }
