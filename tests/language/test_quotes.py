"""Who says what: sentences and the attributions in them; and every example of models/en/quotes.toml."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.language.article import Article
from pipeline.language.events import find_events
from pipeline.language.quotes.find import find_quotes
from pipeline.language.quotes.marks import quotations
from pipeline.language.quotes.quote import Quote
from pipeline.language.quotes.words import Reporting
from tests.language.test_events_rules import ONTOLOGY, SPEECH, naive_names

MODELS = Path(__file__).parents[2] / "models/en"
DATA: dict[str, Any] = {
    **tomllib.loads((MODELS / "quotes.toml").read_text("utf-8")),
    **tomllib.loads((MODELS / "quotes_weights.toml").read_text("utf-8")),
}
WORDS = Reporting.from_toml(DATA)
Parse = Callable[[str], Doc]


def read(parse: Parse, text: str, kind: str = "story") -> Article:
    doc = parse(text)
    return Article(doc, [kind] * len(list(doc.sents)), names=naive_names(doc))


def quotes(parse: Parse, text: str, kind: str = "story") -> list[Quote]:
    return find_quotes(read(parse, text, kind), WORDS, SPEECH)


def rows(parse: Parse, text: str, kind: str = "story") -> list[list[str]]:
    found = [q for q in quotes(parse, text, kind) if q.row]
    return [
        [text[slice(*q.source)] if q.source else "", text[slice(*q.cue)], text[slice(*q.content)], q.kind]
        for q in found
    ]


@pytest.mark.parametrize("example", DATA["example"], ids=lambda e: e["text"][:40])
def test_every_example_of_the_words(parse: Parse, example: dict[str, Any]) -> None:
    assert rows(parse, example["text"]) == example["quotes"]


def test_every_doubtful_word_is_in_a_list() -> None:
    lists = {name: set(value["words"]) for name, value in DATA.items() if isinstance(value, dict) and "words" in value}
    others = set().union(*(words for name, words in lists.items() if name != "doubtful"), *DATA["about"].values())
    assert sorted(lists["doubtful"] - others) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("“We will win. We always win,” Smith told reporters.", "“We will win. We always win,”"),
        ("“We will win,” Smith said. “We always do.”", "“We will win,” Smith said. “We always do.”"),
        ('"We will win," Smith said. "We always do."', '"We will win," Smith said. "We always do."'),
        ("''We will win,'' Smith said. ''We always do.''", "''We will win,'' Smith said. ''We always do.''"),
        (
            "“We will win,” Smith said. “We always do.\n\n“And then we will celebrate.”\n\nThe crowd went home.",
            "“We will win,” Smith said. “We always do.\n\n“And then we will celebrate.”",
        ),
        ("“We will win,” Smith said. “We always do,” Jones added.", "“We will win,”"),
        ("“We will win,” Smith said. The “wall” was painted.", "“We will win,”"),
        ("“We will win, Smith said. The talks go on.", "“We will win"),
        (
            "Smith added:\n\nIt is typical of them. They know nothing.\n\nThe talks go on.",
            "It is typical of them. They know nothing.",
        ),
    ],
)
def test_a_quotation_runs_on_with_its_speaker(parse: Parse, text: str, content: str) -> None:
    first = rows(parse, text)[0]
    assert (first[0], first[2]) == ("Smith", content)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Merkel: We will win", [["Merkel", ":", "We will win", "indirect"]]),
        ("Poll: Voters Are Worried", [["Poll", ":", "Voters Are Worried", "indirect"]]),
        ("Bridge: the last steps", []),
        ("Floods in the south", []),
    ],
)
def test_headlines(parse: Parse, text: str, expected: list[list[str]]) -> None:
    assert rows(parse, text, "headline") == expected


def test_a_source_is_resolved(parse: Parse) -> None:
    found = quotes(parse, "Angela Merkel met Olaf Scholz. She said that the talks had failed.")
    (said,) = [q for q in found if q.row]
    assert [(f.entity_id, f.resolution) for f in said.fillers] == [("angela merkel", "pronoun")]


def test_boilerplate_says_nothing(parse: Parse) -> None:
    assert quotes(parse, "Smith said that the talks had failed.", kind="boilerplate") == []


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("KCNA said that Iran attacked Israel.", "KCNA"),
        ("“Iran is wrong,” Smith said. “Iran attacked Israel.”", "Smith"),
        ("Reuters reported that Iran attacked Israel, citing officials.", "officials+Reuters"),
        ("The claim that Iran attacked Israel is false.", "The claim"),
        ("“Israel is safe,” said Smith, who attacked Iran, “and strong.”", ""),
        ("Norway wants Iran to attack Israel.", ""),
        ("Iran attacked Israel, KCNA said, as France warned that Mali could attack Chad.", "KCNA"),
    ],
)
def test_events_have_the_sources_of_the_reports_over_them(parse: Parse, text: str, sources: str) -> None:
    article = read(parse, text)
    events = find_events(article, ONTOLOGY, SPEECH, find_quotes(article, WORDS, SPEECH))
    attack = next(e for e in events if e.event_type == "ASSAULT")
    assert "+".join(p.text for p in attack.participants if p.role == "source") == sources


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” and 'no'.", ["“yes”"]),
        ("“One\n\n“Two” three", ["“One", "“Two”"]),
        ('a 6" pipe and "two" more', ['"two"']),
        ('"One," he said. "Two', ['"One,"', '"Two']),
        ("''One,'' he said.", ["''One,''"]),
        ("”", []),
        ("", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == expected


LONG = "He said that " + " and ".join(f"the man in house {i} saw “it" for i in range(15)) + "."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "said",
        "“said”",
        "“",
        '"" said',
        "Said: “",
        LONG,
        "said " * 90,
        "According to",
        "per",
        "🙂 said: 🙂",
        "he said:\n\n",
    ],
)
def test_odd_text_raises_nothing_and_offsets_hold(parse: Parse, text: str) -> None:
    for kind in ("story", "headline"):
        for q in quotes(parse, text, kind):
            assert 0 <= q.content[0] < q.content[1] <= len(text)
            assert 0 <= q.cue[0] < q.cue[1] <= len(text)
