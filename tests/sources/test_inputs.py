"""Every input ends up as a document or as a reject that says what to do."""

import json
import os
from pathlib import Path

import pytest

from pipeline.errors import DatelineError
from pipeline.sources.document import Document, Reject
from pipeline.sources.inputs import Inputs, digest_inputs, find_files


def test_text_is_kept_exactly(tmp_path: Path) -> None:
    text = "\r\n  Café “war”\r\n\r\nNo newline at the end \t"
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert list(Inputs(tmp_path)) == [Document("a.txt", text)]


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfKyiv")
    assert list(Inputs(tmp_path)) == [Document("a.txt", "Kyiv")]


def test_jsonl_keeps_text_and_metadata(tmp_path: Path) -> None:
    row = {"id": 7, "text": " Two\r\nlines ", "title": "T", "published": "2024-11-12", "url": "http://x", "outlet": "X"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n\n" + json.dumps({"text": "b"}))
    first, second = Inputs(tmp_path / "a.jsonl")
    assert first == Document("a.jsonl", " Two\r\nlines ", "7", "http://x", "X", "T", "2024-11-12")
    assert second == Document("a.jsonl", "b")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "Line 1 is not valid JSON"),
        ("[1]", 'Line 1 has no "text"'),
        ('{"text": 5}', 'Line 1 has no "text"'),
        ('{"text": "a", "title": ["b"]}', 'Line 1 has a "title" that is neither'),
    ],
)
def test_a_bad_row_is_rejected_by_line(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "a.jsonl").write_text(f'{line}\n{{"text": "good"}}\n')
    bad, good = Inputs(tmp_path)
    assert isinstance(bad, Reject)
    assert bad.message.startswith(message)
    assert good == Document("a.jsonl", "good")


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "zero bytes"),
        ("Pr\xe9sident".encode("cp1252"), "not valid UTF-8 (byte 0xe9 at offset 2)"),
    ],
)
def test_what_is_no_text_is_rejected_with_a_remedy(tmp_path: Path, raw: bytes, words: str) -> None:
    (tmp_path / "a.txt").write_bytes(raw)
    (reject,) = Inputs(tmp_path)
    assert isinstance(reject, Reject)
    assert words in reject.message


def test_an_unreadable_file_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "good.txt").write_text("Good.")
    reject, good = Inputs(tmp_path)
    assert isinstance(reject, Reject)
    assert (reject.path, reject.error) == ("gone.txt", "unreadable")
    assert isinstance(good, Document)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Secret.")
    (tmp_path / "a.txt").chmod(0)
    (reject,) = Inputs(tmp_path)
    assert isinstance(reject, Reject)


def test_an_unknown_format_is_rejected_and_notes_about_the_corpus_are_not(tmp_path: Path) -> None:
    for name in ("a.pdf", "README.md", ".DS_Store", "sub/b.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Text.")
    reject, document = Inputs(tmp_path)
    assert reject == Reject(
        "a.pdf", "unknown format", ".pdf: not a format that is read; .txt, .md, .html, .htm and .jsonl are."
    )
    assert document == Document("sub/b.txt", "Text.")


def test_no_folder_and_no_article_stop_the_run(tmp_path: Path) -> None:
    with pytest.raises(DatelineError, match="does not exist"):
        find_files(tmp_path / "nowhere")
    with pytest.raises(DatelineError, match="holds no article"):
        find_files(tmp_path)


def test_the_digest_follows_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    first = digest_inputs(tmp_path)
    assert digest_inputs(tmp_path) == first
    (tmp_path / "a.txt").write_text("Two.")
    second = digest_inputs(tmp_path)
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert len({first, second, digest_inputs(tmp_path)}) == 3
