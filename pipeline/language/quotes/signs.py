"""What speaks for and against an attribution that a rule found. The weights stand in models/en/quotes_weights.toml."""

from collections.abc import Container, Iterable, Iterator, Mapping

from spacy.tokens import Token

from pipeline.language.events.grammar import children
from pipeline.language.quotes.found import Found
from pipeline.language.quotes.words import Reporting

_PLACES = frozenset({"ROOT", "parataxis", "advcl", "conj", "ccomp", "xcomp", "acl", "relcl", "pcomp"})
_FREE = frozenset({"clause", "quotation", "according to"})  # rules whose finds are often inside what others say
_SHORT, _LONG = 3, 8  # tokens of content


def weight(signs: Iterable[str], weights: Mapping[str, float]) -> float:
    """The sum of the weights: above nothing, the attribution stands."""
    return weights["any"] + sum(weights.get(sign, 0.0) for sign in signs)


def signs(found: Found, names: Container[int], words: Reporting, nested: bool, quoted: bool) -> Iterator[str]:
    """The signs of an attribution: its rule, and

    - where the word of reporting stands: its dependency label, or "elsewhere"; its tag; "negated", "modal"
    - who reports: "a name" (`names`: tokens of names that can act), "a noun", "a pronoun", "nobody"
    - the content: "short", "middling", "long" (3 and 8 tokens), "quoted" (some of it in quotation marks)
    - "nested" inside what somebody else says, as a "nested report" if it is one itself
    - "plain" verbs of reporting, and "doubtful" ones with no clause, by the lists of models/en/quotes.toml
    """
    head, lemma = found.head, found.head.lemma_.lower()
    yield found.rule
    yield head.dep_ if head.dep_ in _PLACES else "elsewhere"
    yield _speaker(found.source, names)
    yield _length(found)
    if nested:
        yield "nested report" if found.rule in _FREE else "nested"
    if quoted:
        yield "quoted"
    if lemma in words.plain:
        yield "plain"
    if lemma in words.doubtful and found.rule not in _FREE:
        yield "doubtful"
    yield from _form(head)


def _length(found: Found) -> str:
    size = found.content.end - found.content.start
    return "short" if size <= _SHORT else "long" if size >= _LONG else "middling"


def _form(head: Token) -> Iterator[str]:
    if children(head, "neg"):
        yield "negated"
    if any(a.tag_ == "MD" for a in children(head, "aux")):
        yield "modal"
    yield head.tag_


def _speaker(source: Token | None, names: Container[int]) -> str:
    if source is None:
        return "nobody"
    if source.i in names:
        return "a name"
    if source.pos_ == "PRON":
        return "a pronoun"
    return "a noun" if source.pos_ in {"NOUN", "PROPN"} else "something else"
