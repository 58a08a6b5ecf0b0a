"""Each kind of sentence in ugly pages; and every example of models/en/boilerplate.toml."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.tokens import Doc

from pipeline.language.parser import paragraph_starts
from pipeline.language.sentences import Boilerplate, Dateline, dateline, headline, sentence_kinds
from pipeline.language.sentences.boilerplate import Rule, label

MODELS = Path(__file__).parents[2] / "models" / "en"
DATA: dict[str, Any] = tomllib.loads((MODELS / "boilerplate.toml").read_text("utf-8"))
RULES = Boilerplate.from_toml(DATA)
Parse = Callable[[str], Doc]


def read(text: str) -> Doc:
    """A Doc with a sentence per line and per full stop: enough for rules that read words and layout."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc: Doc = paragraph_starts(nlp(text))
    return doc


def kinds(text: str) -> list[tuple[str, str]]:
    doc = read(text)
    pairs = zip(doc.sents, sentence_kinds(doc, RULES), strict=True)
    return [(s.text.strip(), k.kind) for s, k in pairs if s.text.strip()]


def only_kind(text: str) -> set[str]:
    """The kinds of a paragraph in the middle of a story."""
    lead, tail = "Rebels took the port of Lamu at dawn.", "Nobody answered calls to the palace."
    return {kind for s, kind in kinds(f"{lead}\n\n{text}\n\n{tail}") if s not in (lead, tail)}


EXAMPLES = [(e, r.get("kind", "boilerplate")) for r in DATA["rule"] for e in r["examples"]]
COUNTER_EXAMPLES = [(e, r.get("kind", "boilerplate")) for r in DATA["rule"] for e in r.get("counter_examples", [])]


@pytest.mark.parametrize(("text", "kind"), EXAMPLES)
def test_every_example_of_the_rules_fires(text: str, kind: str) -> None:
    assert only_kind(text) == {kind}


@pytest.mark.parametrize(("text", "kind"), COUNTER_EXAMPLES)
def test_no_counter_example_fires(text: str, kind: str) -> None:
    assert kind not in only_kind(text)


@pytest.mark.parametrize("rule", RULES.rules)
def test_every_rule_has_examples_for_and_against(rule: Rule) -> None:
    same = [r for r in DATA["rule"] if r["name"] == rule.name]
    assert all(r["examples"] and r["counter_examples"] for r in same)


def test_labels() -> None:
    assert all(label(e) in RULES.labels for e in DATA["labels"]["examples"])
    assert not [e for e in DATA["labels"]["counter_examples"] if label(e) in RULES.labels]


def test_an_appeal_swallows_what_it_encloses_and_spares_the_lead_glued_to_it() -> None:
    assert kinds(
        "Chad closes border with Sudan\n"
        "Your support helps us to tell the story\n"
        "From floods to elections, we are there. Ours are the questions that matter.\n"
        "Your contribution lets us keep our reporters on the road.\n"
        "Your support makes all the difference. Chad has shut its border with Sudan, the army said.\n"
        "Traders protested."
    ) == [
        ("Chad closes border with Sudan", "headline"),
        ("Your support helps us to tell the story", "boilerplate"),
        ("From floods to elections, we are there.", "boilerplate"),
        ("Ours are the questions that matter.", "boilerplate"),
        ("Your contribution lets us keep our reporters on the road.", "boilerplate"),
        ("Your support makes all the difference.", "boilerplate"),
        ("Chad has shut its border with Sudan, the army said.", "story"),
        ("Traders protested.", "story"),
    ]


def test_news_between_two_appeals_stays() -> None:
    text = "Donate today.\nThe army said ten rebels had died.\nDonate today."
    assert kinds(text)[1] == ("The army said ten rebels had died.", "story")


