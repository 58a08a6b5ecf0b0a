"""Finds who says, thinks or wants what: words of reporting by rule, contents through the parse and quotation marks."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from pipeline.language.article import Article
from pipeline.language.events.participants import Participants
from pipeline.language.events.scene import PEOPLE, Filler, Scene, acts, unnamed
from pipeline.language.events.speech import Speech
from pipeline.language.quotes.direct import Claims, Direct
from pipeline.language.quotes.found import Found
from pipeline.language.quotes.headlines import before_colon
from pipeline.language.quotes.marks import quotations
from pipeline.language.quotes.quote import Quote
from pipeline.language.quotes.rules import Rules
from pipeline.language.quotes.signs import signs, weight
from pipeline.language.quotes.sources import source_span
from pipeline.language.quotes.words import Reporting

_SILENT = ("boilerplate", "byline")
_SAID = frozenset({"clause", "quotation"})
_REPORTS = frozenset({"according to", "headline"})
_NOUNS = frozenset({"noun", "noun about", "noun of"})


class Candidate(NamedTuple):
    """What a rule found in which sentence, whether inside a quotation, and its signs."""

    sentence: int
    found: Found
    inside: bool
    signs: tuple[str, ...]


def find_quotes(article: Article, words: Reporting, speech: Speech) -> list[Quote]:
    """All attributions of an article in the order of their words of reporting; boilerplate has none."""
    return Reading(article, words, speech).quotes()


class Reading:
    """One article being read."""

    def __init__(self, article: Article, words: Reporting, speech: Speech) -> None:
        self.article = article
        self.words = words
        self.direct = Direct(article.doc, article.text, quotations(article.text))
        self.listed = words.listed(article.doc)
        self.speech = speech
        scene = Scene(article, speech)
        self.names = {i for i, name in scene.at.items() if acts(name)}
        self.participants = Participants(scene, speech)
        self.rules = Rules(words, self.direct, self.names)

    def quotes(self) -> list[Quote]:
        """The attributions that stand, and those that only events need: inside quotations, or too weak for a row."""
        found = [(c, not c.inside and weight(c.signs, self.words.weights) > 0) for c in self.candidates()]
        claims = Claims(self.direct.chars(c.found.content) for c, row in found if row and c.found.direct)
        return [self._quote(c, row, claims) for c, row in found if row or self._told(c.found)]

    def _told(self, found: Found) -> bool:
        """Is it told as a report?"""
        lemma = found.head.lemma_.lower()
        if found.rule in _SAID:
            return lemma in self.speech.say
        if found.rule == "spoken of":
            return lemma in self.speech.say and self._speaks(found.source)
        if found.rule == "voices":
            return lemma in self.words.uttering
        return found.rule in _REPORTS or (found.rule in _NOUNS and lemma in self.speech.say_nouns)

    def _speaks(self, source: Token | None) -> bool:
        """Is it a name, or one of the sources that have none: officials, reports?"""
        return source is not None and (source.i in self.names or source.lemma_.lower() in self.speech.unnamed_sources)

    def candidates(self) -> Iterator[Candidate]:
        """What the rules find, in order."""
        for number, (sentence, kind) in enumerate(zip(self.article.doc.sents, self.article.kinds, strict=True)):
            if kind not in _SILENT:
                found = list(self._sentence(sentence, kind))
                yield from (self._candidate(number, f, found) for f in found)

    def _sentence(self, sentence: Span, kind: str) -> Iterator[Found]:
        if kind == "headline" and (found := before_colon(sentence, self.names, self.words)) is not None:
            yield found
        first, last = bisect_left(self.listed, sentence.start), bisect_left(self.listed, sentence.end)
        tokens = (self.article.doc[i] for i in self.listed[first:last])
        yield from (f for token in tokens if (f := self.rules.find(token)) is not None)

    def _candidate(self, number: int, found: Found, beside: Sequence[Found]) -> Candidate:
        nested = any(f.content.start <= found.head.i < f.content.end for f in beside if f is not found)
        quoted = bool(self.direct.over(self.direct.chars(found.content)))
        inside = self.direct.holds(found)
        return Candidate(number, found, inside, tuple(signs(found, self.names, self.words, nested, quoted)))

    def _quote(self, candidate: Candidate, row: bool, claims: Claims) -> Quote:
        found = candidate.found
        cue, parsed = self.direct.chars(found.cue), self.direct.chars(found.content)
        content = parsed if candidate.inside else self.direct.whole(found, claims)
        return Quote(
            sentence=candidate.sentence,
            source=source_span(found),
            fillers=tuple(self._fillers(found)),
            cue=cue,
            content=content,
            kind=self.direct.kind(content),
            reason=f"{found.rule}: {found.head.lemma_.lower()}",
            told=self._told(found),
            row=row,
        )

    def _fillers(self, found: Found) -> list[Filler]:
        """Who the source is, or whose the report is. A noun that nothing resolves stands for people without a name."""
        source = found.head if found.source is None and found.rule in _NOUNS else found.source
        if source is None:
            return []
        known = [f for f in self.participants.resolve(source) if f.entity_id or f.text]
        return known or ([] if source.pos_ in {"PRON", "DET"} else [unnamed(source, PEOPLE)])
