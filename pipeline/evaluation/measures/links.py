"""Do names of one thing, and only they, share an entity? Counted over pairs of (article, form) items."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.evaluation.case import Case
from pipeline.evaluation.counts import Outcome, Slip, Tally
from pipeline.evaluation.passages import find


class Item(NamedTuple):
    """One sense of a form in one article, and the entity that the tables give it; one of its own if they give none."""

    article: str
    form: str
    sense: str
    entity: str


def score_links(cases: Sequence[Case], ids: Mapping[str, str]) -> Outcome:
    """The figures `linking.within_*` (pairs inside an article) and `linking.across_*` (pairs of two articles)."""
    items = [_items(case, ids) for case in cases]
    within = sum((_pairs(mine) for mine in items), start=Tally())
    everywhere = _pairs([item for mine in items for item in mine])
    slips = tuple(_slip(item, ids) for mine in items for item in mine if ids.get(item.entity) != item.sense)
    return Outcome({"linking.within_": within, "linking.across_": _minus(everywhere, within)}, slips=slips)


def _items(case: Case, ids: Mapping[str, str]) -> list[Item]:
    return [
        Item(case.gold.doc, form, sense, _entity(case, form, sense, ids))
        for form, senses in case.senses.items()
        for sense in _asked(case, form, senses, ids)
    ]


def _asked(case: Case, form: str, senses: tuple[str, ...], ids: Mapping[str, str]) -> tuple[str, ...]:
    """The senses to be told apart: where a form has fewer places than senses, one that is right will do."""
    found = {ids.get(entity) for entity in case.linked.get(form, ())}
    right = tuple(sense for sense in senses if sense in found)
    return right if right and len(find(case.text, form, whole_words=True)) < len(senses) else senses


def _entity(case: Case, form: str, sense: str, ids: Mapping[str, str]) -> str:
    """The entity of this form that stands for the sense, else one that stands for no other sense, else any."""
    found = {entity: n for entity, n in case.linked.get(form, {}).items() if entity}
    rivals = case.senses[form]
    ranked = sorted(found, key=lambda e: (ids.get(e) == sense, ids.get(e) not in rivals, found[e], e), reverse=True)
    return ranked[0] if ranked else f"no entity: {case.gold.doc}, {form}, {sense}"


def _pairs(items: Iterable[Item]) -> Tally:
    listed = list(items)
    right = _joined((item.sense, item.entity) for item in listed)
    return Tally(right, _joined(i.entity for i in listed), right, _joined(i.sense for i in listed))


def _joined(labels: Iterable[Hashable]) -> int:
    """How many pairs have the same label."""
    return sum(n * (n - 1) // 2 for n in Counter(labels).values())


def _minus(whole: Tally, part: Tally) -> Tally:
    return Tally(
        whole.right - part.right,
        whole.predicted - part.predicted,
        whole.found - part.found,
        whole.wanted - part.wanted,
    )


def _slip(item: Item, ids: Mapping[str, str]) -> Slip:
    entity = "nothing" if item.entity.startswith("no entity") else ids.get(item.entity, item.entity)
    return Slip(item.article, "name linked wrongly", f"{item.form} is {item.sense}, linked to {entity}")
