"""What `events.confidence` weighs and what becomes of it."""

import tomllib
from collections.abc import Callable
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.language.article import Article
from pipeline.language.events import Event, Ontology, find_events
from pipeline.language.events.confidence import Confidence
from tests.bench.reliability_fit import fit
from tests.language.test_events_rules import MODELS, SPEECH, naive_names, ontology

LISTED: dict[str, Any] = tomllib.loads((MODELS / "confidence.toml").read_text("utf-8"))["confidence"]
FITTED = Confidence.from_toml(LISTED)
PLOVER = Ontology.from_toml({**ontology("plover")[0], "confidence": LISTED}, ontology("plover")[1])
Parse = Callable[[str], Doc]


def event(parse: Parse, sentence: str, kind: str = "story") -> Event:
    doc = parse(sentence)
    return find_events(Article(doc, [kind] * len(list(doc.sents)), names=naive_names(doc)), PLOVER, SPEECH)[0]


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [((), 0.5), (("for",), 0.73), (("against",), 0.12), (("for", "against", "unheard of"), 0.27)],
)
def test_evidence_adds_up(evidence: tuple[str, ...], expected: float) -> None:
    assert Confidence(0.0, {"for": 1.0, "against": -2.0}).of(evidence) == expected


@pytest.mark.parametrize(("place", "expected"), [("low", 0.1), ("middle", 0.5), ("between", 0.7), ("high", 0.9)])
def test_steps_make_a_share_of_it(place: str, expected: float) -> None:
    weights = {"low": -5.0, "middle": 0.0, "between": 0.8473, "high": 5.0}  # .01, .5, .7, .99
    assert Confidence(0.0, weights, ((0.2, 0.1), (0.5, 0.5), (0.9, 0.9))).of([place]) == expected


def test_confidence_rises_with_every_step() -> None:
    places, shares = zip(*FITTED.steps, strict=True)
    assert list(places) == sorted(places)
    assert list(shares) == sorted(shares)


def test_an_event_carries_its_evidence(parse: Parse) -> None:
    found = event(parse, "Russia attacked Ukraine.")
    assert set(found.evidence) >= {
        *("actor: named", "recipient: named", "who: both known", "trigger: verb", "status: actual", "main clause"),
    }
    assert found.confidence == FITTED.of(found.evidence)
    assert len(set(found.evidence) & set(FITTED.weights)) > 3


@pytest.mark.parametrize(
    ("sentence", "kind", "sign"),
    [
        ("Biden and Xi met in Bali.", "story", "recipient: a side of both"),
        ("Protesters marched in Paris.", "story", "actor: people without a name"),
        ("Russia attacks Ukraine", "headline", "headline"),
        ("Russia may attack Ukraine.", "story", "status: hypothetical"),
        ("Russia's invasion of Ukraine was condemned.", "story", "trigger: noun"),
    ],
)
def test_signs(sentence: str, kind: str, sign: str, parse: Parse) -> None:
    assert sign in event(parse, sentence, kind).evidence


def test_two_known_sides_are_surer_than_one(parse: Parse) -> None:
    sentences = ("Russia attacked Ukraine.", "Protesters marched in Paris.")
    sure, unsure = (event(parse, sentence).confidence for sentence in sentences)
    assert sure > 0.8 > unsure


def test_the_fit_finds_what_speaks_for_an_event() -> None:
    rows = [(("good",), True)] * 30 + [(("good",), False)] * 10 + [(("bad",), False)] * 35 + [(("bad",), True)] * 5
    found = fit([rows])
    assert found.weights["good"] > 0 > found.weights["bad"]
    assert found.of(["good"]) == pytest.approx(0.75, abs=0.02)
    assert found.of(["bad"]) == pytest.approx(0.125, abs=0.02)
