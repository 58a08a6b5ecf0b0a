"""Which articles are never trained on."""

from hashlib import md5


def is_dev(article_id: str, share: int) -> bool:
    """Does the article belong to the dev part, one in `share`, by a hash of its id?"""
    return int(md5(article_id.encode(), usedforsecurity=False).hexdigest(), 16) % share == 0
