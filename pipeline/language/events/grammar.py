"""Arguments of verbs and nouns in spaCy's English dependency trees (ClearNLP labels).

A logical subject is who does it, whatever the voice; a surface subject is what stands before the verb.
"""

from collections.abc import Iterator

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "relcl", "pcomp", "conj", "ROOT", "parataxis"})
_RELATIVES = frozenset({"which", "who", "that", "whom"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$"})
_OF_OBJECT = frozenset({"of", "from", "for", "into"})  # before a verb whose subject is the object of the verb above
_ADDRESSING = frozenset({"on", "upon", "for", "to"})  # before whom one asks to do something
_DEPTH = 6  # how many clauses up a subject is looked for


def children(token: Token, *deps: str) -> list[Token]:
    """The dependents of a token that have one of these labels, in order."""
    return [c for c in token.children if c.dep_ in deps]


def child(token: Token, *deps: str) -> Token | None:
    """The first dependent with one of these labels."""
    return next((c for c in token.children if c.dep_ in deps), None)


def conjuncts(token: Token) -> list[Token]:
    """The token and what is joined to it by "and", "or", commas, in order."""
    found = [token]
    for link in found:
        found += children(link, "conj")
    return found


def is_passive(verb: Token) -> bool:
    """Is it done to the surface subject? Participles after a noun and joined passives count."""
    if child(verb, "nsubjpass", "auxpass"):
        return True
    if verb.tag_ != "VBN" or child(verb, "nsubj", "aux"):
        return False
    if verb.dep_ in {"acl", "amod", "advcl"}:
        return child(verb, "dobj") is None
    return verb.dep_ == "conj" and verb.head.tag_ == "VBN" and is_passive(verb.head)


def agent(verb: Token) -> Token | None:
    """Who stands after "by"."""
    by = child(verb, "agent") or next((p for p in children(verb, "prep") if p.lower_ == "by"), None)
    return child(by, "pobj") if by is not None else None


def antecedent(verb: Token) -> Token | None:
    """The noun that a relative clause describes."""
    head = verb.head
    return head if verb.dep_ == "relcl" else None


def described(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for: of "the state whose army fled", the state."""
    if pronoun.tag_ not in _RELATIVE_TAGS:
        return None
    verb = next((over for over in pronoun.ancestors if over.pos_ in {"VERB", "AUX"}), None)
    return _above(verb, "relcl") if verb is not None else None


def surface_subject(verb: Token, depth: int = _DEPTH) -> Token | None:
    """What stands before the verb, or is understood there: relative, controlled, raised, joined."""
    own = child(verb, *SUBJECTS)
    if own is not None and own.lower_ in _RELATIVES and own.pos_ in {"PRON", "DET", "SCONJ"}:
        return _above(verb, "relcl") or own
    if own is not None:
        return own
    return _understood(verb, depth - 1) if depth > 0 else None


def _above(verb: Token, dep: str) -> Token | None:
    """The noun over the clause that the verb stands in, through joined verbs."""
    while verb.dep_ == "conj":
        verb = verb.head
    return verb.head if verb.dep_ == dep else None


def _understood(verb: Token, depth: int) -> Token | None:
    head = verb.head
    if verb.dep_ == "conj":
        return surface_subject(head, depth) if head.pos_ in {"VERB", "AUX"} else None
    if verb.dep_ in {"acl", "amod"}:
        return _of_noun(verb, depth)
    if verb.dep_ == "relcl":
        return relative_of_infinitive(verb)
    if verb.dep_ == "xcomp" or (verb.dep_ in {"advcl", "ccomp"} and verb.tag_ in {"VB", "VBG", "VBN"}):
        return _controller(verb, depth)
    if verb.dep_ == "pcomp":
        return _over_preposition(verb, depth)
    return None


def relative_of_infinitive(verb: Token) -> Token | None:
    """ "the first state to sign the pact", "Firm to cut jobs" in a headline: the noun over the infinitive."""
    bare = verb.dep_ == "relcl" and verb.tag_ == "VB" and child(verb, *SUBJECTS) is None
    return verb.head if bare and child(verb, "dobj") is not None else None


def _of_noun(verb: Token, depth: int) -> Token | None:
    """Subject of a clause on a noun: the noun ("troops training"), or for "to" whose noun it is."""
    noun = verb.head
    if verb.tag_ != "VB":
        return noun
    owner = child(noun, "poss")
    return owner if owner is not None else subject_over(noun, depth)


def _controller(verb: Token, depth: int) -> Token | None:
    """ "force X to go", "call on X to go": X; "X wants to go": X."""
    head = verb.head
    if head.pos_ == "ADJ" and head.head.pos_ in {"VERB", "AUX"}:
        head = head.head
    if head.pos_ not in {"VERB", "AUX"}:
        return subject_over(head, depth)
    told = child(head, "dobj", "dative") if verb.dep_ == "xcomp" else None
    told = told if told is not None else _addressed(verb, head)
    return told if told is not None else surface_subject(head, depth)


def _addressed(verb: Token, head: Token) -> Token | None:
    """Who stands right before "to go" after a preposition: "appealed to X to go"."""
    if verb.tag_ != "VB" or verb.dep_ != "xcomp":
        return None
    before = [p for p in children(head, "prep") if head.i < p.i < verb.i and p.lower_ in _ADDRESSING]
    return child(before[-1], "pobj") if before else None


def _over_preposition(verb: Token, depth: int) -> Token | None:
    """Subject of "by signing", "without pulling back": that of the verb over the preposition.

    Of "accuse X of entering", "keep X from leaving": X.
    """
    over = verb.head.head
    if over.pos_ in {"VERB", "AUX"}:
        told = child(over, "dobj") if verb.head.lower_ in _OF_OBJECT else None
        return told if told is not None else surface_subject(over, depth)
    owner = child(over, "poss")
    return owner if owner is not None else subject_over(over, depth)


def verb_over(noun: Token) -> Token | None:
    """The verb that a noun is an argument or adjunct of."""
    for up in noun.ancestors:
        if up.pos_ in {"VERB", "AUX"}:
            return up
        if up.dep_ in SUBJECTS:
            return None
    return None


def subject_over(noun: Token, depth: int) -> Token | None:
    """The logical subject of the verb that a noun depends on, if the noun is not that subject itself."""
    verb = verb_over(noun)
    if verb is None:
        return None
    subject = agent(verb) if is_passive(verb) else surface_subject(verb, depth)
    return None if subject is None or subject == noun else subject


def logical_subject(verb: Token) -> Token | None:
    """Who does it."""
    if is_passive(verb):
        return agent(verb)
    return surface_subject(verb)


def logical_object(verb: Token) -> Token | None:
    """What it is done to; the gap of "the treaty it signed" is the treaty."""
    if is_passive(verb):
        return surface_subject(verb)
    own = child(verb, "dobj") or child(verb, "attr", "oprd")
    if own is not None and own.lower_ not in _RELATIVES:
        return own
    if verb.dep_ == "relcl" and (own is not None or not _gap_filled(verb)):
        return verb.head
    return _shared_object(verb)


def attached(verb: Token) -> list[Token]:
    """The object of a verb, and nouns over it: what was signed in "the deal between A and B signed"."""
    thing = logical_object(verb)
    found = [] if thing is None else [thing]
    while verb.dep_ in {"acl", "relcl"} and found and found[-1].dep_ in {"pobj", "conj"} and len(found) < 4:
        over = found[-1].head
        found.append(over.head if found[-1].dep_ == "pobj" else over)
    return found


def _gap_filled(verb: Token) -> bool:
    """Is the relative pronoun, said or unsaid, something else than the object?"""
    subject = child(verb, *SUBJECTS)
    return subject is None or subject.lower_ in _RELATIVES


def _shared_object(verb: Token) -> Token | None:
    """ "killed and wounded twelve people": the object after the last verb belongs to the verbs before it."""
    if verb.pos_ != "VERB" or child(verb, "prep", "ccomp", "xcomp") is not None:
        return None
    following = children(verb, "conj")
    return child(following[0], "dobj") if following and not child(following[0], *SUBJECTS) else None


def prepositional(token: Token, *words: str) -> Iterator[Token]:
    """Nouns and clauses after these prepositions, which depend on the token."""
    return (noun for word, noun in prepositions(token) if word in words)


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Each preposition that depends on the token, with each noun or clause after it; "to" before a bare dative."""
    for prep in children(token, "prep", "agent", "dative"):
        if prep.lower_ == "according":
            continue
        if prep.dep_ == "dative" and prep.pos_ not in {"ADP", "PART"}:
            yield "to", prep
        for each in (prep, *children(prep, "prep", "conj")):
            yield from ((each.lower_, noun) for noun in children(each, "pobj", "pcomp"))
