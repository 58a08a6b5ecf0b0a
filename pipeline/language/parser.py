"""The spaCy pipelines that dateline runs: one that parses text, one that finds names in a Doc already parsed."""

from collections.abc import Mapping
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from pipeline.language.paragraphs import paragraphs

_UPSTREAM = ("tok2vec", "transformer")  # the components that spaCy's listeners listen to


@Language.component("paragraph_starts")
def paragraph_starts(doc: Doc) -> Doc:
    """Begin a sentence at each paragraph, and none at white space; elsewhere the parser decides."""
    starts = {start for start, _ in paragraphs(doc.text)}
    for token in doc[1:]:
        if token.idx in starts:
            token.is_sent_start = True
        elif token.is_space:
            token.is_sent_start = False
    return doc


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


def _listens(nlp: Language, component: str) -> bool:
    """Does the component take its vectors from another component?"""
    pipe: Any = nlp.get_pipe(component)
    return any("listener" in node.name for node in pipe.model.walk())


def blank_vocab() -> Vocab:
    """The vocabulary in which a Doc is built again from its tokens: English, without vectors."""
    return spacy.blank("en").vocab
