"""Two names by themselves: what the comparison that the pipeline uses says of them."""

from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.compare import Verdict, compare
from pipeline.matching.names.organisation import org_key
from pipeline.matching.names.person import parse


def verdict_of(a: str, b: str, kind: str, gazetteer: Gazetteer) -> Verdict:
    """same, maybe or different, and why; `kind` is a type of the table `entities`. The only place that compares."""
    mine, other = ({alias.entry for alias in gazetteer.look_up(text)} for text in (a, b))
    if mine & other:
        return Verdict("same", 0.95, f"both are known names of {min(mine & other).name}")
    if mine and other:
        return Verdict("different", 0.0, f"known names of two things, {min(mine).name} and {min(other).name}")
    if kind == "PERSON":
        return compare(parse(a, gazetteer.words), parse(b, gazetteer.words), gazetteer.words.persons)
    if org_key(a, gazetteer) == org_key(b, gazetteer):
        return Verdict("same", 0.9, "the words that count are the same")
    return Verdict("different", 0.0, "the words that count differ")
