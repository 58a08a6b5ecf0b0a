"""Which mentions of invented articles mean one thing; grouping by mean evidence; every word list of its file."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from spacy.tokens import Doc

from pipeline.language.article import Article, Name
from pipeline.matching.coreference.heads import governor, head_of
from pipeline.matching.coreference.linkage import group
from pipeline.matching.coreference.read import Spot
from pipeline.matching.coreference.resolve import Cluster, Story, resolve_mentions
from pipeline.matching.coreference.rules import Rules
from pipeline.matching.coreference.scorer import reason, score

Parse = Callable[[str], Doc]


@pytest.fixture(scope="session")
def rules(resource: Callable[[str], Any]) -> Rules:
    found: Rules = resource("coreference")
    return found


def story(parse: Parse, name: str, marked: str) -> Story:
    """A story whose mentions are written in [square brackets]; a mention's id is `name:its number`."""
    text, spots, open_ = "", [], []
    for character in marked:
        if character == "[":
            open_.append(len(text))
        elif character == "]":
            spots.append((open_.pop(), len(text)))
        else:
            text += character
    doc = parse(text)
    article = Article(doc, ["story"] * len(list(doc.sents)), names=names(doc))
    return Story(name, article, [Spot(f"{name}:{i}", *span) for i, span in enumerate(sorted(spots))])


def names(doc: Doc) -> list[Name]:
    """Each entity of the model is a thing of its own, a person by the last word."""
    kept = [e for e in doc.ents if e.label_ in ("PERSON", "ORG", "GPE")]
    return [
        Name(
            f"n{i}",
            e,
            e.label_,
            e[-1].lower_ if e.label_ == "PERSON" else e.text.lower(),
            "name",
            e.label_,
            *[None] * 3,
        )
        for i, e in enumerate(kept)
    ]


def together(clusters: Sequence[Cluster], *mentions: str) -> bool:
    return any(set(mentions) <= set(cluster.mentions) for cluster in clusters)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("[Anna Berg] left. [She] was tired. [Karl Holm] stayed.", (0, 1), 2),
        ("[Karl Holm] left. [Anna Berg] said [he] was tired.", (0, 2), 1),
        ("[[Apple]'s CEO] resigned.", (0,), 1),
        ("[Karl Holm], [the mayor of the town], resigned. [A woman] stayed.", (0, 1), 2),
        ("[A man] met [a woman]. [The man] then left.", (0, 2), 1),
        ("[Google] lost money. [The company] fired [its] head.", (0, 1, 2), None),
        ("[Two robbers] fled. [Three robbers] stayed.", (0,), 1),
    ],
)
def test_in_one_article(text: str, one: tuple[int, ...], other: int | None, parse: Parse, rules: Rules) -> None:
    found = resolve_mentions([story(parse, "a", text)], rules)
    own = [f"a:{i}" for i in one]
    assert together(found, *own)
    assert other is None or not together(found, own[0], f"a:{other}")


FIRE = "Fire crews fought [a blaze] at [the Holm paper mill] in Norburg on Friday. [The blaze] hurt [two workers]."
AGAIN = (
    "[Two workers] were hurt when [a blaze] swept through [the Holm paper mill] in Norburg, fire crews said on Friday."
)
FAR = "Rain spoiled the harvest in Chile. [Two workers] of a vineyard picked [the grapes] that were left."


def test_descriptions_join_only_across_articles_on_one_story(parse: Parse, rules: Rules) -> None:
    stories = [story(parse, "a", FIRE), story(parse, "b", AGAIN), story(parse, "c", FAR)]
    found = resolve_mentions(stories, rules)
    assert together(found, "a:0", "a:2", "b:1")
    assert together(found, "a:1", "b:2")
    assert together(found, "a:3", "b:0")
    assert not together(found, "a:3", "c:0")


def test_every_mention_is_in_one_cluster_whatever_the_order(parse: Parse, rules: Rules) -> None:
    stories = [story(parse, "a", FIRE), story(parse, "b", AGAIN), story(parse, "c", FAR)]
    found = resolve_mentions(stories, rules)
    mentions = sorted(m for cluster in found for m in cluster.mentions)
    assert mentions == sorted(spot.id for s in stories for spot in s.spots)
    assert resolve_mentions(stories[::-1], rules) == found


def test_every_join_has_a_reason(parse: Parse, rules: Rules) -> None:
    found = resolve_mentions([story(parse, "a", FIRE), story(parse, "b", AGAIN)], rules)
    assert all(all(c.reasons) == (len(c.mentions) > 1) for c in found)


def test_no_stories_no_clusters(rules: Rules) -> None:
    assert resolve_mentions([], rules) == []


def test_offsets_outside_the_article_are_named(parse: Parse, rules: Rules) -> None:
    bad = story(parse, "a", "[Anna] left.")._replace(spots=[Spot("x", 900, 905)])
    with pytest.raises(ValueError, match="Mention x has offsets 900 to 905"):
        resolve_mentions([bad], rules)


@pytest.mark.parametrize(
    ("text", "head", "of"),
    [
        ("in Newport Beach", "Beach", None),
        ("Apple's new CEO", "CEO", None),
        ("the head of the bank", "head", None),
    ],
)
def test_heads(text: str, head: str, of: str | None, parse: Parse) -> None:
    assert head_of(parse(text)[:]).text == head


def test_governors(parse: Parse) -> None:
    doc = parse("The robbers fled to Spain after police shot a guard.")
    found = [(governor(t)[0], governor(t)[1]) for t in doc if t.text in ("robbers", "Spain", "guard")]
    assert [(str(verb), role) for verb, role in found] == [("fled", "subject"), ("fled", "to"), ("shot", "object")]


def test_one_strong_pair_is_no_bridge() -> None:
    scores = {(0, 1): 4.0, (2, 3): 4.0, (1, 2): 2.0, (0, 2): -3.0, (0, 3): -3.0, (1, 3): -3.0}
    assert group(4, scores, missing=-3.0) == [[0, 1], [2, 3]]


def test_pairs_that_were_not_compared_count_against() -> None:
    assert group(3, {(0, 1): 3.0, (1, 2): 2.5}, missing=-3.0) == [[0, 1], [2]]


def test_score_and_reason() -> None:
    weights = {"same noun": 2.0, "bias": -1.0, "sexes differ": -4.0}
    features = {"same noun": 1.0, "bias": 1.0, "unheard of": 9.0}
    assert score(features, weights) == 1.0
    assert reason(features, weights) == "same noun"
    assert reason({"sexes differ": 1.0}, weights) == "nothing speaks against"


def test_every_row_of_equal_nouns_is_of_one_kind(rules: Rules) -> None:
    for word, first in rules.lists.same.items():
        kinds = {rules.lists.kind_of(word), rules.lists.kind_of(first)}
        assert len(kinds - {"thing"}) <= 1, (word, first)
