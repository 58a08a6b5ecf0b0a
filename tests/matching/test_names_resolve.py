import random
from datetime import datetime
from pathlib import Path

import pytest

from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.resolve import resolve
from pipeline.matching.names.shapes import MentionKey, Resolution
from pipeline.resources import load
from pipeline.settings import Settings, default_language

DAY = datetime(2024, 11, 12)


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    found: Gazetteer = load("gazetteer", Settings(Path(), default_language()))
    return found


def article(name: str, *rows: str) -> list[MentionKey]:
    """Mentions written `text|label|title|setting`, one per sentence."""
    out = []
    for i, row in enumerate(rows):
        text, label, title, setting = [*row.split("|"), "", ""][:4]
        key = MentionKey(f"{name}:{i}", name, i, i * 100, text, label, title or None, setting or None, DAY)
        out.append(key)
    return out


def ids(mentions: list[MentionKey], gazetteer: Gazetteer) -> list[str]:
    found = {link.mention_id: link.entity_id for link in resolve(mentions, gazetteer).links}
    return [found[mention.mention_id] for mention in mentions]


def test_one_article(gazetteer: Gazetteer) -> None:
    rows = [
        "Kim Jong Un|PERSON|North Korean leader",
        "Kim|PERSON|Mr",
        "North Korean|NORP",
        "DPRK|GPE",
        "North|GPE",
    ]
    found = ids(article("a", *rows), gazetteer)
    assert found[0] == found[1] != found[2]
    assert found[2:] == ["iso3166:PRK"] * 3


@pytest.mark.parametrize(
    ("setting", "role", "iso3"),
    [("agent", "metonym", "PRK"), ("modifier", "metonym", "PRK"), ("place", "place", None)],
)
def test_a_capital_acts_or_is_a_place(setting: str, role: str, iso3: str | None, gazetteer: Gazetteer) -> None:
    link = resolve(article("a", f"Pyongyang|GPE||{setting}"), gazetteer).links[0]
    assert (link.role, link.iso3, link.country) == (role, iso3, "PRK")


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        ("Kim Jong Un", "Kim Jong-un", "PERSON"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky", "PERSON"),
        ("Ahmed al-Sharaa", "Abu Mohammed al-Jolani", "PERSON"),
        ("Kursk", "Kursk region", "GPE"),
        ("Kursk Oblast", "Kursk", "GPE"),
        ("Kharkiv", "Kharkov", "GPE"),
        ("Zhejiang province", "Zhejiang", "GPE"),
        ("Ukraine war", "Russia-Ukraine conflict", "EVENT"),
        ("ISIS", "Islamic State", "ORG"),
        ("Korean Central News Agency", "KCNA", "ORG"),
        ("Hezbollah", "Hizbullah", "ORG"),
        ("Air Asia", "AirAsia LLC", "ORG"),
        ("OAO Severstal", "Severstal", "ORG"),
        ("Orban Viktor", "Viktor Orbán", "PERSON"),
        ("N. Korea", "North Korea", "GPE"),
        ("Mt. Elbrus", "Mount Elbrus", "LOC"),
    ],
)
def test_one_thing_in_two_articles(a: str, b: str, label: str, gazetteer: Gazetteer) -> None:
    found = ids(article("a", f"{a}|{label}") + article("b", f"{b}|{label}"), gazetteer)
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("a", "b", "label"),
    [
        ("Kim Jong Un", "Kim Jong Il", "PERSON"),
        ("Donald Trump", "Donald Trump Jr.", "PERSON"),
        ("Putin", "Vladimir Putin", "PERSON"),
        ("Kim", "Kim", "PERSON"),
        ("Niger", "Nigeria", "GPE"),
        ("North Korea", "South Korea", "GPE"),
        ("Guinea", "Equatorial Guinea", "GPE"),
        ("Kherson", "Kherson region", "GPE"),
        ("Defense Ministry", "Defense Ministry", "ORG"),
        ("Supreme Court", "Supreme Court", "ORG"),
    ],
)
def test_two_things_in_two_articles(a: str, b: str, label: str, gazetteer: Gazetteer) -> None:
    found = ids(article("a", f"{a}|{label}") + article("b", f"{b}|{label}"), gazetteer)
    assert found[0] != found[1]


def test_a_family_name_crosses_articles_only_with_evidence(gazetteer: Gazetteer) -> None:
    full = article("a", "Vladimir Putin|PERSON|Russian President", "Russia|GPE", "Ukraine|GPE")
    lone = article("b", "Putin|PERSON", "Russia|GPE", "Ukraine|GPE")
    titled = article("c", "Putin|PERSON|Russian President")
    found = ids(full + lone + titled, gazetteer)
    assert found[0] == found[3] == found[6]


def test_two_people_of_one_family_name(gazetteer: Gazetteer) -> None:
    rows = ["Bill Clinton|PERSON", "Hillary Clinton|PERSON", "Clinton|PERSON"]
    far = article("a", *rows[:2], *["Russia|GPE"] * 5, rows[2])
    found = ids(far, gazetteer)
    assert len({found[0], found[1], found[-1]}) == 3


