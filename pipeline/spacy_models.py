"""Finds the spaCy pipeline to run, and tells by a digest when it is another. Does not import spaCy: a run that has
nothing to do must not wait for it.
"""

import importlib.metadata
import importlib.util
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

from confection import Config

from pipeline.errors import DatelineError
from pipeline.settings import Settings


def read_config(settings: Settings) -> Mapping[str, Any]:
    """pipeline.cfg of the language's folder."""
    config: Mapping[str, Any] = Config().from_disk(settings.language / "pipeline.cfg")
    return config


def model_folder(settings: Settings) -> Path:
    """The folder of the spaCy pipeline to run: the one named, else the first that is installed of those preferred.

    Raises DatelineError if there is none.
    """
    wanted = [settings.model] if settings.model else read_config(settings)["model"]["prefer"]
    for name in wanted:
        if folder := _find(name):
            return folder
    what = f"the spaCy pipeline {settings.model}" if settings.model else f"any spaCy pipeline of {', '.join(wanted)}"
    raise DatelineError(f"Cannot find {what}: install it with pip, or name another package or folder with --model.")


def model_digest(settings: Settings) -> str:
    """Of the config, the version of spaCy and the pipeline's files: their names and sizes, the small ones' bytes."""
    folder = model_folder(settings)
    total = blake2b(importlib.metadata.version("spacy").encode(), digest_size=16)
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(f"\0{file.relative_to(folder).as_posix()} {file.stat().st_size}".encode())
    for file in (folder / "config.cfg", folder / "meta.json", settings.language / "pipeline.cfg"):
        total.update(file.read_bytes() if file.is_file() else b"")
    return total.hexdigest()


def _find(name: str) -> Path | None:
    """The pipeline's folder: `name` itself, or inside the package of that name, where spaCy's packages keep it."""
    if (Path(name) / "config.cfg").is_file():
        return Path(name)
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    places = (spec.submodule_search_locations if spec else None) or ()
    return next((p.parent for place in places for p in sorted(Path(place).glob("*/config.cfg"))), None)
