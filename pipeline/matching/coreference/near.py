"""What the grammar of one article says of two mentions: nested, apposed, predicated, joined, relative."""

from spacy.tokens import Token

from pipeline.matching.coreference.mention import Mention


def grammar_between(a: Mention, b: Mention) -> str:
    """The first relation that holds between two mentions of one article, `a` first or around `b`; "" if none."""
    if inside(b, a):
        return _nested(a, b)
    if a.head.sent != b.head.sent:
        return ""
    for name, holds in (
        ("apposition", _apposed),
        ("title", _title),
        ("predicate", _predicate),
        ("relative", _relative),
        ("joined", _joined),
        ("owner", _owner),
        ("same clause", _clause),
    ):
        if holds(a, b):
            return name
    return ""


def inside(inner: Mention, outer: Mention) -> bool:
    """Does the one stretch hold the other?"""
    return outer.start <= inner.start and inner.end <= outer.end and inner.id != outer.id


def _nested(a: Mention, b: Mention) -> str:
    if a.head == b.head:
        return "same head joint" if a.joint != b.joint else "same head"
    if b.head.head == a.head and b.head.dep_ == "appos":
        return "nested apposition"
    if b.head.head == a.head and b.head.dep_ == "conj":
        return "nested joined"
    if b.shape == "pronoun" and b.said == "relative":
        return "nested relative"
    if b.shape == "pronoun":
        return "nested pronoun"
    if b.shape == "noun" and a.shape == "name" and b.start == a.start and b.end <= a.head.i:
        return "nested title"
    if b.shape == "name" and b.end == a.end and b.head.dep_ in ("appos", "compound", "nmod"):
        return "nested name at end"
    return "nested part"


def _apposed(a: Mention, b: Mention) -> bool:
    if b.head.dep_ == "appos" and b.head.head == a.head:
        return True
    gap = a.head.doc[a.end : b.start] if a.end <= b.start else None
    return (
        gap is not None
        and gap.text in (",", "(", "-", "–")
        and (a.shape == "name") != (b.shape == "name")
        and "pronoun" not in (a.shape, b.shape)
    )


def _title(a: Mention, b: Mention) -> bool:
    """ "Apple CEO" + "Steve Jobs"."""
    return a.end == b.start and a.shape == "noun" and b.shape == "name"


def _predicate(a: Mention, b: Mention) -> bool:
    verb = b.head.head
    return b.head.dep_ in ("attr", "oprd") and a.head.head == verb and a.head.dep_ in ("nsubj", "nsubjpass")


def _relative(a: Mention, b: Mention) -> bool:
    if b.said != "relative":
        return False
    verb = next((t for t in b.head.ancestors if t.dep_ == "relcl"), None)
    return (verb is not None and verb.head == a.head) or a.end == b.start


def _joined(a: Mention, b: Mention) -> bool:
    return a.head in b.head.conjuncts


def _owner(a: Mention, b: Mention) -> bool:
    """One belongs to the other: "Apple" and "CEO" of "Apple's CEO"."""
    return _within(a.head, b.head) or _within(b.head, a.head)


def _within(low: Token, high: Token) -> bool:
    return low.dep_ in ("poss", "compound", "nmod", "amod", "pobj") and (
        low.head == high or (low.dep_ == "pobj" and low.head.head == high)
    )


def _clause(a: Mention, b: Mention) -> bool:
    return a.actor is not None and a.actor == b.actor and a.role != b.role
