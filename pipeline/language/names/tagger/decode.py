"""From a score for each word and tag to names."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e9  # added to the score of a step that no sequence of tags may take


class Tags:
    """The tags of a tagger in the order of its scores: `O`, and `B-`, `I-` with each label (BIO)."""

    def __init__(self, tags: Sequence[str]) -> None:
        self.tags = tuple(tags)
        inside = np.array([tag.startswith("I-") for tag in tags])
        follows = np.array([[before[1:] == tag[1:] for tag in tags] for before in tags])
        self._step: NDArray[np.float32] = np.where(inside & ~follows, _NEVER, 0).astype(np.float32)
        self._start: NDArray[np.float32] = np.where(inside, _NEVER, 0).astype(np.float32)

    def best(self, scores: NDArray[np.float32]) -> list[str]:
        """The best sequence of tags for `scores`, words by tags, in which no name begins inside (Viterbi)."""
        total, back = scores[0] + self._start, []
        for row in scores[1:]:
            steps = total[:, None] + self._step
            back.append(steps.argmax(axis=0))
            total = steps.max(axis=0) + row
        path = [int(total.argmax())]
        for pointers in reversed(back):
            path.append(int(pointers[path[-1]]))
        return [self.tags[i] for i in reversed(path)]


def spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """(first word, word after the last, label) of each name in a sequence of tags."""
    start = 0
    for i, tag in enumerate([*tags[1:], "O"], start=1):
        if not tag.startswith("I-"):
            if tags[start] != "O":
                yield start, i, tags[start][2:]
            start = i
