"""The place and agency with which a wire story opens: "MOSCOW, June 5 (Reuters) - …"."""

import re
from typing import NamedTuple

# Form, not words: a place in capitals (perhaps with its country), a date, an agency in brackets, a dash.
_DATELINE = re.compile(
    r"\s*(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]+(?:/[A-ZÀ-Þ.'’ -]+)?)"
    r"(?:, [A-Z][\w.'’]*(?: [A-Z][\w.'’]*)*?)??"  # country or state
    r"(?:, ?[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?| ?, ?\d{1,2} [A-Za-z]{3,9}(?: \d{2,4})?)?"
    r"(?:,? ?\((?P<outlet>[^()]{2,40})\))?\s*[-–—]+(?=\s)"
)


class Dateline(NamedTuple):
    """`start` and `end` span the whole dateline, dash included; `outlet` is the part in brackets."""

    place: str
    outlet: str | None
    start: int
    end: int


def dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline that the text opens with at `start`; None if it opens otherwise."""
    match = _DATELINE.match(text, start)
    if match is None:
        return None
    return Dateline(match["place"].strip(), match["outlet"], match.start(), match.end())
