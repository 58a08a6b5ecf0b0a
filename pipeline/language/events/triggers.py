"""Which words of a sentence express an event, and by which rule."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from spacy.attrs import LEMMA
from spacy.tokens import Doc, Span, Token

from pipeline.language.events.complement import announces, path
from pipeline.language.events.grammar import (
    CLAUSES,
    agent,
    attached,
    child,
    children,
    conjuncts,
    is_passive,
    logical_object,
    surface_subject,
)
from pipeline.language.events.lemmas import lemma
from pipeline.language.events.ontology import STAR, Index, Ontology
from pipeline.language.events.pronouns import thing_antecedent
from pipeline.language.events.rule import Pattern, Rule
from pipeline.language.events.speech import Speech

_ABOUT = frozenset({"of", "for", "in", "into"})  # what follows these tells what a noun is about
_HELPERS = frozenset({"aux", "auxpass"})
_ASIDE = frozenset({"relcl", "advcl"})  # clauses that hold no word of a trigger above them
_REACH = 3  # how many arcs below the head the other words of a trigger may stand


class Trigger(NamedTuple):
    """A word that fires a rule. `kind`: verb, noun or adjective; `words`: all its tokens, in order."""

    token: Token
    kind: str
    rule: Rule
    words: tuple[Token, ...]


class TriggerFinder:
    """Looks words up in the ontology. `types` maps token positions to entity types."""

    def __init__(self, doc: Doc, ontology: Ontology, speech: Speech, types: Mapping[int, str]) -> None:
        self.ontology = ontology
        self.speech = speech
        self.types = types
        self.heads = _heads(doc, ontology)

    def find(self, sentence: Span) -> list[list[Trigger]]:
        """Per head word, in order, the triggers that it may be: the most telling rule first."""
        found = [triggers for token in sentence if token.lemma in self.heads and (triggers := self._at(token))]
        told = ([t for t in triggers if not t.rule.over or _announcing(t, found)] for triggers in found)
        return [triggers for triggers in told if triggers]

    def _at(self, token: Token) -> list[Trigger]:
        kind, patterns = self._patterns(token)
        near = self._near(token, kind) if any(len(p.words) > 1 for p in patterns) else {}
        fired = (self._fire(token, kind, p, near) for p in patterns)
        return [found for found in fired if found is not None]

    def _patterns(self, token: Token) -> tuple[str, tuple[Pattern, ...]]:
        """The kind of word and the patterns of its lemma. Words inside names trigger nothing."""
        if token.i in self.types or (token.dep_ == "compound" and token.head.lemma_.lower() in self.ontology.labelled):
            return "", ()
        word = lemma(token)
        if token.pos_ in {"VERB", "AUX"} and token.dep_ not in _HELPERS:
            return "verb", self.ontology.verbs.of(word)
        if token.pos_ in {"NOUN", "PROPN"}:
            return "noun", self.ontology.nouns.of(word)
        if token.pos_ == "ADJ":
            return "adjective", self.ontology.adjectives.of(word)
        return "", ()

    def _fire(self, token: Token, kind: str, pattern: Pattern, near: Mapping[str, list[Token]]) -> Trigger | None:
        if kind == "verb" and pattern.words[0][0] == STAR and token.dep_ not in CLAUSES:
            return None  # participles that only describe
        others = pattern.words[:-1] if kind == "noun" else pattern.words[1:]
        words = _company(token, others, near)
        if words is None or not self._selected(token, kind, pattern.rule, words):
            return None
        return Trigger(token, kind, pattern.rule, tuple(sorted(words, key=lambda t: t.i)))

    def _near(self, token: Token, kind: str) -> dict[str, list[Token]]:
        """Words below the head, by lemma and form: before it for nouns, for verbs after it or what it is done to."""
        found: dict[str, list[Token]] = {}
        for near in _below(token, kind):
            for word in {near.lemma_.lower(), near.lower_}:
                found.setdefault(word, []).append(near)
        return found

    def _selected(self, token: Token, kind: str, rule: Rule, words: list[Token]) -> bool:
        """Do the words around keep to what the rule asks for?"""
        if token.dep_ == "amod" and rule.spoken and kind == "verb":
            return False
        if rule.bare and (logical_object(token) is not None or is_passive(token)):
            return False
        if rule.modal and not self._modal(token, rule.modal):
            return False
        if rule.subjects and not self._subject_is(token, rule.subjects):
            return False
        if not rule.objects and not rule.unless:
            return True
        themes = self._themes(token, kind) + [x for t in _governed(words) for x in self._contents(t)]
        wanted = not rule.objects or any(self._is_one(t, rule.objects) for t in themes)
        spoiling = [*themes, *(c for t in themes for c in children(t, "amod"))]
        return wanted and not any(self._is_one(t, rule.unless) for t in spoiling)

    def _modal(self, token: Token, how: str) -> bool:
        """Does the verb, or for all but "not" the clause below it, go on as asked? See Rule.modal."""
        if how == "not":
            return self._refuses(token)
        clauses = children(token, "ccomp")
        if how == "should":
            return any(aux.lower_ in self.speech.obligations for c in clauses for aux in children(c, "aux"))
        if how == "bare":
            return any(_bare(c) for c in clauses)
        own = [c for c in clauses if any(s.pos_ == "PRON" for s in children(c, "nsubj", "nsubjpass"))]
        return any(self._refuses(c) if how == "wont" else self._intends(c) for c in own)

    def _intends(self, verb: Token) -> bool:
        return any(aux.lower_ in self.speech.modals_future for aux in children(verb, "aux")) and not child(verb, "neg")

    def _refuses(self, verb: Token) -> bool:
        return any(aux.lower_ in self.speech.modals_future for aux in children(verb, "aux")) and bool(
            child(verb, "neg")
        )

    def _subject_is(self, verb: Token, wanted: frozenset[str]) -> bool:
        subjects = [t for t in (surface_subject(verb), agent(verb) if is_passive(verb) else None) if t is not None]
        known = [t for s in subjects for t in (*self._contents(s), thing_antecedent(s))]
        return any(self._is_one(t, wanted) for t in known)

    def _themes(self, token: Token, kind: str) -> list[Token]:
        """What it is about: objects, infinitives; of a noun its modifiers and what follows "of"."""
        if kind != "noun":
            things = [x for thing in self._objects(token) for x in conjuncts(thing)]
            return children(token, "xcomp") + [x for t in things for x in self._contents(t)]
        ofs = [o for p in children(token, "prep") if p.lower_ in _ABOUT for o in children(p, "pobj")]
        modifiers = children(token, "compound", "amod", "nmod", "poss")
        return [x for t in ofs for c in conjuncts(t) for x in self._contents(c)] + modifiers

    def _objects(self, verb: Token) -> list[Token]:
        """The object, and the agreement or paper over it: "the deal between A and B signed"."""
        found = attached(verb)
        known = self.ontology.agreements | self.ontology.papers
        return [*found[:1], *(over for over in found[1:] if over.lemma_.lower() in known)]

    def _contents(self, token: Token) -> list[Token]:
        """The noun, and what it is a number or part of: "thousands of troops"."""
        inside = [token, *(c for c in children(token, "compound"))]
        of = next((p for p in children(token, "prep") if p.lower_ == "of"), None)
        if of is not None and token.lemma_.lower() in self.speech.parts:
            inside += [o for o in children(of, "pobj") for o in conjuncts(o)]
        return inside

    def _is_one(self, token: Token | None, wanted: frozenset[str]) -> bool:
        if token is None:
            return False
        return token.lemma_.lower() in wanted or self.types.get(token.i) in wanted


def _heads(doc: Doc, ontology: Ontology) -> frozenset[int]:
    """Keys of the lemmas in a text that may trigger a rule: most tokens' do not, and are passed over at once."""
    tables = (ontology.verbs, ontology.nouns, ontology.adjectives)
    words = {key: doc.vocab.strings[key].lower() for key in set(doc.to_array([LEMMA]).tolist())}
    return frozenset(key for key, word in words.items() if any(_listed(word, table) for table in tables))


