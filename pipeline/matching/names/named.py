from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.organisation import org_key
from pipeline.matching.names.verdict import Verdict, different, same


def compare_organisations(a: str, b: str, gazetteer: Gazetteer) -> Verdict:
    return same(.9, "same words") if org_key(a, gazetteer) == org_key(b, gazetteer) else different("x")
