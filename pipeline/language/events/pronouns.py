"""Whom a pronoun means. Nearest compatible name before it, subjects first; no guess where nothing fits."""

from spacy.tokens import Span, Token

from pipeline.language.article import Name
from pipeline.language.events.grammar import SUBJECTS, children
from pipeline.language.events.scene import Scene, is_state
from pipeline.language.events.speech import Speech

_PERSON = frozenset({"he", "she", "him", "her", "his", "himself", "herself", "hers"})
_THING = frozenset({"it", "its", "itself"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our"})


def antecedent_name(pronoun: Token, scene: Scene) -> Name | None:
    """The name that "he" or "it" stands for."""
    word = pronoun.lower_
    if word in _PERSON:
        fit = [n for n in scene.before(pronoun) if n.type == "PERSON"]
    elif word in _THING:
        fit = [
            n
            for n in scene.before(pronoun)
            if (is_state(n) or n.type == "ORG") and n.entity_id not in scene.media
        ]
    else:
        return None
    return _nearest(pronoun, fit)


def _nearest(pronoun: Token, names: list[Name]) -> Name | None:
    """Subjects of the same sentence, then of the one before, then whatever is nearest there."""
    for sentence in _sentences_back(pronoun):
        here = [n for n in names if sentence.start <= n.span.start < sentence.end]
        subjects = [n for n in here if _is_subject(n)]
        if subjects or here:
            return (subjects or here)[0]
    return None


def _sentences_back(token: Token) -> list[Span]:
    sentences = [token.sent]
    while len(sentences) < 4 and sentences[-1].start > 0:
        sentences.append(token.doc[sentences[-1].start - 1].sent)
    return sentences


def _is_subject(name: Name) -> bool:
    """Is it a subject, or joined to one, or does it own one ("North Korea's leader")?"""
    token = name.span.root
    while token.dep_ in {"conj", "poss", "amod", "compound"} and token.head != token:
        token = token.head
    return token.dep_ in SUBJECTS


def plural_antecedent(pronoun: Token) -> Token | None:
    """The plural noun that "they" stands for: the nearest plural or joined subject before it."""
    if pronoun.lower_ not in _PLURAL:
        return None
    for sentence in _sentences_back(pronoun):
        subjects = [t for t in sentence if t.i < pronoun.i and t.dep_ in SUBJECTS and _plural(t)]
        if subjects:
            return subjects[-1]
    return None


def _plural(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"} or bool(children(token, "conj"))


def speaker_name(pronoun: Token, scene: Scene, speech: Speech) -> Name | None:
    """The speaker for "I", the speaker's state for "we"."""
    if pronoun.lower_ not in _SPEAKER:
        return None
    verb = next((a for a in pronoun.ancestors if a.lemma_.lower() in speech.say), None)
    subjects = [scene.at.get(s.i) for s in children(verb, *SUBJECTS)] if verb is not None else []
    name = next((n for n in subjects if n is not None), None)
    if name is None or pronoun.lower_ in {"i", "me", "my"}:
        return name
    return scene.state_of(name.country) or name
