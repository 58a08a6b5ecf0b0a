"""Are the events found, and is it right who did it to whom, when, in what status, and who says so?"""

import re
from collections.abc import Iterable, Mapping

from pipeline.evaluation.case import Row
from pipeline.evaluation.conventions import plain
from pipeline.evaluation.counts import Outcome, Share, Slip, matched
from pipeline.evaluation.gold import GoldEvent
from pipeline.evaluation.identity import known_as
from pipeline.evaluation.measures.dates import interval
from pipeline.evaluation.measures.event_pairs import Match, Pair, participants_fit

ATTRIBUTES = ("actor", "recipient", "participants_exact", "status", "date", "attribution")
# The cells that tell each attribute to who reads the errors.
_CELLS = {
    "actor": ("actor_texts", "actors"),
    "recipient": ("recipient_texts", "recipients"),
    "participants_exact": ("actors", "recipients"),
    "status": ("status",),
    "date": ("date_start", "date_end"),
    "attribution": ("source_texts", "sources"),
}
_CONTENT_WORD = re.compile(r"\w{4,}")


def score_events(match: Match, ids: Mapping[str, str]) -> Outcome:
    """The figures `events.*`: found, the core ones found, and each attribute among the found."""
    wanted = len(match.pairs) + len(match.missed)
    tally = matched(len(match.pairs), len(match.pairs) + len(match.extra), wanted)
    facts = [(pair, _attributes(pair, ids)) for pair in match.pairs]
    names = ATTRIBUTES if wanted else ()
    shares = {f"events.{name}": Share(sum(f[name] for _, f in facts), len(facts), wanted) for name in names}
    return Outcome({"events.": tally}, {"events.core_recall": _core(match), **shares}, _slips(match, facts))


def _core(match: Match) -> Share:
    found = sum(pair.gold.core for pair in match.pairs)
    return Share(found, found + sum(event.core for event in match.missed))


def _attributes(pair: Pair, ids: Mapping[str, str]) -> dict[str, bool]:
    gold, row = pair
    actors, recipients = known_as(row["actors"], ids), known_as(row["recipients"], ids)
    return {
        "actor": participants_fit(row, "actors", gold.actors, ids),
        "recipient": participants_fit(row, "recipients", gold.recipients, ids),
        "participants_exact": actors in gold.actors and recipients in gold.recipients,
        "status": row["status"] in gold.statuses,
        "date": interval(row) in gold.dates,
        "attribution": _attributed(gold, row, ids),
    }


def _attributed(gold: GoldEvent, row: Row, ids: Mapping[str, str]) -> bool:
    """Nobody on either side, or a shared entity, or a content word shared with a source that has no name."""
    mine, said = known_as(row["sources"], ids), row["source_texts"] or ()
    words = _content_words(said)
    return any(
        mine & wanted or words & _content_words(wanted) or not (wanted or mine or said) for wanted in gold.sources
    )


def _content_words(phrases: Iterable[str]) -> set[str]:
    return {word for phrase in phrases for word in _CONTENT_WORD.findall(plain(phrase).lower())}


def _slips(match: Match, facts: Iterable[tuple[Pair, Mapping[str, bool]]]) -> tuple[Slip, ...]:
    missed = [Slip(match.doc, "event missed", _gold_label(event)) for event in match.missed]
    extra = [Slip(match.doc, "event not in gold", _row_label(row)) for row in match.extra]
    wrong = [
        Slip(
            match.doc, f"event's {name.replace('_', ' ')} wrong", f"{_gold_label(pair.gold)}: {_cells(pair.row, name)}"
        )
        for pair, right in facts
        for name in _wrong(right)
    ]
    return (*missed, *extra, *wrong)


def _wrong(right: Mapping[str, bool]) -> list[str]:
    """The wrong attributes; a wrong actor or recipient is not told again as inexact participants."""
    told = right["actor"] and right["recipient"]
    return [name for name in ATTRIBUTES if not right[name] and (told or name != "participants_exact")]


def _cells(row: Row, attribute: str) -> str:
    return ", ".join(str(row.get(column)) for column in _CELLS[attribute])


def _gold_label(event: GoldEvent) -> str:
    return f"{event.types[0]} “{event.triggers[0]}” in “{event.sentence[:50]}”"


def _row_label(row: Row) -> str:
    return f"{row['event_type']} “{row['trigger']}” at {row['char_start']}"
