"""Does a text that looks like a known name mean it?"""

from collections.abc import Sequence

from spacy.tokens import Doc

from pipeline.language.names.candidate import Candidate
from pipeline.language.names.gazetteer import Alias, Gazetteer, Hit
from pipeline.language.names.words import NameWords


def label_of(hit: Hit, model: Sequence[Candidate]) -> str | None:
    """The OntoNotes label of a known name; None where the recogniser's longer name holds it."""
    labels = [_label(alias) for alias in hit.aliases]
    for candidate in model:
        if (candidate.start, candidate.end) == (hit.start, hit.end) and candidate.label in labels:
            return candidate.label
    return labels[0]


def _label(alias: Alias) -> str:
    if alias.role == "adjective" and alias.entry.type in ("GPE", "LOC"):
        return "NORP"
    return {"WORK": "WORK_OF_ART"}.get(alias.entry.type, alias.entry.type)


def believable(hit: Hit, model: Sequence[Candidate], doc: Doc, gazetteer: Gazetteer) -> bool:
    """May the text mean the known name here?"""
    rivals = [c for c in model if c.start < hit.end and hit.start < c.end]
    same = [c for c in rivals if (c.start, c.end) == (hit.start, hit.end)]
    if any(c.start <= hit.start and hit.end <= c.end and c not in same for c in rivals):
        return any(_loose(c, hit, doc.text) for c in rivals)
    if same:
        return not _person(hit, same, doc, gazetteer)
    if rivals:
        return " " in doc.text[hit.start : hit.end]
    return not _weak(hit) and _stands_alone(hit, doc, gazetteer.words)


def _loose(candidate: Candidate, hit: Hit, text: str) -> bool:
    """Is the recogniser's longer name no name: a place with lower-case words around it, or the owner before it?"""
    around = text[candidate.start : hit.start] + text[hit.end : candidate.end]
    words = [w for w in around.replace("'s", " ").replace("’s", " ").split() if w[0].isalnum()]
    return candidate.label in ("GPE", "NORP", "LOC") and not any(w[0].isupper() for w in words)


def _person(hit: Hit, same: Sequence[Candidate], doc: Doc, gazetteer: Gazetteer) -> bool:
    """Does the article have a person of whose name the text is the last word?"""
    if same[0].label != "PERSON" or " " in doc.text[hit.start : hit.end]:
        return False
    word = doc.text[hit.start : hit.end]
    people = (e.text for e in doc.ents if e.label_ == "PERSON")
    return any(name != word and word in name.replace("'s", "").replace("’s", "").split() for name in people)


def _weak(hit: Hit) -> bool:
    return all(alias.weak for alias in hit.aliases)


def _stands_alone(hit: Hit, doc: Doc, words: NameWords) -> bool:
    """Is it no part of a longer name, and does it stand behind "the" where it must?"""
    text = doc.text
    word = text[hit.start : hit.end].lower()
    before, after = text[max(0, hit.start - 5) : hit.start].lower(), text[hit.end : hit.end + 2]
    if word in words.places.after_the:
        return before.endswith("the ") and not (after[:1] in " -" and after[1:].isupper())
    if all(alias.role in ("acronym", "adjective") or alias.entry.table == "countries" for alias in hit.aliases):
        return True
    return not (_name_before(hit, doc) or (after[:1] in (" ", "-") and after[1:].isupper() and not _ends(hit, doc)))


def _name_before(hit: Hit, doc: Doc) -> bool:
    """Is the word before it a capitalised part of the same noun phrase?"""
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if span is None or span.start == 0:
        return False
    token = doc[span.start - 1]
    return token.pos_ == "PROPN" and token.dep_ == "compound" and token.text[0].isupper() and token.head in span


def _ends(hit: Hit, doc: Doc) -> bool:
    """Is the next word another name rather than more of this one?"""
    span = doc.char_span(hit.start, hit.end, alignment_mode="expand")
    if span is None or span.end >= len(doc):
        return True
    return doc[span.end].head not in span and span.root.head != doc[span.end]
