"""The only reader of models/: word lists, rules, weights, each loaded once per process and known by a digest.

A resource is named in `Stage.needs`; its digest goes into the receipts of that stage's parts.
"""

import csv
import gzip
import json
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any

from pipeline.alias_files import read_alias_files
from pipeline.errors import DatelineError
from pipeline.lineage import code_digest
from pipeline.ontology_faults import verify_ontologies
from pipeline.ontology_files import ontology_files
from pipeline.settings import Settings
from pipeline.sources.inputs import Inputs, digest_inputs
from pipeline.spacy_models import model_digest, model_folder, read_config


@dataclass(frozen=True)
class Resource:
    """How a resource is loaded, what changes whenever it does, and whether it is of the articles, not of models/."""

    load: Callable[[Settings], Any]
    digest: Callable[[Settings], str]
    of_source: bool = False


def load(name: str, settings: Settings) -> Any:
    """The resource, loaded once per process and digest. Raises DatelineError if it is missing or mistaken."""
    own = settings if RESOURCES[name].of_source else replace(settings, source=Path())
    return _load(name, own, digest(name, settings))


def digest(name: str, settings: Settings) -> str:
    """A digest of the resource. Raises DatelineError if it is missing."""
    return RESOURCES[name].digest(settings)


def verify(names: Iterable[str], settings: Settings) -> None:
    """See that the resources are there, and that what the user named can be read, before hours of work rest on it."""
    for name in names:
        digest(name, settings)
    if settings.ontologies:
        load("ontology", settings)
    if settings.aliases:
        load("gazetteer", settings)


@cache
def _load(name: str, settings: Settings, _state: str) -> Any:
    return RESOURCES[name].load(settings)


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file; a mistake in it stops the run with file, line and remedy."""
    try:
        return tomllib.loads(_bytes(path).decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DatelineError(f"{path} is not valid TOML: {error}. Mend that line and run again.") from None


def read_csv(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a header; lines that begin with # are comments."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(line for line in file if not line.startswith("#")))
    except (csv.Error, UnicodeDecodeError) as error:
        raise DatelineError(f"{path} is not a valid CSV file: {error}. Mend it and run again.") from None


def _files_digest(files: Iterable[Path]) -> str:
    total = blake2b(digest_size=16)
    for file in files:
        total.update(file.name.encode() + b"\0" + _bytes(file) + b"\0")
    return total.hexdigest()


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise DatelineError(f"{file} cannot be read ({error.strerror}): restore it, or name another.") from None


def _call(target: str) -> Callable[..., Any]:
    """`module:attribute.attribute`, imported when it is called for: a run that has nothing to do stays fast."""
    module, _, path = target.partition(":")
    found: Any = import_module(module)
    for name in path.split("."):
        found = getattr(found, name)
    call: Callable[..., Any] = found
    return call


def _words(files: str, target: str) -> Resource:
    """TOML files of the language's folder, built by `target`, a function of their parsed content together."""
    return Resource(
        load=lambda settings: _build([settings.language / file for file in files.split()], target),
        digest=lambda settings: _files_digest([settings.language / file for file in files.split()]),
    )


def _build(paths: Sequence[Path], target: str) -> Any:
    """What `target` makes of the files together; a key that is missing or of the wrong kind is a fault in them."""
    data = {key: value for path in paths for key, value in read_toml(path).items()}
    try:
        return _call(target)(data)
    except (KeyError, TypeError, ValueError) as error:
        raise DatelineError(f"{paths[-1]} has a mistake: {error!r}. Mend it and run again.") from None


def _spacy(target: str) -> Resource:
    """A spaCy pipeline, built by `target` from its folder and pipeline.cfg."""
    return Resource(
        load=lambda settings: _call(target)(str(model_folder(settings)), read_config(settings)),
        digest=lambda settings: model_digest(settings) + _code(target),
    )


def _tagger(target: str) -> Resource:
    """The name finder of our own: what `target` makes of the files in ner/ of the language's folder."""
    files = ("vocab.txt", "tagger.json", "tagger.onnx")
    return Resource(
        load=lambda settings: _assemble([settings.language / "ner" / file for file in files], target),
        digest=lambda settings: _files_digest(settings.language / "ner" / file for file in files) + _code(target),
    )


def _assemble(paths: Sequence[Path], target: str) -> Any:
    pieces, card, weights = map(_bytes, paths)
    try:
        return _call(target)(pieces.decode("utf-8"), json.loads(card), weights)
    except (KeyError, ValueError) as error:
        raise DatelineError(f"{paths[0].parent} is damaged ({error}): restore it, or run with --ner spacy.") from None


def _code(target: str) -> str:
    return code_digest(target.partition(":")[0])


