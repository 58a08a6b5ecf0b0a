"""The ontology: event types, and the rules that say which words, in which company, express them.

Data comes from models/en/events/*.toml, read and merged by the caller: `classes` (words that may stand in one
place), `frames` (which arguments are actor and recipient), `contexts` (words that place an event), types.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pipeline.errors import DatelineError

_SPOKEN = frozenset({1, 3})  # the quad classes of words, not deeds
_FORCE = 4  # the quad class in which a place hit stands for its state
_TABLES = frozenset({"classes", "frames", "contexts"})


class Slots(NamedTuple):
    """Where the fillers of two roles stand, best place first: `subject`, `owner` ... or a preposition."""

    actor: tuple[str, ...]
    recipient: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """Slots of verbs (adjectives too) and of nouns that take the same arguments."""

    verb: Slots
    noun: Slots


@dataclass(frozen=True)
class Rule:
    """One way to express an event. A row lists `verbs`, `light` verbs with the noun that they carry ("hold talks"),
    `nouns`, `adjectives`: lemmas, or several words that stand together.

    `objects`, `subjects`: lemmas or entity types of which one must stand there; `unless`: of which none may.
    `absorbs`: what one agrees or threatens to do is no event of its own: "infinitive" | "clause" | "object" | "".
    `mutual`: both sides are actors. `spoken`: only people and bodies do it.
    `modal`: what the clause says: "should" (another should do it), "bare" (that another do it, to do it), "will"
    (the speaker will), "wont" (it will not); "not": the verb itself is what somebody will not do.
    `over`: event types of which its complement must tell one; that one is no event of its own then.
    `forceful`: what is done to a place is done to its state.
    `needs`: what must be filled, else the rule stays silent: see enough.py.
    """

    event_type: str
    name: str
    frame: Frame
    objects: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    absorbs: str = ""
    mutual: bool = False
    spoken: bool = False
    modal: str = ""
    over: frozenset[str] = frozenset()
    forceful: bool = False
    needs: tuple[str, ...] = ("actor", "recipient")
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: str | None = None


class Pattern(NamedTuple):
    """Words that trigger a rule: the head's lemma, and lemmas that must stand with it."""

    words: tuple[str, ...]
    rule: Rule


@dataclass(frozen=True)
class EventType:
    """What holds for all events of a type. `score` runs from -10 (conflict) to 10 (cooperation)."""

    name: str
    quad_class: int
    score: float
    cameo_root: str


@dataclass(frozen=True)
class Ontology:
    """Types by name; patterns by part of speech and lemma of their head, longest first; contexts by lemma."""

    types: Mapping[str, EventType]
    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    adjectives: Mapping[str, tuple[Pattern, ...]]
    agreements: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    labelled: frozenset[str] = frozenset()
    contexts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> "Ontology":
        """Build from parsed TOML. Raises DatelineError for a rule that names an unknown class or frame."""
        reader = _Reader(data)
        rules = [(row, reader.rule(name, row)) for name in reader.types for row in data[name].get("rules", ())]
        return cls(
            types={name: _event_type(name, data[name]) for name in reader.types},
            verbs=_index((*_words("verbs", rules), *((w, _light(r)) for w, r in _words("light", rules))), head=0),
            nouns=_index(_words("nouns", rules), head=-1),
            adjectives=_index(_words("adjectives", rules), head=0),
            agreements=reader.expand(["@agreement"]) if "agreement" in data.get("classes", {}) else frozenset(),
            papers=reader.expand(["@paper"]) if "paper" in data.get("classes", {}) else frozenset(),
            labelled=reader.expand(["@label"]) if "label" in data.get("classes", {}) else frozenset(),
            contexts=_by_word(data.get("contexts", {})),
        )


class _Reader:
    """Resolves the class and frame names that the rows of one parsed ontology use."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.data = data
        self.types = [name for name in data if name not in _TABLES]
        self.classes: Mapping[str, list[str]] = data.get("classes", {})
        self.frames = {name: _frame(row) for name, row in data.get("frames", {}).items()}

    def expand(self, words: Iterable[str]) -> frozenset[str]:
        """Plain words and the words of each "@class"."""
        return frozenset(w for word in words for w in (self._members(word[1:]) if word[:1] == "@" else [word]))

    def _members(self, name: str) -> frozenset[str]:
        if name not in self.classes:
            raise DatelineError(f"events: there is no class @{name}: add it to [classes] or correct the rule.")
        return self.expand(self.classes[name])

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
            spoken=self.data[event_type]["quad_class"] in _SPOKEN,
            forceful=self.data[event_type]["quad_class"] == _FORCE,
            modal=row.get("modal", ""),
            over=frozenset(row.get("over", ())),
            needs=tuple(row.get("needs", ("actor", "recipient"))),
            mode=row.get("mode"),
            contexts=tuple(row.get("contexts", ())),
            status=row.get("status"),
        )


def _frame(row: Mapping[str, Any]) -> Frame:
    verb, noun = (_slots(row.get(kind, {})) for kind in ("verb", "noun"))
    return Frame(verb, noun)


def _slots(row: Mapping[str, list[str]]) -> Slots:
    return Slots(tuple(row.get("actor", ())), tuple(row.get("recipient", ())))


def _event_type(name: str, row: Mapping[str, Any]) -> EventType:
    return EventType(name, row["quad_class"], float(row["score"]), row["cameo_root"])


def _words(kind: str, rules: Iterable[tuple[Mapping[str, Any], Rule]]) -> Iterator[tuple[str, Rule]]:
    yield from ((word, rule) for row, rule in rules for word in row.get(kind, ()))


def _light(rule: Rule) -> Rule:
    """The rule for a light verb: its object is one of the words of the trigger and takes no part."""
    verb = rule.frame.verb
    slots = Slots(verb.actor, tuple(slot for slot in verb.recipient if slot != "object"))
    return replace(rule, frame=Frame(slots, rule.frame.noun))


def _index(entries: Iterable[tuple[str, Rule]], head: int) -> dict[str, tuple[Pattern, ...]]:
    """Patterns by head lemma. Longer and more selective ones first: they know more about the words around."""
    found: dict[str, list[Pattern]] = {}
    for words, rule in entries:
        parts = tuple(words.split())
        found.setdefault(parts[head], []).append(Pattern(parts, rule))
    return {lemma: tuple(sorted(rows, key=_selective, reverse=True)) for lemma, rows in found.items()}


def _selective(pattern: Pattern) -> tuple[int, bool, int, bool, bool]:
    rule = pattern.rule
    company = bool(rule.objects) + bool(rule.subjects)
    return len(pattern.words), bool(rule.modal or rule.over), company, "both" in rule.needs, bool(rule.unless)


def _by_word(contexts: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for context, words in contexts.items():
        for word in words:
            found.setdefault(word, []).append(context)
    return {word: tuple(names) for word, names in found.items()}
