"""Find the time expressions of an article."""

from typing import NamedTuple

from spacy.tokens import Span

from pipeline.language.article import Article, Interval
from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.guards import stands
from pipeline.language.dates.places import Places
from pipeline.language.dates.resolve import Resolver
from pipeline.language.dates.scan import longest, scan
from pipeline.language.dates.scene import Found, Reading


class Timex(NamedTuple):
    """One time expression; fields as in the table `dates`, `sentence` counting `doc.sents` from 0."""

    char_start: int
    char_end: int
    sentence: int
    text: str
    kind: str
    timex: str
    interval: Interval
    granularity: str | None
    modifier: str | None
    anchor: str | None
    reason: str


def find_dates(article: Article, grammar: Grammar) -> list[Timex]:
    """Every time expression outside boilerplate, in order of the text, none overlapping another."""
    places = Places(article.doc)
    read = Resolver(places, grammar, article.published).read_all(expressions(article, places, grammar))
    return [_timex(places.text, one, result) for one, result in read]


def expressions(article: Article, places: Places, grammar: Grammar) -> list[Found]:
    """The matches that stand, before anything is resolved."""
    matches = scan(places, _story(article), grammar)
    spans = ((found, places.span(found.start, found.end)) for found in matches)
    return longest(found for found, span in spans if span is not None and stands(found, span, grammar))


def _story(article: Article) -> list[tuple[int, Span]]:
    """The sentences that tell the story, with their numbers."""
    pairs = zip(article.doc.sents, article.kinds, strict=True)
    return [(i, s) for i, (s, kind) in enumerate(pairs) if kind != "boilerplate"]


def _timex(text: str, found: Found, result: Reading) -> Timex:
    """A match and its reading as a row."""
    return Timex(
        char_start=found.start,
        char_end=found.end,
        sentence=found.sentence,
        text=text[found.start : found.end],
        kind=result.kind,
        timex=result.value,
        interval=result.interval,
        granularity=result.granularity,
        modifier=result.modifier,
        anchor=result.anchor,
        reason=f"{found.rule.name}: {result.reason}",
    )