def _listed(lemma: str, table: Index) -> bool:
    """May it, or what lemma() makes of it, be one of the table's?"""
    return bool(table.ending) or lemma in table.exact or f"{lemma}e" in table.exact


def _below(token: Token, kind: str) -> Iterator[Token]:
    """Words a few arcs below the head, nearest first."""
    frontier = [token]
    for _ in range(_REACH):
        below = (c for t in frontier for c in t.children if c.dep_ not in _ASIDE)
        frontier = [c for c in below if (c.i < token.i) == (kind == "noun") or c.dep_ == "nsubjpass"]
        yield from frontier
    if kind == "noun" and token.dep_ == "pobj":
        yield token.head


def _company(token: Token, others: Sequence[str], near: Mapping[str, list[Token]]) -> list[Token] | None:
    """The tokens of a trigger of several words; None if one of them is not there."""
    found = [token]
    for word in others:
        match = next((t for t in near.get(word, ()) if _close(t, found)), None)
        if match is None:
            return None
        found.append(match)
    return found


def _close(word: Token, found: Sequence[Token]) -> bool:
    """A preposition or particle of a trigger must hang on its head, or on one before it: "out of"."""
    return word.pos_ not in {"ADP", "SCONJ"} or word.head in found or found[0].head == word


def _bare(verb: Token) -> bool:
    """ "that Germany pay", "Germany to pay"."""
    helping = {aux.lower_ for aux in children(verb, "aux")}
    return verb.tag_ == "VB" and helping <= {"to"} and bool(child(verb, "nsubj", "nsubjpass"))


def _governed(words: list[Token]) -> list[Token]:
    """What the prepositions of a trigger govern: what is called for in "called for talks"."""
    preps = [p for w in words if w.dep_ == "prep" for p in (w, *children(w, "prep"))]
    return [x for p in preps for o in children(p, "pobj", "pcomp") for x in conjuncts(o)]


def _announcing(trigger: Trigger, others: Sequence[Sequence[Trigger]]) -> bool:
    """Does the complement tell first, by the most telling rule, one of the events that the rule asks for?"""
    firsts = {triggers[0].token.i: triggers[0] for triggers in others if triggers[0].token != trigger.token}
    told = [o for o in firsts.values() if announces(trigger.token, trigger.rule, o.token, o.rule.event_type)]
    return any(all(t.i not in firsts for t in path(trigger.token, o.token)[1:]) for o in told)


def trigger_text(trigger: Trigger) -> tuple[int, int]:
    """Offsets of the trigger: of its head alone if its words do not stand together."""
    first, last = trigger.words[0], trigger.words[-1]
    if last.i - first.i > len(trigger.words) + 2:
        return trigger.token.idx, trigger.token.idx + len(trigger.token)
    return first.idx, last.idx + len(last)
