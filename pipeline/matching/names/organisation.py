"""Organisations in one article: keys, owners, acronyms and short names."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from pipeline.language.names.fold import key, pieces
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.language.names.words import Organisations, Words
from pipeline.matching.names.known import as_known, country_of
from pipeline.matching.names.shapes import MentionKey, Reading

_APOSTROPHE = re.compile(r"(?<=[a-z])['’](?=[a-rt-z]\b)")  # Int'l, Gov't; not the genitive
_OTHERS = (
    "PERSON",
    "ORG",
)  # what a name holds of these says nothing of its state: "Labour Ministry" is not of British Labour
_LEGAL = 5  # words of the longest legal form
_GENERIC = 2  # words: a longer name says enough by itself unless it is a "Ministry of ..."
_GAP = 3  # characters between a name and the brackets around its other form: " (" and "the"


@lru_cache(maxsize=200_000)
def org_key(text: str, gazetteer: Gazetteer) -> str:
    """The words that tell an organisation from others, in alphabetical order."""
    return " ".join(sorted(org_words(text, gazetteer)))


def org_words(text: str, gazetteer: Gazetteer) -> list[str]:
    """Its words without legal form and small words: synonyms made one, states by code, the rest folded."""
    lists = gazetteer.words.organisations
    out = _coded(_APOSTROPHE.sub("", text), gazetteer)
    bare = _without_legal_form(out, lists)
    kept = [lists.same.get(w, w) for w in bare if w not in lists.stop and w != "s"]
    return kept if any(not w.isdigit() for w in kept) else out


def _coded(text: str, gazetteer: Gazetteer) -> list[str]:
    """Folded words, names and adjectives of states by code."""
    out, last = [], 0
    parts = pieces(text)
    coded = [(h, h.aliases[0].entry.iso3) for h in gazetteer.scan(parts, text) if h.aliases[0].entry.iso3]
    for hit, iso3 in coded:
        out += [p.key for p in parts if last <= p.start < hit.start]
        out.append(f"@{iso3}")
        last = hit.end
    return out + [p.key for p in parts if p.start >= last]


def _without_legal_form(found: list[str], lists: Organisations) -> list[str]:
    """`Open Joint Stock Company` and the like are left out at either end; what stands between them is the name."""
    for size in range(min(_LEGAL, len(found) - 1), 0, -1):
        if tuple(found[-size:]) in lists.legal:
            return _without_legal_form(found[:-size], lists)
        if tuple(found[:size]) in lists.legal_first:
            return _without_legal_form(found[size:], lists)
    return found


@lru_cache(maxsize=200_000)
def is_generic(text: str, gazetteer: Gazetteer) -> bool:
    """Does the name need its state to say which one it is ("Defense Ministry")?"""
    folded = key(text).split()
    short = len(folded) <= _GENERIC or " of " in f" {text} "
    return generic_words(folded, gazetteer) and short and "@" not in org_key(text, gazetteer)


def generic_words(folded: Sequence[str], gazetteer: Gazetteer) -> bool:
    """Do the words begin or end with a kind of organisation that every state has?"""
    generic = gazetteer.words.organisations.generic
    return any(" ".join(folded[-n:]) in generic or " ".join(folded[:n]) in generic for n in (1, 2, 3, 4))


def initials(text: str, stop: Words, kept: Words) -> set[str]:
    """The acronyms that a name may have: with and without its small words, "US" as one letter or as both."""
    words = [piece for piece in pieces(text) if piece.key != "s"]
    main = [piece for piece in words if piece.key not in stop or piece.key in kept]
    letters = ["".join(p.key if p.text.isupper() and whole else p.key[0] for p in main) for whole in (True, False)]
    return {"".join(p.key[0] for p in words), *letters}


def read_organisations(mentions: Sequence[MentionKey], gazetteer: Gazetteer) -> list[Reading]:
    """Readings of the mentions labelled ORG of one article that the gazetteer does not know."""
    owners = _owners(mentions, gazetteer)
    longer = _expansions(mentions, gazetteer)
    return [_read(m, owners, longer, gazetteer) for m in mentions]


def _owners(mentions: Sequence[MentionKey], gazetteer: Gazetteer) -> Mapping[str, str]:
    """Generic name -> the only state that the article says it belongs to."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        state = country_of(mention.title, gazetteer)
        if state:
            found[org_key(mention.text, gazetteer)].add(state)
    return {name: min(states) for name, states in found.items() if len(states) == 1}


