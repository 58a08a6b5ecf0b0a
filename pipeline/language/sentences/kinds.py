"""The kind of each sentence: certain lines first, then what they surround, the headline, quotations.

Each step is a function that adds to `Found` what no step before it has decided; what none decides is story.
"""

from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.language.front_matter import front_matter
from pipeline.language.sentences.boilerplate import Boilerplate, Rule, bare, label, plain
from pipeline.language.sentences.page import Page, page, stopped, words
from pipeline.language.sentences.quotation import Spans, inside, words_in_and_out

_ALNUM_NEEDED = 3  # words: a shorter quotation is a phrase or a remnant, not a sentence


class Kind(NamedTuple):
    """headline | byline | dateline | story | quote | caption | boilerplate; `paragraph` counts from 0."""

    kind: str
    paragraph: int
    reason: str


Found = dict[int, tuple[str, str]]  # sentence -> its kind and the reason


def sentence_kinds(doc: Doc, boilerplate: Boilerplate) -> list[Kind]:
    """One Kind per sentence of `doc.sents`, in order."""
    here, found = page(doc), Found()
    quotations = here.quotations()
    _front_matter(here, doc.text, found)
    _lines(here, boilerplate, found)
    pleas = _sentences(here, boilerplate, quotations, found)
    _blocks(here, boilerplate, pleas, found)
    _lists(here, boilerplate, found)
    _titles_of_photographs(here, boilerplate, found)
    _headlines(here, boilerplate, found)
    _quotes(here, boilerplate, quotations, found)
    _fragments(here, found)
    rest = ("story", "no sign of anything else")
    return [Kind(kind, here.line_of[i], why) for i in range(len(here.sentences)) for kind, why in [found.get(i, rest)]]


def headline(doc: Doc, kinds: list[Kind]) -> str | None:
    """The headline without its deck: the first paragraph that is marked so; None if there is none."""
    marked = [(s, k) for s, k in zip(doc.sents, kinds, strict=True) if k.kind == "headline"]
    texts = [s.text.strip() for s, k in marked if k.paragraph == marked[0][1].paragraph]
    return " ".join(texts) or None


def _front_matter(here: Page, text: str, found: Found) -> None:
    """The block of `key: value` lines that the text opens with: it tells of the article and not of its story."""
    opening = front_matter(text)
    if opening:
        found.update({i: ("boilerplate", "front matter") for i, line in enumerate(here.line_of) if line == 0})


def _lines(here: Page, boilerplate: Boilerplate, found: Found) -> None:
    """Bare labels, and lines that match a rule for whole lines or for how a paragraph begins."""
    for line, members in zip(here.lines, here.members(), strict=True):
        if label(line) in boilerplate.labels and not line.endswith("."):
            found.update(dict.fromkeys(members, ("boilerplate", "a bare label")))
        elif any(i in found for i in members):
            continue
        elif rule := _matching(line, boilerplate):
            found.update(dict.fromkeys(members, (rule.kind, rule.name)))


def _matching(line: str, boilerplate: Boilerplate) -> Rule | None:
    """The first rule that the line matches: wholly, or at its beginning if the rule marks paragraphs."""
    whole, short = plain(line), bare(line)
    rules = boilerplate.candidates(whole, "line", "whole", "paragraph")
    rule = next((r for r in rules if r.match(whole if r.marks == "paragraph" else short)), None)
    overlong = rule and rule.kind == "caption" and words(line) > boilerplate.limits.caption_words
    return None if overlong else rule


def _sentences(here: Page, boilerplate: Boilerplate, quotations: list[Spans], found: Found) -> list[int]:
    """Sentences that give themselves away; returns those that plead for support."""
    pleas = []
    for i, text in enumerate(here.sentences):
        rule = None if i in found else _giveaway(bare(text), boilerplate, quotations[here.line_of[i]], here.places[i])
        if rule:
            found[i] = (rule.kind, rule.name)
            pleas += [i] if rule.block else []
    return pleas


