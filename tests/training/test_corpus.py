"""From a corpus with labels of its own to words with OntoNotes tags."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.resources import read_toml
from pipeline.settings import default_language
from pipeline.training.corpus import Labels, Marked, read_corpus, sentences
from pipeline.training.split import is_dev

RECIPE = read_toml(default_language() / "ner/training.toml")
LABELS = Labels(RECIPE["labels"], RECIPE["finer"])


@pytest.mark.parametrize("rule", RECIPE["finer"], ids=lambda rule: str(rule["becomes"]))
def test_a_finer_label_has_its_example_and_not_its_counter_example(rule: dict[str, Any]) -> None:
    assert LABELS.of(rule["label"], rule["example"]) == rule["becomes"]
    assert LABELS.of(rule["label"], rule["counter"]) == RECIPE["labels"][rule["label"]]


def _read(folder: Path, text: str, ents: list[list[object]]) -> Marked:
    path = folder / "corpus.jsonl"
    path.write_text(json.dumps({"id": "1", "text": text, "ents": ents}) + "\n", "utf-8")
    (found,) = read_corpus(path, LABELS)
    return found


def test_names_become_tags_and_dates_do_not(tmp_path: Path) -> None:
    found = _read(tmp_path, "Ana Paz left Rome on Monday.", [[0, 7, "Person"], [13, 17, "Location"], [21, 27, "Date"]])
    assert found.tags == ["B-PERSON", "I-PERSON", "O", "B-GPE", "O", "O", "O"]
    assert [found.text[i] for i in found.starts] == ["A", "P", "l", "R", "o", "M", "."]


def test_of_names_that_overlap_the_longest_stays(tmp_path: Path) -> None:
    found = _read(tmp_path, "Bank of Ghana", [[8, 13, "Location"], [0, 13, "Organization"]])
    assert found.tags == ["B-ORG", "I-ORG", "I-ORG"]


def test_sentences_hold_every_word_once() -> None:
    words = ["A", "b", ".", "C", "\n\n", "D"]
    assert sentences(words) == [[(0, "A"), (1, "b"), (2, ".")], [(3, "C"), (4, "\n\n")], [(5, "D")]]


def test_the_dev_part_is_about_its_share_and_always_the_same() -> None:
    ids = [f"article-{i}" for i in range(1000)]
    assert 60 < sum(is_dev(i, 10) for i in ids) < 140
    assert [is_dev(i, 10) for i in ids] == [is_dev(i, 10) for i in ids]
