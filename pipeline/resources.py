"""The only reader of models/: word lists, rules, weights, each loaded once per process and known by a digest."""

import importlib.metadata
import importlib.util
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from confection import Config

from pipeline.errors import DatelineError


@dataclass(frozen=True)
class Settings:
    """Where the resources are: the language's folder, and what the user named in place of a default."""

    models: Path
    model: str | None = None
    ontology: Path | None = None


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file; a mistake in it stops the run with file, line and remedy."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise DatelineError(f"{path} is missing: restore it, or name another with the option that points to it.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DatelineError(f"{path} is not valid TOML: {error}. Mend that line and run again.") from None


def model_folder(name: str) -> Path | None:
    """The folder of a spaCy pipeline: `name` is a folder itself or an installed package; None if neither."""
    if (Path(name) / "config.cfg").is_file():
        return Path(name)
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    places = spec.submodule_search_locations if spec else None
    found = [p.parent for place in places or () for p in sorted(Path(place).glob("*/config.cfg"))]
    return found[0] if found else None
