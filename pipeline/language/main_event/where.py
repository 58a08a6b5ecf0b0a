"""Where it was: a place that the clause names, else one of the headline or the lead, else that of the dateline."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from spacy.tokens import Span, Token

from pipeline.language.article import Article, Name
from pipeline.language.main_event.clauses import Clause
from pipeline.language.main_event.opening import Opening
from pipeline.language.main_event.rules import Rules
from pipeline.language.main_event.words import content

_LANDS = frozenset({"GPE", "LOC", "FAC"})
_DATELINE = "the place of the dateline"
_NOUNS = frozenset({"NOUN", "PROPN"})
_REGION = 2  # tokens between a place and the region named behind it: ", "
_FINE = {"FAC": 3, "LOC": 1, "GPE": 2}


class Placed(NamedTuple):
    """`span` may go on to the region: "Baoding, Hebei province". `reason` completes "where: ..."."""

    name: Name
    span: Span
    reason: str


class Places:
    """The place names of one article that say where something is."""

    def __init__(self, article: Article, rules: Rules) -> None:
        self.article = article
        self.rules = rules
        self.found = [n for n in article.names if self._says_where(n)]

    def of(self, told: Sequence[Clause], opening: Opening) -> Placed | None:
        """The place of the main event; `told` are the clauses that tell it, best first."""
        for reason, names in self._circles(told, opening):
            if names:
                return self._refined(max(names, key=_fineness), opening, reason)
        return None

    def _circles(self, told: Sequence[Clause], opening: Opening) -> Iterator[tuple[str, list[Name]]]:
        for clause in told:
            inside = [n for n in self.found if clause.head.is_ancestor(n.span.root)]
            yield "told of it", [n for n in inside if _of_verb(n, clause.head)]
            yield "named in its clause", inside
        for line in opening.headlines:
            yield "named in the headline", self._in(line.span)
        yield _DATELINE, self._of_dateline(opening)
        words = frozenset(w for clause in told for w in clause.words)
        for line in opening.lead:
            names = self._in(line.span)
            near = not line.rank or words & content(line.span)
            yield "named in the lead", [n for n in names if near and (not line.rank or _tells_of_verb(n))]
        for line in (line for line in (*opening.headlines, *opening.lead[:1]) if not line.span.text.isupper()):
            yield "named with a noun of the headline or lead", self._with_noun(line.span)

    def _in(self, span: Span) -> list[Name]:
        return [n for n in self.found if span.start <= n.span.start < span.end]

    def _of_dateline(self, opening: Opening) -> list[Name]:
        sign = opening.dateline
        if sign is None:
            return []
        own = [n for n in self.article.names if sign.start <= n.span.start_char < sign.end and n.type in _LANDS]
        return own[:1]

    def _with_noun(self, span: Span) -> list[Name]:
        """ "the Croydon tram crash": a place that only describes."""
        names = (n for n in self.article.names if span.start <= n.span.start < span.end)
        return [n for n in names if n.type in _LANDS and not n.iso3 and _describes(n.span.root)]

    def _refined(self, best: Name, opening: Opening, reason: str) -> Placed:
        """A town of that country, if the headline or lead names one; with the region behind it."""
        if best.iso3 and reason != _DATELINE:
            lines = (n for line in opening.lines for n in self._in(line.span))
            finer = next((n for n in lines if n.country == best.iso3 and not n.iso3 and n.type in _LANDS), None)
            if finer is not None:
                return Placed(finer, self._with_region(finer), f"{reason}: {best.span.text}; the place there")
        return Placed(best, self._with_region(best), reason)

    def _with_region(self, name: Name) -> Span:
        after = (n for n in self.article.names if 0 < n.span.start - name.span.end < _REGION and n.type in _LANDS)
        region = next(after, None)
        if region is None or self.article.doc[name.span.end].text != ",":
            return name.span
        return self.article.doc[name.span.start : region.span.end]

    def _says_where(self, name: Name) -> bool:
        """Does it stand after a preposition of place, itself or in "the city of X"?"""
        if name.type not in _LANDS | {"ORG"} or name.role == "adjective":
            return False
        root = name.span.root
        prep = _preposition(root)
        if name.type not in _LANDS and (root.dep_ != "pobj" or prep is None or prep.lower_ not in self.rules.at):
            return False
        words = self.rules.inside
        return prep is not None and prep.lower_ in words and not _describes_noun(prep)


def _preposition(token: Token) -> Token | None:
    """The preposition over a name, through "of", appositions and lists."""
    while token.dep_ in {"appos", "conj"}:
        token = token.head
    prep = token.head if token.dep_ == "pobj" else None
    if prep is not None and prep.lower_ == "of" and prep.head.dep_ == "pobj" and prep.head.pos_ == "NOUN":
        return prep.head.head
    return prep


def _describes(token: Token) -> bool:
    return token.dep_ in {"compound", "nmod", "poss"}


def _of_verb(name: Name, verb: Token) -> bool:
    prep = _preposition(name.span.root)
    return prep is not None and prep.head == verb


def _tells_of_verb(name: Name) -> bool:
    """ "It is to be held at the theatre": of what was done, not of a thing."""
    prep = _preposition(name.span.root)
    return prep is not None and prep.head.pos_ == "VERB"


def _describes_noun(prep: Token) -> bool:
    """Does it only describe a thing: "languages that are spoken in Peru", "Ford, the second maker in America"?"""
    return any(t.dep_ in {"relcl", "appos"} and t.head.pos_ in _NOUNS and t.head.dep_ != "ROOT" for t in prep.ancestors)


def _fineness(name: Name) -> tuple[int, int]:
    """The finest first, and of two alike the first."""
    return (0 if name.iso3 else _FINE.get(name.type, 0)), -name.span.start
