"""Whom a pronoun means. Nearest compatible name before it, subjects first; no guess where nothing fits."""

from spacy.tokens import Span, Token

from pipeline.language.article import Name
from pipeline.language.events.grammar import SUBJECTS, children
from pipeline.language.events.scene import Scene, is_state
from pipeline.language.events.speech import Speech

_PERSON = frozenset({"he", "she", "him", "her", "his", "himself", "herself", "hers"})
_THING = frozenset({"it", "its", "itself"})
_OBJECTS = frozenset({"dobj", "pobj"})
_PLURAL = frozenset({"they", "them", "their", "themselves"})
_SPEAKER = frozenset({"i", "me", "my", "we", "us", "our"})


def is_person(pronoun: Token) -> bool:
    """Does it mean people rather than a thing?"""
    return pronoun.lower_ in _PERSON | _PLURAL | _SPEAKER


def antecedent_name(pronoun: Token, scene: Scene) -> Name | None:
    """The name that "he" or "it" stands for: not one that stands beside it in the same clause."""
    word = pronoun.lower_
    if word in _PERSON:
        fit = [n for n in scene.before(pronoun) if n.type == "PERSON"]
    elif word in _PLURAL and plural_antecedent(pronoun) is None:
        here = [n for n in scene.before(pronoun) if n.span.start >= pronoun.sent.start and _is_subject(n)]
        fit = [n for n in here if (is_state(n) or n.type == "ORG") and n.entity_id not in scene.media]
    elif word in _THING and thing_antecedent(pronoun) is None:
        fit = [n for n in scene.before(pronoun) if (is_state(n) or n.type == "ORG") and n.entity_id not in scene.media]
    else:
        return None
    ahead = _announced(pronoun, scene)
    if ahead is not None and (ahead.type == "PERSON") == (word in _PERSON):
        return ahead
    beside = _beside(pronoun, scene)
    return _nearest(pronoun, [n for n in fit if n.entity_id not in beside])


def _announced(pronoun: Token, scene: Scene) -> Name | None:
    """ "When he signed it, Kim praised the pact": the subject that follows a clause in front."""
    clause = next((a for a in pronoun.ancestors if a.dep_ == "advcl"), None)
    if clause is None or clause.head.i < clause.i or pronoun.dep_ not in SUBJECTS:
        return None
    subject = next(iter(children(clause.head, *SUBJECTS)), None)
    return scene.at.get(subject.i) if subject is not None and subject.i > pronoun.i else None


def _beside(pronoun: Token, scene: Scene) -> set[str]:
    """Entities in the same clause after a subject pronoun: "he met Putin" is not Putin."""
    if pronoun.dep_ not in SUBJECTS:
        return set()
    return {n.entity_id for t in pronoun.head.subtree if t.i > pronoun.i and (n := scene.at.get(t.i)) is not None}


def thing_antecedent(pronoun: Token) -> Token | None:
    """What "it" stands for if the sentence before is about a thing without a name: "the treaty"."""
    if pronoun.lower_ not in _THING or pronoun.sent.start == 0:
        return None
    root = pronoun.doc[pronoun.sent.start - 1].sent.root
    subjects = children(root, *SUBJECTS)
    earlier = [t for t in pronoun.sent if t.i < pronoun.i and t.dep_ in SUBJECTS]
    thing = subjects[0] if subjects and not earlier else None
    return thing if thing is not None and thing.pos_ == "NOUN" and not thing.ent_type_ else None


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
    """The plural noun that "they" stands for: the nearest plural or joined subject; for "them" any noun."""
    if pronoun.lower_ not in _PLURAL:
        return None
    wanted = _OBJECTS | SUBJECTS if pronoun.lower_ == "them" else SUBJECTS
    for sentence in _sentences_back(pronoun):
        found = [t for t in sentence if t.i < pronoun.i and t.dep_ in wanted and _plural(t)]
        if found:
            return found[-1]
    return None


def _plural(token: Token) -> bool:
    """ "soldiers", "12,000 of them", "Rome and Paris"."""
    return token.tag_ in {"NNS", "NNPS", "CD"} or bool(children(token, "conj"))


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
