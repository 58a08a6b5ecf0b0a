"""Every named-entity mention of an article: the recogniser's, repaired, and those of the word lists."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from pipeline.language.names.around import bare, regions, wars
from pipeline.language.names.candidate import KNOWN, MODEL, OWN, Candidate, covers, without_overlap
from pipeline.language.names.entry import Entry
from pipeline.language.names.fold import pieces
from pipeline.language.names.gazetteer import Gazetteer, Hit
from pipeline.language.names.known import believable, label_of, wins
from pipeline.language.names.labels import consistent
from pipeline.language.names.people import whole_people
from pipeline.language.names.repeats import repeats
from pipeline.language.names.setting import setting
from pipeline.language.names.surface import repair
from pipeline.language.names.titles import title
from pipeline.language.names.tokens import Tokens
from pipeline.language.names.wanted import wanted, without_verb

LABELS = frozenset(["PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"])


class Mention(NamedTuple):
    """A name in an article: offsets, sentence, and what is known of it, as in the table `mentions`."""

    char_start: int
    char_end: int
    sentence: int
    text: str
    label: str
    source: str
    title: str | None
    setting: str | None


class Line(NamedTuple):
    """A sentence that can hold names: number, kind, offsets, known names in it, and the recogniser's."""

    number: int
    kind: str
    start: int
    end: int
    hits: tuple[Hit, ...]
    model: tuple[Candidate, ...]


def find_names(doc: Doc, kinds: Sequence[str], gazetteer: Gazetteer) -> list[Mention]:
    """Mentions in text order, none overlapping. `doc` is parsed and has `ents`; `kinds` is one per sentence.

    Sentences of the kinds "boilerplate" and "byline" give none: who wrote an article is not in its story.
    Dates, numbers and money are not names.
    """
    tokens = Tokens(doc)
    lines = _lines(tokens, kinds, gazetteer)
    found = without_overlap(_weigh(tokens, lines, gazetteer))
    found = consistent(found, tokens, gazetteer)
    found = [c for c in found if wanted(c, tokens, gazetteer.words)]
    again = repeats(found, [(line.start, line.end) for line in lines], tokens, gazetteer)
    return _mentions(tokens, lines, without_overlap([*found, *again]), gazetteer)


def _lines(tokens: Tokens, kinds: Sequence[str], gazetteer: Gazetteer) -> list[Line]:
    model = _recognised(tokens, gazetteer)
    starts = [candidate.start for candidate in model]
    out = []
    for number, (span, kind) in enumerate(zip(tokens.doc.sents, kinds, strict=False)):
        if kind not in ("boilerplate", "byline"):
            start, end = span.start_char, span.end_char
            hits = tuple(gazetteer.scan(pieces(tokens.text[start:end], start), tokens.text))
            inside = tuple(model[bisect_left(starts, start) : bisect_left(starts, end)])
            out.append(Line(number, kind, start, end, hits, inside))
    return out


def _recognised(tokens: Tokens, gazetteer: Gazetteer) -> list[Candidate]:
    """The recogniser's names, with repaired edges."""
    ents = [e for e in tokens.doc.ents if e.label_ in LABELS]
    raw = (Candidate(e.start_char, e.end_char, e.label_, "model", MODEL) for e in ents)
    fixed = (repair(candidate, tokens.text, gazetteer.words) for candidate in raw)
    return whole_people([candidate for candidate in fixed if candidate], tokens)


def _weigh(tokens: Tokens, lines: Sequence[Line], gazetteer: Gazetteer) -> list[Candidate]:
    """All candidates: the recogniser's, the word lists', the patterns'."""
    out: list[Candidate] = []
    entries = (alias.entry for line in lines for hit in line.hits for alias in hit.aliases)
    states = frozenset(filter(None, map(_state, entries)))
    for line in lines:
        patterned = _patterned(line, tokens, states, gazetteer)
        rivals = (*line.model, *patterned)
        known = [c for hit in line.hits if (c := _known(hit, rivals if hit.origin else line.model, tokens, gazetteer))]
        out += [c for c in line.model if not any(covers(k, c) for k in known)]
        out += known
        out += patterned
    return out


def _state(entry: Entry) -> str | None:
    return entry.iso3 or entry.seat_of or entry.country


def _known(hit: Hit, model: Sequence[Candidate], tokens: Tokens, gazetteer: Gazetteer) -> Candidate | None:
    """A known name as a candidate, if the text may mean it."""
    if hit.origin:
        kept = wins(hit, model, tokens.text, gazetteer.words)
        return Candidate(hit.start, hit.end, label_of(hit, ()), f"gazetteer: {hit.origin}", OWN) if kept else None
    if not believable(hit, model, tokens, gazetteer):
        return None
    table = hit.aliases[0].entry.table
    return Candidate(hit.start, hit.end, label_of(hit, model), f"gazetteer: {table}", KNOWN)


def _patterned(line: Line, tokens: Tokens, states: frozenset[str], gazetteer: Gazetteer) -> list[Candidate]:
    sentence = tokens.text[line.start : line.end]
    made = [*gazetteer.patterns.find(sentence, line.start)]
    out = [c for m in made if (c := without_verb(m, tokens))]
    out += regions(line.hits, tokens.text, gazetteer.patterns)
    out += wars(line.hits, tokens.text, gazetteer.patterns)
    for candidate in bare(sentence, line.start, gazetteer.patterns):
        word = tokens.text[candidate.start : candidate.end]
        rules = [b for b in gazetteer.words.places.bare if b.word == word]
        out += [candidate for b in rules if b.needs & states and not b.unless & states]
    return out


def _mentions(tokens: Tokens, lines: Sequence[Line], found: Sequence[Candidate], gazetteer: Gazetteer) -> list[Mention]:
    starts = [candidate.start for candidate in found]
    out = []
    for line in lines:
        inside = found[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        out += [_mention(tokens, line, candidate, gazetteer) for candidate in inside]
    return out


def _mention(tokens: Tokens, line: Line, found: Candidate, gazetteer: Gazetteer) -> Mention:
    start, end, label, source, _ = found
    span = tokens.span(start, end)
    words = gazetteer.words
    placed = line.kind == "dateline" and label in ("GPE", "LOC", "FAC")
    where = "place" if placed else setting(span, words.places)
    return Mention(start, end, line.number, tokens.text[start:end], label, source, title(span, label, words), where)
