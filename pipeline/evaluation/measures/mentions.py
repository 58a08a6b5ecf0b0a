"""Are the names found? Recall over the distinct surface forms of the gold, precision over the mentions."""

from pipeline.evaluation.case import Case
from pipeline.evaluation.counts import Outcome, Slip, Tally

# Kinds of name that the gold marks completely; a mention of another kind is neither right nor wrong.
LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "LAW", "EVENT", "NORP"})


def score_mentions(case: Case) -> Outcome:
    """The figures `entities.*`. A mention of any label finds its form."""
    counted = [mention for mention in case.mentions if mention["label"] in LABELS]
    wrong = [mention for mention in counted if case.words.form(mention["text"]) not in case.senses]
    missed = [form for form in case.senses if form not in case.linked]
    found = len(case.senses) - len(missed)
    tally = Tally(len(counted) - len(wrong), len(counted), found, len(case.senses))
    slips = [Slip(case.gold.doc, "name missed", f"{form} ({', '.join(case.senses[form])})") for form in missed]
    slips += [Slip(case.gold.doc, "name not in gold", f"{m['text']} ({m['label']})") for m in wrong]
    return Outcome({"entities.": tally}, slips=tuple(slips))
