"""Bytes to text: UTF-8, or a sentence that says why not."""

from pathlib import Path

from pipeline.errors import InputError


def read_text(file: Path) -> str:
    """The file's text, line ends as they are; raises InputError if it cannot be read or is not UTF-8 text."""
    raw = read_bytes(file)
    if b"\0" in raw:
        raise InputError("holds zero bytes, so it is not UTF-8 text: save it as UTF-8 text, or take it out.")
    return _decode(raw)


def read_bytes(file: Path) -> bytes:
    """The file's bytes; raises InputError if it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}): check that it exists and that you may read it.") from None


def _decode(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = f"byte 0x{raw[error.start]:02x} at offset {error.start:,}"
        raise InputError(
            f"is not valid UTF-8 ({where}): convert it, for example with iconv -f cp1252 -t utf-8."
        ) from None
