"""Does the complement of a word hold another: "agreed to send", "said that it would attack"?"""

from spacy.tokens import Token

from pipeline.language.events.ontology import Rule

INSIDE = frozenset({"xcomp", "pcomp", "prep", "pobj", "dobj", "conj", "advcl", "acl", "attr", "dative", "oprd"})
_COMING = INSIDE - {"advcl"}
_TOLD = frozenset({"VBD", "VBZ", "VBP"})  # tags of verbs that tell what is or was


def path(over: Token, token: Token) -> list[Token]:
    """Tokens from the lower one up to, not with, the upper one; empty if it is not above."""
    found = []
    while token != over:
        found.append(token)
        if token.head == token:
            return []
        token = token.head
    return found


def announces(over: Token, rule: Rule, token: Token, event_type: str) -> bool:
    """Is what a word tells, by an event type, that which the word over it says is to come? By the rule of that one."""
    steps = path(over, token) if event_type in rule.over else []
    if not steps or steps[-1].i < over.i or steps[-1].dep_ not in _COMING | {"ccomp"}:
        return False
    first = steps[-1]
    if (
        first.dep_ == "dobj"
        or (first.tag_ == "VBN" and not rule.modal)
        or (own_subject(first) and rule.spoken and not rule.modal)
    ):
        return False
    active = not any(c.dep_ == "auxpass" for t in steps for c in t.children)
    return active and all(t.dep_ in _COMING and t.tag_ not in _TOLD for t in steps[:-1])


def own_subject(token: Token) -> bool:
    """Has a verb a subject that stands with it?"""
    return any(c.dep_ in {"nsubj", "nsubjpass"} for c in token.children)


def infinitive(steps: list[Token]) -> bool:
    """ "to send", "sending", "for talks": what is promised or asked, not a clause that tells something."""
    first = steps[-1]
    if first.dep_ == "ccomp":
        return first.tag_ == "VB" and not own_subject(first) and all(t.dep_ in INSIDE for t in steps[:-1])
    return all(t.dep_ in INSIDE for t in steps) and first.tag_ not in _TOLD
