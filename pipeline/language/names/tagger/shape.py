"""How a word is written: the pieces are all lower case, and capitals tell names."""

from enum import IntEnum


class Shape(IntEnum):
    """The tagger has a vector for each. NONE: before and after the text. REST: a later piece of a word."""

    NONE = 0
    LOWER = 1
    CAPITAL = 2
    CAPITALS = 3
    MIXED = 4
    FIGURES = 5
    MARK = 6
    REST = 7


def shape(word: str) -> Shape:
    """`war` lower, `War` and `A` capital, `UN` capitals, `KwaZulu` mixed, `G7` capitals, `2nd` lower, `24` figures."""
    if word.islower():
        return Shape.LOWER
    if word.isupper():
        return Shape.CAPITALS if len(word) > 1 else Shape.CAPITAL
    if word[:1].isupper() and word[1:].islower():
        return Shape.CAPITAL
    if any(c.isdigit() for c in word):
        return Shape.FIGURES
    return Shape.MIXED if any(c.isalpha() for c in word) else Shape.MARK
