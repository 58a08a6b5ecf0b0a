"""What is known of a name beforehand."""

from typing import NamedTuple


class Entry(NamedTuple):
    """A thing with a known name: `country` is whose it is, `seat_of` whose capital it is.

    `own` is the id that the user's alias file gives it, `code` that of ISO 3166 for a division or a former state;
    empty where there is none.
    """

    table: str
    name: str
    type: str
    iso3: str | None
    country: str | None
    wikidata: str | None
    seat_of: str | None
    own: str = ""
    code: str = ""


class Alias(NamedTuple):
    """One way to name an entry: role is name, acronym, adjective or capital.

    `capitals` is how many the text must have, `caps` says which pieces must begin with one, `dotted` that the
    text needs a full stop, `weak` that the recogniser must agree, `origin` which line of a user's file it is from.
    """

    entry: Entry
    role: str
    capitals: int
    caps: tuple[bool, ...]
    dotted: bool
    weak: bool
    origin: str = ""
