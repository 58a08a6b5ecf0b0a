"""Front matter tells of the article; the text stays as it is."""

from pathlib import Path

import pytest

from pipeline.language.front_matter import front_matter
from pipeline.sources.document import Document
from pipeline.sources.inputs import Inputs

BLOCK = """---
title: "Norland ratifies pact: a first"
Date: 2024-11-12 09:15
author: Jane Doe
url: https://harbour.example/pact
source: 'Harbour Post'
tags:
  - treaty
  - norland
---
"""
STORY = "\nNorland has ratified a treaty with Sudland.\n"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_its_fields_are_those_of_the_document_and_the_text_is_whole(name: str, end: str, tmp_path: Path) -> None:
    text = (BLOCK + STORY).replace("\n", end)
    (tmp_path / name).write_bytes(text.encode())
    url, title = "https://harbour.example/pact", "Norland ratifies pact: a first"
    assert list(Inputs(tmp_path)) == [Document(name, text, None, url, "Harbour Post", title, "2024-11-12 09:15")]


def test_it_ends_where_the_story_goes_on() -> None:
    found = front_matter(BLOCK + STORY)
    assert found is not None
    assert (BLOCK + STORY)[found.end :] == STORY
    assert "tags" not in found.fields


NONE = [
    "",
    "Norland has ratified a treaty.",
    "---\nNorland: a treaty\nThe story goes on here.\n---\n",
    "---\ntitle: never closed\n\nNorland has ratified a treaty.",
    "---\n---\nNorland has ratified a treaty.",
    "Norland.\n---\ntitle: not at the top\n---\n",
    "----------\nDate: 2024-11-12\n----------\n",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_front_matter(text: str) -> None:
    assert front_matter(text) is None


def test_many_lines_take_no_time() -> None:
    assert front_matter("---\n" + "key: value\n" * 50_000 + " \n" * 50_000) is None
