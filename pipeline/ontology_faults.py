"""What is wrong with a file of event types, told in one sentence: file, type, rule, what, and the remedy.

docs/ontology.md says what a file holds.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, NamedTuple

from pipeline.errors import DatelineError

_TABLES = ("classes", "frames", "contexts")
_WEIGHTS = "confidence"
_TRIGGERS = ("verbs", "light", "nouns", "adjectives")
_WORDS = (*_TRIGGERS, "objects", "subjects", "unless", "but")
_LISTS = (*_WORDS, "over", "needs", "contexts", "examples", "counter")
_RULE: Mapping[str, Any] = (
    dict.fromkeys(("name", "frame", "absorbs", "modal", "mode", "status"), str)
    | dict.fromkeys(("mutual", "spoken", "bare", "forceful"), bool)
    | dict.fromkeys(_LISTS, list)
)
_TYPE: Mapping[str, Any] = {
    "description": str,
    "rules": list,
    "modes": list,
    "broad": bool,
    "quad_class": int,
    "score": (int, float),
    "cameo_root": str,
}
_KINDS = {str: "a text in quotes", bool: "true or false", list: "a list", int: "a number", (int, float): "a number"}
_CHOICES = {
    "absorbs": ("infinitive", "clause", "object", ""),
    "modal": ("should", "bare", "will", "wont", "not"),
    "status": ("actual", "future", "hypothetical", "negated", "historical"),
    "needs": ("actor", "recipient", "both", "two", "place", "anybody", "state"),
}
_SLOTS = (
    *("subject", "own subject", "doer", "object", "thing", "dative", "clause"),
    *("owner", "parties", "its parties", "host subject", "host object"),
)


class _Known(NamedTuple):
    """What the files of a run define together."""

    classes: frozenset[str]
    frames: frozenset[str]
    contexts: frozenset[str]


def verify_ontologies(files: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    """See that parsed files, each with its name, can be used together. Raises DatelineError with the first fault."""
    for file, content in files:
        _stop(file, _misplaced(content))
    known = _Known(*(frozenset(name for _, c in files for name in c.get(table, ())) for table in _TABLES))
    for file, content in files:
        _stop(file, _faults(content, known))


def _stop(file: str, faults: Iterator[str]) -> None:
    fault = next(faults, None)
    if fault is not None:
        raise DatelineError(f"{file}: {fault}{'' if fault[-1] == '?' else '.'}")


def _misplaced(content: Mapping[str, Any]) -> Iterator[str]:
    """Lines that stand above the first table or outside of one; a file that defines nothing."""
    if not content:
        yield "it has no event type: begin one with [NAME] and [[NAME.rules]]"
    for name, rows in content.items():
        if not isinstance(rows, Mapping):
            yield f"`{name}` stands outside of a type: put [TYPE], [classes], [frames.NAME] or [contexts] above it"


def _faults(content: Mapping[str, Any], known: _Known) -> Iterator[str]:
    for name, words in content.get("classes", {}).items():
        yield from (f"class {name}: {fault}" for fault in _class(name, words, content["classes"], known))
    for name, rows in content.get("frames", {}).items():
        yield from (f"frame {name}: {fault}" for fault in _frame(rows))
    for name, words in content.get("contexts", {}).items():
        yield from (f"context {name}: {fault}" for fault in _words(words, known))
    for name, rows in content.items():
        if name not in (*_TABLES, _WEIGHTS):
            yield from (f"{name}{fault}" for fault in _type(name, rows, known))


def _class(name: str, words: Any, classes: Mapping[str, Any], known: _Known) -> Iterator[str]:
    yield from _words(words, known)
    if isinstance(words, list) and name in _reached(name, classes):
        yield f"it includes itself: take @{name} out of it, or out of the classes that it includes"


def _reached(name: str, classes: Mapping[str, Any]) -> set[str]:
    """The classes that a class includes, at any depth."""
    found: set[str] = set()
    open_ = [name]
    while open_:
        inner = {word[1:] for word in classes.get(open_.pop(), ()) if str(word)[:1] == "@"} - found
        found |= inner
        open_ += inner
    return found


def _frame(rows: Any) -> Iterator[str]:
    if not isinstance(rows, Mapping) or not all(isinstance(slots, Mapping) for slots in rows.values()):
        yield 'write it as verb = { actor = ["subject"], recipient = ["object"] }, and noun likewise'
        return
    yield from _unknown(rows, ("verb", "noun"))
    for slots in rows.values():
        yield from _unknown(slots, ("actor", "recipient"))
        yield from (fault for places in slots.values() for fault in _slots(places))


def _slots(places: Any) -> Iterator[str]:
    """A place is a preposition or one of the fixed words, which are easily mistyped."""
    if not _texts(places):
        yield "the places of a role must be a list of texts"
        return
    for place in set(places) - set(_SLOTS):
        if near := get_close_matches(place, _SLOTS, 1, 0.8):
            yield f'unknown place "{place}": did you mean "{near[0]}"?'


def _type(name: str, rows: Mapping[str, Any], known: _Known) -> Iterator[str]:
    rules = rows.get("rules")
    if not rules:
        near = get_close_matches(name.lower(), _TABLES, 1, 0.75)
        yield f": did you mean [{near[0]}]?" if near else f" has no rules: add [[{name}.rules]], or take it out"
        return
    yield from (f": {fault}" for fault in (*_unknown(rows, _TYPE), *_wrong(rows, _TYPE)))
    if not isinstance(rules, list) or not all(isinstance(rule, Mapping) for rule in rules):
        yield f": write each rule below a line [[{name}.rules]]"
        return
    for number, rule in enumerate(rules, 1):
        yield from (f", rule {rule.get('name', number)}: {fault}" for fault in _rule(rule, rows, known))


def _rule(rule: Mapping[str, Any], of: Mapping[str, Any], known: _Known) -> Iterator[str]:
    """The faults of one rule of a type."""
    yield from _unknown(rule, _RULE)
    if "name" not in rule:
        yield 'it has no name: add name = "…", which `reason` shows'
    yield from _wrong(rule, _RULE)
    if not any(rule.get(key) for key in _TRIGGERS):
        yield "it has no trigger: add a list of verbs, nouns or adjectives"
    yield from (fault for key in _WORDS for fault in _words(rule.get(key, []), known))
    yield from (fault for key in _TRIGGERS for fault in _capitals(key, rule.get(key, [])))
    yield from (fault for key, allowed in _CHOICES.items() for fault in _choice(key, rule.get(key, []), allowed))
    yield from _choice("frame", rule.get("frame", []), known.frames)
    yield from _choice("contexts", rule.get("contexts", []), known.contexts)
    yield from _choice("mode", rule.get("mode", []), of.get("modes", [rule.get("mode")]))


def _unknown(rows: Mapping[str, Any], allowed: Iterable[str]) -> Iterator[str]:
    for key in rows:
        if key not in allowed:
            yield f"unknown key `{key}`: {_remedy(key, allowed)}"


def _wrong(rows: Mapping[str, Any], kinds: Mapping[str, Any]) -> Iterator[str]:
    """Values of another kind than their key's; a truth value is no number."""
    for key, kind in kinds.items():
        value = rows.get(key)
        if value is not None and (not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)):
            yield f"`{key}` must be {_KINDS[kind]}, not {value!r}"


def _words(words: Any, known: _Known) -> Iterator[str]:
    if not _texts(words):
        yield f"words must be a list of texts, none of them empty, not {words!r}"
        return
    for word in words:
        if word[0] == "@" and word[1:] not in known.classes:
            yield f"unknown class {word}: {_remedy(word[1:], known.classes)}, or add it to [classes]"


def _texts(words: Any) -> bool:
    return isinstance(words, list) and all(isinstance(word, str) and word.strip() for word in words)


def _capitals(key: str, words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word != word.lower() and word[0] != "@":
            yield f'`{key}` are dictionary forms in lower case: write "{word.lower()}" for "{word}"'


def _choice(key: str, value: Any, allowed: Iterable[str]) -> Iterator[str]:
    for name in [value] if isinstance(value, str) else value:
        if name not in allowed:
            yield f'unknown {key} "{name}": {_remedy(name, allowed)}'


def _remedy(word: str, allowed: Iterable[str]) -> str:
    """The nearest known word, or all that there are."""
    near = get_close_matches(str(word), sorted(allowed), 1)
    return f"did you mean `{near[0]}`?" if near else f"known are {', '.join(sorted(w for w in allowed if w))}"
