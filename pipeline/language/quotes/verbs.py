"""What a verb reports: a clause, an infinitive, an object, or what stands after a preposition; None if nothing."""

from collections.abc import Collection, Container, Iterable, Iterator

from spacy.tokens import Token

from pipeline.language.events.grammar import SUBJECTS, agent, child, children, is_passive, surface_subject
from pipeline.language.quotes.found import Extent, extent

_QUESTIONS = frozenset({"when", "whether", "how", "why", "where", "if"})
_FURTHER = frozenset(
    {"for", "of", "as", "to", "with"}
)  # prepositions whose phrase belongs to what is said of an object


def speaker(verb: Token) -> Token | None:
    """Who says it: the subject, in the passive whoever stands after "by"."""
    if is_passive(verb):
        return agent(verb)
    return (_heard_before(verb) if verb.tag_ == "VBG" else None) or surface_subject(verb)


def _heard_before(verb: Token) -> Token | None:
    """ "…, according to KCNA, adding that": it is KCNA that adds."""
    before = next(
        (t for t in reversed(verb.doc[verb.sent.start : verb.i]) if t.dep_ == "prep" and t.head.i < t.i), None
    )
    over = before.head if before is not None and before.lower_ == "to" else None
    if over is None or over.lower_ != "according" or before is None:
        return None
    source = child(before, "pobj")
    return (
        source if source is not None and all(t.is_punct for t in verb.doc[source.right_edge.i + 1 : verb.i]) else None
    )


def said_clause(verb: Token, aside: Container[str]) -> Extent | None:
    """ "X said that …", "…, X said", "…, X said, …". `aside` opens what the writer adds: "…, X said, as fear grew"."""
    clauses = [c for c in children(verb, "ccomp") if not infinitive(c)] or _asked(verb)
    if not clauses and not stands_in(verb):
        return None
    if (edges := _between_commas(verb, aside)) is not None:
        return extent(t for t in verb.sent if not edges.start <= t.i < edges.end)
    return extent(t for c in (*clauses, *_further(verb)) for t in c.subtree) if clauses else around(verb)


def _asked(verb: Token) -> list[Token]:
    """ "have not said when they would": clauses of question that the parser takes for circumstances."""
    if child(verb, "dobj") is not None:
        return []
    return [c for c in children(verb, "advcl") if c.i > verb.i and verb.doc[c.left_edge.i].lower_ in _QUESTIONS]


def stands_in(verb: Token) -> bool:
    """ "Crops, he notes, are withering", "as he said": is the verb a parenthesis of the clause that it reports?"""
    if verb.dep_ == "advcl":
        return any(m.lower_ == "as" for m in children(verb, "mark", "advmod"))
    return verb.dep_ == "parataxis" and child(verb, *SUBJECTS) is not None


def _between_commas(verb: Token, aside: Container[str]) -> Extent | None:
    """The verb and its subject, if they stand between commas inside what is said."""
    subject = child(verb, *SUBJECTS)
    if subject is None or subject.tag_ in {"WP", "WDT"}:
        return None
    start, end = min(subject.left_edge.i, verb.i), max(subject.right_edge.i, verb.i) + 1
    sentence, doc = verb.sent, verb.doc
    if start - 1 <= sentence.start or end + 1 >= sentence.end or doc[start - 1].text != "," or doc[end].text != ",":
        return None
    more = doc[end + 1]
    return Extent(start, end) if more.tag_ not in {"VBG", "WP", "WDT"} and more.lower_ not in aside else None


def _further(verb: Token) -> list[Token]:
    """ "says it would fall, but would rise later": clauses that the parser joins to the verb over them."""
    if child(verb, "aux") is not None:
        return []
    return [c for c in children(verb, "conj") if child(c, *SUBJECTS) is None and _modal(c)]


def _modal(verb: Token) -> bool:
    return any(a.tag_ == "MD" for a in children(verb, "aux"))


def around(phrase: Token) -> Extent | None:
    """The clause that a phrase stands in, without the phrase; the phrase may stand in its middle."""
    while phrase.head.pos_ == "ADP" and phrase.head != phrase:
        phrase = phrase.head
    clause = phrase.head
    while clause.dep_ == "conj" and child(clause, *SUBJECTS) is None and clause.head.pos_ in {"VERB", "AUX"}:
        clause = clause.head
    inside = [t.i for t in phrase.subtree]
    whole = list(clause.subtree)
    ahead = [t for t in whole if t.i < min(inside)]
    behind = [t for t in whole if t.i > max(inside)]
    return extent([*(ahead if _clausal(ahead, behind) else []), *(behind if _goes_on(behind, ahead) else [])])


def _goes_on(behind: Collection[Token], ahead: Collection[Token]) -> bool:
    """Not so "…, according to KCNA, adding that"."""
    first = next((t for t in behind if t.is_alpha), None)
    return _clausal(behind, ahead) and not (first is not None and first.tag_ == "VBG" and _clausal(ahead, ()))


def _clausal(part: Collection[Token], other: Collection[Token]) -> bool:
    """Does a part of a clause hold a verb, or neither part?"""
    return any(t.pos_ in {"VERB", "AUX"} for t in part) or not any(t.pos_ in {"VERB", "AUX"} for t in other)


