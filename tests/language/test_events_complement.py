"""What the complement of a promise, threat, refusal or penalty holds is told once, by the word over it."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.language.events.lemmas import lemma
from tests.language.test_events import events, told

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway agreed to send tanks to Ukraine.", ["AGREE"]),
        ("Norway said it would send tanks to Ukraine.", ["AGREE"]),
        ("Norway is ready to send tanks to Ukraine.", ["AGREE"]),
        ("Norway sent tanks to Ukraine.", ["AID"]),
        ("Norway refused to send tanks to Ukraine.", ["REJECT"]),
        ("Norway said it would not send tanks to Ukraine.", ["REJECT"]),
        ("Iran threatened to attack Israel.", ["THREATEN"]),
        ("Iran said it would attack Israel.", ["THREATEN"]),
        ("Iran vowed to attack Israel.", ["THREATEN"]),
        ("Iran vowed to end the war with Israel.", ["AGREE"]),
        ("Norway suspended aid deliveries to Mali.", ["SANCTION"]),
        ("Norway lifted sanctions on Mali.", ["CONCEDE"]),
        ("Japan wants Russia to withdraw.", ["REQUEST", "RETREAT"]),
        ("Japan wants a holiday.", []),
    ],
)
def test_what_one_will_do_is_told_once(parse: Parse, text: str, expected: list[str]) -> None:
    assert [event.event_type for event in events(parse, text)] == expected


def test_the_noun_of_a_light_verb_takes_no_part(parse: Parse) -> None:
    assert [told(e) for e in events(parse, "Japan voiced concern about Iran.")] == [
        ("ACCUSE", "japan", "iran", "actual")
    ]


def test_a_light_verb_may_be_passive(parse: Parse) -> None:
    found = events(parse, "A curfew was imposed in Nepal.")
    assert [event.event_type for event in found] == ["COERCE"]


@pytest.mark.parametrize(
    ("text", "word", "expected"), [("They staged a coup.", "staged", "stage"), ("They stopped.", "stopped", "stop")]
)
def test_lemmas_keep_to_english_spelling(parse: Parse, text: str, word: str, expected: str) -> None:
    assert [lemma(token) for token in parse(text) if token.text == word] == [expected]
