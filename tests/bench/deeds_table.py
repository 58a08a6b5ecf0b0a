"""Makes `models/en/words/deeds.csv.gz`: `python -m tests.bench.deeds_table FOLDER`, once, at development time.

FOLDER holds WordNet 3.0's database files (Debian's package wordnet-base: usr/share/wordnet). For each verb, and each
noun that can name what happens: the verbs that it is derived from, and its most used senses.
"""

import csv
import gzip
import io
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

OUT = Path("models/en/words/deeds.csv.gz")
SENSES = 3  # of a lemma, the most used first: rarer ones tie words that news uses differently
# WordNet's lexicographer files of nouns that name what happens: act, cognition, communication, event, feeling,
# phenomenon, possession, process, state.
HAPPENING = {"04", "09", "10", "11", "12", "19", "21", "22", "26"}
Key = tuple[str, str]  # part of speech, offset


def main(folder: str) -> None:
    """Write the table."""
    synsets = dict(_synsets(Path(folder)))
    verbs = _verbs(synsets)
    senses = dict(_senses(Path(folder), synsets))
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(("lemma", "verbs", "senses"))
    rows.writerows(_rows(verbs, senses))
    OUT.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))
    print(f"{len(senses):,} lemmas, {OUT.stat().st_size:,} bytes")


def _rows(verbs: dict[str, set[str]], senses: dict[Key, list[Key]]) -> Iterator[tuple[str, str, str]]:
    lemmas = sorted({lemma for lemma, _ in senses})
    for lemma in lemmas:
        known = set(verbs.get(lemma, ())) if (lemma, "n") in senses else set()
        own = known | ({lemma} if (lemma, "v") in senses else set())
        if not own and " " in lemma:
            continue
        means = [s for verb in sorted(own) for s in senses.get((verb, "v"), ())] + senses.get((lemma, "n"), [])
        yield lemma, "|".join(sorted(own)), "|".join(dict.fromkeys(f"{pos}{int(at):x}" for pos, at in means))


def _synsets(folder: Path) -> Iterator[tuple[Key, tuple[str, list[str], list[list[str]]]]]:
    """(part of speech, offset) → (lexicographer file, words, pointers)."""
    for pos, name in (("n", "noun"), ("v", "verb")):
        for line in (folder / f"data.{name}").read_text("ascii").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split("|")[0].split()
            words = [cells[4 + 2 * i].lower().replace("_", " ") for i in range(int(cells[3], 16))]
            at = 4 + 2 * len(words)
            pointers = [cells[at + 1 + 4 * i : at + 5 + 4 * i] for i in range(int(cells[at]))]
            yield (pos, cells[0]), (cells[1], words, pointers)


def _verbs(synsets: dict[Key, tuple[str, list[str], list[list[str]]]]) -> dict[str, set[str]]:
    """Noun → the verbs that it is derived from."""
    out: dict[str, set[str]] = defaultdict(set)
    for (pos, _), (_, words, pointers) in synsets.items():
        for symbol, offset, other, place in pointers:
            if symbol == "+" and (pos, other) == ("n", "v"):
                noun, verb = words[int(place[:2], 16) - 1], synsets["v", offset][1][int(place[2:], 16) - 1]
                out[noun].add(verb)
    return out


def _senses(
    folder: Path, synsets: dict[Key, tuple[str, list[str], list[list[str]]]]
) -> Iterator[tuple[Key, list[Key]]]:
    """(lemma, part of speech) → its most used senses; nouns only with those that happen."""
    for pos, name in (("n", "noun"), ("v", "verb")):
        for line in (folder / f"index.{name}").read_text("ascii").splitlines():
            if line.startswith(" "):
                continue
            cells = line.split()
            found = [(pos, offset) for offset in cells[-int(cells[2]) :]][:SENSES]
            kept = [s for s in found if pos == "v" or synsets[s][0] in HAPPENING]
            if kept:
                yield (cells[0].replace("_", " "), pos), kept


if __name__ == "__main__":
    main(sys.argv[1])
