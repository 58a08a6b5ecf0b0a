"""Headlines that name a speaker or a source before a colon: "Merkel: 'We can do it'", "Poll: Voters worried"."""

from collections.abc import Container

from spacy.tokens import Span

from pipeline.language.quotes.found import Extent, Found, extent
from pipeline.language.quotes.words import Reporting

_SHORT = 5  # tokens of the part before the colon: more are a sentence of their own


def before_colon(headline: Span, names: Container[int], words: Reporting) -> Found | None:
    """What stands behind the colon of a headline, if before it stand only a name or a word for a source."""
    colon = next((t for t in headline if t.text == ":"), None)
    if colon is None or not 0 < colon.i - headline.start <= _SHORT:
        return None
    source = headline.doc[headline.start : colon.i].root
    known = source.i in names or source.lemma_.lower() in words.source
    content = extent(headline.doc[colon.i + 1 : headline.end]) if known else None
    return Found(Extent(colon.i, colon.i + 1), colon, source, content, "headline") if content else None
