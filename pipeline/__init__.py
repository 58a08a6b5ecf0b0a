"""dateline: news articles in, documented Parquet tables of events out."""

__version__ = "0.1.0"
