"""One label for one name across the articles of a corpus."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from pipeline.language.names.fold import key
from pipeline.matching.names.shapes import MentionKey, Reading

_LEAST = 3  # mentions before most of them can outvote one
_SHARE = 0.75  # of the mentions must have the label
_REASON = "labelled as most mentions of the name are"


def common_labels(mentions: Iterable[MentionKey]) -> Mapping[str, str]:
    """Name → the label of clearly most of its mentions, where they differ.

    A single word that may be a person's is left alone: "Jordan" is a player here and a state there.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        counts[mention.text][mention.label] += 1
    folded: dict[str, Counter[str]] = defaultdict(Counter)
    for text, found in counts.items():
        folded[key(text)].update(found)
    return {name: label for name, found in folded.items() if len(found) > 1 and (label := _most(name, found))}


def _most(name: str, found: Counter[str]) -> str | None:
    label, count = min(found.items(), key=lambda item: (-item[1], item[0]))
    clear = found.total() >= _LEAST and count >= _SHARE * found.total()
    return label if clear and (" " in name or "PERSON" not in found) else None


def settle(mentions: Sequence[MentionKey], labels: Mapping[str, str]) -> list[MentionKey]:
    """The mentions of an article with the labels that their names have in the corpus."""
    if not labels:
        return list(mentions)
    return [m._replace(label=labels.get(key(m.text), m.label)) for m in mentions]


def explained(readings: Iterable[Reading], before: Iterable[MentionKey]) -> list[Reading]:
    """The readings; those whose label was changed since `before` say so in their reason."""
    labels = {mention.mention_id: mention.label for mention in before}
    return [
        r if r.mention.label == labels[r.mention.mention_id] else r._replace(reason=f"{r.reason}; {_REASON}")
        for r in readings
    ]
