"""A TOML file as a dict."""

import tomllib
from pathlib import Path
from typing import Any

from pipeline.errors import DatelineError


def read_toml(path: Path) -> dict[str, Any]:
    """What the file holds. Raises DatelineError for a file that is missing or no TOML."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise DatelineError(f"{path} cannot be read ({error.strerror}): restore it, or name another.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DatelineError(f"{path} is not valid TOML: {error}. Mend that line and run again.") from None
