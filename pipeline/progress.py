"""Progress of a run: a bar on a terminal, plain lines elsewhere. Writes where the command line tells it to."""

import time
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from pipeline.runner import Watch

_EVERY = 10.0  # seconds between two plain lines of one stage


class Bar(Watch):
    """A bar per stage: articles done, articles a second, time left."""

    def __init__(self, console: Console) -> None:
        rate = TextColumn("{task.fields[rate]}")
        columns = (
            TextColumn("{task.description:<10}"),
            BarColumn(),
            MofNCompleteColumn(),
            rate,
            TimeRemainingColumn(),
        )
        self.progress = Progress(*columns, console=console, transient=True)
        self.task: TaskID | None = None

    def begin(self, stage: str, articles: int) -> None:
        """Take down the last stage's bar and put up this one's."""
        self.end()
        if articles:
            self.progress.start()
            self.task = self.progress.add_task(stage, total=articles, rate="")

    def advance(self, articles: int) -> None:
        """Move the bar on."""
        if self.task is not None:
            self.progress.advance(self.task, articles)
            speed = self.progress.tasks[-1].speed
            self.progress.update(self.task, rate=f"{speed:,.0f}/s" if speed else "")

    def end(self) -> None:
        """Take the bar down."""
        if self.task is not None:
            self.progress.remove_task(self.task)
            self.progress.stop()
        self.task = None


@dataclass
class Lines(Watch):
    """A line when a stage begins and every ten seconds after: for logs."""

    console: Console
    stage: str = ""
    total: int = 0
    done: int = 0
    began: float = field(default_factory=time.monotonic)
    told: float = field(default_factory=time.monotonic)

    def begin(self, stage: str, articles: int) -> None:
        """Say so, if there is something to do."""
        self.stage, self.total, self.done = stage, articles, 0
        self.began = self.told = time.monotonic()
        if articles:
            self._say(f"{stage}: {articles:,} articles")

    def advance(self, articles: int) -> None:
        """Say so, if it is time to."""
        self.done += articles
        now = time.monotonic()
        if now - self.told >= _EVERY and self.done:
            self.told = now
            rate = self.done / (now - self.began)
            left = (self.total - self.done) / rate
            self._say(f"{self.stage}: {self.done:,} of {self.total:,} articles, {rate:,.1f}/s, {left:,.0f} s left")

    def _say(self, line: str) -> None:
        self.console.print(line, highlight=False)


def watch_for(console: Console) -> Bar | Lines:
    """What suits the console."""
    return Bar(console) if console.is_terminal else Lines(console)