def wanted_act(verb: Token) -> Extent | None:
    """ "wants to go and stay", "considers going"."""
    acts = [c for c in children(verb, "xcomp") if c.tag_ in {"VB", "VBG", "VBN"}]
    if not acts or child(verb, "dobj") is not None:
        return None
    return extent(t for act in (acts[0], *_joined(verb, acts[0])) for t in act.subtree)


def _joined(verb: Token, act: Token) -> list[Token]:
    """Infinitives that the parser joins to the verb over them: "wants to grow it, build and stay"."""
    if verb.tag_ == "VB" or act.tag_ != "VB":
        return []
    return [c for c in children(verb, "conj") if c.tag_ == "VB" and child(c, "aux", *SUBJECTS) is None]


def asked_act(verb: Token, whom: bool) -> Extent | None:
    """ "urged X to go": what X shall do; `whom`: with X."""
    acts = [c for c in children(verb, "xcomp", "ccomp", "advcl") if infinitive(c) and c.i > verb.i]
    if not acts:
        return None
    asked = [o for o in children(verb, "dobj", "dative") if o.i < acts[0].i] if whom else []
    asked += [o for p in children(verb, "prep") if whom and p.i < acts[0].i for o in children(p, "pobj")]
    return extent(t for part in (*asked, acts[0]) for t in part.subtree)


def infinitive(verb: Token) -> bool:
    """Is it an infinitive with "to", also one of the passive: "to be sent"?"""
    return any(a.tag_ == "TO" for a in children(verb, "aux"))


def named_as(verb: Token) -> Extent | None:
    """ "called it a lie", "described it as a lie": the thing and its name, or the name alone."""
    names = children(verb, "oprd") or _as(verb) or _second_object(verb)
    if not names:
        small = [c for c in children(verb, "ccomp") if c.pos_ not in {"VERB", "AUX"}]
        return extent(t for c in small for t in c.subtree)
    things = children(verb, "dobj", "dative") if names[0].i > verb.i else []
    return extent(t for part in (*things, names[0]) for t in part.subtree)


def _as(verb: Token) -> list[Token]:
    clauses = [c for c in children(verb, "advcl") if c.i > verb.i and c.pos_ not in {"VERB", "AUX"}]
    return [p for p in children(verb, "prep") if p.lower_ == "as"] + [
        c for c in clauses if any(m.lower_ == "as" for m in children(c, "mark"))
    ]


def _second_object(verb: Token) -> list[Token]:
    """ "branded it a lie", "was dubbed the winner"."""
    first = child(verb, "dative", "nsubjpass")
    return children(verb, "dobj") if first is not None and first.dep_ != "prep" else []


def spoken_of(verb: Token) -> Extent | None:
    """The object of a verb with what is said of it, in the passive its subject, or the noun that it stands behind."""
    if is_passive(verb):
        subject = child(verb, "nsubjpass")
        return extent(described(subject)) if subject is not None else _noun_over(verb)
    thing = child(verb, "dobj")
    if thing is None:
        return _noun_over(verb) if verb.dep_ == "relcl" else None
    if thing.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
        return _noun_over(verb)
    further = [p for p in children(verb, "prep") if p.i > thing.i and p.lower_ in _FURTHER]
    return extent(t for part in (thing, *further) for t in described(part))


def _noun_over(verb: Token) -> Extent | None:
    """ "laws proposed by X", "a plan that X opposes": the noun without the clause on it."""
    if verb.dep_ not in {"acl", "relcl"}:
        return None
    inside = {t.i for t in verb.subtree}
    return extent((t for t in verb.head.subtree if t.i < verb.i), inside)


def described(head: Token) -> Iterator[Token]:
    """A phrase without a relative clause behind a comma, which adds something of the writer's own."""
    loose: set[int] = set()
    for token in head.subtree:
        if token.dep_ == "relcl" and token.left_edge.i > 0 and token.nbor(token.left_edge.i - token.i - 1).text == ",":
            loose.update(t.i for t in token.subtree)
    return (t for t in head.subtree if t.i not in loose)


def after(verb: Token, words: frozenset[str]) -> tuple[Token, Extent] | None:
    """What follows one of the prepositions, with the preposition."""
    for prep in children(verb, "prep"):
        if prep.lower_ in words and (span := extent(_below(prep))) is not None:
            return prep, span
    return None


def _below(prep: Token) -> Iterable[Token]:
    return (t for c in children(prep, "pobj", "pcomp") for t in described(c))


def rest(verb: Token) -> Extent | None:
    """What stands before a verb and its subject at the end of a sentence: "Trump could win, X Says"."""
    subject = child(verb, *SUBJECTS)
    if subject is None or any(t.is_alpha for t in verb.doc[max(verb.i, subject.right_edge.i) + 1 : verb.sent.end]):
        return None
    before = verb.doc[verb.sent.start : min(verb.i, subject.left_edge.i)]
    return extent(before) if len(before) > 1 and before[-1].is_punct else None
