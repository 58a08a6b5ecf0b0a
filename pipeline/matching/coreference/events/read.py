"""Spans of an article → mentions of events."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from pipeline.language.article import Article
from pipeline.language.events.speech import Speech
from pipeline.language.events.status import event_status
from pipeline.matching.coreference.events.arguments import Argument, arguments
from pipeline.matching.coreference.events.mention import EventMention, Reach
from pipeline.matching.coreference.heads import head_of, quoted_tokens
from pipeline.matching.coreference.read import Spot, span_of
from pipeline.matching.coreference.texts import Bag, Texts

_CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")
_NEAR = 6  # tokens to each side of the head
_PLACES = frozenset({"in", "at", "near", "on", "to", "from"})


class EventReader:
    """Reads the mentions of one article; `nouns` is form → lemma of the nouns of the corpus."""

    def __init__(
        self, article_id: str, article: Article, texts: Texts, speech: Speech, nouns: Mapping[str, str]
    ) -> None:
        self.id, self.article, self.doc, self.texts, self.speech = article_id, article, article.doc, texts, speech
        self.nouns = nouns
        self.sentences = list(self.doc.sents)
        self.number = [n for n, sentence in enumerate(self.sentences) for _ in sentence]
        self.names = {i: n.entity_id for n in article.names for i in range(n.span.start, n.span.end)}
        self.quoted = quoted_tokens(self.doc)
        self.told: dict[int, Bag] = {}

    def read(self, spots: Sequence[Spot]) -> list[EventMention]:
        """In order of the text."""
        found = sorted((self._mention(spot) for spot in spots), key=lambda m: (m.token, m.id))
        counts = Counter(m.lemma for m in found)
        return [replace(m, rivals=counts[m.lemma]) for m in found]

    def _mention(self, spot: Spot) -> EventMention:
        span = span_of(self.doc, spot)
        head = _verb_of(span)
        number = self.number[head.i]
        sentence = self.sentences[number]
        told = arguments(head, lambda t: self.names.get(t.i) or self._lemma(t), lambda t: self.names.get(t.i))
        before = {c.lower_ for c in head.children if c.dep_ in ("det", "poss")}
        noun = head.pos_ in ("NOUN", "PROPN")
        near = self.doc[max(sentence.start, head.i - _NEAR) : min(sentence.end, head.i + _NEAR + 1)]
        return EventMention(
            id=spot.id,
            article=self.id,
            token=head.i,
            over=head.head.i,
            sentence=number,
            lemma=self._lemma(head),
            tag=head.tag_,
            parts=frozenset(self._lemma(t) for t in span if t.is_alpha),
            noun=noun,
            pronoun=head.pos_ in ("PRON", "DET"),
            definite=noun and bool(before & {"the", "this", "that", "these", "its", "his"}),
            new=noun and bool(before & {"a", "an", "another"}),
            actors=_keys(told, {"actor"}),
            objects=_keys(told, {"object", "describing"}),
            places=_keys(told, _PLACES),
            all=frozenset(a.key for a in told),
            describing=_keys(told, {"actor", "describing"}) if noun else frozenset(),
            numbers=frozenset(t.lower_ for t in head.subtree if t.like_num),
            status=event_status(head, None, self.speech).value,
            quoted=self.quoted[head.i],
            words=self._content(sentence, head),
            near=self._content(near, head),
            names=frozenset(e for i in range(sentence.start, sentence.end) if (e := self.names.get(i))),
            told=self._told(number),
            days=self._days(head, sentence),
            rivals=1,
        )

    def _lemma(self, token: Token) -> str:
        """In lower case; of a capitalised noun the lemma that it has elsewhere."""
        return self.nouns.get(token.lower_, token.lower_) if token.pos_ == "PROPN" else token.lemma_.lower()

    def _content(self, span: Span, head: Token) -> frozenset[str]:
        return frozenset(self._lemma(t) for t in span if t.pos_ in _CONTENT and t != head)

    def _told(self, number: int) -> Bag:
        if number not in self.told:
            self.told[number] = self.texts.told([self.sentences[number]])
        return self.told[number]

    def _days(self, head: Token, sentence: Span) -> Reach | None:
        """The interval of the first date that depends on the head, by itself or after a preposition."""
        for when in self.article.dates:
            root = when.span.root
            above = {root.head.i, root.head.head.i} if root.dep_ == "pobj" else {root.head.i}
            if sentence.start <= when.span.start < sentence.end and head.i in above:
                return (when.interval.start, when.interval.end) if when.interval.start else None
        return None


def _verb_of(span: Span) -> Token:
    """The head; of "has resigned" the verb that tells what happened."""
    head = head_of(span)
    verbs = [t for t in span if t.pos_ == "VERB"]
    return verbs[-1] if head.pos_ == "AUX" and verbs else head


def _keys(told: frozenset[Argument], roles: set[str] | frozenset[str]) -> frozenset[str]:
    return frozenset(a.key for a in told if a.role in roles)
