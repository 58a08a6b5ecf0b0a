"""What a run reads: the articles, the language's folder, and what the user named in place of a default."""

from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).parent


@dataclass(frozen=True)
class Settings:
    """`source` is a file or a folder of articles; `language` a folder of models/; `model` a spaCy pipeline by package
    or folder, None = the first preferred that is installed; `ontologies` are event types, each by its name in models/
    or by a TOML file: the first that has a rule for a word decides; `aliases` are CSV files of the user's own names;
    `ner` who finds names: `news`, the tagger in the language's folder, or `spacy`, the spaCy pipeline.
    """

    source: Path
    language: Path
    model: str | None = None
    ontologies: tuple[str, ...] = ("plover",)
    aliases: tuple[Path, ...] = ()
    ner: str = "news"


def default_language() -> Path:
    """models/en of the checkout, else the one that the wheel brought."""
    places = (_ROOT.parent / "models/en", _ROOT / "models/en")
    return next((place for place in places if place.is_dir()), places[-1])
