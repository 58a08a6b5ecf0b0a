"""Finds who says, thinks or wants what: reporting words by rule, contents through the parse and quotation marks."""

from collections.abc import Iterator

from pipeline.language.article import Article
from pipeline.language.quotes.direct import Claims, Direct
from pipeline.language.quotes.found import Found
from pipeline.language.quotes.marks import quotations
from pipeline.language.quotes.rules import Rules
from pipeline.language.quotes.words import Reporting

