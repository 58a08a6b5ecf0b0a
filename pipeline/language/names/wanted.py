"""Which of the recogniser's finds are no names."""

from spacy.tokens import Span

from pipeline.language.names.candidate import MODEL, Candidate
from pipeline.language.names.tokens import Tokens
from pipeline.language.names.words import NameWords

_TITLE = 4  # words: a longer run of capitals in a title-case headline is no name
_SHARE = 0.9  # of capitalised words makes a line title-case
_LONGEST = 14  # tokens: what is longer is a clause
_NAME_TAGS = ("PROPN", "ADJ", "NOUN", "X")


def wanted(found: Candidate, tokens: Tokens, words: NameWords) -> bool:
    """Is it a name? Known names and patterns are; the recogniser's must look like one."""
    if found.rank != MODEL:
        return True
    text = tokens.text[found.start : found.end]
    if not any(c.isupper() for c in text) or len(text) < 2 or sum(c.isdigit() for c in text) > len(text) / 2:
        return False
    folded = text.lower().rstrip(".")
    if folded in words.surface.never or folded in words.titles.roles or folded in words.titles.honorifics:
        return False
    if found.label == "EVENT" and sum(word[0].isupper() for word in text.replace("-", " ").split()) < 2:
        return False
    return _properly_tagged(found, tokens)


def _properly_tagged(found: Candidate, tokens: Tokens) -> bool:
    """Is a single word tagged as a name, or as what taggers take unknown names for?"""
    span = tokens.span(found.start, found.end)
    if len(span) > 1:
        return len(span) <= _LONGEST
    token = span[0]
    return found.label in ("NORP", "PERSON") or token.pos_ in _NAME_TAGS


def without_verb(found: Candidate, tokens: Tokens) -> Candidate | None:
    """The part behind the last verb, as in "Senate Approves Landmark Defense Pact"; None if too short."""
    span = tokens.span(found.start, found.end)
    verbs = [token.i for token in span[:-1] if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound")]
    if not verbs:
        return None if len(span) > _TITLE and _title_case(span.sent) else found
    start = verbs[-1] + 1
    return found._replace(start=tokens.doc[start].idx) if span.end - start > 1 else None


def _title_case(sentence: Span) -> bool:
    """Is nearly every longer word capitalised, so that capitals say nothing?"""
    words = [token.text for token in sentence if token.is_alpha and len(token) > 3]
    return sum(word[0].isupper() for word in words) > _SHARE * len(words)
