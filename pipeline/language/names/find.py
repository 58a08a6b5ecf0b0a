"""Every named-entity mention of an article: the recogniser's, repaired, and those that the word lists know."""

from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Span

from pipeline.language.names.around import bare, regions, wars
from pipeline.language.names.candidate import KNOWN, MODEL, Candidate, covers, without_overlap
from pipeline.language.names.fold import pieces
from pipeline.language.names.gazetteer import Gazetteer, Hit
from pipeline.language.names.known import believable, label_of
from pipeline.language.names.labels import consistent
from pipeline.language.names.repeats import repeats
from pipeline.language.names.setting import setting
from pipeline.language.names.surface import repair
from pipeline.language.names.titles import title
from pipeline.language.names.wanted import wanted

LABELS = frozenset(["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"])


class Mention(NamedTuple):
    """A name in an article: offsets in the text, its sentence, and what is known of it, as in the table `mentions`."""

    char_start: int
    char_end: int
    sentence: int
    text: str
    label: str
    source: str
    title: str | None
    setting: str | None


class Line(NamedTuple):
    """A sentence that can hold names: its number, its kind, its span and the known names in it."""

    number: int
    kind: str
    span: Span
    hits: tuple[Hit, ...]


def find_names(doc: Doc, kinds: Sequence[str], gazetteer: Gazetteer) -> list[Mention]:
    """Mentions in text order, none overlapping. `doc` is parsed and has `ents`; `kinds` is one per sentence.

    Sentences of the kind "boilerplate" give none. Dates, numbers and money are not names.
    """
    lines = _lines(doc, kinds, gazetteer)
    found = without_overlap(_weigh(doc, lines, gazetteer))
    found = consistent(found, doc.text, gazetteer)
    found = [c for c in found if wanted(c, doc, gazetteer.words)]
    again = repeats(found, [(line.span.start_char, line.span.end_char) for line in lines], doc, gazetteer)
    found = without_overlap([*found, *again])
    return _mentions(doc, lines, found, gazetteer)


def _lines(doc: Doc, kinds: Sequence[str], gazetteer: Gazetteer) -> list[Line]:
    out = []
    for number, (span, kind) in enumerate(zip(doc.sents, kinds, strict=False)):
        if kind != "boilerplate":
            hits = tuple(gazetteer.scan(pieces(span.text, span.start_char), doc.text))
            out.append(Line(number, kind, span, hits))
    return out


def _weigh(doc: Doc, lines: Sequence[Line], gazetteer: Gazetteer) -> list[Candidate]:
    """All candidates: the recogniser's with repaired edges, the word lists', the patterns'."""
    out: list[Candidate] = []
    states = {a.entry.iso3 for line in lines for hit in line.hits for a in hit.aliases if a.entry.iso3}
    for line in lines:
        model = _recognised(doc, line, gazetteer)
        known = [_known(hit, model, doc, gazetteer) for hit in line.hits]
        out += [c for c in model if not any(k and covers(k, c) for k in known)]
        out += [c for c in known if c]
        out += _patterned(line, doc.text, states, gazetteer)
    return out


def _recognised(doc: Doc, line: Line, gazetteer: Gazetteer) -> list[Candidate]:
    """The recogniser's names in a sentence, with repaired edges."""
    raw = [Candidate(e.start_char, e.end_char, e.label_, "model", MODEL) for e in line.span.ents if e.label_ in LABELS]
    fixed = [repair(candidate, doc.text, gazetteer.words) for candidate in raw]
    return [candidate for candidate in fixed if candidate]


def _known(hit: Hit, model: Sequence[Candidate], doc: Doc, gazetteer: Gazetteer) -> Candidate | None:
    """A known name as a candidate, if the text may mean it."""
    label = label_of(hit, model)
    if label is None or not believable(hit, model, doc, gazetteer):
        return None
    table = hit.aliases[0].entry.table
    return Candidate(hit.start, hit.end, label, f"gazetteer: {table}", KNOWN)


def _patterned(line: Line, text: str, states: set[str | None], gazetteer: Gazetteer) -> list[Candidate]:
    start, sentence = line.span.start_char, line.span.text
    out = list(gazetteer.patterns.find(sentence, start))
    out += regions(line.hits, text, gazetteer.patterns)
    out += wars(line.hits, text, gazetteer.patterns)
    for candidate in bare(sentence, start, gazetteer.patterns):
        word = text[candidate.start : candidate.end]
        rules = [b for b in gazetteer.words.places.bare if b.word == word]
        out += [candidate for b in rules if b.needs & states and not b.unless & states]
    return out


def _mentions(doc: Doc, lines: Sequence[Line], found: Sequence[Candidate], gazetteer: Gazetteer) -> list[Mention]:
    out = []
    for line in lines:
        inside = [c for c in found if line.span.start_char <= c.start < line.span.end_char]
        out += [_mention(doc, line, candidate, gazetteer) for candidate in inside]
    return out


def _mention(doc: Doc, line: Line, found: Candidate, gazetteer: Gazetteer) -> Mention:
    start, end, label, source, _ = found
    span = doc.char_span(start, end, alignment_mode="expand")
    words = gazetteer.words
    beside = title(span, label, words) if span is not None and len(span) else None
    place = setting(span, words.places) if span is not None and len(span) else None
    place = "place" if line.kind == "dateline" and label in ("GPE", "LOC", "FAC") else place
    return Mention(start, end, line.number, doc.text[start:end], label, source, beside, place)
