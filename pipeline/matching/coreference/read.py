"""Spans of an article → mentions, with what can be known of each by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from pipeline.language.article import Article, Name, When
from pipeline.matching.coreference.heads import governor, head_of, quoted_tokens
from pipeline.matching.coreference.mention import Mention, Reach
from pipeline.matching.coreference.speakers import Speakers
from pipeline.matching.coreference.traits import Traits
from pipeline.matching.coreference.words import Lists

_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group"}
_PERSONS = frozenset({"male", "female", "first", "second"})


class Spot(NamedTuple):
    """A mention as it comes in: its own id, and offsets into the article's text, end exclusive."""

    id: str
    char_start: int
    char_end: int


@dataclass(frozen=True)
class Words:
    """What all articles are read with: word lists, verbs of saying, form → lemma of the nouns of the corpus."""

    lists: Lists
    say: frozenset[str]
    nouns: Mapping[str, str]


class Reader:
    """Reads the mentions of one article."""

    def __init__(self, article_id: str, article: Article, words: Words) -> None:
        self.id, self.doc, self.lists = article_id, article.doc, words.lists
        self.traits = Traits(words.lists, words.nouns)
        self.names = {i: name for name in article.names for i in range(name.span.start, name.span.end)}
        self.dates = {i: when for when in article.dates for i in range(when.span.start, when.span.end)}
        self.quoted = quoted_tokens(self.doc)
        self.sentence = [number for number, sentence in enumerate(self.doc.sents) for _ in sentence]
        self.speakers = Speakers(self.doc, self.quoted, words.say)

    def read(self, spots: Sequence[Spot]) -> list[Mention]:
        """In order of the text, the longer first."""
        found = [self._mention(spot) for spot in spots]
        return sorted(found, key=lambda m: (m.start, -m.end, m.id))

    def _mention(self, spot: Spot) -> Mention:
        span = span_of(self.doc, spot)
        head = head_of(span)
        name, date, traits = self.names.get(head.i), self.dates.get(head.i), self.traits
        said = self._said(head, span)
        shape, kind = self._shape(head, name, said)
        lemma = traits.lemma(head)
        words = traits.name_words(span, name, shape)
        actor, role = governor(head)
        return Mention(
            id=spot.id,
            article=self.id,
            start=span.start,
            end=span.end,
            head=head,
            sentence=self.sentence[head.i],
            shape=shape,
            kind="time" if date is not None and shape != "pronoun" else kind,
            said=said,
            noun=self.lists.same.get(lemma, lemma),
            lemma=lemma,
            words=traits.describing(span, head),
            key=traits.key(span),
            determiner=traits.determiner(span, head),
            plural=traits.plural(head, said, shape),
            gender=traits.gender(lemma, said, name),
            joint=any(t.dep_ == "conj" and t.head == head for t in span),
            numbers=frozenset(t.lower_ for t in span if t.pos_ == "NUM" or t.like_num),
            entity=name.entity_id if name else None,
            full=len(words) > 1,
            name_words=words,
            titles=traits.titles(name),
            reach=_reach(date),
            actor=actor,
            role=role,
            quoted=self.quoted[head.i],
            speaker=self.speakers.of(head) if said in ("first", "group") else None,
        )

    def _said(self, head: Token, span: Span) -> str:
        """The kind of pronoun, if the span is nothing else."""
        alone = sum(not t.is_punct and t.pos_ != "ADP" for t in span) <= 1
        return self.lists.pronouns.get(head.lower_, "") if alone else ""

    def _shape(self, head: Token, name: Name | None, said: str) -> tuple[str, str]:
        """(shape, kind)."""
        if said:
            return "pronoun", "person" if said in _PERSONS else ""
        if name is not None:
            return "name", _KINDS.get(name.type, "thing")
        if head.pos_ == "NUM" or head.like_num:
            return "number", ""
        if head.pos_ == "PROPN" and not self.traits.is_noun(head):
            return "name", ""
        return "noun", self.lists.kind_of(self.traits.lemma(head))


def _reach(date: When | None) -> Reach | None:
    return (date.interval.start, date.interval.end) if date else None


def span_of(doc: Doc, spot: Spot) -> Span:
    """The tokens that the offsets touch, without marks at the ends and without a possessive.

    Raises ValueError for offsets outside the text.
    """
    found = doc.char_span(spot.char_start, spot.char_end, alignment_mode="expand")
    if found is None:
        raise ValueError(f"Mention {spot.id} has offsets {spot.char_start} to {spot.char_end}, outside its article.")
    start, end = found.start, found.end
    while end - start > 1 and _strip_before(doc[start]):
        start += 1
    while end - start > 1 and _strip_after(doc[end - 1]):
        end -= 1
    return doc[start:end]


def _strip_before(token: Token) -> bool:
    return token.is_space or (token.is_punct and not token.is_left_punct and not token.is_quote)


def _strip_after(token: Token) -> bool:
    return bool(token.is_space or token.tag_ == "POS" or token.text in (",", "."))
