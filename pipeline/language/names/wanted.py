"""Which of the recogniser's finds are no names."""

from spacy.tokens import Doc

from pipeline.language.names.candidate import MODEL, Candidate
from pipeline.language.names.words import NameWords

_NAME_TAGS = ("PROPN", "ADJ", "NOUN", "X")


def wanted(found: Candidate, doc: Doc, words: NameWords) -> bool:
    """Is it a name? Known names and patterns are; the recogniser's must look like one."""
    if found.rank != MODEL:
        return True
    text = doc.text[found.start : found.end]
    if not any(c.isupper() for c in text) or len(text) < 2 or sum(c.isdigit() for c in text) > len(text) / 2:
        return False
    folded = text.lower().rstrip(".")
    if folded in words.surface.never or folded in words.titles.roles or folded in words.titles.honorifics:
        return False
    return _properly_tagged(found, doc)


def _properly_tagged(found: Candidate, doc: Doc) -> bool:
    """Is a single word tagged as a name, or written inside a sentence with a capital?"""
    span = doc.char_span(found.start, found.end, alignment_mode="expand")
    if span is None or len(span) > 1:
        return span is not None and len(span) <= 14
    token = span[0]
    if token.pos_ == "PROPN" or found.label == "NORP":
        return True
    return not token.is_sent_start and token.pos_ in _NAME_TAGS and found.label != "PERSON"
