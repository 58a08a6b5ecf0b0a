"""The ontology: event types, and the rules that say which words, in which company, express them.

Data comes from the files of models/en/events, or from the user's own: `classes` (words that may stand in one place),
`frames` (which arguments are actor and recipient), `contexts` (words that place an event), types.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any, NamedTuple

from pipeline.errors import DatelineError
from pipeline.language.events.confidence import Confidence
from pipeline.language.events.frames import Frame, Slots
from pipeline.language.events.rule import EventType, Pattern, Rule

_SPOKEN = frozenset({1, 3})  # the quad classes of words, not deeds
_FORCE = 4  # the quad class in which a place hit stands for its state
_TABLES = frozenset({"classes", "frames", "contexts", "confidence"})
_KINDS = ("verbs", "light", "nouns", "adjectives")
STAR = "*"  # before an ending: any lemma that has it


class Index(NamedTuple):
    """Patterns by the lemma of their head, and those of lemmas that only end in something; the most telling first."""

    exact: Mapping[str, tuple[Pattern, ...]]
    ending: tuple[Pattern, ...] = ()

    def of(self, lemma: str) -> tuple[Pattern, ...]:
        """The patterns of a head with this lemma."""
        exact = self.exact.get(lemma, ())
        return exact if not self.ending else (*exact, *(p for p in self.ending if _ends(lemma, p)))


@dataclass(frozen=True)
class Ontology:
    """Types by name; patterns by part of speech; contexts by lemma."""

    types: Mapping[str, EventType]
    verbs: Index
    nouns: Index
    adjectives: Index
    agreements: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    labelled: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    contexts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    confidence: Confidence = field(default_factory=Confidence)

    @classmethod
    def from_toml(cls, *tables: Mapping[str, Any]) -> "Ontology":
        """Build from parsed TOML: what all ontologies share, then each in turn: the first with a rule for a word wins.

        A type that two have takes its description from the first and its rules from both; of a class or frame that
        two have, a rule takes that of its own. Raises DatelineError for a rule that names an unknown one.
        """
        types = combined(tables)
        readers = [_Reader(types, tables, rank) for rank in range(len(tables))]
        rules = [
            (readers[row["rank"]], row, readers[row["rank"]].rule(name, row))
            for name, kind in types.items()
            for row in kind["rules"]
        ]
        words = {key: [(w, r) for of, row, r in rules for w in of.listed(row.get(key, ()))] for key in _KINDS}
        return cls(
            types={name: _event_type(name, row) for name, row in types.items()},
            verbs=_index((*words["verbs"], *((w, _light(r)) for w, r in words["light"])), head=0),
            nouns=_index(words["nouns"], head=-1),
            adjectives=_index(words["adjectives"], head=0),
            agreements=readers[0].known("agreement"),
            papers=readers[0].known("paper"),
            labelled=readers[0].known("label"),
            vague=readers[0].known("vague"),
            contexts=_by_word(_seen(tables, "contexts", 0)),
            confidence=Confidence.from_toml(_seen(tables, "confidence", 0)),
        )


def combined(tables: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The types of several ontologies; each rule keeps the place of its own as `rank`."""
    found: dict[str, Any] = {}
    for rank, table in enumerate(tables):
        for name, rows in table.items():
            if name not in _TABLES:
                known = found.setdefault(name, {})
                rules = [*known.get("rules", ()), *(row | {"rank": rank} for row in rows.get("rules", ()))]
                found[name] = {**rows, **known, "rules": rules}
    return found


def _seen(tables: Sequence[Mapping[str, Any]], kind: str, rank: int) -> dict[str, Any]:
    """The classes, frames or contexts that rules of one ontology see: its own, then those of the others in turn."""
    rows = (table.get(kind, {}) for table in (tables[rank], *tables))
    return reduce(lambda found, more: {**more, **found}, rows, {})


