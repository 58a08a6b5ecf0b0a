"""How alike the articles are in which the mentions stand, and what the sentences around a thing say."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

from spacy.tokens import Span

from pipeline.language.article import Article
from pipeline.matching.publication_likeness import cosine, count_words, weigh

Bag = Mapping[str, float]
_OTHERS = 100  # texts on other things, imagined, so that a folder of one story has common words as well


class Texts:
    """The words of all articles, weighted by how rare they are among them."""

    def __init__(self, articles: Mapping[str, Article]) -> None:
        counts = {key: count_words(article.doc.text) for key, article in articles.items()}
        self.spread = Counter(word for count in counts.values() for word in count)
        self.bags = {key: weigh(count, self.spread, len(counts)) for key, count in counts.items()}

    def likeness(self, a: str, b: str) -> float:
        """Cosine of two articles, 0 to 1."""
        return cosine(self.bags[a], self.bags[b])

    def told(self, sentences: Sequence[Span]) -> Bag:
        """The content words of some sentences, as weights of unit length."""
        words = Counter(t.lemma_.lower() for s in sentences for t in s if t.is_alpha and not t.is_stop)
        raw = {w: (1 + log(n)) * self.rarity(w) for w, n in words.items()}
        length = sqrt(sum(x * x for x in raw.values())) or 1.0
        return {w: x / length for w, x in raw.items()}

    def rarity(self, word: str) -> float:
        """1 for a word that is in no other article, less the more of them have it."""
        texts = len(self.bags) + _OTHERS
        return log(1 + texts / (1 + self.spread.get(word, 0))) / log(1 + texts)


def noun_forms(articles: Iterable[Article]) -> dict[str, str]:
    """Form → lemma of the nouns in lower case: what a headline writes with a capital is found here."""
    seen: dict[str, Counter[str]] = {}
    for article in articles:
        for token in article.doc:
            if token.pos_ == "NOUN" and token.text.islower():
                seen.setdefault(token.lower_, Counter())[token.lemma_.lower()] += 1
    return {form: min(lemmas, key=lambda x: (-lemmas[x], x)) for form, lemmas in seen.items()}