def test_a_ministry_is_its_states(gazetteer: Gazetteer) -> None:
    mine = article(
        "a",
        "Defense Ministry|ORG|Russian",
        "Ministry of Defence|ORG|Russia's",
        "Defense Ministry|ORG|Ukraine's",
    )
    found = ids(mine, gazetteer)
    assert found[0] == found[1] != found[2]


def test_congress_of_another_state_is_not_the_us_congress(gazetteer: Gazetteer) -> None:
    found = ids(article("a", "Congress|ORG|Peru's", "Peru|GPE") + article("b", "Congress|ORG", "US|GPE"), gazetteer)
    assert found[0] != found[2]


def test_georgia_is_what_the_article_is_about(gazetteer: Gazetteer) -> None:
    state = ids(article("a", "Georgia|GPE", "Atlanta|GPE", "Michigan|GPE", "US|GPE"), gazetteer)[0]
    country = ids(article("b", "Georgia|GPE", "Tbilisi|GPE||place", "Georgian|NORP"), gazetteer)[0]
    assert country == "iso3166:GEO"
    assert state != country


def test_one_treaty_under_two_names_needs_parties_subject_and_time(gazetteer: Gazetteer) -> None:
    def story(name: str, treaty: str, other: str) -> list[MentionKey]:
        return [m._replace(sentence=0) for m in article(name, f"{treaty}|LAW", "Russia|GPE", f"{other}|GPE")]

    one = story("a", "Mutual Defense Treaty", "North Korea")
    two = story("b", "Comprehensive Strategic Partnership treaty", "North Korea")
    else_ = story("c", "Strategic Partnership treaty", "Iran")
    trade = story("d", "Free Trade Treaty", "North Korea")
    found = ids(one + two + else_ + trade, gazetteer)
    assert found[0] == found[3]
    assert len({found[0], found[6], found[9]}) == 3


def corpus() -> list[MentionKey]:
    return [
        *article("a", "Kim Jong Un|PERSON|North Korean leader", "Kim|PERSON", "KCNA|ORG", "Pyongyang|GPE||place"),
        *article("b", "Kim Jong-un|PERSON", "Korean Central News Agency|ORG", "Acme Widget Board|ORG", "AWB|ORG"),
        *article("c", "Volodymyr Zelensky|PERSON", "AWB|ORG", "Blue Nile Accord|LAW"),
    ]


def test_order_does_not_matter(gazetteer: Gazetteer) -> None:
    mentions = corpus()
    expected = resolve(mentions, gazetteer)
    for seed in range(5):
        random.Random(seed).shuffle(mentions)
        assert resolve(mentions, gazetteer) == expected


def test_unrelated_articles_change_no_id(gazetteer: Gazetteer) -> None:
    before = ids(corpus(), gazetteer)
    more = article("d", "Jane Goodall|PERSON", "Lake Tanganyika|LOC", "Zoological Board|ORG")
    assert ids(corpus() + more, gazetteer)[: len(before)] == before


def test_every_mention_has_one_link_and_every_link_an_entity(gazetteer: Gazetteer) -> None:
    found = resolve(corpus(), gazetteer)
    assert sorted(link.mention_id for link in found.links) == sorted(m.mention_id for m in corpus())
    assert {link.entity_id for link in found.links} == {entity.entity_id for entity in found.entities}
    assert sum(entity.n_mentions for entity in found.entities) == len(corpus())


def test_nothing_in_nothing_out(gazetteer: Gazetteer) -> None:
    assert resolve([], gazetteer) == Resolution([], [], [])


def test_an_entity_tells_its_names(gazetteer: Gazetteer) -> None:
    kim = next(e for e in resolve(corpus(), gazetteer).entities if e.type == "PERSON" and e.n_articles == 2)
    assert (kim.name, kim.country, kim.first_seen) == ("Kim Jong Un", "PRK", DAY)
    assert kim.aliases == ["Kim", "Kim Jong Un", "Kim Jong-un"]


def test_plain_names_of_treaties_need_their_parties(gazetteer: Gazetteer) -> None:
    def story(name: str, treaty: str, *states: str) -> list[MentionKey]:
        rows = (f"{treaty}|LAW", *(f"{state}|GPE" for state in states))
        return [m._replace(sentence=0) for m in article(name, *rows)]

    ours = story("a", "Mutual Defense Treaty", "Russia", "North Korea")
    theirs = story("b", "Mutual Defence Treaty", "US", "Philippines")
    again = story("c", "Mutual Defense Pact", "North Korea", "Russia")
    whose = story("d", "Mutual Defense Treaty")
    found = ids(ours + theirs + again + whose, gazetteer)
    assert found[0] == found[6]
    assert len({found[0], found[3], found[9]}) == 3


def test_a_word_that_names_a_party_does_not_give_a_ministry_its_state(gazetteer: Gazetteer) -> None:
    link = resolve(article("a", "Labour Ministry|ORG"), gazetteer).links[0]
    assert (link.country, link.score) == (None, 0.5)
