"""What the mentions of one article say together: how often each name is used, and what it is called."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.matching.coreference.mention import Mention
from pipeline.matching.coreference.near import grammar_between

Called = Mapping[str, frozenset[str]]
_SAYS = {"apposition", "title", "predicate", "nested apposition", "nested title", "nested name at end", "same head"}


def called(articles: Iterable[Sequence[Mention]]) -> Called:
    """Name → the nouns that any article says of it: titles ("CEO Steve Jobs"), appositions, predicates."""
    out: dict[str, set[str]] = defaultdict(set)
    for mentions in articles:
        for name in mentions:
            if name.entity:
                out[name.entity] |= name.titles
        for a, b in _near(mentions):
            name, noun = (a, b) if a.shape == "name" else (b, a)
            if name.entity and noun.shape == "noun" and grammar_between(a, b) in _SAYS:
                out[name.entity].add(noun.noun)
    return {name: frozenset(nouns) for name, nouns in out.items()}


def _near(mentions: Sequence[Mention]) -> Iterable[tuple[Mention, Mention]]:
    for i, a in enumerate(mentions):
        for b in mentions[i + 1 : i + 6]:
            if b.sentence == a.sentence and (a.shape == "name") != (b.shape == "name"):
                yield a, b


class Setting:
    """One article's names by how often they are used, for its descriptions."""

    def __init__(self, mentions: Sequence[Mention], known: Called) -> None:
        self.known = known
        self.names = [m for m in mentions if m.shape == "name"]
        self.counts = Counter(_own(m) for m in self.names)
        self.kinds = {_own(m): m.kind for m in self.names}
        self.said = Counter(m.noun for m in mentions if m.shape == "noun")

    def about(self, name: Mention, noun: Mention) -> dict[str, float]:
        """How ready the name is for being meant by the noun."""
        own = _own(name)
        rivals = [k for k in self.counts if self.kinds[k] == name.kind]
        fit = name.kind == noun.kind
        before = [
            n
            for n in self.names
            if n.start < noun.start and n.kind == name.kind and not noun.start <= n.start < noun.end
        ]
        nearest = bool(before) and _own(max(before, key=lambda n: n.start)) == own
        most = self.counts[own] == max(self.counts[k] for k in rivals)
        the = noun.determiner or "bare"
        return {
            "said of the name": float(noun.noun in self.known.get(name.entity or "", ())),
            f"most used of its kind {the}": float(most and fit),
            f"nearest of its kind {the}": float(nearest and fit),
            f"only one of its kind {the}": float(len(rivals) == 1 and fit),
            f"fits {the} {noun.kind}": float(fit),
            "nearest and most used": float(nearest and most and fit),
            "share of names": self.counts[own] / sum(self.counts[k] for k in rivals),
            "described": float(bool(noun.words)),
            "described and the": float(bool(noun.words) and noun.determiner == "the"),
            "plural": float(noun.plural is True),
        }


def _own(name: Mention) -> str:
    return name.entity or " ".join(sorted(name.name_words))
