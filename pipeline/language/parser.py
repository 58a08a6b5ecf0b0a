"""The spaCy pipelines that dateline runs: one that parses text, one that finds names in a Doc already parsed."""

from collections.abc import Mapping
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.names.tagger.tagger import Tagger
from pipeline.language.paragraphs import paragraphs
from pipeline.language.sentences.dateline import dateline

_UPSTREAM = ("tok2vec", "transformer")  # the components that spaCy's listeners listen to


@Language.component("paragraph_starts")
def paragraph_starts(doc: Doc) -> Doc:
    """Begin a sentence at each paragraph and after each dateline, and none at white space or within a dateline;
    elsewhere the parser decides.
    """
    blocks = paragraphs(doc.text)
    opening = [found for start, end in blocks if (found := _dateline(doc.text, start, end))]
    starts = {start for start, _ in blocks} | {end for _, end in opening}
    for token in doc[1:]:
        if token.idx in starts:
            token.is_sent_start = True
        elif token.is_space or any(start < token.idx < end for start, end in opening):
            token.is_sent_start = False
    return doc


def _dateline(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the paragraph's dateline starts and where the sentence after it does; a line all in capitals has none."""
    found = dateline(text, start)
    if found is None or found.end >= end or text[start:end].isupper():
        return None
    return start, found.end + len(text[found.end : end]) - len(text[found.end : end].lstrip())


def load_parser(model: str, config: Mapping[str, Any]) -> Language:
    """Tokenizer, tagger, parser and lemmatizer of the spaCy pipeline in the folder `model`."""
    nlp = spacy.load(model, exclude=config["tokenise"]["exclude"], config={"nlp": dict(config["nlp"])})
    for name, place in config["tokenise"]["components"].items():
        nlp.add_pipe(name, **place)
    return nlp


def load_recogniser(model: str, config: Mapping[str, Any]) -> Language:
    """The name finder of the spaCy pipeline in `model`, with nothing else that a parsed Doc already has."""
    nlp = spacy.load(model, config={"nlp": dict(config["nlp"])})
    wanted = config["recognise"]["component"]
    keep = {wanted, *(_UPSTREAM if _listens(nlp, wanted) else ())}
    for name in set(nlp.component_names) - keep:
        nlp.remove_pipe(name)
    return nlp


def load_tagger(pieces: str, card: Mapping[str, Any], weights: bytes) -> Tagger:
    """The name finder of our own, from what vocab.txt, tagger.json and tagger.onnx hold."""
    return Tagger.from_files(blank_vocab(), pieces, card, weights)


def _listens(nlp: Language, component: str) -> bool:
    """Does the component take its vectors from another component?"""
    pipe: Any = nlp.get_pipe(component)
    return any("listener" in node.name for node in pipe.model.walk())


def blank_vocab() -> Vocab:
    """The vocabulary in which a Doc is built again from its tokens: English, without vectors."""
    return spacy.blank("en").vocab
