"""Fits the weights of coreference: `python -m tests.bench.coref_fit --tables FOLDER`, some minutes on one core.

On ecbtrain and on half 0 of meantime, with logistic regression (ridge penalty, Newton's method). Writes
`models/en/coreference_weights.toml`; the limits in it are kept. `python -m tests.bench.public_coref` holds the floors.
"""

import argparse
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from pipeline.matching.coreference import across_articles, within_article
from pipeline.matching.coreference.across import model_across
from pipeline.matching.coreference.alike import Alike, word_likeness
from pipeline.matching.coreference.mention import Mention
from pipeline.matching.coreference.pronouns import candidates, pronoun_features
from pipeline.matching.coreference.resolve import Story, read_stories
from pipeline.matching.coreference.rules import Rules
from pipeline.matching.coreference.setting import called
from pipeline.matching.coreference.texts import Texts
from pipeline.matching.coreference.thing import Thing
from pipeline.matching.coreference.within import Features, model_of
from pipeline.settings import default_language
from tests.bench.coref_sets import documents, rules, set_file, stories
from tests.bench.public_coref import half

WEIGHTS = default_language() / "coreference_weights.toml"
_PENALTY = 2.0  # of the sum of squares of the weights
_LEAST = 0.005  # a smaller weight is left out
Data = dict[str, list[tuple[Features, bool]]]
Gold = Mapping[str, str]


def main() -> int:
    """Fit in two steps: within articles by gold, then across articles over the groups that the first step finds."""
    parser = argparse.ArgumentParser(description="Fit the weights of coreference.")
    parser.add_argument("--tables", type=Path, required=True, help="folder that keeps the parsed sets")
    sets = [_training(name, parser.parse_args().tables) for name in ("ecbtrain", "meantime")]
    found, alike = rules(), word_likeness(sets[0][0][0].article.doc.vocab)
    found = replace(found, weights={**found.weights, **_fit_all(_within(s, g, found, alike) for s, g in sets)})
    found = replace(found, weights={**found.weights, **_fit_all(_across(s, g, found, alike) for s, g in sets)})
    _write(found)
    return 0


def _training(name: str, tables: Path) -> tuple[list[Story], Gold]:
    docs = documents(set_file(name))
    gold = {m["mid"]: m["gold"] for doc in docs for m in doc["mentions"]}
    chosen = {doc["id"] for doc in docs if name != "meantime" or half(doc) == 0}
    return [s for s in stories(docs, tables / name) if s.article_id in chosen], gold


def _within(told: Sequence[Story], gold: Gold, found: Rules, alike: Alike) -> Data:
    data: Data = defaultdict(list)
    read = read_stories(told, found)
    known = called(read)
    for mentions in read:
        nouns = [m for m in mentions if m.shape != "pronoun"]
        for i, j, features in within_article.compared(mentions, known, alike):
            data[model_of(nouns[i], nouns[j])].append((features, gold[nouns[i].id] == gold[nouns[j].id]))
        data["pronoun"] += _pronouns(mentions, nouns, gold)
    return data


def _pronouns(mentions: Sequence[Mention], nouns: Sequence[Mention], gold: Gold) -> list[tuple[Features, bool]]:
    out = []
    groups: dict[str, list[Mention]] = defaultdict(list)
    for noun in nouns:
        groups[gold[noun.id]].append(noun)
    for pronoun in (m for m in mentions if m.shape == "pronoun"):
        rivals = list(groups.values())
        for rival in candidates(pronoun, rivals):
            out += [(pronoun_features(pronoun, rival, rivals), gold[rival[0].id] == gold[pronoun.id])]
        groups[gold[pronoun.id]].append(pronoun)
    return out


def _across(told: Sequence[Story], gold: Gold, found: Rules, alike: Alike) -> Data:
    data: Data = defaultdict(list)
    read = read_stories(told, found)
    known, texts = called(read), Texts({s.article_id: s.article for s in told})
    things: list[Thing] = []
    labels: list[str] = []
    for story, mentions in zip(told, read, strict=True):
        groups = within_article.group_article(mentions, known, found, alike).groups
        things += across_articles.things(groups, story.article, texts, known)
        labels += [Counter(gold[m.id] for m in g).most_common(1)[0][0] for g in groups]
    for i, j, features in across_articles.compared(things, texts, found.limits.likeness, alike):
        data[model_across(things[i], things[j])].append((features, labels[i] == labels[j]))
    return data


def _fit_all(parts: Iterable[Data]) -> dict[str, dict[str, float]]:
    data: Data = defaultdict(list)
    for part in parts:
        for name, rows in part.items():
            data[name] += rows
    return {name: fit(data[name]) for name in sorted(data)}


def fit(rows: Sequence[tuple[Features, bool]], counts: Sequence[float] | None = None) -> dict[str, float]:
    """Weights by name, from features with their answer; `counts`: how many rows each stands for, one if not given."""
    names = sorted({name for features, _ in rows for name in features})
    place = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for row, (features, _) in enumerate(rows):
        for name, value in features.items():
            x[row, place[name]] = value
    each = np.ones(len(rows)) if counts is None else np.array(counts)
    solved = _newton(x, np.array([float(answer) for _, answer in rows]), each)
    return {n: round(float(w), 3) for n, w in zip(names, solved, strict=True) if abs(w) >= _LEAST}


def _newton(x: NDArray[np.float64], y: NDArray[np.float64], each: NDArray[np.float64]) -> NDArray[np.float64]:
    weights = np.zeros(x.shape[1])
    for _ in range(15):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        slope = x.T @ ((p - y) * each) + _PENALTY * weights
        curve = (x * (p * (1 - p) * each)[:, None]).T @ x + _PENALTY * np.eye(x.shape[1])
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-3:
            break
    return weights


def _write(found: Rules) -> None:
    head, _, limits = WEIGHTS.read_text("utf-8").partition("[limits]")
    limits = limits.partition("\n[weights")[0].rstrip()
    lines = [f"{head}[limits]{limits}"]
    for model in sorted(found.weights):
        lines += ["", f'[weights."{model}"]', *(f'"{n}" = {w}' for n, w in sorted(found.weights[model].items()))]
    WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")
    tomllib.loads(WEIGHTS.read_text("utf-8"))


if __name__ == "__main__":
    sys.exit(main())
