"""Ids of what stands at a place in an article: content hashes, the same from run to run."""

from hashlib import blake2b


def span_id(letter: str, article_id: str, *parts: object) -> str:
    """`letter`, an underscore and a hash of the article and of what tells the thing apart in it."""
    key = "\0".join((article_id, *map(str, parts)))
    return f"{letter}_{blake2b(key.encode(), digest_size=8).hexdigest()}"
