"""A cursor into parsed JSON that knows where it stands, so that an error names file, place and remedy."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pipeline.errors import DatelineError

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Field:
    """A piece of the JSON and where it stands."""

    where: str
    data: Any

    def __getitem__(self, key: str) -> "Field":
        """The value of `key`. Raises DatelineError if this is no object or lacks the key."""
        if key not in self.of(dict):
            raise DatelineError(f"{self.where} lacks the key '{key}': add it.")
        return Field(f"{self.where}: {key}", self.data[key])

    def get(self, key: str, default: object) -> "Field":
        """The value of `key`, or `default` where there is no such key."""
        return self[key] if key in self.of(dict) else Field(f"{self.where}: {key}", default)

    def items(self) -> "list[Field]":
        """The items of a list."""
        return [Field(f"{self.where}[{n}]", item) for n, item in enumerate(self.of(list))]

    def each(self, make: "Callable[[Field], Kind]") -> tuple[Kind, ...]:
        """`make` of every item of a list."""
        return tuple(make(item) for item in self.items())

    def of(self, kind: type[Kind]) -> Kind:
        """The value itself. Raises DatelineError if it is of another kind."""
        if not isinstance(self.data, kind):
            raise DatelineError(f"{self.where} is {_short(self.data)}: it must be {NAMES[kind]}.")
        return self.data

    @property
    def missing(self) -> bool:
        """Whether it is null."""
        return self.data is None


NAMES: Mapping[type, str] = {
    dict: "an object",
    list: "a list",
    str: "a string",
    float: "a number",
    bool: "true or false",
}


def text(field: Field) -> str:
    """A string."""
    return field.of(str)


def number(field: Field) -> float | None:
    """A number or null."""
    whole = isinstance(field.data, int) and not isinstance(field.data, bool)
    return None if field.missing else float(field.data) if whole else field.of(float)


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:59] + "…"
