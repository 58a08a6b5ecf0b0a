"""The head of a span, and of what it is an argument."""

from spacy.tokens import Doc, Span, Token

_EMPTY = {"ADP", "PUNCT", "DET", "PART", "CCONJ", "SCONJ", "SPACE", "SYM"}


def head_of(span: Span) -> Token:
    """The word that the span is about: "Apple" in "from Apple", "CEO" in "Apple's CEO"."""
    root = span.root
    if root.pos_ == "ADP":
        inner = [t for t in root.children if t.dep_ in ("pobj", "pcomp") and span.start <= t.i < span.end]
        root = inner[0] if inner else root
    if root.pos_ not in _EMPTY or len(span) == 1:
        return root
    content = [t for t in span if t.pos_ not in _EMPTY]
    return content[-1] if content else root


def governor(head: Token) -> tuple[Token | None, str]:
    """The verb or noun of which the head is an argument, and how: subject, object, a preposition or "of"."""
    token = head
    while token.dep_ in {"conj", "appos", "compound", "nmod"} and token.head != token:
        token = token.head
    dep, above = token.dep_, token.head
    if above == token:
        return None, "root"
    if dep == "pobj":
        return (above.head if above.head != above else None), above.lower_
    if dep in {"nsubj", "agent"}:
        return above, "subject"
    if dep in {"dobj", "nsubjpass"}:
        return above, "object"
    return above, dep


def quoted_tokens(doc: Doc) -> list[bool]:
    """For each token whether it stands inside double quotation marks; a mark not closed in 6 sentences was a stray."""
    out, inside, left = [], False, 0
    for sentence in doc.sents:
        left -= 1
        inside = inside and left > 0
        for token in sentence:
            mark = token.text
            if mark in ("“", "``", "„") or (mark == '"' and not inside):
                inside, left = True, 6
            elif mark in ("”", "''") or mark == '"':
                inside = False
            out.append(inside)
    return out