def _recogniser() -> Resource:
    """The tagger, or the name finder of the spaCy pipeline if the user wants that one."""
    kinds = {
        "news": _tagger("pipeline.language.parser:load_tagger"),
        "spacy": _spacy("pipeline.language.parser:load_recogniser"),
    }
    return Resource(
        lambda settings: kinds[settings.ner].load(settings), lambda settings: kinds[settings.ner].digest(settings)
    )


def _alias_files(settings: Settings) -> list[Path]:
    return sorted((settings.language / "aliases").glob("*.csv"))


def _gazetteer(settings: Settings) -> Any:
    tables = {path.stem: read_csv(path) for path in _alias_files(settings)}
    words = read_toml(settings.language / "names.toml")
    own = read_alias_files(settings.aliases, (row["iso3"] for row in tables["countries"]))
    cities = _call("pipeline.language.names.cities:Cities")(partial(_read_cells, _cities_file(settings)))
    more = partial(_territories, settings)
    return _call("pipeline.language.names.gazetteer:Gazetteer.from_rows")(tables, words, own, cities, more)


def _territories(settings: Settings, table: str) -> list[dict[str, str]]:
    return read_csv(settings.language / f"territories/{table}.csv")


def _cities_file(settings: Settings) -> Path:
    return settings.language / "places/cities.csv.gz"


def _read_cells(path: Path) -> list[list[str]]:
    """The rows of a compressed CSV file without its header."""
    return list(csv.reader(gzip.decompress(_bytes(path)).decode("utf-8").splitlines()))[1:]


_EVENTS = ("event_coreference.toml", "event_coreference_weights.toml", "words/deeds.csv.gz", "speech.toml")


def _event_coreference(settings: Settings) -> Any:
    data = {key: value for file in _EVENTS[:2] for key, value in read_toml(settings.language / file).items()}
    rules = _call("pipeline.matching.coreference.events.rules:EventRules.from_tables")
    return rules(data, _read_cells(settings.language / _EVENTS[2]), load("speech", settings))


def _gazetteer_files(settings: Settings) -> list[Path]:
    more = sorted((settings.language / "territories").glob("*.csv"))
    return [settings.language / "names.toml", *_alias_files(settings), _cities_file(settings), *more, *settings.aliases]


def _ontology(settings: Settings) -> Any:
    """What all ontologies share and those that the user named, as one."""
    named = ontology_files(settings.ontologies, settings.language)
    read = [[(str(file), read_toml(file)) for file in files] for files in named]
    verify_ontologies([file for files in read for file in files])
    tables = [{k: v for _, content in files for k, v in content.items()} for files in read]
    return _call("pipeline.language.events.ontology:Ontology.from_toml")(*tables)


def _ontology_digest(settings: Settings) -> str:
    return _files_digest(file for files in ontology_files(settings.ontologies, settings.language) for file in files)


RESOURCES: dict[str, Resource] = {
    "inputs": Resource(
        lambda settings: Inputs(settings.source), lambda settings: digest_inputs(settings.source), of_source=True
    ),
    "parser": _spacy("pipeline.language.parser:load_parser"),
    "recogniser": _recogniser(),
    "vocab": Resource(lambda settings: _call("pipeline.language.parser:blank_vocab")(), lambda settings: ""),
    "boilerplate": _words("boilerplate.toml", "pipeline.language.sentences.boilerplate:Boilerplate.from_toml"),
    "dates": _words("dates.toml", "pipeline.language.dates.grammar:Grammar.from_toml"),
    "gazetteer": Resource(_gazetteer, lambda s: _files_digest(_gazetteer_files(s))),
    "ontology": Resource(
        _ontology,
        _ontology_digest,
    ),
    "anything": _words(
        "events/shared.toml events/general.toml", "pipeline.language.events.ontology:Ontology.from_toml"
    ),
    "main_event": _words("main_event.toml", "pipeline.language.main_event.rules:Rules.from_toml"),
    "speech": _words("speech.toml", "pipeline.language.events.speech:Speech.from_toml"),
    "reporting": _words("quotes.toml quotes_weights.toml", "pipeline.language.quotes.words:Reporting.from_toml"),
    "quantities": _words("quantities.toml", "pipeline.language.quantities.words:Quantities.from_toml"),
    "copies": _words("copies.toml", "pipeline.matching.copies.rules:Rules.from_toml"),
    "coreference": _words(
        "speech.toml coreference.toml coreference_weights.toml", "pipeline.matching.coreference.rules:Rules.from_toml"
    ),
    "event_coreference": Resource(_event_coreference, lambda s: _files_digest(s.language / f for f in _EVENTS)),
    "stories": _words("stories.toml", "pipeline.matching.stories.weights:Weights.from_toml"),
}
