"""One after the other, in this process."""

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.engines.engine import Map


@contextmanager
def serial() -> Iterator[Map]:
    """Lends the builtin `map`."""
    yield map
