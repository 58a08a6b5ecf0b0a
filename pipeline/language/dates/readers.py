"""The readers that rules of `dates.toml` may name."""

from collections.abc import Callable, Mapping

from pipeline.language.dates import absolute, clock, lengths, relative, story
from pipeline.language.dates.scene import Found, Reading, Scene

Reader = Callable[[Found, Scene], Reading | None]

READERS: Mapping[str, Reader] = {
    "numeric": absolute.read_numeric,
    "slashed": absolute.read_slashed,
    "day": absolute.read_day,
    "days": absolute.read_days,
    "month": absolute.read_month,
    "season": absolute.read_season,
    "quarter": absolute.read_quarter,
    "half": absolute.read_half,
    "year": absolute.read_year,
    "years": absolute.read_years,
    "decade": absolute.read_decade,
    "century": absolute.read_century,
    "ancient": absolute.read_ancient,
    "era": absolute.read_era,
    "since_era": absolute.read_since_era,
    "nth": story.read_nth,
    "weekday": relative.read_weekday,
    "deictic": relative.read_deictic,
    "part_today": relative.read_part_today,
    "holiday": relative.read_holiday,
    "weekend": relative.read_weekend,
    "which": relative.read_which,
    "side": relative.read_side,
    "ago": relative.read_ago,
    "ahead": relative.read_ahead,
    "story_shift": story.read_story_shift,
    "vague_shift": story.read_vague_shift,
    "story_next": story.read_story_next,
    "same": story.read_same,
    "past": relative.read_past,
    "next": relative.read_next,
    "clock": clock.read_clock,
    "length": lengths.read_length,
    "open_length": lengths.read_open_length,
    "every": lengths.read_every,
    "often": lengths.read_often,
    "vague": lengths.read_vague,
    "vague_term": lengths.read_vague_term,
}
