"""The tense of a verb, as far as it tells which time expression can go with it."""

from spacy.tokens import Token

from pipeline.language.article import Interval, When
from pipeline.language.events.grammar import children

_OF_TAG = {"VBD": "past", "VBZ": "present", "VBP": "present"}


def tense(verb: Token) -> str:
    """past, present, perfect, pluperfect or modal; "" for a form that takes its tense from what it hangs on."""
    helpers = children(verb, "aux", "auxpass")
    if any(h.tag_ == "MD" for h in helpers):
        return "modal"
    have = next((h for h in helpers if h.lemma_ == "have"), None)
    if have is not None:
        return "pluperfect" if have.tag_ == "VBD" else "perfect" if have.tag_ in _OF_TAG else ""
    return next((_OF_TAG[t.tag_] for t in (*helpers, verb) if t.tag_ in _OF_TAG), "")


def alike(verb: Token, joined: Token) -> bool:
    """Is the second verb told in the tense of the first, or in none of its own?"""
    own = tense(joined)
    return not own or own == tense(verb)


def bare_participle(verb: Token) -> bool:
    """ "…, killing five": what goes on at the time of the main verb; "having", "after" and the like tell another."""
    apart = verb.i > verb.head.i and not verb.doc[verb.left_edge.i - 1].is_punct
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and not apart and not children(verb, "aux", "mark", "nsubj")


def infinitive(verb: Token) -> bool:
    """ "to send", "to be sent"; not "to have sent"."""
    helpers = children(verb, "aux", "auxpass")
    return any(h.tag_ == "TO" for h in helpers) and not any(h.lemma_ == "have" for h in helpers)


def opener(verb: Token, word: str) -> Token | None:
    """The word that opens the verb's clause, if it is this one: "when", "since"."""
    return next((c for c in children(verb, "advmod", "mark") if c.lower_ == word and c.i < verb.i), None)


def fits(verb: Token, when: When, published: Interval) -> bool:
    """Can the verb have this time? What is past has no time to come, and a perfect or a future none that is over."""
    (start, end), told = when.interval, tense(verb)
    if told == "past":
        return start is None or published.end is None or start < published.end
    if told in {"perfect", "modal"}:
        return end is None or published.start is None or end > published.start
    return True
