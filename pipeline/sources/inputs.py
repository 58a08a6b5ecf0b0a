"""The input that a user names: a file or a folder of files, read by the reader for each format."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from pipeline.errors import DatelineError, InputError
from pipeline.sources import html, jsonl, text
from pipeline.sources.document import Document, Reader, Reject

READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".md": text.read,
    ".html": html.read,
    ".htm": html.read,
    ".jsonl": jsonl.read,
}  # a new format is a file here and a line
_ABOUT = ("README", "LICENSE", "LICENCE")  # files that speak about a corpus and are not of it


def find_files(source: Path) -> list[Path]:
    """The file `source`, or every file under the folder in order of path; hidden ones and READMEs left out.

    Raises DatelineError if there is no such path, or no file of a known format in it.
    """
    if not source.exists():
        raise DatelineError(f"{source} does not exist: name a folder of articles, or one {_formats()} file.")
    files = [source] if source.is_file() else sorted(p for p in source.rglob("*") if _is_input(p, source))
    if not any(file.suffix.lower() in READERS for file in files):
        raise DatelineError(f"{source} holds no article: put {_formats()} files there, or name another folder.")
    return files


@dataclass(frozen=True)
class Inputs:
    """Every document of the input in order of path, and a reject for each input that cannot be used."""

    source: Path

    def __iter__(self) -> Iterator[Document | Reject]:
        for file in find_files(self.source):
            yield from _read(file, relative(file, self.source))


def relative(file: Path, source: Path) -> str:
    """The file's path relative to the input folder, with forward slashes; its name if the input is that file."""
    return file.name if file == source else file.relative_to(source).as_posix()


def digest_inputs(source: Path) -> str:
    """A digest of every input's path and bytes: the same digest, the same articles."""
    total = blake2b(digest_size=16)
    for file in find_files(source):
        total.update(f"{relative(file, source)}\0".encode(errors="surrogateescape"))
        total.update(_file_digest(file))
    return total.hexdigest()


def _file_digest(file: Path) -> bytes:
    try:
        return blake2b(file.read_bytes(), digest_size=16).digest()
    except OSError:
        return b"unreadable"


def _read(file: Path, path: str) -> Iterator[Document | Reject]:
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        yield Reject(
            path,
            "unknown format",
            f"{file.suffix or 'No suffix'}: not a format that is read; {_formats()} are.",
        )
        return
    try:
        yield from reader(file, path)
    except InputError as error:
        yield Reject(path, "unreadable", f"It {error}")


def _is_input(path: Path, root: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    return not hidden and not path.is_dir() and not path.stem.upper().startswith(_ABOUT)


def _formats() -> str:
    *others, last = READERS
    return f"{', '.join(others)} and {last}"
