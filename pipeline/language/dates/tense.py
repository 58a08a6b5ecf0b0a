"""The tense of the clause that an expression stands in: past | weak past | present | weak future | future | None;
last after a word that leaves no doubt, such as since."""

from collections.abc import Mapping

from spacy.tokens import Span, Token

_VERBS = ("VERB", "AUX")
_STEPS = 25  # longest climb in the tree; a longer one has left the clause

Words = Mapping[str, frozenset[str]]


def tense(span: Span, words: Words) -> str | None:
    """The tense of the clause of `span`: from a word before it, else from its verb."""
    before = span.doc[span.start - 1].lower_ if span.start and not span[0].is_sent_start else ""
    if before in words["backward"]:
        return "last"
    if _owns(span):
        return "past"
    if before in words["nearest"]:
        return "weak future"
    verb = _verb_above(span.root)
    side = _of_verb(verb, words, _STEPS) if verb is not None else None
    if before in words["forward"] and (side != "past" or (verb is not None and verb.lemma_ in words["put_off"])):
        return "future"
    if side == "past" and verb is not None and verb.lemma_ in words["arranged"] and not _perfect(verb):
        return "weak future"
    named = span.root.dep_ == "compound"  # the June summit: near, whatever is told of it
    return {"present": "weak past", "future": "weak future"}.get(side or "", side) if named else side


def _owns(span: Span) -> bool:
    """Is it a possessive, as in "Monday's decree"?"""
    return (span.end < len(span.doc) and span.doc[span.end].tag_ == "POS") or span[-1].tag_ == "POS"


def _verb_above(token: Token) -> Token | None:
    """The nearest verb that governs a token."""
    for _ in range(_STEPS):
        if token.pos_ in _VERBS and token.dep_ not in ("aux", "auxpass"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _of_verb(verb: Token, words: Words, steps: int) -> str | None:
    """The tense of a verb by its auxiliaries, its form, or the verb that governs it."""
    aux = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    if any(t.lower_ in words["future"] for t in aux):
        return "future"
    if any(t.lower_ in words["could"] for t in aux):
        return "weak past"
    if verb.tag_ == "VBD" or any(t.tag_ == "VBD" for t in aux):
        return _past(verb, aux, words)
    if any(t.tag_ == "TO" for t in aux) or verb.tag_ == "VB":
        return _of_infinitive(verb, words, steps)
    if any(t.lemma_ == "have" for t in aux) or (verb.tag_ == "VBN" and not aux):
        return "past"
    if verb.tag_ == "VBG" and not aux:
        above = _verb_above(verb.head) if steps and verb.head.i != verb.i else None
        return _of_verb(above, words, steps - 1) if above is not None else None
    return "present"


def _perfect(verb: Token) -> bool:
    """Has it been overtaken: "had been due to expire"?"""
    return any(t.tag_ == "VBD" and t.lemma_ == "have" for t in verb.children)


def _past(verb: Token, aux: list[Token], words: Words) -> str:
    """Past, unless the past verb is only "was going to", "was due" and the like."""
    return "past" if verb.lemma_ not in words["ahead"] or verb.lemma_ in ("be", "have") or aux else "weak past"


def _of_infinitive(verb: Token, words: Words, steps: int) -> str | None:
    """ "plans to visit" lies ahead; "arrived to visit" does not; under a past verb it is open."""
    above = _verb_above(verb.head) if steps and verb.head.i != verb.i else None
    if above is None:
        return "future"
    governing = _of_verb(above, words, steps - 1)
    if governing in ("present", "future", None):
        return "future"
    overtaken = _perfect(verb.head) or _perfect(above)
    return "weak future" if verb.head.lemma_ in words["ahead"] and not overtaken else "weak past"


def side_of(span: Span, words: Words) -> str | None:
    """On which side of publication it lies: past | present | future | None, however sure."""
    found = (tense(span, words) or "").removeprefix("weak ")
    return "past" if found == "last" else found or None
