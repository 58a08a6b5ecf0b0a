"""The name finder of our own: pieces, windows, sequences of tags, and what it finds in an article."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from spacy.tokens import Doc

from pipeline.errors import DatelineError
from pipeline.language.names.tagger.decode import Tags, spans
from pipeline.language.names.tagger.shape import Shape, shape
from pipeline.language.names.tagger.tagger import Tagger
from pipeline.language.names.tagger.windows import windows
from pipeline.language.names.tagger.wordpiece import WordPieces
from pipeline.resources import load
from pipeline.settings import Settings, default_language

PIECES = WordPieces.from_lines("[PAD]\n[UNK]\n[CLS]\n[SEP]\nzelen\n##sky\n-\nkim\njong\nun\n.\nsaid\n")


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Zelensky", (4, 5)),
        ("KIM", (7,)),
        ("Jong-un", (8, 6, 9)),
        ("Kím", (7,)),
        ("Kimx", (1,)),
        ("\u200b", (1,)),
        ("kim." * 9, (7, 10) * 6),
    ],
)
def test_a_word_is_its_longest_known_pieces(word: str, pieces: tuple[int, ...]) -> None:
    assert PIECES.of(word) == pieces


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("war", Shape.LOWER),
        ("War", Shape.CAPITAL),
        ("A", Shape.CAPITAL),
        ("UN", Shape.CAPITALS),
        ("KwaZulu", Shape.MIXED),
        ("24", Shape.FIGURES),
        ("—", Shape.MARK),
    ],
)
def test_shape(word: str, form: Shape) -> None:
    assert shape(word) == form


def test_windows_hold_whole_sentences_and_every_word_once() -> None:
    texts = ["Kim said .", "Zelensky said .", "Kim Jong-un said . " * 3]
    words = [word for text in texts for word in text.split()]
    sentences, number = [], 0
    for text in texts:
        sentences.append([(number + i, word) for i, word in enumerate(text.split())])
        number += len(text.split())
    found = list(windows(sentences, PIECES, 12))
    assert [i for window in found for i in window.tokens] == list(range(len(words)))
    assert [len(window.pieces) for window in found] == [9, 12, 10]
    assert all(len(window.pieces) == len(window.shapes) <= 12 for window in found)
    assert all(window.pieces[0] == PIECES.open and window.pieces[-1] == PIECES.close for window in found)
    first = found[0]
    assert [first.pieces[i] for i in first.firsts] == [PIECES.of(words[i])[0] for i in first.tokens]


def test_no_name_begins_inside_or_changes_its_label() -> None:
    tags = Tags(["O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG"])
    scores = np.array([[0, 1, 3, 0, 0], [0, 0, 0, 0, 2], [1, 0, 0, 0, 0]], np.float32)
    best = tags.best(scores)
    assert best == ["B-PERSON", "I-PERSON", "O"] or best == ["B-ORG", "I-ORG", "O"]
    assert list(spans(["O", "B-ORG", "B-ORG", "I-ORG", "O", "B-PERSON"])) == [
        (1, 2, "ORG"),
        (2, 4, "ORG"),
        (5, 6, "PERSON"),
    ]


NEWS = (
    "KCNA reported on Tuesday that Yoon Suk-yeol had met Zelensky in Kyiv.\n\nUkrainian troops hold parts of Kursk, "
    "the Economic Freedom Fighters said in Johannesburg. President Akufo-Addo flew home to Accra."
)


def test_it_reads_news_of_the_world(parse: Callable[[str], Doc]) -> None:
    found = {(ent.text, ent.label_) for ent in parse(NEWS).ents}
    assert found >= {
        ("KCNA", "ORG"),
        ("Yoon Suk-yeol", "PERSON"),
        ("Zelensky", "PERSON"),
        ("Kyiv", "GPE"),
        ("Ukrainian", "NORP"),
        ("Economic Freedom Fighters", "ORG"),
        ("Johannesburg", "GPE"),
        ("Akufo-Addo", "PERSON"),
        ("Accra", "GPE"),
    }


def test_what_it_finds_does_not_depend_on_other_articles(resource: Callable[[str], Any]) -> None:
    parser, tagger = resource("parser"), resource("recogniser")
    assert isinstance(tagger, Tagger)

    def names(texts: list[str]) -> dict[str, list[tuple[int, int, str]]]:
        docs = tagger.pipe([parser(text) for text in texts])
        return {doc.text: [(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in docs}

    texts = [NEWS, "Mr Odinga lost in Kisumu. " * 40, "No name here."]
    assert names(texts) == names(texts[::-1])


@pytest.mark.parametrize("text", ["", " \n ", "\u200b", "a" * 5000, "Kim " * 900, "(" * 300])
def test_odd_texts_raise_nothing(text: str, parse: Callable[[str], Doc]) -> None:
    assert parse(text).text == text


def test_damaged_weights_stop_the_run_with_a_remedy(tmp_path: Any, settings: Settings) -> None:
    folder = tmp_path / "xx"
    (folder / "ner").mkdir(parents=True)
    for name in ("vocab.txt", "tagger.json"):
        (folder / "ner" / name).write_bytes((default_language() / "ner" / name).read_bytes())
    (folder / "ner/tagger.onnx").write_bytes(b"not a model")
    with pytest.raises(DatelineError, match="--ner spacy"):
        load("recogniser", Settings(settings.source, folder))