class _Reader:
    """Resolves the class and frame names that the rows of one parsed ontology use."""

    def __init__(self, types: Mapping[str, Any], tables: Sequence[Mapping[str, Any]], rank: int) -> None:
        self.types = types
        self.classes: Mapping[str, list[str]] = _seen(tables, "classes", rank)
        self.frames = {name: Frame.from_toml(row) for name, row in _seen(tables, "frames", rank).items()}

    def known(self, name: str) -> frozenset[str]:
        """The words of a class that need not be there."""
        return self.expand(["@" + name]) if name in self.classes else frozenset()

    def expand(self, words: Iterable[str]) -> frozenset[str]:
        """Plain words and the words of each "@class"."""
        return frozenset(self.listed(words))

    def listed(self, words: Iterable[str]) -> Iterator[str]:
        """The same in their order."""
        for word in words:
            yield from self._members(word[1:]) if word[:1] == "@" else [word]

    def _members(self, name: str) -> Iterator[str]:
        if name not in self.classes:
            raise DatelineError(f"events: there is no class @{name}: add it to [classes] or correct the rule.")
        return self.listed(self.classes[name])

    def rule(self, event_type: str, row: Mapping[str, Any]) -> Rule:
        name = row.get("frame", "act")
        if name not in self.frames:
            raise DatelineError(f"events: rule {row.get('name')} of {event_type} names no known frame: {name}.")
        return Rule(
            event_type=event_type,
            name=row["name"],
            frame=self.frames[name],
            objects=self.expand(row.get("objects", ())),
            unless=self.expand(row.get("unless", ())),
            subjects=self.expand(row.get("subjects", ())),
            absorbs=row.get("absorbs", ""),
            mutual=row.get("mutual", False),
            bare=row.get("bare", False),
            broad=self.types[event_type].get("broad", False),
            spoken=row.get("spoken", self.types[event_type].get("quad_class") in _SPOKEN),
            forceful=row.get("forceful", self.types[event_type].get("quad_class") == _FORCE),
            modal=row.get("modal", ""),
            over=frozenset(row.get("over", ())),
            needs=tuple(row.get("needs", ("actor", "recipient"))),
            mode=row.get("mode"),
            contexts=tuple(row.get("contexts", ())),
            status=row.get("status"),
            rank=row["rank"],
            but=self.expand(row.get("but", ())),
        )


def _event_type(name: str, row: Mapping[str, Any]) -> EventType:
    score = row.get("score")
    return EventType(name, row.get("quad_class"), None if score is None else float(score), row.get("cameo_root"))


def _light(rule: Rule) -> Rule:
    """The rule for a light verb: its object is one of the words of the trigger and takes no part."""
    verb = rule.frame.verb
    slots = Slots(verb.actor, tuple(slot for slot in verb.recipient if slot != "object"))
    return replace(rule, frame=Frame(slots, rule.frame.noun))


def _index(entries: Iterable[tuple[str, Rule]], head: int) -> Index:
    """Patterns by head lemma, in the order in which they are tried."""
    found: dict[str, list[Pattern]] = {}
    for words, rule in entries:
        parts = tuple(words.split())
        found.setdefault(parts[head], []).append(Pattern(parts, rule))
    exact = {lemma: tuple(sorted(rows, key=_order)) for lemma, rows in found.items() if lemma[0] != STAR}
    return Index(exact, tuple(sorted((p for s, rows in found.items() if s[0] == STAR for p in rows), key=_order)))


def _order(pattern: Pattern) -> tuple[int, int, bool, int, bool, bool]:
    """Earlier ontologies first; longer and more selective patterns first: they know more about the words around."""
    rule = pattern.rule
    complement, company = bool(rule.modal or rule.over), bool(rule.objects) + bool(rule.subjects)
    return rule.rank, -len(pattern.words), not complement, -company, "both" not in rule.needs, not rule.unless


def _ends(lemma: str, pattern: Pattern) -> bool:
    return lemma.endswith(pattern.words[-1].lstrip(STAR)) and lemma not in pattern.rule.but


def _by_word(contexts: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for context, words in contexts.items():
        for word in words:
            found.setdefault(word, []).append(context)
    return {word: tuple(names) for word, names in found.items()}
