"""Web pages: the article without the page around it, and the day that the page's metadata state."""

from pathlib import Path

import pytest

from pipeline.language.dates.stated import stated_clue
from pipeline.sources.document import Document, Reject
from pipeline.sources.inputs import Inputs

BODY = (
    "<p>Norland has ratified a mutual defence treaty with Sudland, state media said, in a step that binds each of "
    "the two countries to help the other if it is attacked.</p><p>The leader’s decree – the “café accord” of June 19, "
    "2023 – takes effect once both have exchanged the instruments of ratification, the agency said in a report.</p>"
    "<p>Officials in the capital declined to comment on how many soldiers had been sent, but neighbours put the "
    "figure at more than ten thousand, with more expected by spring.</p>"
)
NAV = "<nav><ul>" + "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(30)) + "</ul></nav>"
ASIDE = '<aside><h3>Most read</h3><a href="/k">Ten best kettles of 2025</a></aside>'
FOOT = ASIDE + "<footer>© 2019-2026 Harbour Post</footer>"
PUBLISHED = '<meta property="article:published_time" content="2024-11-12T09:15:00+09:00">'
MODIFIED = '<meta property="article:modified_time" content="2024-11-15T10:00:00+09:00">'
SITE = '<meta property="og:site_name" content="Harbour Post">'
LINK = '<link rel="canonical" href="https://www.harbourpost.example/world/norland-pact">'
JSON_LD = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-11-12T00:15:00Z"}</script>'
)


def page(head: str, body: str = BODY, charset: str = "utf-8") -> str:
    top = f'<meta charset="{charset}"><title>Norland ratifies pact</title>{head}'
    article = f"<article><h1>Norland ratifies pact</h1>{body}</article>"
    return f"<!DOCTYPE html><html lang='en'><head>{top}</head><body>{NAV}{article}{FOOT}</body></html>"


def read(folder: Path, raw: bytes, name: str = "a.html") -> Document | Reject:
    (folder / name).write_bytes(raw)
    (item,) = Inputs(folder)
    return item


def document(folder: Path, text: str, charset: str = "utf-8") -> Document:
    item = read(folder, text.encode(charset))
    assert isinstance(item, Document)
    return item


def test_the_article_without_the_page_around_it(tmp_path: Path) -> None:
    found = document(tmp_path, page(PUBLISHED + MODIFIED + SITE + LINK))
    assert found._replace(text="") == Document(
        path="a.html",
        text="",
        url="https://www.harbourpost.example/world/norland-pact",
        outlet="Harbour Post",
        title="Norland ratifies pact",
        published="2024-11-12",
    )
    assert "“café accord”" in found.text
    assert found.text.rstrip().endswith("by spring.")
    assert "kettles" not in found.text
    assert "Section" not in found.text


DATES = [
    ("the first publication, not the change", MODIFIED + PUBLISHED, "2024-11-12"),
    ("JSON-LD", JSON_LD, "2024-11-12"),
    ("a bare meta tag", '<meta name="date" content="12 November 2024">', "2024-11-12"),
    ("the address", '<link rel="canonical" href="https://h.example/2024/11/12/pact">', "2024-11-12"),
]


@pytest.mark.parametrize(("why", "head", "day"), DATES, ids=[d[0] for d in DATES])
def test_the_day_that_metadata_state(why: str, head: str, day: str, tmp_path: Path) -> None:
    assert document(tmp_path, page(head)).published == day


def test_the_day_of_a_treaty_is_not_that_of_publication(tmp_path: Path) -> None:
    assert document(tmp_path, page("", f"<p>On June 19, 2023 the two signed it.</p>{BODY}")).published is None


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
def test_other_encodings_are_read(charset: str, tmp_path: Path) -> None:
    assert "“café accord”" in document(tmp_path, page(PUBLISHED, charset=charset), charset).text


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        b"<html><body><div id='root'></div><script>run()</script>Please enable JavaScript.</body></html>",
        bytes(range(256)) * 10,
        b"<<<<>>>><p",
    ],
)
def test_a_page_without_an_article_is_rejected_with_a_remedy(raw: bytes, tmp_path: Path) -> None:
    found = read(tmp_path, raw)
    assert isinstance(found, Reject)
    assert (found.error, found.message[:20]) == ("no article", "It holds no article:")


def test_htm_and_capitals_are_pages_as_well(tmp_path: Path) -> None:
    assert isinstance(read(tmp_path, page(PUBLISHED).encode(), "A.HTM"), Document)


def test_the_reason_says_metadata() -> None:
    clue = stated_clue("2024-11-12", "metadata")
    assert clue is not None
    assert clue.reason == "metadata states it"
