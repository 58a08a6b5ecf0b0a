"""What the tagger was chosen over: spaCy's own kind of name finder, trained on the same articles.

`python -m pipeline.training.transition CORPUS.jsonl` trains tok2vec and transitions (spaCy's `ner`) over the word
vectors of the md pipeline and prints the figures of the dev part. Nothing is written.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from pipeline.language.names.tagger.decode import spans
from pipeline.resources import read_toml
from pipeline.settings import Settings, default_language
from pipeline.spacy_models import model_folder
from pipeline.training.corpus import Labels, Marked, read_corpus
from pipeline.training.figures import figures
from pipeline.training.split import is_dev

_TOK2VEC = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "pretrained_vectors": True,
    "width": 128,
    "depth": 4,
    "embed_size": 2000,
    "window_size": 1,
    "maxout_pieces": 3,
    "subword_features": True,
}
_NER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "ner",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": _TOK2VEC,
}
_BATCH, _DROPOUT, _LENGTH = 16, 0.2, 200  # stretches in a step; share of values dropped; words in a stretch


@click.command()
@click.argument("corpus", type=click.Path(path_type=Path, exists=True))
@click.option("--passes", default=12, show_default=True)
def main(corpus: Path, passes: int) -> None:
    """Train on CORPUS without its dev part and print the figures of the dev part after each pass."""
    recipe = read_toml(default_language() / "ner/training.toml")
    articles = list(read_corpus(corpus, Labels(recipe["labels"], recipe["finer"])))
    share = recipe["network"]["dev_share"]
    nlp = _blank()
    examples = [e for a in articles if not is_dev(a.id, share) for e in _examples(nlp, a)]
    optimiser: Any = nlp.initialize(lambda: examples)
    for number in range(passes):
        random.Random(number).shuffle(examples)
        for first in range(0, len(examples), _BATCH):
            nlp.update(examples[first : first + _BATCH], sgd=optimiser, drop=_DROPOUT)
        found = figures(nlp.get_pipe("ner"), nlp.vocab, [a for a in articles if is_dev(a.id, share)])
        click.echo("\n".join([f"pass {number + 1} of {passes}", *found]))


def _blank() -> Language:
    """A pipeline of one component, with the word vectors of the pipeline that runs use."""
    nlp = spacy.blank("en")
    nlp.vocab.vectors = spacy.load(model_folder(Settings(Path(), default_language()))).vocab.vectors
    nlp.add_pipe("ner", config={"model": _NER})
    return nlp


def _examples(nlp: Language, article: Marked) -> Iterator[Example]:
    """The article in stretches of whole names."""
    found, start = list(spans(article.tags)), 0
    while start < len(article.words):
        end = min(start + _LENGTH, len(article.words))
        end = next((first for first, last, _ in found if first < end < last and first > start), end)
        inside = [(a - start, b - start, label) for a, b, label in found if start <= a and b <= end]
        yield _example(nlp, article.words[start:end], inside)
        start = end


def _example(nlp: Language, words: list[str], names: Sequence[tuple[int, int, str]]) -> Example:
    marked = Doc(nlp.vocab, words=words)
    marked.ents = [Span(marked, a, b, label=label) for a, b, label in names]
    return Example(Doc(nlp.vocab, words=words), marked)


if __name__ == "__main__":
    main()
