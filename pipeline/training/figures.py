"""How well a tagger reads the articles that it was not trained on."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.names.tagger.decode import spans
from pipeline.training.corpus import Marked, sentences


def figures(tagger: Callable[[Doc], Doc], vocab: Vocab, articles: Sequence[Marked]) -> Iterable[str]:
    """Precision, recall and F1 of exact spans in per cent, a line for each label and one for all."""
    found, gold = Counter[str](), Counter[str]()
    right = Counter[str]()
    for article in articles:
        ours = {(e.start, e.end, e.label_) for e in tagger(_doc(article, vocab)).ents}
        theirs = set(spans(article.tags))
        found.update(label for *_, label in ours)
        gold.update(label for *_, label in theirs)
        right.update(label for *_, label in ours & theirs)
    yield f"{'label':<12}{'precision':>10}{'recall':>10}{'F1':>10}{'names':>10}"
    yield from (_line(label, right, found, gold) for label in sorted(gold, key=lambda name: -gold[name]))
    yield _line("all", *({"all": sum(c.values())} for c in (right, found, gold)))


def _line(label: str, right: Mapping[str, int], found: Mapping[str, int], gold: Mapping[str, int]) -> str:
    precision, recall = right[label] / max(1, found[label]), right[label] / max(1, gold[label])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{label:<12}{100 * precision:>10.1f}{100 * recall:>10.1f}{100 * f1:>10.1f}{gold[label]:>10}"


def _doc(article: Marked, vocab: Vocab) -> Doc:
    """The article's words as a Doc with sentences."""
    starts = {sentence[0][0] for sentence in sentences(article.words)}
    numbers = range(len(article.words))
    return Doc(vocab, words=article.words, sent_starts=[i in starts for i in numbers])