def _expansions(mentions: Sequence[MentionKey], gazetteer: Gazetteer) -> Mapping[str, tuple[str, str]]:
    """Short text -> (long text, reason): brackets, initials, first words; only where one name fits."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for short, long, reason in (
        *_defined(mentions),
        *_initialled(mentions, gazetteer),
        *_first_words(mentions),
    ):
        found[short].add((long, reason))
    return {short: min(longs) for short, longs in found.items() if len({org_key(t, gazetteer) for t, _ in longs}) == 1}


def _defined(mentions: Sequence[MentionKey]) -> Iterator[tuple[str, str, str]]:
    """`Long Form (ABC)` and `ABC (Long Form)`."""
    for a, b in pairwise(mentions):
        gap = b.char_start - a.char_start - len(a.text)
        if a.sentence == b.sentence and gap == _GAP - 1 and _is_acronym(a.text) != _is_acronym(b.text):
            short, long = (a, b) if _is_acronym(a.text) else (b, a)
            if short.text[0].lower() in {w[0].lower() for w in long.text.split()}:
                yield short.text, long.text, "other form in brackets"


def _initialled(mentions: Sequence[MentionKey], gazetteer: Gazetteer) -> Iterator[tuple[str, str, str]]:
    lists = gazetteer.words.organisations
    index: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.text.count(" ") > 1:
            for letters in initials(mention.text, lists.stop, lists.lettered):
                index[letters].add(mention.text)
    for mention in mentions:
        if _is_acronym(mention.text):
            for text in sorted(index.get(mention.text.lower().replace(".", ""), ())):
                yield mention.text, text, "initials of a name in the article"


def _first_words(mentions: Sequence[MentionKey]) -> Iterator[tuple[str, str, str]]:
    """`Azov` after `Azov Regiment`."""
    texts = sorted({m.text for m in mentions if " " in m.text})
    singles = {m.text for m in mentions if " " not in m.text and not _is_acronym(m.text)}
    for text in texts:
        first = text.split(" ", 1)[0]
        if first in singles:
            yield first, text, "first word of a name in the article"


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.upper() == letters and letters.isalnum()


def _read(
    mention: MentionKey,
    owners: Mapping[str, str],
    longer: Mapping[str, tuple[str, str]],
    gazetteer: Gazetteer,
) -> Reading:
    long, reason = longer.get(mention.text, (mention.text, "name of an organisation"))
    itself = long == mention.text
    role = "name" if itself else "acronym" if _is_acronym(mention.text) else "short name"
    known = [alias.entry for alias in gazetteer.look_up(long) if alias.entry.type == "ORG"]
    if known and not itself:
        return as_known(mention, known[0], role, (0.8, reason))
    pure, country = org_key(long, gazetteer), country_of(long, gazetteer, _OTHERS)
    said = f"its name: {long}" if country else None
    found = Reading(mention, f"ORG|{pure}", "ORG", role, 0.9 if itself else 0.8, reason, country=country, whence=said)
    if not is_generic(long, gazetteer):
        return found
    titled, owner = country_of(mention.title, gazetteer), owners.get(pure)
    said = None if titled else "the article says whose it is" if owner else said
    return _generic(found._replace(node=pure, country=titled or owner or country, whence=said), mention.article_id)


def _generic(reading: Reading, article_id: str) -> Reading:
    """A ministry is known by its state; without one it is this article's own."""
    if reading.country:
        words = sorted([*reading.node.split(), f"@{reading.country}"])
        return reading._replace(node=f"ORG|{' '.join(words)}", reason=f"{reading.reason}, of the state named with it")
    return reading._replace(
        node=f"ORG|{reading.node}|{article_id}", score=0.5, reason="kind of organisation without its state"
    )
