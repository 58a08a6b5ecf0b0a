"""Names without what does not tell them apart: case, accents, script, punctuation."""

import re
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from anyascii import anyascii

_PIECE = re.compile(r"(?:[^\W\d_]\.){2,}|(?:[^\W\d_]\.)+[^\W\d_](?![^\W_])|[^\W_]+")
_WORD = re.compile(r"[a-z0-9]+")
_GLUE = str.maketrans({"'": "", "`": "", "ʿ": "", "ʾ": "", "ʻ": "", "‘": "", "ʼ": "", "’": ""})


class Piece(NamedTuple):
    """A run of letters or digits: its offsets in the text, as written, and folded."""

    start: int
    end: int
    text: str
    key: str


def plain(text: str) -> str:
    """Lower-case ASCII: `Zelenśkyj` -> `zelenskyj`, `Łódź` -> `lodz`."""
    return text.lower() if text.isascii() else anyascii(text).lower()


def pieces(text: str, offset: int = 0) -> list[Piece]:
    """The pieces of a text; an abbreviation with full stops (`U.S.`) is one piece, `us`."""
    return [_piece(m, offset) for m in _PIECE.finditer(text)]


def _piece(match: re.Match[str], offset: int) -> Piece:
    word = match.group()
    return Piece(match.start() + offset, match.end() + offset, word, plain(word).replace(".", ""))


@lru_cache(maxsize=200_000)
def key(text: str) -> str:
    """The folded pieces of a text with single spaces: what equal names have in common."""
    return " ".join(piece.key for piece in pieces(text))


def words(text: str) -> tuple[str, ...]:
    """Folded words; an apostrophe inside a word, or a soft sign, is dropped (`Sana'a` -> `sanaa`), a hyphen divides."""
    return tuple(_WORD.findall(plain(text.translate(_GLUE)).replace("'", "")))


def digest(kind: str, pure: str) -> str:
    """A stable id: `kind` and ten hex digits of the hash of `pure`."""
    return f"{kind}_{blake2b(pure.encode(), digest_size=6).hexdigest()}"
