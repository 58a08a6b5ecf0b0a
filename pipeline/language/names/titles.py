"""The words beside a name that say what it is: titles of people, owners of organisations."""

from spacy.tokens import Span, Token

from pipeline.language.names.words import NameWords

_LONGEST = 7  # tokens of a title


def title(span: Span, label: str, words: NameWords) -> str | None:
    """The title of a person, or whose an organisation is; None if nothing says so."""
    if label == "PERSON":
        return _before(span, words) or _after(span, words)
    return _owner(span) if label == "ORG" else None


def _before(span: Span, words: NameWords) -> str | None:
    """`North Korean leader` in "North Korean leader Kim Jong Un", also with a comma between; `Colombia's`."""
    doc, first = span.doc, span.sent.start
    comma = span.start > first and doc[span.start - 1].text == "," and span.root.dep_ == "appos"
    end = span.start - comma
    head = _head(span, end, words)
    if head is None:
        return _owner(span) if end > first and doc[end - 1].tag_ == "POS" else None
    start = head
    while start > max(first, head - _LONGEST) and _belongs(doc[start - 1]):
        start -= 1
    while start < head and doc[start].pos_ in ("PART", "PUNCT"):
        start += 1
    return str(doc[start:end].text)


def _head(span: Span, end: int, words: NameWords) -> int | None:
    """The role noun right before `end`, or before "of" and capitalised words ("Secretary of State")."""
    doc, first = span.doc, span.sent.start
    if end > first and _is_title_word(doc[end - 1], words):
        return end - 1
    i = end - 1
    while i > first + 1 and end - i < _LONGEST and doc[i].text[:1].isupper() and doc[i].ent_type_ != "PERSON":
        i -= 1
    found = first < i < end - 1 and doc[i].lower_ == "of" and _is_title_word(doc[i - 1], words)
    return i - 1 if found else None


def _is_title_word(token: Token, words: NameWords) -> bool:
    word = token.lower_.rstrip(".")
    return word in words.titles.roles or word in words.titles.honorifics


def _belongs(token: Token) -> bool:
    """Does the token carry on a title to the left?"""
    if token.lower_ in ("'s", "’s", "-", "of", "and"):
        return token.lower_ in ("'s", "’s", "-")
    return (token.pos_ in ("NOUN", "PROPN", "ADJ") and token.text[-1] not in ".,;:") or token.lower_ in (
        "u.s.",
        "u.n.",
        "then",
    )


def _after(span: Span, words: NameWords) -> str | None:
    """`leader of North Korea` in "Kim Jong Un, the leader of North Korea, said"."""
    doc = span.doc
    if span.end + 1 >= len(doc) or doc[span.end].text != ",":
        return None
    start = span.end + 1 + (doc[span.end + 1].lower_ in ("the", "a", "an"))
    end = start
    while (
        end < min(len(doc), start + _LONGEST) and not doc[end].is_punct and doc[end].pos_ not in ("VERB", "AUX", "PRON")
    ):
        end += 1
    named = any(token.lower_ in words.titles.roles for token in doc[start:end])
    return str(doc[start:end].text) if named and end < len(doc) and doc[end].is_punct else None


def _owner(span: Span) -> str | None:
    """`South Korea's` in "South Korea's Unification Ministry", `Russian` in "Russian Defense Ministry"."""
    doc, end = span.doc, span.start
    start = end
    if end > 1 and doc[end - 1].lower_ in ("'s", "’s", "'", "’"):
        start = end - 2
    elif end > 0 and doc[end - 1].text[:1].isupper() and doc[end - 1].pos_ in ("ADJ", "PROPN"):
        start = end - 1
    while 0 < start < end and end - start < 5 and doc[start - 1].pos_ == "PROPN" and doc[start - 1].text[0].isupper():
        start -= 1
    if 0 < start < end and doc[start - 1].text in ("North", "South", "Saudi", "New", "Sri"):
        start -= 1
    inside = start < end and doc[start].sent == span.sent
    return str(doc[start:end].text) if inside else None
