"""Whose time a verb or noun without a time expression of its own shares: one small function for each relation."""

from collections.abc import Callable, Container
from typing import NamedTuple

from spacy.tokens import Token

from pipeline.language.events.grammar import SUBJECTS, child, children, is_passive
from pipeline.language.events.speech import Speech
from pipeline.language.events.tenses import alike, bare_participle, infinitive, opener, tense
from pipeline.language.events.timed import Lend, Lender, Lenders, day, day_or_near, ended, in_front, opened

_PAST = frozenset({"past"})


class Known(NamedTuple):
    """What the relations ask about words: lists, and the positions of the words that tell events."""

    speech: Speech
    triggers: Container[int]


def lenders(token: Token, known: Known) -> Lenders:
    """The words whose time the token may share, the surest first."""
    for rule in _OF_NOUNS if token.pos_ in {"NOUN", "PROPN"} else _OF_VERBS:
        yield from rule(token, known)


def _joined_before(verb: Token, known: Known) -> Lenders:
    """ "On Monday he met Kim and signed a treaty", "met Kim on Monday and signed a treaty"."""
    head = verb.head
    if verb.dep_ != "conj" or head.pos_ not in {"VERB", "AUX"} or not alike(head, verb):
        return
    yield Lender(head, "in front of joined verbs", in_front(head))
    later = any(c.lower_ in known.speech.afterwards for c in verb.children)
    if not later and not children(verb, *SUBJECTS):
        yield Lender(head, "shared by conjunction", day)


def _joined_after(verb: Token, known: Known) -> Lenders:
    """ "killed and wounded twelve on Monday": the first verb has nothing of its own after it."""
    after = [c for c in verb.rights if c.dep_ not in {"cc", "punct", "conj"}]
    joined = child(verb, "conj")
    if joined is not None and not after and not children(joined, *SUBJECTS) and alike(verb, joined):
        yield Lender(joined, "shared by conjunction")


def _helped(verb: Token, known: Known) -> Lenders:
    """ "began on Monday to withdraw": a helping verb and its infinitive have one time. Not "encouraged them to"."""
    head = verb.head
    light = head.lemma_.lower() not in known.speech.say - known.speech.hosts and not children(head, "dobj")
    if verb.dep_ == "xcomp" and head.i not in known.triggers and light:
        yield Lender(head, "of the verb it depends on")


def _means(verb: Token, known: Known) -> Lenders:
    """ "answered on Monday by expelling an envoy"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "by":
        yield Lender(verb.head.head, "of the verb it depends on")


def _voiced(verb: Token, known: Known) -> Lenders:
    """ "marched on Friday to demand"."""
    if verb.dep_ in {"advcl", "xcomp"} and infinitive(verb) and verb.lemma_.lower() in known.speech.voiced:
        yield Lender(verb.head, "of the verb it depends on", day)


def _accompanying(verb: Token, known: Known) -> Lenders:
    """ "hit Kyiv on Monday, killing five"; "Speaking on Monday, he accused"."""
    if bare_participle(verb):
        yield Lender(verb.head, "of the verb it depends on")
    for other in children(verb, "advcl"):
        if other.i < verb.i and bare_participle(other):
            yield Lender(other, "of the participle before it", _clear(other, known))


def _clear(verb: Token, known: Known) -> Lend:
    """Not "Using the invasion in 2022 as a pretext": a time behind another event may be that one's."""
    return lambda when: None if any(i in known.triggers for i in range(verb.i + 1, when.span.start)) else when


def _when(verb: Token, known: Known) -> Lenders:
    """ "in June, when he travelled to Kyiv"; "killed when two helicopters crashed on Monday"."""
    told = tense(verb) in _PAST and verb.dep_ in {"advcl", "relcl"} and verb.i > verb.head.i
    if told and opener(verb, "when") is not None:
        yield Lender(verb.head, "of what happened when it did", ended)
    for clause in children(verb, "advcl"):
        if opener(clause, "when") is not None and tense(verb) == tense(clause) == "past":
            yield Lender(clause, "of what happened when it did", ended)


def _since(verb: Token, known: Known) -> Lenders:
    """ "have cooperated since Russia invaded in 2022"."""
    for clause in children(verb, "advcl"):
        if opener(clause, "since") is not None and tense(verb) == "perfect":
            yield Lender(clause, "since the date of its clause", opened)


