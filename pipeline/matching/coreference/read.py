"""Spans of an article → mentions with what can be known of each by itself."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from pipeline.language.article import Article, Name, When
from pipeline.matching.coreference.heads import governor, head_of, quoted_tokens
from pipeline.matching.coreference.mention import Mention
from pipeline.matching.coreference.words import Lists

_KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group"}
_IDLE = {"the", "a", "an", "'s", "’s", "'", "of", "in", "on", "at", "to", "from", "by", "for", "and", ",", "(", ")", "-", ".", '"', "“", "”", "into", "with", "s"}


class Spot(NamedTuple):
    """A mention as it comes in: its own id, and offsets into the article's text, end exclusive."""

    id: str
    char_start: int
    char_end: int


class Reader:
    """Reads the mentions of one article."""

    def __init__(self, article_id: str, article: Article, lists: Lists, nouns: Mapping[str, str], say: frozenset[str]) -> None:
        self.id, self.doc, self.lists, self.nouns, self.say = article_id, article.doc, lists, nouns, say
        self.names = {i: n for n in article.names for i in range(n.span.start, n.span.end)}
        self.dates = {i: w for w in article.dates for i in range(w.span.start, w.span.end)}
        self.quoted = quoted_tokens(self.doc)
        self.sentence = [n for n, s in enumerate(self.doc.sents) for _ in s]

    def read(self, spots: Sequence[Spot]) -> list[Mention]:
        """In order of the text, the longer first."""
        found = [self._mention(spot) for spot in spots]
        return sorted(found, key=lambda m: (m.start, -m.end, m.id))

    def _mention(self, spot: Spot) -> Mention:
        span = _span(self.doc, spot)
        head = head_of(span)
        name = self._name(head, span)
        said = self._said(head, span)
        noun = self._noun(head, name)
        shape, kind = self._shape(head, name, said, noun)
        date = self.dates.get(head.i)
        if date is not None and shape != "pronoun":
            kind = "time"
        actor, role = governor(head)
        text = [t for t in span if t.lower_ not in _IDLE]
        own = {self._lemma(t) for t in text if t != head and t.pos_ in ("NOUN", "PROPN", "ADJ", "VERB", "NUM")}
        words = {t.lower_ for t in name.span if t.lower_ not in _IDLE and t.is_alpha} if name else set()
        if shape == "name" and not words:
            words = {t.lower_ for t in span if t.pos_ == "PROPN"}
        lemma = self._lemma(head)
        quoted = self.quoted[head.i]
        speaker = self._speaker(head) if said in ("first", "group") else None
        return Mention(
            spot.id, self.id, span.start, span.end, head, self.sentence[head.i], shape, kind, said,
            self.lists.same.get(lemma, lemma), lemma, frozenset(own),
            " ".join(t.lower_ for t in text) or span.text.lower(), self._determiner(span, head),
            self._plural(head, said, lemma, shape), self._gender(head, span, said, lemma, name), self._joint(head, span),
            frozenset(t.lower_ for t in span if t.pos_ == "NUM" or t.like_num), name.entity_id if name else None,
            len(words) > 1, frozenset(words), self._titles(name), date.interval if date else None, actor, role, quoted, speaker,
        )

    def _name(self, head: Token, span: Span) -> Name | None:
        return self.names.get(head.i)

    def _said(self, head: Token, span: Span) -> str:
        said = self.lists.pronouns.get(head.lower_, "")
        content = [t for t in span if not t.is_punct and t.pos_ != "ADP"]
        return said if said and len(content) <= 1 else ""

    def _noun(self, head: Token, name: Name | None) -> bool:
        if head.pos_ == "PROPN" and name is None:
            return head.lower_ in self.nouns or self.lists.kind_of(self._lemma(head)) != "thing"
        return name is None

    def _lemma(self, token: Token) -> str:
        if token.pos_ == "PROPN":
            return self.nouns.get(token.lower_, token.lower_)
        return token.lemma_.lower()

    def _shape(self, head: Token, name: Name | None, said: str, noun: bool) -> tuple[str, str]:
        if said:
            return "pronoun", {"male": "person", "female": "person", "first": "person", "second": "person"}.get(said, "")
        if name is not None:
            return "name", _KINDS.get(name.type, "thing")
        if head.pos_ == "NUM" or head.like_num:
            return "number", "time" if head.i in self.dates else ""
        if not noun and head.pos_ == "PROPN":
            return "name", ""
        return "noun", self.lists.kind_of(self._lemma(head))

    def _determiner(self, span: Span, head: Token) -> str:
        first = next((t for t in span if t.pos_ != "ADP"), head)
        word = first.lower_
        if word in ("a", "an", "another", "some"):
            return "a"
        if word in ("the", "this", "that", "these", "those", "its", "his", "her", "their"):
            return word if word in ("the",) else "this" if word.startswith("th") and word != "their" else "own"
        return ""

    def _plural(self, head: Token, said: str, lemma: str, shape: str) -> bool | None:
        if said in ("plural", "group"):
            return True
        if said in ("male", "female", "thing", "first"):
            return False
        if said or shape == "number":
            return None
        if lemma in self.lists.nouns["collective"]:
            return None
        if head.tag_ in ("NNS", "NNPS"):
            return True
        if head.pos_ == "PROPN" and shape == "noun" and head.lower_ != lemma:
            return True
        return False if head.tag_ in ("NN", "NNP") else None

    def _gender(self, head: Token, span: Span, said: str, lemma: str, name: Name | None) -> str:
        if said in ("male", "female"):
            return said
        for sex in ("male", "female"):
            if lemma in self.lists.nouns[sex]:
                return sex
        if name is not None and name.type == "PERSON":
            title = {w.rstrip(".") for w in (name.title or "").lower().split()}
            for sex in ("male", "female"):
                if title & self.lists.nouns[sex]:
                    return sex
            return self.lists.given.get(name.span[0].lower_, "") if len(name.span) > 1 else ""
        return ""

    def _titles(self, name: Name | None) -> frozenset[str]:
        words = (name.title or "").lower().replace("-", " ").split() if name is not None and name.type == "PERSON" else []
        return frozenset(self.lists.same.get(w, w) for w in words if self.lists.kind_of(w) == "person")

    def _joint(self, head: Token, span: Span) -> bool:
        return any(t.dep_ == "conj" and t.head == head and span.start <= t.i < span.end for t in span)

    def _speaker(self, head: Token) -> int | None:
        """The token that is subject of the verb of saying around the quotation of a word, else None."""
        sentences = list(self.doc.sents)
        own = self.sentence[head.i]
        for number in (own, own + 1, own - 1, own - 2):
            if 0 <= number < len(sentences):
                verbs = [t for t in sentences[number] if t.lemma_.lower() in self.say and t.pos_ == "VERB" and not self.quoted[t.i]]
                verbs.sort(key=lambda t: abs(t.i - head.i))
                for verb in verbs:
                    subject = next((c for c in verb.children if c.dep_ == "nsubj" and not self.quoted[c.i]), None)
                    if subject is not None and subject != head:
                        return subject.i
        return None


def _span(doc: Doc, spot: Spot) -> Span:
    found = doc.char_span(spot.char_start, spot.char_end, alignment_mode="expand")
    while len(found) > 1 and (found[0].is_space or found[0].is_punct and found[0].text not in "$€£(\"“"):
        found = found[1:]
    while len(found) > 1 and (found[-1].is_space or found[-1].lower_ in ("'s", "’s", "'", "’", ",", ".")):
        found = found[:-1]
    return found
