"""What is done is left alone, what changed is redone as far as it makes a difference, what is gone goes."""

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from pipeline.engines.processes import processes
from pipeline.errors import DatelineError
from pipeline.flow import FLOW
from pipeline.runner import Run, Watch
from pipeline.settings import Settings
from pipeline.store import open_store
from tests.conftest import rows, run_all


@pytest.fixture
def corpus(settings: Settings, tmp_path: Path) -> Settings:
    """A copy of the sample corpus and of models/en that a test may change."""
    copytree(settings.source, tmp_path / "articles")
    copytree(settings.language, tmp_path / "en")
    return replace(settings, source=tmp_path / "articles", language=tmp_path / "en")


def done(settings: Settings, out: Path) -> dict[str, int]:
    """Stage → shards that were made new."""
    return {s.stage: s.new for s in run_all(settings, out) if s.new}


def contents(out: Path) -> dict[str, bytes]:
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*.parquet"))}


def test_a_second_run_does_nothing(corpus: Settings, tmp_path: Path) -> None:
    assert set(done(corpus, tmp_path / "out")) == {stage.name for stage in FLOW}
    before = contents(tmp_path / "out")
    assert done(corpus, tmp_path / "out") == {}
    assert contents(tmp_path / "out") == before


def test_an_edited_ontology_reruns_extract_and_merge_alone(corpus: Settings, tmp_path: Path) -> None:
    run_all(corpus, tmp_path / "out")
    for file in (corpus.language / "events/plover").glob("*.toml"):
        file.write_text(file.read_text("utf-8").replace('cameo_root = "', 'cameo_root = "9'), "utf-8")
    assert set(done(corpus, tmp_path / "out")) == {"extract", "merge"}


def test_a_removed_article_leaves_every_table(corpus: Settings, tmp_path: Path) -> None:
    store = open_store(tmp_path / "out")
    run_all(corpus, store.root)
    (gone,) = {a["article_id"] for a in rows(store, "articles") if a["path"] == "visit.txt"}
    (corpus.source / "visit.txt").unlink()
    run_all(corpus, store.root)
    left = [row for stage in FLOW for t in stage.writes for row in rows(store, t.name) if row.get("article_id") == gone]
    assert left == []
    assert len(rows(store, "articles")) == 2


def test_what_was_lost_is_made_again_and_comes_out_the_same(corpus: Settings, tmp_path: Path) -> None:
    run_all(corpus, tmp_path / "out")
    before = contents(tmp_path / "out")
    for name in list(before)[::3]:
        (tmp_path / "out" / name).unlink()
    run_all(corpus, tmp_path / "out")
    assert contents(tmp_path / "out") == before


def test_processes_write_the_same_bytes_as_serial(
    corpus: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.shards._SIZE", 100)  # several shards from a small corpus
    run_all(corpus, tmp_path / "one")
    with processes(2) as lend:
        Run(open_store(tmp_path / "two"), corpus, lend, Watch()).bring_up_to_date(FLOW)
    assert len(open_store(tmp_path / "one").parts("tokens")) > 1
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_copy_is_told_as_one_and_not_read_twice(corpus: Settings, tmp_path: Path) -> None:
    (corpus.source / "zz_copy.txt").write_text((corpus.source / "visit.txt").read_text("utf-8") + "\n", "utf-8")
    store = open_store(tmp_path / "out")
    run_all(corpus, store.root)
    articles = {a["path"]: a for a in rows(store, "articles")}
    assert articles["zz_copy.txt"]["duplicate_of"] == articles["visit.txt"]["article_id"]
    assert articles["zz_copy.txt"]["n_tokens"] == 0
    assert articles["zz_copy.txt"]["article_id"] not in {t["article_id"] for t in rows(store, "tokens")}


@pytest.mark.parametrize(
    ("name", "raw", "error"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("image.txt", b"\x89PNG\x00\x00", "unreadable"),
        ("latin.txt", b"Pr\xe9sident", "unreadable"),
        ("line.txt", b"word " * 400_000, "too long"),
        (
            "french.txt",
            "Le président a rencontré lundi à Paris son homologue allemand. ".encode() * 5,
            "other language",
        ),
    ],
)
def test_bad_input_is_rejected_and_the_run_goes_on(
    corpus: Settings, tmp_path: Path, name: str, raw: bytes, error: str
) -> None:
    (corpus.source / name).write_bytes(raw)
    store = open_store(tmp_path / "out")
    run_all(corpus, store.root)
    assert [r["error"] for r in rows(store, "rejects") if r["path"] == name] == [error]
    assert len(rows(store, "articles")) == 3


def test_an_article_that_breaks_a_stage_is_rejected_alone(
    corpus: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trip_over(monkeypatch, "Putin visited")
    store = open_store(tmp_path / "out")
    run_all(corpus, store.root)
    (reject,) = [r for r in rows(store, "rejects") if r["stage"] == "extract"]
    assert (reject["path"], reject["error"]) == ("visit.txt", "ZeroDivisionError")
    assert len({event["article_id"] for event in rows(store, "events")}) == 2
    with pytest.raises(DatelineError, match=r"extract of .* failed: ZeroDivisionError"):
        run_all(corpus, tmp_path / "strict", strict=True)


def trip_over(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Make the event finder fail on an article that holds these words."""
    from pipeline.language.events.find import find_events as find
    from pipeline.stages import extract

    def fail(article: object, *rest: object) -> object:
        if words in article.doc.text:  # type: ignore[attr-defined]
            raise ZeroDivisionError(words)
        return find(article, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(extract, "find_events", fail)


def test_a_missing_model_stops_the_run(corpus: Settings, tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="Cannot find the spaCy pipeline xx_none: install it"):
        run_all(replace(corpus, model="xx_none"), tmp_path / "out")


def test_a_broken_resource_is_named(corpus: Settings, tmp_path: Path) -> None:
    (corpus.language / "dates.toml").write_text("[months\n")
    with pytest.raises(DatelineError, match=r"dates\.toml is not valid TOML: .*line 1"):
        run_all(corpus, tmp_path / "out")
