"""Other ways to write the name of a place, one of which a table may know."""

import re
from collections.abc import Iterator

from pipeline.language.names.gazetteer import Gazetteer

_DIGRAPH = re.compile(r"\b([AOU])[ae](?=[^\W\d_])")  # Oesterreich, Aaland
_ABBREVIATED = re.compile(r"^([A-Z][a-z]?)\.? (?=[A-Z])")


def forms(text: str, gazetteer: Gazetteer) -> Iterator[str]:
    """Ways to write a name: as it is, `Korea, Republic of` in its order, `N. Korea` and `Calif` in full."""
    yield text
    yield f"{text}."
    if full := gazetteer.words.territories.short.get(unpointed(text)):
        yield full
    first, comma, rest = text.partition(", ")
    if comma:
        yield f"{rest} {first}"
    if spelled := _DIGRAPH.sub(r"\1", text):
        yield spelled
    found = _ABBREVIATED.match(text)
    if found and (word := gazetteer.words.territories.same.get(found.group(1).lower())):
        yield f"{word.capitalize()} {text[found.end() :]}"


def unpointed(text: str) -> str:
    """`W. Va.` as `WVa`: how abbreviations stand in the word lists."""
    return text.replace(".", "").replace(" ", "")
