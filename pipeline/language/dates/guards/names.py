"""Words of time that are names or verbs: May, March, Sun, the fall of Kabul, USA Today."""

from spacy.tokens import Span

from pipeline.language.dates.grammar import Grammar
from pipeline.language.dates.guards.around import after, before
from pipeline.language.dates.scene import Found


def capital(found: Found, span: Span) -> bool:
    """Names of days and months are written with a capital."""
    named = not found.rule.parts and bool({"month", "weekday"} & found.groups.keys())
    return not named or any(token.text[:1].isupper() for token in span)


def inside_a_name(found: Found, span: Span, grammar: Grammar) -> bool:
    """Is it one word of a longer name that the model found? Where no names were looked for, never."""
    label = span[0].ent_type_
    if len(span) > 1 or not span[0].is_title or label not in grammar.guards["name_labels"]:
        return False
    near = (span.doc[i] for i in (span.start - 1, span.end) if 0 <= i < len(span.doc))
    return any(token.ent_type_ == label and token.is_title for token in near)


def name(found: Found, span: Span, grammar: Grammar) -> bool:
    """May, March, Sun: alone only as a proper noun that is no part of a longer name and no subject."""
    token, following = span[-1], after(span)
    if len(span) > 1 or token.lower_ not in grammar.guards["names"]:
        return True
    if token.lower_ in grammar.guards["never_alone"]:
        return False
    if following is not None and following.lower_ in grammar.guards["of"] and "month" in found.groups:
        return False
    return token.tag_ == "NNP" and token.dep_ not in ("nsubj", "nsubjpass") and no_part(found, span, grammar)


def no_part(found: Found, span: Span, grammar: Grammar) -> bool:
    """Christmas, Ramadan; not Todd Christmas, Ramadan Shalah, the Tet Offensive."""
    token, previous, following = span[-1], before(span), after(span)
    part = previous is not None and previous.tag_ == "NNP" and previous.dep_ == "compound" and previous.head == token
    whole = following is not None and following.tag_ == "NNP" and token.dep_ == "compound" and token.head == following
    return not part and not whole


def noun(found: Found, span: Span, grammar: Grammar) -> bool:
    """Seasons: nouns that are no part of a name (Prague Spring) and no downfall (the fall of Kabul)."""
    token = next((t for t in span if t.lower_ in grammar.words["season"]), span[-1])
    following = after(span)
    if token.pos_ not in ("NOUN", "PROPN") and "which" not in found.groups:
        return False
    if token.lower_ in grammar.guards["downfall"]:
        led = following is not None and following.lower_ in grammar.guards["downfall_of"]
        return len(span) > 1 and (bool({"which", "year"} & found.groups.keys()) or not led)
    return not _in_a_name(span)


def _in_a_name(span: Span) -> bool:
    """Does a name go on before it or after it?"""
    about = (before(span) if span[0].is_title else None, after(span))
    named = [t for t in about if t is not None and t.is_title]
    return any(t.tag_ in ("NNP", "NNPS") and t.dep_ in ("compound", "pobj", "nsubj", "dobj") for t in named)


def no_name(found: Found, span: Span, grammar: Grammar) -> bool:
    """today, this week; not USA Today, This Week."""
    token = span[-1]
    return not (token.is_title and token.tag_ == "NNP" and not token.is_sent_start)


def vague(found: Found, span: Span, grammar: Grammar) -> bool:
    """the future, not the future of the alliance."""
    following = after(span)
    return following is None or following.lower_ not in grammar.guards["of"] or span[-1].pos_ != "NOUN"
