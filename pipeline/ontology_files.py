"""Which files hold the ontologies that a run was asked for: by name one that ships, by path the user's own."""

from collections.abc import Iterable
from pathlib import Path

from pipeline.errors import DatelineError


def ontology_files(names: Iterable[str], language: Path) -> list[list[Path]]:
    """The files that all ontologies share, then those of each. Raises DatelineError for a name that none has."""
    shared = [language / "events/shared.toml", language / "confidence.toml"]
    return [shared, *(_files(name, language / "events") for name in names)]


def _files(name: str, folder: Path) -> list[Path]:
    if name.endswith(".toml"):
        return [Path(name)]
    known = {path.stem: path for path in sorted(folder.iterdir()) if path.stem != "shared"}
    if name not in known:
        raise DatelineError(f"no ontology is called {name}: take {', '.join(known)}, or a file of your own (.toml).")
    return sorted(known[name].glob("*.toml")) if known[name].is_dir() else [known[name]]
