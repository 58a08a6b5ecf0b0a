"""The small gold, and the tables that get everything right."""

from pathlib import Path

import pytest

from pipeline.evaluation.gold import GoldArticle

from .perfect import Rows, perfect_tables
from .small_gold import TEXTS, write_small_gold


@pytest.fixture(scope="session")
def gold(tmp_path_factory: pytest.TempPathFactory) -> tuple[GoldArticle, ...]:
    """Two articles, read from files."""
    return write_small_gold(tmp_path_factory.mktemp("gold"))


@pytest.fixture
def tables(gold: tuple[GoldArticle, ...]) -> Rows:
    """A perfect answer of one's own, to be spoilt."""
    return perfect_tables(TEXTS, gold)


@pytest.fixture
def seeds() -> Path:
    """The sample corpus with its gold."""
    return Path(__file__).parent.parent.parent / "seeds"