def _giveaway(text: str, boilerplate: Boilerplate, quotations: Spans, offset: int) -> Rule | None:
    """The first rule for sentences that matches outside quotation marks, and not in a sentence of news."""
    for rule in boilerplate.candidates(text, "sentence", "whole"):
        match = rule.match(text)
        if match and not inside(offset + match.start(), quotations):
            return rule if rule.always or not boilerplate.news.search(text) else None
    return None


def _blocks(here: Page, boilerplate: Boilerplate, pleas: list[int], found: Found) -> None:
    """What lies between two pleas, if it is short and holds no sign of news, belongs to the appeal."""
    for first, last in pairwise(pleas):
        between = range(first + 1, last)
        if len(between) <= boilerplate.limits.gap and not any(
            boilerplate.news.search(here.sentences[i]) for i in between
        ):
            found.update({i: ("boilerplate", "between two pleas for support") for i in between if i not in found})


def _lists(here: Page, boilerplate: Boilerplate, found: Found) -> None:
    """Below a heading such as "Tags", lines without a full stop, once the story has begun."""
    begun = listing = False
    for line, members in zip(here.lines, here.members(), strict=True):
        if members and all(found.get(i, ("",))[0] == "boilerplate" for i in members):
            listing = listing or (begun and label(line) in boilerplate.lists)
        elif listing and not stopped(line) and words(line) <= boilerplate.limits.headline_words:
            found.update(dict.fromkeys(members, ("boilerplate", "in a list of tags or links")))
        else:
            begun, listing = begun or stopped(line), False


def _titles_of_photographs(here: Page, boilerplate: Boilerplate, found: Found) -> None:
    """A short line straight above a caption titles the photograph, unless it opens the article."""
    for above, below in pairwise(m for m in here.members() if m):
        line = here.lines[here.line_of[above[0]]]
        short = words(line) <= boilerplate.limits.label_words and not stopped(line)
        if above[0] and short and above[0] not in found and found.get(below[0], ("",))[0] == "caption":
            found.update(dict.fromkeys(above, ("boilerplate", "title of the photograph below")))


def _headlines(here: Page, boilerplate: Boilerplate, found: Found) -> None:
    """The first lines, short and without a full stop, that text follows."""
    open_lines = [m for m in here.members() if any(i not in found for i in m)]
    lines = [here.lines[here.line_of[m[0]]] for m in open_lines]
    for i, (members, line) in enumerate(zip(open_lines[: boilerplate.limits.headline_lines], lines, strict=False)):
        if not (_is_title(line, boilerplate) and any(stopped(text) for text in lines[i + 1 :])):
            return
        found.update(dict.fromkeys(members, ("headline", "opens the article, short and without a full stop")))


def _is_title(line: str, boilerplate: Boilerplate) -> bool:
    """Is the line short, and does it end in no stop other than a question or exclamation mark?"""
    return words(line) <= boilerplate.limits.headline_words and (not stopped(line) or line[-1] in "?!")


def _quotes(here: Page, boilerplate: Boilerplate, quotations: list[Spans], found: Found) -> None:
    """Sentences with (nearly) all their words inside quotation marks."""
    for i, text in enumerate(here.sentences):
        if i in found or not quotations[here.line_of[i]]:
            continue
        within, outside = words_in_and_out(text, here.places[i], quotations[here.line_of[i]])
        if outside <= boilerplate.limits.quote_outside and within >= _ALNUM_NEEDED:
            found[i] = ("quote", "inside quotation marks")


def _fragments(here: Page, found: Found) -> None:
    """A sentence without a word, such as a stranded quotation mark, is of the kind of the one before it."""
    for i, text in enumerate(here.sentences):
        if i and i - 1 in found and here.line_of[i] == here.line_of[i - 1] and not words(text):
            found[i] = (found[i - 1][0], "remnant of the sentence before")
