"""Does a text that looks like a known name mean it?"""

import re
import unicodedata
from collections.abc import Sequence

from pipeline.language.names.candidate import Candidate
from pipeline.language.names.entry import Alias
from pipeline.language.names.gazetteer import Gazetteer, Hit
from pipeline.language.names.tokens import Tokens
from pipeline.language.names.words import NameWords

_APART = re.compile(r"['’]s\b|[\s–-]+")


def label_of(hit: Hit, model: Sequence[Candidate]) -> str:
    """The OntoNotes label of a known name: the recogniser's, if the name can have it."""
    labels = [_label(alias) for alias in hit.aliases]
    for candidate in model:
        if (candidate.start, candidate.end) == (hit.start, hit.end) and candidate.label in labels:
            return candidate.label
    return labels[0]


def _label(alias: Alias) -> str:
    if alias.role == "adjective" and alias.entry.type in ("GPE", "LOC"):
        return "NORP"
    return {"WORK": "WORK_OF_ART"}.get(alias.entry.type, alias.entry.type)


def believable(hit: Hit, model: Sequence[Candidate], tokens: Tokens, gazetteer: Gazetteer) -> bool:
    """May the text mean the known name here?"""
    if unicodedata.category(tokens.text[hit.end : hit.end + 1] or " ") == "Sc":  # US$17 is money
        return False
    rivals = [c for c in model if c.start < hit.end and hit.start < c.end]
    same = [c for c in rivals if (c.start, c.end) == (hit.start, hit.end)]
    if any(c.start <= hit.start and hit.end <= c.end and c not in same for c in rivals):
        return any(_loose(c, hit, tokens.text, gazetteer) for c in rivals)
    if same:
        return not _person(hit, same, tokens)
    if rivals:
        return " " in tokens.text[hit.start : hit.end]
    return not _weak(hit) and _stands_alone(hit, tokens, gazetteer.words)


def wins(hit: Hit, rivals: Sequence[Candidate], text: str, words: NameWords) -> bool:
    """Does a name of the user's own stand, whatever else was found there?

    A single word does not where it is part of a longer name: "Kim" is listed, and the text has "Kim Yo Jong".
    """
    if " " in text[hit.start : hit.end]:
        return True
    longer = (text[c.start : hit.start] + " " + text[hit.end : c.end] for c in rivals if _holds(c, hit))
    return not any(_names(more, words) for more in longer)


def _holds(candidate: Candidate, hit: Hit) -> bool:
    return candidate.start <= hit.start and hit.end <= candidate.end


def _names(around: str, words: NameWords) -> bool:
    """Is there a capitalised word that is no title?"""
    return any(w[:1].isupper() and w.lower().rstrip(".") not in words.titles.before_names for w in _APART.split(around))


def _loose(candidate: Candidate, hit: Hit, text: str, gazetteer: Gazetteer) -> bool:
    """Is the recogniser's longer name no name: a place with lower-case words, other places or `South of` around it?"""
    around = text[candidate.start : hit.start] + " " + text[hit.end : candidate.end]
    sides = gazetteer.words.surface.directions if " of " in around else ()
    words = [w for w in _APART.split(around) if w[:1].isupper() and w.lower() not in sides]
    return candidate.label in ("GPE", "NORP", "LOC") and all(map(gazetteer.look_up, words))


def _person(hit: Hit, same: Sequence[Candidate], tokens: Tokens) -> bool:
    """Does the article have a person of whose name the text is a word?"""
    return same[0].label == "PERSON" and tokens.text[hit.start : hit.end] in tokens.people


def _weak(hit: Hit) -> bool:
    return all(alias.weak for alias in hit.aliases)


def _stands_alone(hit: Hit, tokens: Tokens, words: NameWords) -> bool:
    """Is it no part of a longer name, and does it stand behind "the" where it must?"""
    text = tokens.text
    word = text[hit.start : hit.end].lower()
    before, after = text[max(0, hit.start - 5) : hit.start].lower(), text[hit.end : hit.end + 2]
    if word in words.places.after_the:
        return before.endswith("the ") and not (after[:1] in " -" and after[1:].isupper())
    if all(alias.role in ("acronym", "adjective") or alias.entry.table == "countries" for alias in hit.aliases):
        return True
    return not (
        _name_before(hit, tokens) or (after[:1] in (" ", "-") and after[1:].isupper() and not _ends(hit, tokens))
    )


def _name_before(hit: Hit, tokens: Tokens) -> bool:
    """Is the word before it a capitalised part of the same noun phrase?"""
    span = tokens.span(hit.start, hit.end)
    if span.start == 0:
        return False
    token = tokens.doc[span.start - 1]
    return token.pos_ == "PROPN" and token.dep_ == "compound" and token.text[0].isupper() and token.head in span


def _ends(hit: Hit, tokens: Tokens) -> bool:
    """Is the next word another name rather than more of this one?"""
    span, doc = tokens.span(hit.start, hit.end), tokens.doc
    if span.end >= len(doc):
        return True
    return doc[span.end].head not in span and span.root.head != doc[span.end]