def test_headline_deck_caption_tags() -> None:
    text = (
        "Greek ferry strike enters second week\n"
        "Islands short of food as talks stall\n\n"
        "By Jane Roe\n\n"
        "Strike in Greece\n"
        "In this photo released by the union, seamen block a pier. JANE ROE/AFP via Getty Images\n\n"
        "Seamen voted on Monday to go on with the strike that has kept ferries to the Aegean islands "
        "in port for eight days.\n\n"
        '"We will not move. Not one ship will leave."\n\n'
        '"Not one," their leader said.\n\n'
        "What happens next\n\n"
        "Talks resume on Friday.\n\n"
        "Tags\nGreece\nStrikes\nComments (3)"
    )
    assert [(t[:20], kind) for t, kind in kinds(text)] == [
        ("Greek ferry strike e", "headline"),
        ("Islands short of foo", "headline"),
        ("By Jane Roe", "byline"),
        ("Strike in Greece", "boilerplate"),
        ("In this photo releas", "caption"),
        ("JANE ROE/AFP via Get", "caption"),
        ("Seamen voted on Mond", "story"),
        ('"We will not move.', "quote"),
        ("Not one ship will le", "quote"),
        ('"Not one," their lea', "story"),
        ("What happens next", "story"),
        ("Talks resume on Frid", "story"),
        ("Tags", "boilerplate"),
        ("Greece", "boilerplate"),
        ("Strikes", "boilerplate"),
        ("Comments (3)", "boilerplate"),
    ]


FRONT = """---
title: Norland ratifies pact
date: 2024-11-12
tags:
  - Sudland. A treaty
---
"""
TITLED = "Norland ratifies pact with Sudland"
LEAD = "Norland has ratified a treaty with Sudland."
WRAPPED = (
    "Norland has ratified a treaty that it\nsigned with Sudland in the summer of\nthis year, its agency said on Monday."
)


@pytest.mark.parametrize("gap", ["", "\n"])
@pytest.mark.parametrize("story", [LEAD, WRAPPED])
def test_front_matter_is_boilerplate_and_the_story_below_it_is_not(gap: str, story: str) -> None:
    found = kinds(f"{FRONT}{gap}{TITLED}\n\n{story}")
    assert found[-2:] == [(TITLED, "headline"), (story, "story")]
    assert {kind for _, kind in found[:-2]} == {"boilerplate"}


def test_headline_is_the_first_line_without_its_deck() -> None:
    doc = read("Mali: Junta expels envoy\nFrance protests\n\nMali's junta expelled the French envoy, it said.")
    assert headline(doc, sentence_kinds(doc, RULES)) == "Mali: Junta expels envoy"


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "Word", "🔥🔥🔥", "1 2 3", "ALL CAPS " * 50, '"', "\x0b\u2028", "a.\n" * 500]
)
def test_odd_text(text: str) -> None:
    doc = read(text)
    assert len(sentence_kinds(doc, RULES)) == len(list(doc.sents))
    assert headline(doc, sentence_kinds(doc, RULES)) is None


def test_paragraphs_are_numbered() -> None:
    doc = read("One is here. Two is here.\n\nThree is here.")
    assert [k.paragraph for k in sentence_kinds(doc, RULES)] == [0, 0, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MOSCOW, June 5 (Reuters) - Russia said", Dateline("MOSCOW", "Reuters", 0, 26)),
        ("GENEVA (AP) — Talks", Dateline("GENEVA", "AP", 0, 13)),
        ("SAN SALVADOR, 3 JAN 90 -- REBELS", Dateline("SAN SALVADOR", None, 0, 25)),
        ("Russia said - and meant - it", None),
        ("NATO said", None),
        ("", None),
    ],
)
def test_dateline(text: str, expected: Dateline | None) -> None:
    assert dateline(text) == expected


def test_with_the_real_parser(parse: Parse) -> None:
    doc = parse("Your gift makes all the difference.Ghana held a vote, officials said.\nJoin our commenting forum")
    assert [k.kind for k in sentence_kinds(doc, RULES)] == ["boilerplate", "story", "boilerplate"]
