"""The code that a stage runs: its module and whatever of this package that module imports, by digest.

A part's receipt holds it, so that a changed rule is run again and an unchanged one is not, also in a checkout where
the version number stays the same from edit to edit.
"""

import re
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

_PACKAGE = Path(__file__).parent
_IMPORT = re.compile(r"^(?:from (pipeline[\w.]*) import \(?([\w, ]+)|import (pipeline[\w.]*))", re.MULTILINE)


@cache
def code_digest(module: str) -> str:
    """A digest of the module `pipeline.…` and of every module of the package that it imports, at any depth."""
    total = blake2b(digest_size=16)
    for name in sorted(closure(module)):
        total.update(name.encode() + b"\0" + _source(name).encode())
    return total.hexdigest()


def closure(module: str) -> set[str]:
    """The module and every module of the package that it imports, at any depth."""
    seen: set[str] = set()
    open_ = [module]
    while open_:
        name = open_.pop()
        if name not in seen and _file(name):
            seen.add(name)
            open_ += _imports(name)
    return seen


def _imports(module: str) -> Iterator[str]:
    """Names that may be modules: `from a.b import c` is a.b and perhaps a.b.c."""
    for origin, names, plain in _IMPORT.findall(_source(module)):
        yield origin or plain
        yield from (f"{origin}.{name.strip()}" for name in names.split(",") if name.strip())


@cache
def _source(module: str) -> str:
    file = _file(module)
    return file.read_text("utf-8") if file else ""


def _file(module: str) -> Path | None:
    base = _PACKAGE.parent.joinpath(*module.split("."))
    places = (base.with_suffix(".py"), base / "__init__.py")
    return next((place for place in places if place.is_file()), None)
