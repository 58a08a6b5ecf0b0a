"""How many predicates the ontology lists, and which words of real news it lacks: `python -m tests.bench.predicates`.

A predicate is a lemma or a trigger of several words of one part of speech, however many rules use it. Prints their
number by event type; how often each makes an event, in 10,000 sentences of Reuters stories (every fortieth) and of
the dev part of world newswire; and the commonest verbs and nouns of events that head no trigger. `--all` prints every
predicate that was found, not only the commonest.
"""

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.language.events import Ontology
from pipeline.resources import load, read_toml
from pipeline.settings import Settings, default_language
from pipeline.store import Store
from pipeline.training.split import is_dev
from tests.bench.places import ABSENT, PUBLIC, read
from tests.bench.running import tables
from tests.conftest import rows

_STEP = 40
_SHOWN = 60
_EVENTFUL = ("tion", "sion", "ment", "ance", "ence", "ure", "ing", "al", "age")  # endings of nouns made of verbs


def main() -> int:
    """Count and print."""
    ontology: Ontology = load("ontology", Settings(PUBLIC, default_language()))
    print("\n".join(sizes(ontology)))
    if not PUBLIC.is_dir():
        print(ABSENT)
        return 0
    shown = None if "--all" in sys.argv else _SHOWN
    for name, lines in (("Reuters", _reuters()), ("world newswire", _newswire())):
        with tables(lines, "extract") as store:
            print("\n".join(report(name, store, ontology, shown)))
    return 0


def sizes(ontology: Ontology) -> Iterator[str]:
    """Lines with the number of predicates, in all and by event type."""
    listed = set(predicates(ontology))
    kinds = Counter(kind for kind, _, _ in {(kind, part, words) for part, words, kind in listed})
    yield f"{len({(part, words) for part, words, _ in listed})} predicates; by event type (one may be of several):"
    yield ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())


def predicates(ontology: Ontology) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """(part of speech, words, event type) of each trigger."""
    parts = {"verb": ontology.verbs, "noun": ontology.nouns, "adjective": ontology.adjectives}
    for part, index in parts.items():
        yield from ((part, p.words, p.rule.event_type) for found in index.exact.values() for p in found)


def report(name: str, store: Store, ontology: Ontology, shown: int | None) -> Iterator[str]:
    """Lines about one corpus."""
    count = len(rows(store, "sentences", ["sentence"]))
    events = rows(store, "events", ["lemma", "event_type"])
    yield f"\n{name}: {count:,} sentences, {len(events):,} events. Predicates, events in 10,000 sentences:"
    yield _frequencies(Counter(f"{e['lemma']}/{e['event_type']}" for e in events), count, shown)
    words = Counter((t["pos"], t["lemma"].lower()) for t in rows(store, "tokens", ["pos", "lemma"]))
    verbs = {lemma: n for (pos, lemma), n in words.items() if pos == "VERB" and lemma not in ontology.verbs.exact}
    nouns = {
        lemma: n
        for (pos, lemma), n in words.items()
        if pos == "NOUN"
        and lemma not in ontology.nouns.exact
        and (lemma.endswith(_EVENTFUL) or ("VERB", lemma) in words)
    }
    yield "Verbs that head no trigger:"
    yield _frequencies(Counter(verbs), count, _SHOWN)
    yield "Nouns of events that head no trigger:"
    yield _frequencies(Counter(nouns), count, _SHOWN)


def _frequencies(counts: Counter[str], sentences: int, shown: int | None) -> str:
    return ", ".join(f"{word} {10_000 * n / sentences:.1f}" for word, n in counts.most_common(shown))


def _reuters() -> Iterable[str]:
    with gzip.open(PUBLIC / "volume/reuters.jsonl.gz", "rt", encoding="utf-8") as file:
        stories = [json.loads(line) for number, line in enumerate(file) if number % _STEP == 0]
    return [json.dumps({"id": s["id"], "text": s["text"], "published": s["date"][:10]}) for s in stories]


def _newswire() -> Iterable[str]:
    share = read_toml(default_language() / "ner/training.toml")["network"]["dev_share"]
    docs = read("ner_train/ner_wwnews.jsonl")
    return [json.dumps({"id": d["id"], "text": d["text"]}) for d in docs if is_dev(d["id"], share)]


if __name__ == "__main__":
    sys.exit(main())
