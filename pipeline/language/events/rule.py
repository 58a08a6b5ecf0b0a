"""A rule of an ontology: which words, in which company, tell an event of which type, and where its roles stand."""

from dataclasses import dataclass
from typing import NamedTuple

from pipeline.language.events.frames import Frame


@dataclass(frozen=True)
class Rule:
    """One way to express an event. A row lists `verbs`, `light` verbs with the noun that they carry ("hold talks"),
    `nouns`, `adjectives`: lemmas, or several words that stand together.

    `rank`: the place of its ontology among those in use: a rule of an earlier one goes first.
    `broad`: its type holds all kinds of events, so that two words of it in one clause do not tell the same one.
    `but`: lemmas that a word with a star ("*", "*tion") does not stand for.
    `objects`, `subjects`: lemmas or entity types of which one must stand there; `unless`: of which none may.
    `absorbs`: what one agrees or threatens to do is no event of its own: "infinitive" | "clause" | "object" | "".
    `mutual`: both sides are actors. `spoken`: only people and bodies do it.
    `modal`: what the clause says: "should" (another should do it), "bare" (that another do it, to do it), "will" (the
    speaker will), "wont" (it will not);
    "not": the verb itself is what somebody will not do.
    `over`: event types of which its complement must tell one; that one is no event of its own then.
    `forceful`: what is done to a place is done to its state.
    `bare`: only a verb without an object: "prices rose", not "they raised prices".
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
    bare: bool = False
    broad: bool = False
    rank: int = 0
    but: frozenset[str] = frozenset()


class Pattern(NamedTuple):
    """Words that trigger a rule: the head's lemma, and lemmas that must stand with it."""

    words: tuple[str, ...]
    rule: Rule


@dataclass(frozen=True)
class EventType:
    """What holds for all events of a type. `score` runs from -10 (conflict) to 10 (cooperation).

    The last three are PLOVER's; None for types of other ontologies.
    """

    name: str
    quad_class: int | None = None
    score: float | None = None
    cameo_root: str | None = None
