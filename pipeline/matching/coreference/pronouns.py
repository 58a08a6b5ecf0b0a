"""What speaks for and against a pronoun meaning one of the things named before it, as named numbers."""

from collections.abc import Sequence

from pipeline.matching.coreference.mention import Mention
from pipeline.matching.coreference.near import grammar_between, inside
from pipeline.matching.coreference.within import Features

_FAR = 9  # sentences
_ROLES = ("subject", "object", "poss")


def candidates(pronoun: Mention, groups: Sequence[list[Mention]]) -> list[list[Mention]]:
    """Groups with a mention before the pronoun, or in its sentence, and not of the other sex."""
    near = [g for g in groups if any(m.start <= pronoun.start or m.sentence == pronoun.sentence for m in g)]
    return [g for g in near if not _other_sex(pronoun, g)]


def _other_sex(pronoun: Mention, group: Sequence[Mention]) -> bool:
    """ "He" is never Anna, whatever else speaks for her."""
    sexes = {m.gender for m in group if m.gender}
    return bool(sexes) and bool(pronoun.gender) and pronoun.gender not in sexes


def pronoun_features(pronoun: Mention, group: Sequence[Mention], groups: Sequence[Sequence[Mention]]) -> Features:
    """Of a pronoun and a group of mentions of its article; `groups` are its rivals."""
    said, kind = pronoun.said, _most(group)
    alike = [g for g in groups if _most(g) == kind]
    out: Features = {"bias": 1.0, f"{said}": 1.0, f"{said} {kind or 'unknown'}": 1.0}
    out |= _grammar(pronoun, group) | _agreement(pronoun, group) | _standing(group, alike)
    before = [m for m in group if m.start < pronoun.start]
    if before:
        last = max(before, key=lambda m: m.start)
        out |= _last(pronoun, last) | _nearer(pronoun, last, [g for g in alike if g is not group])
        out["same said before"] = float(any(m.said == said for m in before))
        if said in ("relative", "demonstrative"):
            adjoins = pronoun.sentence == last.sentence and pronoun.start - last.end <= 1
            out |= {f"{said} {'near' if adjoins else 'away'}": 1.0, f"{pronoun.head.lower_} {kind}": 1.0}
    else:
        out["only after"] = 1.0
    return out | _spoken(pronoun, group) if said in ("first", "group") else out


def _standing(group: Sequence[Mention], alike: Sequence[Sequence[Mention]]) -> Features:
    """How much the article says of the group; `alike` are the groups of its kind."""
    return {
        "size": min(len(group), 8) / 8,
        "largest of its kind": float(all(len(g) <= len(group) for g in alike)),
        "only one of its kind": float(len(alike) == 1),
        "named": float(any(m.shape == "name" for m in group)),
    }


def _last(pronoun: Mention, last: Mention) -> Features:
    """Of the group's last mention before the pronoun."""
    gap = pronoun.sentence - last.sentence
    return {
        "same sentence" if gap == 0 else f"sentences back {min(gap, 4)}": 1.0,
        "distance": min(gap, _FAR) / _FAR,
        f"last is {last.role if last.role in _ROLES else 'other'}": 1.0,
        "last is a pronoun": float(last.shape == "pronoun"),
        "last is the same pronoun": float(last.said == pronoun.said),
        "last at the start": float(last.start == last.head.sent.start),
        "same role": float(last.role == pronoun.role),
        "subject to subject": float(last.role == pronoun.role == "subject"),
        "quoted alike": float(last.quoted == pronoun.quoted),
    }


def _nearer(pronoun: Mention, last: Mention, rivals: Sequence[Sequence[Mention]]) -> Features:
    """How many rivals of the kind are mentioned between the group and the pronoun."""
    latest = [max((m.start for m in g if m.start < pronoun.start), default=-1) for g in rivals]
    return {f"nearer of its kind {min(sum(place > last.start for place in latest), 3)}": 1.0}


def _most(group: Sequence[Mention]) -> str:
    kinds = [m.kind for m in group if m.kind]
    return max(sorted(set(kinds)), key=kinds.count) if kinds else ""


def _grammar(pronoun: Mention, group: Sequence[Mention]) -> Features:
    out: Features = {}
    for m in group:
        if m.sentence == pronoun.sentence:
            first, second = (m, pronoun) if (m.start, -m.end) <= (pronoun.start, -pronoun.end) else (pronoun, m)
            if relation := grammar_between(first, second):
                out[f"grammar {relation}"] = 1.0
                if relation in ("same clause", "owner"):
                    out[f"grammar {relation} {pronoun.said} {pronoun.role == 'poss'}"] = 1.0
        if inside(pronoun, m):
            out["inside"] = 1.0
    return out


def _agreement(pronoun: Mention, group: Sequence[Mention]) -> Features:
    sexes = {m.gender for m in group if m.gender}
    out: Features = {}
    if pronoun.said in ("male", "female"):
        out["sex fits"] = float(pronoun.gender in sexes)
    numbers = {m.plural for m in group if m.plural is not None}
    if pronoun.plural is not None and numbers:
        out[f"{pronoun.said} number fits"] = float(pronoun.plural in numbers)
        out[f"{pronoun.said} number clashes"] = float(pronoun.plural not in numbers)
        out[f"{pronoun.said} joint"] = float(any(m.joint for m in group))
    return out


def _spoken(pronoun: Mention, group: Sequence[Mention]) -> Features:
    said = pronoun.said
    speaker = pronoun.speaker
    if speaker is None or not pronoun.quoted:
        return {f"{said} no speaker": 1.0}
    subject = pronoun.head.doc[speaker]
    tree = {t.i for t in subject.subtree}
    is_speaker = any(m.head.i == speaker or (m.head.i in tree and m.end - 1 == speaker) for m in group)
    owner = any(
        m.head.i in tree and m.head.i != speaker and m.kind in ("organisation", "place", "group") for m in group
    )
    return {
        f"{said} speaker": float(is_speaker),
        f"{said} owner of the speaker": float(owner),
        f"{said} other than speaker": float(not is_speaker and not owner),
    }
