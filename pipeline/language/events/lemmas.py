"""The lemma of a word, where the model's own cannot be one by English spelling."""

import re

from spacy.tokens import Token

_SHORT = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


def lemma(token: Token) -> str:
    """In lower case. "staged" and "raped" are read as "stag" and "rap", which would double their last letter."""
    found = token.lemma_.lower()
    if token.pos_ == "VERB" and _SHORT.fullmatch(found) and token.lower_ in {f"{found}ed", f"{found}ing"}:
        return f"{found}e"
    return found
