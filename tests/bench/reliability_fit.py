"""Fits models/en/confidence.toml: logistic regression with a ridge penalty, by Newton's method, then monotone steps."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.language.events.confidence import Confidence
from pipeline.settings import default_language

FILE = default_language() / "confidence.toml"
_PENALTY = 6.0  # of the sum of squares of the weights
_FEWEST = 8  # rows that must have a piece of evidence, or it is left out
_LEAST = 0.05  # a smaller weight is left out
_TIMES = 25  # steps of Newton's method
_GROUPS = 8  # of rows, ordered by the logistic, whose shares right make the steps

Row = tuple[tuple[str, ...], bool]
Numbers = NDArray[np.float64]


def fit(sets: Sequence[Sequence[Row]]) -> Confidence:
    """The weights that make it most likely that rows are right as they are; each set counts alike."""
    rows = [row for each in sets for row in each]
    share = np.concatenate([np.full(len(each), len(rows) / len(sets) / len(each)) for each in sets])
    right = np.array([float(told) for _, told in rows])
    counts = Counter(name for evidence, _ in rows for name in evidence)
    names = sorted(name for name, n in counts.items() if _FEWEST <= n < len(rows))
    x = np.array([[1.0, *(float(name in evidence) for name in names)] for evidence, _ in rows])
    bias, *weights = _newton(x, right, share).tolist()
    kept = {name: round(weight, 2) for name, weight in zip(names, weights, strict=True) if abs(weight) >= _LEAST}
    found = Confidence(round(bias, 2), kept)
    return Confidence(found.bias, kept, _steps(np.array([found.order(e) for e, _ in rows]), right, share))


def _newton(x: Numbers, y: Numbers, share: Numbers) -> Numbers:
    ridge = _PENALTY * np.eye(x.shape[1])
    ridge[0, 0] = 0.0  # the bias is free
    beta = np.zeros(x.shape[1])
    for _ in range(_TIMES):
        p = 1 / (1 + np.exp(-x @ beta))
        beta += np.linalg.solve((x.T * (share * p * (1 - p))) @ x + ridge, x.T @ (share * (y - p)) - ridge @ beta)
    return beta


def _steps(place: Numbers, right: Numbers, share: Numbers) -> tuple[tuple[float, float], ...]:
    """(mean place, share right) of groups of rows, put together until each is righter than the one before."""
    blocks: list[list[int]] = []
    for group in _groups(place):
        blocks.append(group)
        while len(blocks) > 1 and _mean(right, share, blocks[-2]) >= _mean(right, share, blocks[-1]):
            last = blocks.pop()
            blocks[-1] += last
    found = [(_mean(place, share, block), _mean(right, share, block)) for block in blocks]
    return tuple((round(at, 3), round(mean, 3)) for at, mean in found)


def _groups(place: Numbers) -> list[list[int]]:
    """Rows of about equal number in the order of their places; rows of one place are not parted."""
    order = np.argsort(place, kind="stable")
    cuts = [int(np.searchsorted(place[order], place[group[0]])) for group in np.array_split(order, _GROUPS)]
    return [order[a:b].tolist() for a, b in pairwise([*sorted(set(cuts)), len(order)])]


def _mean(values: Numbers, share: Numbers, block: Sequence[int]) -> float:
    return float(np.average(values[block], weights=share[block]))


def write(found: Confidence) -> None:
    """Put bias, steps and weights into the file, below the comment that it begins with."""
    comment = FILE.read_text("utf-8").split("[confidence]")[0]
    steps = ", ".join(f"[{at}, {share}]" for at, share in found.steps)
    weights = "\n".join(f'"{name}" = {weight}' for name, weight in found.weights.items())
    text = f"[confidence]\nbias = {found.bias}\nsteps = [{steps}]\n\n[confidence.weights]\n{weights}\n"
    FILE.write_text(comment + text, "utf-8")
