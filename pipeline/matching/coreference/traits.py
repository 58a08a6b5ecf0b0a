"""What a mention's own words tell: its lemma, number, sex, article, what describes it."""

from collections.abc import Mapping

from spacy.tokens import Span, Token

from pipeline.language.article import Name
from pipeline.matching.coreference.words import Lists

_DESCRIBING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "NUM"})
_ONE = frozenset({"male", "female", "thing", "first"})
_MANY = frozenset({"plural", "group"})
_SEXES = ("male", "female")


class Traits:
    """Reads them with the word lists, and with form → lemma of the nouns of the corpus."""

    def __init__(self, lists: Lists, nouns: Mapping[str, str]) -> None:
        self.lists = lists
        self.nouns = nouns

    def lemma(self, token: Token) -> str:
        """In lower case; of a capitalised noun the lemma that it has elsewhere."""
        if token.pos_ == "PROPN":
            return self.nouns.get(token.lower_, token.lower_)
        return token.lemma_.lower()

    def is_noun(self, head: Token) -> bool:
        """Is a capitalised word a common noun ("Robbers Flee" in a headline)?"""
        return head.lower_ in self.nouns or self.lists.kind_of(self.lemma(head)) != "thing"

    def describing(self, span: Span, head: Token) -> frozenset[str]:
        """Lemmas of the span's content words besides the head."""
        return frozenset(self.lemma(t) for t in self._text(span) if t != head and t.pos_ in _DESCRIBING)

    def key(self, span: Span) -> str:
        """The text without articles and prepositions, in lower case."""
        return " ".join(t.lower_ for t in self._text(span)) or span.text.lower()

    def _text(self, span: Span) -> list[Token]:
        return [t for t in span if t.lower_ not in self.lists.idle]

    def name_words(self, span: Span, name: Name | None, shape: str) -> frozenset[str]:
        """The words of the name at the head; of a name that the recogniser missed those with a capital."""
        own = {t.lower_ for t in name.span if t.is_alpha and t.lower_ not in self.lists.idle} if name else set()
        return frozenset(own or ({t.lower_ for t in span if t.pos_ == "PROPN"} if shape == "name" else ()))

    def titles(self, name: Name | None) -> frozenset[str]:
        """The nouns of a person's title: "ceo" of "Apple CEO Steve Jobs"."""
        if name is None or name.type != "PERSON":
            return frozenset()
        words = (name.title or "").lower().replace("-", " ").split()
        return frozenset(self.lists.same.get(w, w) for w in words if self.lists.kind_of(w) == "person")

    def determiner(self, span: Span, head: Token) -> str:
        """the, this, own or a: what the article or possessive before the head says; "" if there is none."""
        first = next((t for t in span if t.pos_ != "ADP"), head)
        return self.lists.determiners.get(first.lower_, "")

    def plural(self, head: Token, said: str, shape: str) -> bool | None:
        """None where it cannot be told, or where one word means many."""
        if said or shape == "number":
            return True if said in _MANY else False if said in _ONE else None
        lemma = self.lemma(head)
        if lemma in self.lists.nouns["collective"]:
            return None
        if head.tag_ in ("NNS", "NNPS") or (head.pos_ == "PROPN" and shape == "noun" and head.lower_ != lemma):
            return True
        return False if head.tag_ in ("NN", "NNP") else None

    def gender(self, lemma: str, said: str, name: Name | None) -> str:
        """male, female or "", by pronoun, noun, title or given name."""
        if said in _SEXES:
            return said
        words = {lemma, *_titles(name)}
        sex = next((s for s in _SEXES if words & self.lists.nouns[s]), "")
        full = name is not None and name.type == "PERSON" and len(name.span) > 1
        return sex or (self.lists.given.get(name.span[0].lower_, "") if name is not None and full else "")


def _titles(name: Name | None) -> set[str]:
    title = name.title if name is not None and name.type == "PERSON" else None
    return {word.rstrip(".") for word in (title or "").lower().split()}
