"""Did it happen? actual, future, hypothetical, negated or historical, with the word that tells."""

from datetime import timedelta
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language.article import Interval, When
from pipeline.language.events.grammar import SUBJECTS, child, children
from pipeline.language.events.speech import Speech
from pipeline.language.events.tenses import infinitive, tense

_EPOCH = timedelta(days=5 * 365)  # what ended longer ago than this is told as history
_CLIMB = 6
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_TRANSPARENT = frozenset({"xcomp", "conj", "pcomp", "advcl", "ccomp", "acl", "prep", "pobj"})


class Status(NamedTuple):
    """A status and why."""

    value: str
    reason: str


def event_status(token: Token, host: Token | None, speech: Speech) -> Status:
    """Status by the words around the trigger and around the verb that carries it out."""
    own = _noun_status(token, speech) if token.pos_ in {"NOUN", "PROPN"} else None
    if own is not None:
        return own
    start = host if host is not None else token
    presupposed = start.pos_ in {"NOUN", "PROPN"}
    return (None if presupposed else _climb(start, speech)) or Status("actual", "told as a fact")


def historical(when: When | None, published: Interval) -> bool:
    """Does its date lie in an epoch long before the article?"""
    end = when.interval.end if when is not None else None
    return end is not None and published.start is not None and end < published.start - _EPOCH


def _noun_status(noun: Token, speech: Speech) -> Status | None:
    """ "no attack", "without talks", "possible invasion", "threat of war"."""
    before = [c for c in noun.lefts if c.lower_ in speech.negators]
    if before or noun.head.lower_ in speech.negators:
        return Status("negated", f"{(before or [noun.head])[0].lower_} {noun.lower_}")
    for word in children(noun, "amod", "compound"):
        if word.lower_ in speech.hypothetical:
            return Status("hypothetical", f"{word.lower_} {noun.lower_}")
        if word.lower_ in speech.future:
            return Status("future", f"{word.lower_} {noun.lower_}")
    return _over_noun(noun, speech)


def _over_noun(noun: Token, speech: Speech) -> Status | None:
    """What stands over "of" or "upon": "risk of war", "upon the exchange"."""
    prep = noun.head if noun.dep_ == "pobj" else None
    if prep is None:
        return None
    over = prep.head
    if over.pos_ == "NOUN" and over.lemma_.lower() in speech.hypothetical_nouns:
        return Status("hypothetical", f"{over.lower_} {prep.lower_}")
    if prep.lower_ in speech.conditions:
        return _climb(over, speech)
    return None


def _climb(token: Token, speech: Speech) -> Status | None:
    """The first sign on the way up, as long as clauses depend on one another."""
    for _ in range(_CLIMB):
        found = _around(token, speech) or _over(token, speech)
        if found is not None:
            return found
        if _timed(token) and tense(token.head) in {"present", "modal"}:
            return Status("future", f"once {token.lower_}")
        if token.dep_ not in _TRANSPARENT or _reported(token, speech) or _independent(token):
            return None
        token = token.head
    return None


def _reported(token: Token, speech: Speech) -> bool:
    """Is it what somebody says? What holds of the saying does not hold of it."""
    return token.dep_ == "ccomp" and token.head.lemma_.lower() in speech.say


def _independent(token: Token) -> bool:
    """A second verb with its own subject, helper or tense stands for itself, and so does a finite side clause."""
    if token.dep_ == "conj":
        return child(token, "aux", *SUBJECTS) is not None or (token.tag_ in _FINITE and token.head.tag_ not in _FINITE)
    if _timed(token):
        return False
    finite = token.tag_ in _FINITE or child(token, "aux") is not None
    return token.dep_ in {"advcl", "acl"} and token.tag_ != "VB" and (finite or token.tag_ == "VBN")


def _timed(verb: Token) -> bool:
    """ "when both sides exchange": as future as the main clause."""
    opens = any(c.lower_ in {"when", "once", "until", "after", "before"} for c in verb.lefts)
    return opens and verb.dep_ == "advcl" and tense(verb) == "present"


def _around(verb: Token, speech: Speech) -> Status | None:
    """Signs on the verb itself: "not", "will", "may", "if"."""
    signs = children(verb, "neg", "aux", "mark", "advmod", "det", "preconj")
    for sign in signs:
        if sign.dep_ == "neg" or sign.lower_ in speech.negators:
            return Status("negated", f"{sign.lower_} before {verb.lower_}")
    if infinitive(verb) and _announced(verb):
        return Status("future", f"to {verb.lower_}: it is yet to come")
    for sign in signs:
        if sign.lower_ in speech.modals_hypothetical or (sign.dep_ == "mark" and sign.lower_ in speech.conditions):
            return Status("hypothetical", f"{sign.lower_} before {verb.lower_}")
        if sign.dep_ == "aux" and sign.lower_ in speech.modals_future:
            return Status("future", f"{sign.lower_} before {verb.lower_}")
    return None


def _announced(verb: Token) -> bool:
    """ "Firm to cut jobs" in a headline, "talks are to be held"."""
    if verb.dep_ == "xcomp":
        return verb.head.lemma_ == "be" and child(verb.head, "acomp", "attr") is None
    headline = all(t.tag_ not in _FINITE for t in verb.sent)
    return headline and (verb.dep_ == "ROOT" or (verb.dep_ in {"relcl", "acl"} and verb.head.dep_ == "ROOT"))


def _over(verb: Token, speech: Speech) -> Status | None:
    """Signs over the verb: "refused to", "plans to", "without", "fears that"."""
    head = verb.head
    if head == verb:
        return None
    lemma = head.lemma_.lower()
    if verb.dep_ in {"xcomp", "ccomp", "pcomp"} and (lemma in speech.negating or head.lower_ in speech.negators):
        return Status("negated", f"{head.lower_} before {verb.lower_}")
    if verb.dep_ == "xcomp" and any(c.lower_ == "yet" for c in children(head, "advmod")):
        return Status("negated", f"yet to {verb.lower_}")
    return _planned(verb, lemma, speech)


def _planned(verb: Token, lemma: str, speech: Speech) -> Status | None:
    """ "plans to send", "agreed to send", "a decision to send", "fears that they sent"."""
    if verb.dep_ == "advcl" and infinitive(verb) and lemma not in speech.hypothetical:
        return Status("future", f"what for: to {verb.lower_}")
    wanted = verb.dep_ in {"xcomp", "advcl"} and (verb.tag_ == "VB" or infinitive(verb))
    asked = infinitive(verb) and verb.dep_ in {"xcomp", "ccomp"}
    if (wanted and lemma in speech.future) or (asked and lemma in speech.decided):
        return Status("future", f"{lemma} to {verb.lower_}")
    if (wanted or verb.dep_ in {"ccomp", "pcomp"}) and lemma in speech.hypothetical:
        return Status("hypothetical", f"{lemma} before {verb.lower_}")
    if asked and lemma in speech.wanted:
        return Status("hypothetical", f"{lemma} to {verb.lower_}")
    return _of_noun(verb, lemma, speech)


def _of_noun(verb: Token, lemma: str, speech: Speech) -> Status | None:
    if infinitive(verb) and verb.dep_ == "acl" and lemma in speech.future_nouns:
        return Status("future", f"{lemma} to {verb.lower_}")
    told = verb.dep_ == "ccomp" or (verb.dep_ == "acl" and verb.tag_ not in {"VBN", "VBG"})
    if told and lemma in speech.hypothetical_nouns:
        return Status("hypothetical", f"{lemma} that or to {verb.lower_}")
    return None
