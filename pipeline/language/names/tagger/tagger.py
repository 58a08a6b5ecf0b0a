"""The tagger as a spaCy component: sets `doc.ents`."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from pipeline.language.names.tagger.decode import Tags, spans
from pipeline.language.names.tagger.windows import Window, windows
from pipeline.language.names.tagger.wordpiece import WordPieces


@dataclass(frozen=True)
class Tagger:
    """Reads a parsed Doc and sets its `ents`: OntoNotes labels (Weischedel et al. 2013), and MISC for other names.

    `width` is how many pieces a window has at most. What is found in an article depends on that article alone: windows
    are read one by one and never padded, so that the order and company in which articles come change nothing.
    """

    vocab: Vocab
    pieces: WordPieces
    tags: Tags
    width: int
    session: Any

    @classmethod
    def from_files(cls, vocab: Vocab, pieces: str, card: Mapping[str, Any], weights: bytes) -> "Tagger":
        """From what vocab.txt, tagger.json and tagger.onnx hold. Raises ValueError if the weights cannot be run."""
        return cls(vocab, WordPieces.from_lines(pieces), Tags(card["tags"]), card["width"], _session(weights))

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """The Docs, in order, each with its names."""
        return map(self, docs)

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, with its names in `ents`."""
        sentences = ([(token.i, token.text) for token in sentence] for sentence in doc.sents)
        doc.ents = [
            Span(doc, window.tokens[start], window.tokens[end - 1] + 1, label=label)
            for window in windows(sentences, self.pieces, self.width)
            for start, end, label in spans(self.tags.best(self._scores(window)))
        ]
        return doc

    def _scores(self, window: Window) -> NDArray[np.float32]:
        """Words by tags."""
        fed = {"pieces": np.array([window.pieces], np.int64), "shapes": np.array([window.shapes], np.int64)}
        scores: NDArray[np.float32] = self.session.run(None, fed)[0][0, window.firsts]
        return scores


def _session(weights: bytes) -> Any:
    """The weights, ready to run on one core: what runs side by side are shards."""
    import onnxruntime  # half a second, which only a run that finds names should wait for

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    try:
        return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # noqa: BLE001  onnxruntime has no common class for what it raises
        raise ValueError(f"onnxruntime cannot run the weights: {error}") from None
