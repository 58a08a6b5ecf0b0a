"""Adding a language means adding a file: the same Python reads a grammar of another language."""

import tomllib
from pathlib import Path

import pytest
import spacy

from pipeline.language.dates.find import find_dates
from pipeline.language.dates.grammar import Grammar
from tests.language.test_dates import article, row

DATA = tomllib.loads((Path(__file__).parents[1] / "cases/dates_de.toml").read_text("utf-8"))
GRAMMAR = Grammar.from_toml(DATA)


@pytest.mark.parametrize("example", [e for rule in DATA["rule"] for e in rule["examples"]], ids=lambda e: e[1])
def test_example(example: list[str]) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    sentence, text, published, *wanted = example
    found = find_dates(article(nlp(sentence), published), GRAMMAR)
    assert [row(timex) for timex in found] == [[text, *wanted]]
