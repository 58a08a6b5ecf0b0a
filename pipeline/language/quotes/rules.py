"""The rules, in order: each makes of a word what it reports, or nothing. The first that finds something counts."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from pipeline.language.events.grammar import SUBJECTS, child, children, prepositional, surface_subject
from pipeline.language.quotes.found import Extent, Found, extent
from pipeline.language.quotes.verbs import after, asked_act, named_as, said_clause, speaker, spoken_of, wanted_act
from pipeline.language.quotes.words import Reporting

Rule = Callable[[Token, str, Reporting], Found | None]


def find(token: Token, words: Reporting) -> Found | None:
    """What a word reports by the first rule of its part of speech that fits."""
    lemma = token.lemma_.lower()
    rules = _RULES.get(token.pos_, ())
    return next((found for rule in rules if (found := rule(token, lemma, words)) is not None), None)


def _verb(verb: Token, content: Extent | None, reason: str) -> Found | None:
    if content is None:
        return None
    return Found(Extent(verb.i, verb.i + 1), verb, speaker(verb), content, reason)


def _says(verb: Token, lemma: str, words: Reporting) -> Found | None:
    return _verb(verb, said_clause(verb), "clause of a verb of speech or thought") if lemma in words.clause else None


def _asks(verb: Token, lemma: str, words: Reporting) -> Found | None:
    return _verb(verb, asked_act(verb), "what somebody is told to do") if lemma in words.told else None


def _intends(verb: Token, lemma: str, words: Reporting) -> Found | None:
    return _verb(verb, wanted_act(verb), "what somebody wants to do") if lemma in words.intend else None


def _calls(verb: Token, lemma: str, words: Reporting) -> Found | None:
    return _verb(verb, named_as(verb), "what something is called") if lemma in words.called else None


def _speaks_about(verb: Token, lemma: str, words: Reporting) -> Found | None:
    preps = words.about.get(lemma)
    found = after(verb, preps) if preps else None
    return _verb(verb, found[1], f"spoken of with “{found[0].lower_}”") if found else None


def _speaks_of(verb: Token, lemma: str, words: Reporting) -> Found | None:
    return _verb(verb, spoken_of(verb), "object of a verb of speech or thought") if lemma in words.spoken else None


def _voices(verb: Token, lemma: str, words: Reporting) -> Found | None:
    thing = child(verb, "dobj", "nsubjpass") if lemma in words.voice else None
    if thing is None or thing.lemma_.lower() not in words.voiced:
        return None
    below = [t for c in children(thing, "acl", "prep", "ccomp", "relcl") for t in c.subtree]
    return _verb(verb, extent(below or list(thing.subtree)), f"voices a {thing.lower_}")


def _according(verb: Token, lemma: str, words: Reporting) -> Found | None:
    """ "according to officials": the clause that it stands in."""
    if verb.lower_ != "according":
        return None
    to = next((c for c in verb.children if c.lower_ == "to"), None)
    source = child(to, "pobj") if to is not None else None
    if source is None:
        return None
    content = extent(list(verb.head.subtree), {t.i for t in verb.subtree})
    return Found(Extent(verb.i, to.i + 1), verb, source, content, "according to") if content else None


def _noun(noun: Token, lemma: str, words: Reporting) -> Found | None:
    """ "the claim that", "his plan to"."""
    for clause in children(noun, "acl", "ccomp"):
        to = clause.tag_ == "VB"
        fits = lemma in words.to_noun if to else (lemma in words.that_noun or lemma in words.voiced)
        if fits and (to or (child(clause, "mark") is not None or clause.dep_ == "ccomp")):
            content = extent(list(clause.subtree))
            return Found(Extent(noun.i, noun.i + 1), noun, _owner(noun), content, "clause of a noun") if content else None
    return None


def _owner(noun: Token) -> Token | None:
    owner = child(noun, "poss")
    if owner is not None:
        return owner
    verb = noun.head
    if noun.dep_ in {"dobj", "attr"} and verb.pos_ in {"VERB", "AUX"}:
        return surface_subject(verb)
    return next(iter(prepositional(noun, "by", "of")), None)


def _feels(adjective: Token, lemma: str, words: Reporting) -> Found | None:
    if lemma not in words.feeling or adjective.head.lemma_ not in {"be", "feel", "seem", "remain", "become"}:
        return None
    parts = [c for c in children(adjective, "ccomp", "xcomp")]
    parts += [c for p in children(adjective, "prep") if p.lower_ in {"about", "of", "that", "over", "by", "at", "on"} for c in p.children]
    content = extent([t for t in parts[0].subtree]) if parts else None
    source = surface_subject(adjective.head)
    return Found(Extent(adjective.i, adjective.i + 1), adjective, source, content, "what somebody feels") if content else None


_VERBS: tuple[Rule, ...] = (_according, _says, _asks, _intends, _calls, _speaks_about, _voices, _speaks_of)
_RULES: dict[str, tuple[Rule, ...]] = {"VERB": _VERBS, "AUX": _VERBS, "PROPN": _VERBS, "NOUN": (_noun,), "ADJ": (_feels,)}
