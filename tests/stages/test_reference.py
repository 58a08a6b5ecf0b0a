"""Short names, pronouns and descriptions of one article: whom they mean, in `links` and in `participants`."""

from pathlib import Path

import pytest

from pipeline.settings import Settings, default_language
from pipeline.store import Store
from tests.conftest import rows, run_all

# kind → (article, words in it, what they mean, `links.role` or `participants.resolution`)
NAMES = {
    "surname": (
        "Angela Merkel visited Japan on Monday. Merkel praised Tokyo.",
        "Merkel",
        "Angela Merkel",
        "short name",
    ),
    "title and surname": (
        "Indian Prime Minister Narendra Modi visited Japan on Monday. Prime Minister Modi praised Tokyo.",
        "Modi",
        "Narendra Modi",
        "short name",
    ),
    "acronym": (
        "The World Health Organization criticised Brazil on Monday. The WHO praised Chile.",
        "WHO",
        "World Health Organization",
        "acronym",
    ),
    "X (Y)": (
        "The Shanghai Cooperation Organisation (SCO) condemned Israel. The SCO praised Iran.",
        "SCO",
        "Shanghai Cooperation Organisation",
        "acronym",
    ),
    "demonym": ("France attacked Mali on Monday. French troops killed rebels.", "French", "France", "adjective"),
    "capital as government": ("Moscow condemned Poland on Tuesday.", "Moscow", "Russia", "metonym"),
    "capital as place": ("Protesters attacked police in Moscow on Tuesday.", "Moscow", "Moscow", "place"),
}
PARTICIPANTS = {
    "he": (
        "Ukrainian President Volodymyr Zelensky visited Poland on Monday. He praised Warsaw.",
        "He",
        "Volodymyr Zelensky",
        "pronoun",
    ),
    "she": (
        "Italian Prime Minister Giorgia Meloni met Olaf Scholz on Monday. She criticised Hungary.",
        "She",
        "Giorgia Meloni",
        "pronoun",
    ),
    "it": ("Iran attacked Israel on Monday. It condemned Jordan.", "It", "Iran", "pronoun"),
    "they": ("Turkey and Syria signed a deal. They condemned Israel.", "They", "Syria+Turkey", "pronoun"),
    "we": ('Iran attacked Israel on Monday. "We condemn Iran", Israel said.', "We", "Israel", "pronoun"),
    "the North Korean leader": (
        "Kim Jong Un, the North Korean leader, visited China. The North Korean leader praised Russia.",
        "The North Korean leader",
        "Kim Jong Un",
        "definite description",
    ),
    "the Ukrainian president": (
        "Ukrainian President Volodymyr Zelensky visited Poland. The Ukrainian president condemned Russia.",
        "The Ukrainian president",
        "Volodymyr Zelensky",
        "definite description",
    ),
    "the president": (
        "Russia attacked Ukraine. The president, Vladimir Putin, praised it. The president condemned NATO.",
        "The president",
        "Vladimir Putin",
        "definite description",
    ),
    "the two countries": (
        "India and Pakistan signed a treaty on Monday. Later the two countries criticised China.",
        "the two countries",
        "India+Pakistan",
        "definite description",
    ),
}
ALL = {**NAMES, **PARTICIPANTS}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], tuple[str, str]]:
    """(article's name, words) → (names of the entities that they mean, role or resolution)."""
    folder = tmp_path_factory.mktemp("reference")
    (folder / "in").mkdir()
    for name, case in ALL.items():
        (folder / "in" / f"{name}.txt").write_text(case[0], "utf-8")
    run_all(Settings(folder / "in", default_language()), folder / "out")
    return _meant(Store(folder / "out"))


def _meant(store: Store) -> dict[tuple[str, str], tuple[str, str]]:
    article = {row["article_id"]: Path(row["path"]).stem for row in rows(store, "documents")}
    entity = {row["entity_id"]: row["name"] for row in rows(store, "entities")}
    text = {row["mention_id"]: row["text"] for row in rows(store, "mentions")}
    out: dict[tuple[str, str], tuple[str, str]] = {}
    for row in rows(store, "links"):
        out[article[row["article_id"]], text[row["mention_id"]]] = (entity[row["entity_id"]], row["role"])
    told: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for row in rows(store, "participants"):
        if row["entity_id"] and row["resolution"] != "named":
            key = (article[row["article_id"]], row["text"])
            told.setdefault(key, set()).add((entity[row["entity_id"]], row["resolution"]))
    joined = {k: ("+".join(sorted(n for n, _ in v)), "+".join(sorted({r for _, r in v}))) for k, v in told.items()}
    return {**out, **joined}


@pytest.mark.parametrize("kind", ALL)
def test_what_is_meant(kind: str, found: dict[tuple[str, str], tuple[str, str]]) -> None:
    _, words, meant, how = ALL[kind]
    assert found.get((kind, words)) == (meant, how)