def _within(verb: Token, known: Known) -> Lenders:
    """ "signed during a summit in June": when the summit was."""
    for prep in children(verb, "prep"):
        case = prep.lower_ == "in" and verb.lemma_.lower() in known.speech.prosecuting
        if prep.lower_ in known.speech.inside and not case:
            yield from (Lender(noun, f"of what it was {prep.lower_}") for noun in children(prep, "pobj"))


def _done_by(verb: Token, known: Known) -> Lenders:
    """ "Monday's attack killed ten"."""
    if tense(verb) in _PAST and not is_passive(verb) and child(verb, "dobj") is not None:
        yield from (Lender(noun, "of its subject", day) for noun in children(verb, "nsubj"))


def _described(verb: Token, known: Known) -> Lenders:
    """ "the 23 February accord signed by Annan"."""
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        yield Lender(verb.head, "of the noun it describes", day)


def _one_who(verb: Token, known: Known) -> Lenders:
    """ "Last year he was among the senators who voted against"."""
    over = next((t for t in verb.head.ancestors if t.pos_ in {"VERB", "AUX"}), None) if verb.dep_ == "relcl" else None
    if over is not None and over.lemma_ == "be" and alike(over, verb) and verb.head.i > over.i:
        yield Lender(over, "in front of “was … who”", in_front(over))


def _late(verb: Token, known: Known) -> Lenders:
    """ "voted to back the law on Monday": a past day behind an infinitive is that of the verb before it."""
    if tense(verb) not in _PAST:
        return
    below = [
        *children(verb, "xcomp", "advcl"),
        *(c for n in children(verb, "dobj") for c in children(n, "acl", "relcl")),
    ]
    yield from (Lender(c, "behind its infinitive", day) for c in below if infinitive(c) and c.i > verb.i)


def _carried(noun: Token, known: Known) -> Lenders:
    """ "paid a visit on Monday", though the verb tells an event as well."""
    if noun.dep_ in {"dobj", "nsubjpass"} and noun.head.lemma_.lower() in known.speech.hosts - known.speech.apart:
        yield Lender(noun.head, f"of “{noun.head.lower_}”")


def _held(noun: Token, known: Known) -> Lenders:
    """ "the talks, held in June"; "the attack took place on Monday". When a war began does not date it."""
    if noun.lemma_.lower() in known.speech.lasting:
        return
    for verb in children(noun, "acl", "relcl"):
        if verb.lemma_.lower() in known.speech.happening:
            yield Lender(verb, f"of “{verb.lower_}”")
    if noun.dep_ in SUBJECTS and noun.head.lemma_.lower() in known.speech.happening:
        yield Lender(noun.head, f"of “{noun.head.lower_}”")


def _meanwhile(noun: Token, known: Known) -> Lenders:
    """ "signed on 19 June during a visit", "killed on Monday in clashes"; "in the war" may be any time."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.dep_ != "prep" or noun.lemma_.lower() in known.speech.lasting:
        return
    definite = any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.lefts)
    if prep.lower_ in known.speech.inside and not (definite and prep.lower_ == "in"):
        yield Lender(prep.head, f"of the verb it is {prep.lower_}", day_or_near(noun, prep.head))


def _doing(noun: Token, known: Known) -> Lenders:
    """ "the attack killed ten on Monday"."""
    verb = noun.head
    if (
        noun.i not in known.triggers
        or noun.dep_ != "nsubj"
        or noun.lemma_.lower() in known.speech.lasting
        or verb.pos_ != "VERB"
    ):
        return
    if tense(verb) in _PAST and child(verb, "dobj") is not None:
        yield Lender(verb, "of what it did", day_or_near(noun, verb))


_Rule = Callable[[Token, Known], Lenders]
_OF_VERBS: tuple[_Rule, ...] = (
    _joined_before,
    _joined_after,
    _helped,
    _means,
    _voiced,
    _accompanying,
    _when,
    _since,
    _within,
    _done_by,
    _described,
    _one_who,
    _late,
)
_OF_NOUNS: tuple[_Rule, ...] = (_carried, _held, _meanwhile, _doing)


def carries(verb: Token, noun: Token, speech: Speech) -> bool:
    """Does the time of a verb that carries a noun's event hold for it? Not "after the visit", "ended the war".

    Nor "was a third of what he claimed": of what something is, only the thing itself is dated.
    """
    if verb.lemma_.lower() in speech.apart:
        return False
    path = [t for t in noun.ancestors if verb.is_ancestor(t)]
    if verb.lemma_ == "be" and any(t.pos_ in {"NOUN", "PROPN"} for t in path):
        return False
    return not any(t.lower_ in speech.other_times | speech.reasons for t in path)
