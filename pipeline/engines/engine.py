"""What an engine is: a context manager that lends the runner a `map`. It says where work runs, never what it does."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


class Map(Protocol):
    """Applies a function to each item; the results may come in any order."""

    def __call__(self, work: Callable[[In], Out], items: Iterable[In], /) -> Iterator[Out]:
        """The results, as they come."""
        ...


Engine = Callable[[], AbstractContextManager[Map]]
