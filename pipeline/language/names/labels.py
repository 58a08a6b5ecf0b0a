"""One label for one name in an article."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from pipeline.language.names.candidate import MODEL, Candidate
from pipeline.language.names.fold import key
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.language.names.tokens import Tokens

_NAMES = 3  # words of a person's name at most
_PERSONAL = ("ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART")


def consistent(found: Sequence[Candidate], tokens: Tokens, gazetteer: Gazetteer) -> list[Candidate]:
    """The candidates, each name with the label that most of its mentions have; known names keep theirs."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for c in found:
        votes[key(tokens.text[c.start : c.end])][c.label] += 1 if c.rank == MODEL else 3
    best = {name: _best(counts) for name, counts in votes.items()}
    families = _families(found, tokens, best)
    return [c if c.rank != MODEL else _labelled(c, tokens, (best, families), gazetteer) for c in found]


def _best(counts: Counter[str]) -> str:
    """The commonest label; of equally common ones that of a person, then the first in the alphabet."""
    return min(counts, key=lambda label: (-counts[label], label != "PERSON", label))


def _families(found: Sequence[Candidate], tokens: Tokens, best: dict[str, str]) -> frozenset[str]:
    """The last words of the full names of people."""
    texts = (tokens.text[c.start : c.end] for c in found if c.label == "PERSON")
    return frozenset(key(text).split()[-1] for text in texts if " " in text and best[key(text)] == "PERSON")


def _labelled(
    found: Candidate, tokens: Tokens, known: tuple[dict[str, str], frozenset[str]], gazetteer: Gazetteer
) -> Candidate:
    surface = tokens.text[found.start : found.end]
    best, families = known
    if " " not in surface:
        person = key(surface) in families or _titled(found, tokens, gazetteer)
        if found.label in _PERSONAL and person:
            return found._replace(label="PERSON", source="model, PERSON by the rest of the article")
        return found._replace(label=best[key(surface)])
    label, reason = _by_words(found.label, surface.split(), gazetteer)
    return found._replace(label=label, source=reason) if reason else found._replace(label=best[key(surface)])


def _by_words(label: str, parts: Sequence[str], gazetteer: Gazetteer) -> tuple[str, str]:
    """The label that the first or last word of a name asks for, and why; no reason if they ask for none."""
    lists = gazetteer.words
    if parts[-1] in lists.organisations.heads and label in ("PERSON", *_PERSONAL[1:]):
        return "ORG", "model, ORG by its last word"
    if label == "ORG" and len(parts) <= _NAMES and parts[0].lower() in lists.persons.first and _alphabetic(parts):
        return "PERSON", "model, PERSON by the given name"
    if label == "PERSON" and _national(parts[0], gazetteer):
        return "ORG", "model, ORG by the adjective of a state"
    return label, ""


def _national(word: str, gazetteer: Gazetteer) -> bool:
    """Is the word the adjective of a state and no given name ("Georgian Dream", not "German Gref")?"""
    aliases = gazetteer.look_up(word)
    return any(a.role == "adjective" and a.entry.iso3 and not a.weak for a in aliases)


def _titled(found: Candidate, tokens: Tokens, gazetteer: Gazetteer) -> bool:
    """Does an honorific stand before it ("Mr Kato")?"""
    span = tokens.span(found.start, found.end)
    before = tokens.doc[span.start - 1].lower_.rstrip(".") if span.start else ""
    return before in gazetteer.words.titles.polite


def _alphabetic(parts: Sequence[str]) -> bool:
    return all(part.replace("-", "").replace("'", "").isalpha() and part[0].isupper() for part in parts)
