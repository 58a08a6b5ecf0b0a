"""The lists of words of `dates.toml`, with the numbers that are compounds of others."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_END = ""  # in a tree of words: a word may end here
Words = Mapping[str, Mapping[str, str]]


def read_words(data: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """The lists of words, numbers with their compounds: twenty-one."""
    words = {name: dict(table) for name, table in data["words"].items()}
    ones = {w: n for w, n in words["number"].items() if len(n) == 1 and n.isdigit() and len(w) > 2}
    tens = data["compounds"]["tens"]
    words["number"] |= {f"{ten}-{one}": f"{words['number'][ten][0]}{n}" for ten in tens for one, n in ones.items()}
    return words


def alternatives(table: Iterable[str]) -> str:
    """A pattern of any word or phrase of a list, the longest that fits, whatever its white space and hyphens.

    Words with the same beginning share it in the pattern, which makes it twice as fast as a plain list.
    """
    tree: dict[str, Any] = {}
    for phrase in table:
        node = tree
        for atom in _atoms(phrase):
            node = node.setdefault(atom, {})
        node[_END] = {}
    return _branches(tree)


def _atoms(phrase: str) -> Iterator[str]:
    """The patterns of its characters."""
    for char in " ".join(phrase.split()):
        yield r"\s+" if char == " " else r"(?:\s?-\s?|\s+)" if char == "-" else re.escape(char)


def _branches(node: Mapping[str, Any]) -> str:
    """The pattern of what may follow from here; nothing more, if a word ends here, only where nothing longer fits."""
    ways = [atom + _branches(after) for atom, after in sorted(node.items()) if atom != _END]
    if not ways:
        return ""
    return f"(?:{'|'.join(ways)}){'?' if _END in node else ''}"


def spelled_pattern(words: Words) -> str:
    """A year that is read out: "nineteen ninety-six", "two thousand and one"."""
    last = alternatives({w: n for w, n in words["number"].items() if n.isdigit() and 9 < int(n) < 100})
    ones = alternatives({w: n for w, n in words["number"].items() if n.isdigit() and int(n) < 10 and len(w) > 2})
    century, thousand = alternatives(words["spelled_century"]), alternatives(words["spelled_thousand"])
    return rf"(?:{century})[\s-]+(?:{last})|(?:{thousand})(?:\s+(?:{last}|{ones}))?"


def spelled_year(text: str, words: Words) -> str:
    """The figures of a year that is read out."""
    starts = {**words["spelled_century"], **words["spelled_thousand"]}
    first = max((s for s in starts if text.startswith(s)), key=len, default=None)
    if first is None:
        return text
    rest = text[len(first) :].strip(" -").replace(" ", "-")
    return str(int(starts[first]) + int(words["number"].get(rest, "0")))


def fraction(text: str) -> str:
    """ "2 1/2" as a decimal number; a fraction of nothing is left as it is."""
    whole, _, part = text.rpartition(" ")
    above, _, below = part.partition("/")
    if not (above.isdigit() and below.isdigit() and int(below)):
        return text
    return str(float(whole.replace(",", "") or 0) + int(above) / int(below))
