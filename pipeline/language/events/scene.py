"""What an article holds that an argument can refer to: names by position, states, leaders."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from pipeline.language.article import Article, Name
from pipeline.language.events.phrases import phrase, start
from pipeline.language.events.speech import Speech

ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})  # types that can do something or have it done
PEOPLE = "people without a name"  # reasons of fillers that are only a phrase
THING = "a thing, nobody named"
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_DOMINANT = 0.5  # share of an article's state mentions that makes one state "the government" of the article


class Filler(NamedTuple):
    """What fills a role: a linked thing, or only the phrase. Offsets into the article, end exclusive.

    `called`: of a pronoun, the phrase that it refers to, else empty. `head`: the offset of the phrase's head word.
    """

    entity_id: str | None
    mention_id: str | None
    text: str
    char_start: int
    char_end: int
    resolution: str
    country: str | None
    reason: str
    called: str = ""
    head: int = -1


class Scene:
    """The names of one article, laid out for look-up."""

    def __init__(self, article: Article, speech: Speech) -> None:
        self.doc = article.doc
        self.names = sorted(article.names, key=lambda n: n.span.start)
        self.at = {i: name for name in self.names for i in range(name.span.start, name.span.end)}
        self.states = {n.iso3: n.entity_id for n in self.names if n.iso3}
        self.media = frozenset(n.entity_id for n in self.names if n.span.text.lower() in speech.media)
        self.people = frozenset(n.entity_id for n in self.names if n.type == "PERSON")
        self.places = frozenset(n.entity_id for n in self.names if n.type in _PLACES and not n.iso3)
        self.times = frozenset(i for w in article.dates for i in range(w.span.start, w.span.end))
        self.main_state = self._main_state()

    def _main_state(self) -> Name | None:
        """The state that most state mentions name, if one is in the majority."""
        counts = Counter(n.iso3 for n in self.names if n.iso3)
        best = counts.most_common(1)
        if not best or best[0][1] < _DOMINANT * sum(counts.values()):
            return None
        return next(n for n in self.names if n.iso3 == best[0][0])

    def phrase(self, token: Token) -> Span:
        """The words that belong to a noun."""
        return phrase(token, self.times)

    def named(self, name: Name, token: Token, resolution: str, reason: str) -> Filler:
        """A filler for a name, with the phrase that stands in the role."""
        own = name.span
        inside = resolution == "named" and own.start <= token.i < own.end
        span = token.doc[min(start(token), own.start) : own.end] if inside else self.phrase(token)
        place = (span.text, span.start_char, span.end_char)
        return Filler(
            name.entity_id, name.mention_id, *place, resolution, name.iso3 or name.country, reason, head=token.idx
        )

    def unnamed(self, token: Token, reason: str) -> Filler:
        """A filler of which only the phrase is known."""
        return _bare(self.phrase(token), token, reason)

    def state_of(self, country: str | None) -> Name | None:
        """Some mention of this state in the article."""
        return next((n for n in self.names if n.iso3 == country), None) if country else None

    def before(self, token: Token) -> list[Name]:
        """Names before a token, nearest first, no further back than four sentences."""
        first = _sentence_back(token.sent, 3).start
        return [n for n in reversed(self.names) if first <= n.span.start and n.span.end <= token.i]

    def person(self, country: str | None, titles: frozenset[str]) -> Name | None:
        """Whom "the Ukrainian president" means: a person of that state whose title has that word."""
        return self._only([n for n in self.names if n.country == country and country], titles)

    def holder(self, token: Token, titles: frozenset[str]) -> Name | None:
        """Whom "the president" means: the only person named before it whose title has that word."""
        return self._only([n for n in self.names if n.span.end <= token.i], titles)

    def _only(self, names: Sequence[Name], titles: frozenset[str]) -> Name | None:
        people = [n for n in names if n.type == "PERSON"]
        titled = [n for n in people if titles & set(f"{n.title or ''} {_title_before(n)}".lower().split())]
        return titled[0] if len({n.entity_id for n in titled}) == 1 else None


def _title_before(name: Name) -> str:
    """What stands before a person's name in its noun phrase: "Russian President", "the president, Vladimir Putin"."""
    root = name.span.root
    start = root.head.left_edge.i if root.dep_ == "appos" else root.left_edge.i
    return root.doc[min(start, name.span.start) : name.span.end].text


def _sentence_back(sentence: Span, count: int) -> Span:
    while count and sentence.start > 0:
        sentence = sentence.doc[sentence.start - 1].sent
        count -= 1
    return sentence


def acts(name: Name) -> bool:
    """Can this name take part in an event?"""
    return name.type in ACTING


def is_state(name: Name) -> bool:
    """Is it a state, its adjective, or its capital in its stead?"""
    return bool(name.iso3)


def unnamed(token: Token, reason: str) -> Filler:
    """A filler of which only the phrase is known."""
    return _bare(phrase(token), token, reason)


def _bare(span: Span, token: Token, reason: str) -> Filler:
    return Filler(None, None, span.text, span.start_char, span.end_char, "named", None, reason, head=token.idx)
