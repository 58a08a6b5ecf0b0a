"""The command line: the only place that prints or exits."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table as Grid

from pipeline import __version__
from pipeline.errors import DatelineError
from pipeline.settings import Settings, default_language
from pipeline.tables import TABLES, Table

_OUT = click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("data"),
    show_default=True,
    help="Folder of the tables.",
)
_TABLE = click.Choice([table.name for table in TABLES])


class _Group(click.Group):
    """Turns what stops a run into one sentence and exit code 2."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            click.echo(f"dateline: {error}", err=True)
            sys.exit(2)
        except KeyboardInterrupt:
            click.echo("dateline: stopped. What is done is kept; run again for the rest.", err=True)
            sys.exit(130)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="dateline")
def main() -> None:
    """Turn news articles into tables: who did what to whom, when, where, how many, and who says so."""


@main.command()
@click.argument("source", type=click.Path(path_type=Path), default=Path("seeds/articles"))
@_OUT
@click.option("--model", help="spaCy pipeline: an installed package or a folder. Default: see models/en/pipeline.cfg.")
@click.option(
    "--ontology",
    "ontologies",
    multiple=True,
    default=["plover"],
    show_default=True,
    help="Event types: plover, general, business, disasters, or a TOML file of your own. May be given several times: "
    "the first that has a rule for a word decides.",
)
@click.option(
    "--ner",
    type=click.Choice(["news", "spacy"]),
    default="news",
    show_default=True,
    help="Who finds names: the tagger trained on world news, or the faster one of the spaCy pipeline.",
)
@click.option(
    "--aliases",
    type=click.Path(path_type=Path),
    multiple=True,
    help="CSV file of your own names: alias,id,name. It wins over everything else. May be given several times.",
)
@click.option("--workers", type=click.IntRange(min=1), help="Processes.  [default: the cores of this machine]")
@click.option(
    "--strict",
    is_flag=True,
    help="Stop at the first article that breaks a stage, instead of putting it in rejects.",
)
def run(
    source: Path,
    out: Path,
    model: str | None,
    ontologies: tuple[str, ...],
    aliases: tuple[Path, ...],
    ner: str,
    workers: int | None,
    strict: bool,
) -> None:
    """Bring the tables up to date with SOURCE: a folder of .txt and .jsonl files, or one such file.

    \b
    dateline run                              the sample articles → data/
    dateline run news/ --out tables/          your own
    dateline run dump.jsonl --workers 8       {"id": "1", "text": "…", "published": "2024-11-12"} a line
    dateline run news/ --aliases people.csv   Rocket Man,kim-jong-un,Kim Jong Un: names with ids of your own
    """
    from pipeline.launch import launch  # spaCy and Arrow take a second to import: --help need not wait

    console = Console(stderr=True)
    settings = Settings(source, default_language(), model, ontologies, aliases, ner)
    click.echo("\n".join(launch(settings, out, console, workers=workers, strict=strict)))


@main.command()
@click.argument("table", type=_TABLE)
@_OUT
@click.option("-n", "--rows", default=20, show_default=True, help="How many rows.")
@click.option("-c", "--columns", help="Which columns, with commas between; all if not given.")
@click.option("--where", help="Rows that hold this, as COLUMN=TEXT.")
def show(table: str, out: Path, rows: int, columns: str | None, where: str | None) -> None:
    """Print rows of TABLE.

    \b
    dateline show stories -c headline,date_start,n_articles
    dateline show events --where event_type=SUPPORT -c trigger,actor_texts,recipient_texts,status,text
    """
    from pipeline.showing import select

    names, cells, total = select(_named(table), out, columns, where)
    _print_grid(names, cells[:rows])
    click.echo(f"{min(rows, len(cells)):,} of {total:,} rows of {table}")


@main.command()
@click.argument("table", type=_TABLE, required=False)
@click.option("--markdown", is_flag=True, help="As docs/tables.md has it.")
def schema(table: str | None, markdown: bool) -> None:
    """Describe TABLE, or every table: columns, types, and a sentence on each."""
    from pipeline.schema_text import as_markdown, as_text

    tables = [_named(table)] if table else list(TABLES)
    click.echo(as_markdown(tables) if markdown else as_text(tables))


@main.command()
@click.argument("names", nargs=-1, required=True, metavar="NAME [NAME]")
@_OUT
def explain(names: tuple[str, ...], out: Path) -> None:
    """Say why mentions of NAME are one thing or several, whether two names are one, or why reports are one story.

    \b
    dateline explain Kim                             who is called so, and why they are not one
    dateline explain "Kim Jong Un" "Kim Jong-un"     are these two one?
    dateline explain STORY_ID                        why are these reports one event, and what was kept apart?
    """
    from pipeline.explain.explain import explain as sections_on

    console = Console() if Console().is_terminal else Console(width=120)
    for heading, lines in sections_on(names, out, Settings(Path(), default_language())):
        grid = Grid.grid(padding=(0, 2))
        for label, text in lines:
            grid.add_row(f"  {label}", text)
        console.print(heading, style="bold", markup=False, highlight=False)
        console.print(grid, markup=False)
        console.print()


@main.command()
@_OUT
def check(out: Path) -> None:
    """Verify the tables: schemas, unique ids, references between tables, and that every offset holds its text."""
    from pipeline.checks import check_tables

    faults = check_tables(out)
    click.echo("\n".join(faults) if faults else f"{out}: every table is sound.")
    if faults:
        sys.exit(1)


@main.command("eval")
@_OUT
@click.option(
    "--gold", type=click.Path(path_type=Path), default=Path("seeds/gold"), show_default=True, help="Gold, as JSON."
)
@click.option("--update", is_flag=True, help="Raise the floors to what is measured. They are never lowered.")
@click.option("--verbose", is_flag=True, help="List every miss and every false positive.")
def evaluate(out: Path, gold: Path, update: bool, verbose: bool) -> None:
    """Measure the tables against gold annotations; exit code 1 if a figure is below its floor.

    \b
    dateline run seeds/articles && dateline eval
    """
    from pipeline.evaluate import below_floor, evaluation, raise_floors

    lines, figures = evaluation(out, gold, verbose=verbose)
    click.echo("\n".join(lines))
    if update:
        raise_floors(figures, gold)
    elif faults := below_floor(figures, gold):
        click.echo("\n".join(faults), err=True)
        sys.exit(1)


def _named(name: str) -> Table:
    return next(table for table in TABLES if table.name == name)


def _print_grid(names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A table as wide as the terminal; as wide as it needs where there is none."""
    grid = Grid(*names, show_lines=False, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        grid.add_row(*row)
    console = Console()
    console.print(grid, markup=False) if console.is_terminal else Console(width=240).print(grid)
