"""Parts of a whole that are told in words: "a third of the army", "half the seats", "one in five voters"."""

import re

from pipeline.language.quantities.number import number
from pipeline.language.quantities.words import Quantities

_LARGEST = 100  # "one in 2016" is a year


def share(match: re.Match[str], words: Quantities) -> float | None:
    """The percentage, to a tenth; None where it is no part of a whole."""
    if match["whole"]:
        value = _rate(number(match["ones"], words), number(match["whole"], words))
    elif match["half"]:
        value = float(words.values.fractions[match["half"].lower()])
    else:
        parts = number(match["parts"], words) if match["parts"] else None
        value = (1.0 if parts is None else parts) * words.values.fractions[match["fraction"].lower()]
    return round(value, 1) if value is not None and 0 < value < 100 else None


def _rate(part: float | None, whole: float | None) -> float | None:
    if not part or not whole or whole > _LARGEST:
        return None
    return 100 * part / whole
