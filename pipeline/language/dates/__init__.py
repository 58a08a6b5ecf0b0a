"""Time expressions: found by rules of `models/en/dates.toml`, read as TIMEX3 values and half-open intervals."""
