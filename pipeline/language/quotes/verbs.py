"""What a verb reports: a clause, an infinitive, an object, or what stands after a preposition. None if there is none."""

from spacy.tokens import Token

from pipeline.language.events.grammar import SUBJECTS, agent, child, children, is_passive, surface_subject
from pipeline.language.quotes.found import Extent, extent

_WH = frozenset({"WDT", "WP", "WRB"})


def speaker(verb: Token) -> Token | None:
    """Who says it: the subject, in the passive whoever stands after "by"."""
    if is_passive(verb):
        return agent(verb)
    return surface_subject(verb)


def said_clause(verb: Token) -> Extent | None:
    """ "X said that …", "…, X said", "…, X said, …"."""
    clauses = [c for c in children(verb, "ccomp") if not _infinitive(c)]
    if clauses:
        return extent([t for c in clauses for t in c.subtree if t != verb])
    return _inserted(verb)


def _inserted(verb: Token) -> Extent | None:
    """ "Crops, he notes, are withering": the clause that the verb stands in as a parenthesis."""
    if verb.dep_ == "parataxis" and child(verb, *SUBJECTS) is not None:
        return _around(verb)
    said_so = verb.dep_ == "advcl" and any(m.lower_ == "as" for m in children(verb, "mark", "advmod"))
    return _around(verb) if said_so else None


def _around(verb: Token) -> Extent | None:
    inside = {t.i for t in verb.subtree}
    return extent(list(verb.head.subtree), inside)


def wanted_act(verb: Token) -> Extent | None:
    """ "wants to go", "considers going"."""
    acts = [c for c in children(verb, "xcomp") if c.tag_ in {"VB", "VBG", "VBN"}]
    return extent(list(acts[0].subtree)) if acts and child(verb, "dobj") is None else None


def asked_act(verb: Token) -> Extent | None:
    """ "urged X to go": what X shall do, with X where the parse makes it the subject of the infinitive."""
    acts = [c for c in children(verb, "xcomp", "ccomp", "advcl") if _infinitive(c)]
    return extent(list(acts[0].subtree)) if acts else None


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(a.tag_ == "TO" for a in children(verb, "aux"))


def named_as(verb: Token) -> Extent | None:
    """ "called it a lie", "described it as a lie": the thing and its name, or the name alone."""
    names = children(verb, "oprd") or [p for p in children(verb, "prep") if p.lower_ == "as"]
    if not names:
        small = [c for c in children(verb, "ccomp") if c.pos_ not in {"VERB", "AUX"}]
        return extent([t for c in small for t in c.subtree]) if small else None
    things = children(verb, "dobj") if names[0].i > verb.i else []
    return extent([t for part in (*things, names[0]) for t in part.subtree])


def spoken_of(verb: Token) -> Extent | None:
    """The object of a verb, or in the passive its subject."""
    if is_passive(verb):
        subject = child(verb, "nsubjpass")
        return extent(list(subject.subtree)) if subject is not None else None
    thing = child(verb, "dobj")
    return extent(list(thing.subtree)) if thing is not None else None


def after(verb: Token, words: frozenset[str]) -> tuple[Token, Extent] | None:
    """What follows one of the prepositions, with the preposition."""
    for prep in children(verb, "prep"):
        span = extent([t for c in children(prep, "pobj", "pcomp") for t in c.subtree]) if prep.lower_ in words else None
        if span is not None:
            return prep, span
    return None
