"""The command line as a user meets it."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.flow import FLOW
from pipeline.settings import Settings
from pipeline.store import Store
from pipeline.tables import TABLES


def call(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.mark.parametrize("command", ["", *main.commands])
def test_every_command_has_help(command: str) -> None:
    result = call(*command.split(), "--help")
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 5


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("run", "nowhere"), "nowhere does not exist: name a folder of articles"),
        (("run", "{empty}"), "holds no article: put .txt, .md, .html, .htm and .jsonl files there"),
        (("run", "{articles}", "--model", "en_nothing"), "Cannot find the spaCy pipeline en_nothing: install it"),
        (("run", "{articles}", "--ontology", "no.toml", "--workers", "1"), "no.toml cannot be read"),
        (("show", "events", "--out", "nowhere"), "nowhere has no table events: make it with dateline run"),
        (("check", "--out", "nowhere"), "nowhere holds no tables: make them with dateline run"),
    ],
)
def test_what_stops_a_run_is_one_sentence_and_code_2(
    words: tuple[str, ...], sentence: str, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    filled = [word.format(empty=tmp_path / "empty", articles=settings.source) for word in words]
    out = ["--out", str(tmp_path / "out")] if words[0] == "run" else []
    result = call(*filled, *out)
    assert result.exit_code == 2
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1


RULE = """
[QUAKE]
description = "The earth shakes."
[[QUAKE.rules]]
name = "shake"
verbs = ["shake"]
"""


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (RULE + 'frame = "acts"', 'QUAKE, rule shake: unknown frame "acts": did you mean `act`?'),
        (RULE + 'frame = "zzz"', 'QUAKE, rule shake: unknown frame "zzz": known are act, ask,'),
        (RULE + 'objects = ["@lands"]', "QUAKE, rule shake: unknown class @lands: did you mean `land`?"),
        (RULE.replace('name = "shake"', ""), "QUAKE, rule 1: it has no name: add name ="),
        (RULE.replace('["shake"]', '"shake"'), "QUAKE, rule shake: `verbs` must be a list, not 'shake'"),
        (RULE.replace('"shake"]', "5]"), "QUAKE, rule shake: words must be a list of texts, none of them empty"),
        (RULE.replace('["shake"]', "[]"), "QUAKE, rule shake: it has no trigger: add a list of verbs, nouns or"),
        (RULE.replace('["shake"]', '["Shake"]'), '`verbs` are dictionary forms in lower case: write "shake"'),
        (RULE + 'obejcts = ["GPE"]', "QUAKE, rule shake: unknown key `obejcts`: did you mean `objects`?"),
        (RULE + 'mutual = "yes"', "QUAKE, rule shake: `mutual` must be true or false, not 'yes'"),
        (RULE + 'needs = ["actors"]', 'QUAKE, rule shake: unknown needs "actors": did you mean `actor`?'),
        (RULE + 'status = "planned"', 'QUAKE, rule shake: unknown status "planned": known are actual, future,'),
        (RULE.replace("desc", "disc"), "QUAKE: unknown key `discription`: did you mean `description`?"),
        ('[FLOOD]\ndescription = "Water."', "FLOOD has no rules: add [[FLOOD.rules]], or take it out"),
        ("[FLOOD]\nrules = [1]", "FLOOD: write each rule below a line [[FLOOD.rules]]"),
        ('[clases]\nland = ["hill"]', "clases: did you mean [classes]?"),
        ('verbs = ["shake"]', "`verbs` stands outside of a type"),
        ('[classes]\na = ["@b"]\nb = ["@a"]', "class a: it includes itself: take @a out of it"),
        ('[frames.move-on]\nverb = { actor = ["sbject"] }', 'unknown place "sbject": did you mean "subject"?'),
        ('[frames.move-on]\nverbs = { actor = ["subject"] }', "unknown key `verbs`: did you mean `verb`?"),
        ("", "it has no event type: begin one with [NAME] and [[NAME.rules]]"),
        ("[QUAKE", "is not valid TOML:"),
    ],
)
def test_a_mistake_in_an_ontology_is_one_sentence(
    content: str, sentence: str, settings: Settings, tmp_path: Path
) -> None:
    (tmp_path / "mine.toml").write_text(content, "utf-8")
    result = call("run", settings.source, "--ontology", tmp_path / "mine.toml", "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert f"{tmp_path / 'mine.toml'}" in result.stderr
    assert sentence in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_show_prints_rows(store: Store) -> None:
    result = call("show", "events", "--out", store.root, "-c", "trigger,status", "--where", "trigger=ratified")
    assert result.exit_code == 0
    assert "ratified" in result.output
    assert "rows of events" in result.output.splitlines()[-1]


@pytest.mark.parametrize(
    ("option", "words"), [(("-c", "colour"), "has no column colour"), (("--where", "x"), "is not COLUMN=TEXT")]
)
def test_show_names_what_it_does_not_know(store: Store, option: tuple[str, str], words: str) -> None:
    result = call("show", "events", "--out", store.root, *option)
    assert (result.exit_code, words in result.stderr) == (2, True)


def test_schema_describes_every_table() -> None:
    assert all(f"{table.name}: {table.doc}" in call("schema").output for table in TABLES)
    assert "char_start" in call("schema", "events").output


def test_the_sample_tables_are_sound(store: Store) -> None:
    result = call("check", "--out", store.root)
    assert result.output == f"{store.root}: every table is sound.\n"


def test_a_run_from_the_shell_and_a_second_one(settings: Settings, tmp_path: Path) -> None:
    """Two real processes; the second has nothing to do."""
    command = [sys.executable, "-m", "pipeline", "run", str(settings.source), "--out", str(tmp_path / "out")]
    first = subprocess.run(command, capture_output=True, text=True, check=True)
    stages = [line.split()[0] for line in first.stdout.splitlines()[1:-1]]
    assert stages == [stage.name for stage in FLOW]
    assert "tokenise: 3 articles" in first.stderr
    second = subprocess.run(command, capture_output=True, text=True, check=True)
    assert second.stdout == f"Nothing to do: every table in {tmp_path / 'out'}/ is up to date.\n"
