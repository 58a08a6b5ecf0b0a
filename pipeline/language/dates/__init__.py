"""Time expressions: found by rules of `dates.toml`, read as TIMEX3 values and half-open intervals."""
