"""Front matter: the block of `key: value` lines between two lines of dashes with which a text may open."""

import re
from typing import NamedTuple

_RULE = r"---[ \t]*\r?\n"
_KEY = r"[A-Za-z][\w -]*:(?:[ \t][^\r\n]*)?"
_REST = r"(?:[ \t]+|-[ \t]|#)[^\r\n]*|"  # lists and nested lines, comments, blank lines
_BLOCK = re.compile(rf"\ufeff?{_RULE}(?P<body>{_KEY}\r?\n(?:(?:{_KEY}|{_REST})\r?\n)*?)---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^([A-Za-z][\w -]*):[ \t]+(.*\S)[ \t]*\r?$", re.MULTILINE)
_QUOTED = re.compile(r"([\"'])(.*)\1")


class FrontMatter(NamedTuple):
    """Its fields, keys in lower case, and the offset at which the text goes on."""

    fields: dict[str, str]
    end: int


def front_matter(text: str) -> FrontMatter | None:
    """The front matter that the text opens with, if it does; only flat `key: value` lines become fields."""
    block = _BLOCK.match(text)
    if block is None:
        return None
    found = ((m[1].strip().lower(), _QUOTED.sub(r"\2", m[2])) for m in _FIELD.finditer(block["body"]))
    return FrontMatter({key: value for key, value in found if value}, block.end())
