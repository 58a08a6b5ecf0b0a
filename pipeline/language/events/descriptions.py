"""Whom a definite description means: "the two countries", "both leaders", "the country", "the government"."""

from collections import Counter
from collections.abc import Callable

from spacy.tokens import Span, Token

from pipeline.language.article import Name
from pipeline.language.events.grammar import children
from pipeline.language.events.scene import Filler, Scene, is_state
from pipeline.language.events.speech import Speech

OF_MAIN_STATE = "of the state that the article is about"  # how the reason of such a guess ends
_SENTENCES = 3  # how far back a pair is looked for before the whole article decides


class Descriptions:
    """Resolves descriptions against the names of an article."""

    def __init__(self, scene: Scene, speech: Speech) -> None:
        self.scene = scene
        self.speech = speech

    def pair(self, token: Token) -> list[Filler]:
        """The two states (or leaders) that "both sides", "the two countries", "each side" mean."""
        word = token.lemma_.lower()
        if not (self._says_two(token) or (word == "side" and token.tag_ == "NNS")):
            return []
        if word in self.speech.leaders:
            names = self._two(token, lambda n: n.type == "PERSON")
        elif word in self.speech.states | self.speech.pair_words:
            names = self._two(token, is_state)
        elif word in self.speech.sides:
            names = self._two(token, is_state) or self._two(token, lambda n: is_state(n) or n.type == "ORG")
        else:
            names = []
        why = f"{token.text} are the two named together"
        return [self.scene.named(n, token, "definite description", why) for n in names]

    def _says_two(self, token: Token) -> bool:
        words = self.speech.pair_words
        return token.lower_ in words or any(
            c.lower_ in words for c in children(token, "det", "nummod", "amod", "predet")
        )

    def _two(self, token: Token, fits: Callable[[Name], bool]) -> list[Name]:
        """The two of the nearest sentence that names just two; else the article's two most frequent."""
        before = [
            n for n in self.scene.names if n.span.start < token.i and fits(n) and n.entity_id not in self.scene.media
        ]
        often = {entity for entity, _ in Counter(n.entity_id for n in before).most_common(3)}
        for sentence in _back(token, _SENTENCES):
            here = _distinct([n for n in before if sentence.start <= n.span.start < sentence.end])
            if len(here) == 2 and (sentence == token.sent or {n.entity_id for n in here} <= often):
                return here
        return _most_frequent(before)

    def single(self, token: Token) -> tuple[Name, str, str] | None:
        """What "the country", "the government" or "police" means, with kind of resolution and reason."""
        word = token.lemma_.lower()
        if word in self.speech.states and any(c.lower_ in {"the", "this"} for c in children(token, "det")):
            name = next((n for n in self.scene.before(token) if is_state(n)), None)
            return (name, "definite description", f"the {word} is the state last named") if name else None
        if holder := self._holder(token, word):
            return holder, "definite description", f"the {word} named before"
        main = self.scene.main_state
        if word in self.speech.state_roles and main is not None:
            return main, "implied", f"{word} {OF_MAIN_STATE}"
        return None

    def _holder(self, token: Token, word: str) -> Name | None:
        """Whom "the president" means where nothing says whose."""
        bare = [c.lower_ for c in token.lefts] == ["the"] and not children(token, "prep", "relcl", "appos")
        return self.scene.holder(token, frozenset({word})) if bare and word in self.speech.person_roles else None


def _back(token: Token, count: int) -> list[Span]:
    """The token's sentence and those before it."""
    sentences = [token.sent]
    while len(sentences) < count and sentences[-1].start > 0:
        sentences.append(token.doc[sentences[-1].start - 1].sent)
    return sentences


def _distinct(names: list[Name]) -> list[Name]:
    return list({n.entity_id: n for n in names}.values())


def _most_frequent(names: list[Name]) -> list[Name]:
    counts = Counter(n.entity_id for n in names)
    top = [entity for entity, _ in counts.most_common(2)]
    return [n for n in _distinct(names) if n.entity_id in top] if len(top) == 2 else []
