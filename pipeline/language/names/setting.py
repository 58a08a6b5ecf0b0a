"""What the grammar makes of a name: a place, somebody who acts, or a modifier of another word."""

from spacy.tokens import Span, Token

from pipeline.language.names.words import Places

_SUBJECTS = ("nsubj", "agent")
_WITHIN = ("compound", "amod", "nmod", "npadvmod")
_CHAIN = 8  # coordinated names in a row at most: keeps odd parses from running away


def setting(span: Span, places: Places) -> str | None:
    """place, agent or modifier; None where the grammar leaves it open."""
    token = _first_conjunct(span.root)
    if token.dep_ == "poss" or any(child.dep_ == "case" for child in span.root.children):
        return _modifier(token, places)
    if token.dep_ in _WITHIN:
        return _modifier(token, places)
    if token.dep_ == "pobj":
        return _behind_preposition(token, places)
    if token.dep_ in ("dobj", "nsubjpass"):
        return _object(token, places)
    return _subject(token, places)


def _first_conjunct(token: Token) -> Token:
    for _ in range(_CHAIN):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def _modifier(token: Token, places: Places) -> str:
    return "place" if token.head.lemma_.lower() in places.nouns else "modifier"


def _behind_preposition(token: Token, places: Places) -> str | None:
    preposition = token.head.lower_
    governor = token.head.head
    if preposition in places.prepositions:
        return "place"
    if preposition == "of":
        return "place" if governor.lemma_.lower() in places.of_nouns else None
    if governor.lemma_.lower() in places.motion and preposition in (
        "to",
        "from",
        "into",
        "for",
        "toward",
        "towards",
    ):
        return "place"
    return "agent" if preposition in places.partners else None


def _object(token: Token, places: Places) -> str | None:
    if token.head.lemma_.lower() in places.objects:
        return "place"
    return "agent" if token.dep_ == "nsubjpass" else None


def _subject(token: Token, places: Places) -> str | None:
    if token.dep_ not in _SUBJECTS:
        return None
    complements = [child for child in token.head.children if child.dep_ == "attr"]
    if any(child.lemma_.lower() in places.of_nouns for child in complements):
        return "place"
    return "agent"
