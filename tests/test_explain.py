"""`dateline explain`, as a user meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.resolve import resolve
from pipeline.matching.names.shapes import MentionKey
from pipeline.resources import load
from pipeline.settings import Settings
from pipeline.store import Store, open_store
from pipeline.tables import ENTITIES, LINKS, MENTIONS, REDIRECTS
from tests.matching.test_names_resolve import article

CORPUS = [
    *article("a", "Kim Jong Un|PERSON|North Korean leader", "Kim|PERSON", "Kim Yo Jong|PERSON"),
    *article("b", "Kim Jong-un|PERSON", "Kim|PERSON", "Recep Tayyip Erdogan|PERSON|Turkish President"),
    *article("c", "Kim|PERSON", "Tayyip Erdogan|PERSON", "Jordan|GPE", "Jordan Smith|PERSON", "Jordan|PERSON"),
]


@pytest.fixture
def tables(settings: Settings, tmp_path: Path) -> Store:
    """The tables of CORPUS that `explain` reads."""
    gazetteer: Gazetteer = load("gazetteer", settings)
    found = resolve(CORPUS, gazetteer)
    store = open_store(tmp_path)
    store.write(MENTIONS, "one", MENTIONS.table(map(_mention, CORPUS)), "")
    for table, rows in ((LINKS, found.links), (ENTITIES, found.entities), (REDIRECTS, found.redirects)):
        store.write(table, "one", table.table(rows), "")
    return store


def _mention(m: MentionKey) -> tuple[object, ...]:
    place = (m.sentence, m.char_start, m.char_start + len(m.text), m.text)
    return (m.mention_id, m.article_id, *place, m.label, "model", m.title, m.setting)


def explain(store: Store, *names: str) -> Result:
    return CliRunner().invoke(main, ["explain", *names, "--out", str(store.root)])


def said(result: Result) -> list[str]:
    """The lines, with single spaces."""
    return [" ".join(line.split()) for line in result.output.splitlines() if line.strip()]


def test_one_name_shows_its_things_and_why_they_are_apart(tables: Store) -> None:
    lines = said(explain(tables, "Kim"))
    assert lines[0] == "Kim Jong Un"
    assert "country PRK: called “North Korean leader”" in lines
    assert "named 4 mentions in 2 articles, 2024-11-12" in lines
    assert "written Kim (2), Kim Jong Un (1), Kim Jong-un (1)" in lines
    assert "Kim Jong Un and Kim Yo Jong given names differ" in lines
    assert "Kim Jong Un and Kim “Kim” stands alone in its article, and nothing there says whom it means" in lines


def test_two_names_of_one_thing(tables: Store) -> None:
    lines = said(explain(tables, "Kim Jong Un", "Kim Jong-un"))
    own = next(line.split()[-1] for line in lines if line.startswith("id "))
    assert lines[1:3] == [
        "compared one name of a PERSON, score 1.00: same name",
        f"in the tables one id, {own}: Kim Jong Un",
    ]


def test_two_names_of_two_things(tables: Store) -> None:
    lines = said(explain(tables, "Recep Tayyip Erdogan", "Tayyip Erdogan"))
    assert lines[1].startswith("compared perhaps one name of a PERSON, score 0.70: one name holds the other")
    assert lines[2].startswith("in the tables two ids, p_")


def test_a_state_and_a_person_of_one_name(tables: Store) -> None:
    assert "Jordan Smith and Jordan things of two kinds, PERSON and GPE" in said(explain(tables, "Jordan"))


def test_a_name_that_the_tables_lack(tables: Store) -> None:
    assert "nothing in" in explain(tables, "Kim Jong Un", "Kim Jong Il").output
    result = explain(tables, "Kim Jong Unn")
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "is called Kim Jong Unn. Near spellings: Kim Jong Un" in result.stderr
    assert "Names that it has: dateline show entities" in explain(tables, "Qqqq").stderr


def test_what_it_cannot_answer(tables: Store, tmp_path: Path) -> None:
    assert "explain takes one name or two, not 3" in explain(tables, "a", "b", "c").stderr
    assert "has no table entities: make it with dateline run" in explain(Store(tmp_path / "none"), "Kim").stderr
