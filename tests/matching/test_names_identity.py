"""Ids that others use too, ids that stay, countries with their reason, and what must not become one."""

import random
from itertools import combinations
from pathlib import Path

import pytest

from pipeline.language.names.fold import pieces
from pipeline.language.names.gazetteer import Gazetteer
from pipeline.matching.names.resolve import resolve
from pipeline.matching.names.shapes import Entity, MentionKey
from pipeline.resources import load
from pipeline.settings import Settings, default_language
from tests.bench.generated_names import articles, things
from tests.matching.test_names_resolve import DAY, article, ids


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    found: Gazetteer = load("gazetteer", Settings(Path(), default_language()))
    return found


def entity_of(mentions: list[MentionKey], gazetteer: Gazetteer, which: int = 0) -> Entity:
    """The entity of one of the mentions."""
    found = resolve(mentions, gazetteer)
    own = {link.mention_id: link.entity_id for link in found.links}[mentions[which].mention_id]
    return next(entity for entity in found.entities if entity.entity_id == own)


@pytest.mark.parametrize(
    ("rows", "entity_id", "country"),
    [
        (["North Korea|GPE"], "iso3166:PRK", "PRK"),
        (["Soviet Union|GPE"], "iso3166-3:SUHH", None),
        (["Soviet|NORP"], "iso3166-3:SUHH", None),
        (["Yugoslavia|GPE"], "iso3166-3:YUCS", None),
        (["Czechoslovakia|GPE"], "iso3166-3:CSHH", None),
        (["East German|NORP"], "iso3166-3:DDDE", None),
        (["Hong Kong|GPE"], "iso3166:HKG", "HKG"),
        (["Kursk region|GPE"], "iso3166-2:RU-KRS", "RUS"),
        (["Niger State|GPE"], "iso3166-2:NG-NI", "NGA"),
        (["Kyiv|GPE||place"], "geonames:703448", "UKR"),
        (["Kherson|GPE"], "geonames:706448", "UKR"),
        (["Ludhiana|GPE"], "geonames:1264728", "IND"),  # in no table made by hand
    ],
)
def test_public_ids(rows: list[str], entity_id: str, country: str | None, gazetteer: Gazetteer) -> None:
    found = entity_of(article("a", *rows), gazetteer)
    assert (found.entity_id, found.country) == (entity_id, country)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        (["Kyiv|GPE||place"], (50.455, 30.524)),
        (["Ludhiana|GPE"], (30.912, 75.854)),
        (["Portland|GPE", "Maine|GPE"], (43.657, -70.259)),
        (["Portland|GPE", "Oregon|GPE", "Maine|GPE"], (45.523, -122.676)),
        (["North Korea|GPE"], (None, None)),  # a state is no point
        (["Qwertyville|GPE"], (None, None)),
        (["Barack Obama|PERSON"], (None, None)),
    ],
)
def test_where_a_city_lies(rows: list[str], place: tuple[float | None, float | None], gazetteer: Gazetteer) -> None:
    found = entity_of(article("a", *rows), gazetteer)
    assert (found.latitude, found.longitude) == place


@pytest.mark.parametrize(
    ("old", "new", "context"),
    [
        ("Kiev", "Kyiv", "Ukraine"),
        ("Peking", "Beijing", "China"),
        ("Bombay", "Mumbai", "India"),
        ("Rangoon", "Yangon", "Myanmar"),
        ("Artemivsk", "Bakhmut", "Ukraine"),
        ("Lugansk", "Luhansk", "Ukraine"),
        ("Calicut", "Kozhikode", "India"),
    ],
)
def test_a_renamed_city_keeps_its_id(old: str, new: str, context: str, gazetteer: Gazetteer) -> None:
    one = article("a", f"{old}|GPE||place", f"{context}|GPE")
    two = article("b", f"{new}|GPE||place", f"{context}|GPE")
    assert ids(one, gazetteer)[0] == ids(two, gazetteer)[0]


@pytest.mark.parametrize(
    ("rows", "entity_id", "reason"),
    [
        (["Springfield|GPE", "Illinois|GPE"], "geonames:4250542", "city of a division that the article names"),
        (["Tripoli|GPE", "Beirut|GPE||place", "Lebanon|GPE", "Lebanese|NORP"], "geonames:266826", None),
        (["Alexandria|GPE"], "geonames:361058", "only known thing of that name"),
        (["Alexandria|GPE", "Virginia|GPE", "US|GPE"], "geonames:4744091", None),
        (["Portland|GPE", "Oregon|GPE", "Maine|GPE"], "geonames:5746545", None),
        (["Portland|GPE", "Maine|GPE"], "geonames:4975802", None),
        (["Kaduna|GPE"], "geonames:2335727", None),
    ],
)
def test_the_article_says_which_city(rows: list[str], entity_id: str, reason: str | None, gazetteer: Gazetteer) -> None:
    mentions = article("a", *rows)
    found = {link.mention_id: link for link in resolve(mentions, gazetteer).links}["a:0"]
    assert found.entity_id == entity_id
    assert reason is None or found.reason == reason


def test_what_stands_behind_a_comma_decides(gazetteer: Gazetteer) -> None:
    rows = article("a", "Paris|GPE||place", "Texas|GPE", "France|GPE")
    beside = [rows[0], rows[1]._replace(sentence=0, char_start=len("Paris, ")), rows[2]]
    found = entity_of(beside, gazetteer)
    assert (found.entity_id, found.country, found.country_reason) == ("geonames:4717560", "USA", "GeoNames: Paris")
    assert entity_of(rows, gazetteer).country == "FRA"


def test_a_list_of_capitals_is_no_address(gazetteer: Gazetteer) -> None:
    rows = article("a", "Moscow|GPE||agent", "Kyiv|GPE||agent")
    listed = [rows[0], rows[1]._replace(sentence=0, char_start=len("Moscow, "))]
    assert entity_of(listed, gazetteer).entity_id == "iso3166:RUS"
    gulf = article("b", "Abu Dhabi|GPE||place", "Qatar|GPE")
    assert entity_of([gulf[0], gulf[1]._replace(sentence=0, char_start=11)], gazetteer).country == "ARE"


def test_the_table_of_cities_finds_nothing_by_itself(gazetteer: Gazetteer) -> None:
    text = "Reading the Police report of March, Nice Split of the Enterprise at Mobile"
    assert list(gazetteer.scan(pieces(text), text)) == []


def test_letters_are_no_city(gazetteer: Gazetteer) -> None:
    assert entity_of(article("a", "WA|GPE", "Ghana|GPE"), gazetteer).entity_id.startswith("l_")


def test_a_city_that_nothing_tells_apart_keeps_a_hash(gazetteer: Gazetteer) -> None:
    link = resolve(article("a", "Santa Rosa|GPE"), gazetteer).links[0]
    assert (link.entity_id[:2], link.country, link.reason) == ("l_", None, "same name")


@pytest.mark.parametrize("word", ["Reading", "Nice", "Split", "Police", "March", "Of", "Victoria"])
def test_a_city_is_no_person_and_no_organisation(word: str, gazetteer: Gazetteer) -> None:
    for label in ("PERSON", "PRODUCT", "WORK_OF_ART"):
        found = resolve(article("a", f"{word}|{label}"), gazetteer).links[0]
        assert not found.entity_id.startswith("geonames:"), label


@pytest.mark.parametrize(
    ("rows", "country", "reason"),
    [
        (["Kim Jong Un|PERSON|North Korean leader"], "PRK", "called “North Korean leader”"),
        (["Defense Ministry|ORG|Russian"], "RUS", "called “Russian”"),
        (["Bank of Russia Council|ORG"], "RUS", "its name: Bank of Russia Council"),
        (["Kharkiv|GPE"], "UKR", "table cities"),
        (["Kyiv|GPE||place"], "UKR", "capital of that state"),
        (["Ludhiana|GPE"], "IND", "GeoNames: Ludhiana"),
        (["Russia|GPE"], "RUS", "it is that state"),
        (["Lake Nowhere|LOC", "Ohio|GPE", "Texas|GPE"], "USA", "the article names things of no other state"),
        (["Jane Doe|PERSON|lawyer"], None, None),
    ],
)
def test_a_country_has_its_reason(
    rows: list[str], country: str | None, reason: str | None, gazetteer: Gazetteer
) -> None:
    found = entity_of(article("a", *rows), gazetteer)
    assert (found.country, found.country_reason) == (country, reason)


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("PERSON", ["Kim Jong Un", "Kim Jong Il", "Kim Yo Jong", "Kim Il Sung"]),
        ("PERSON", ["George W. Bush", "George H. W. Bush", "Jeb Bush"]),
        ("PERSON", ["Donald Trump", "Donald Trump Jr.", "Ivanka Trump"]),
        ("PERSON", ["Abbas Araghchi", "Abbas Kiarostami"]),
        ("GPE", ["Niger", "Nigeria", "Niger State", "Niger Delta"]),
        ("GPE", ["North Korea", "South Korea"]),
        ("GPE", ["Guinea", "Equatorial Guinea", "Guinea-Bissau", "Papua New Guinea"]),
        ("GPE", ["Republic of the Congo", "Democratic Republic of the Congo"]),
        ("GPE", ["Sudan", "South Sudan"]),
        ("GPE", ["Soviet Union", "Russia"]),
        ("GPE", ["East Germany", "West Germany", "Germany"]),
    ],
)
def test_never_one(label: str, names: list[str], gazetteer: Gazetteer) -> None:
    found = ids([m for i, name in enumerate(names) for m in article(f"a{i}", f"{name}|{label}")], gazetteer)
    assert [(names[i], names[j]) for i, j in combinations(range(len(names)), 2) if found[i] == found[j]] == []


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("PERSON", ["Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "Vladimir Zelensky"]),
        ("PERSON", ["Kim Jong Un", "Kim Jong-un", "Kim Jong-Un", "Kim Jongun"]),
        ("PERSON", ["Abbas Araghchi", "Abbas Araqchi"]),
        ("PERSON", ["Aleksandar Vučić", "Aleksandar Vucic"]),
        ("GPE", ["Kyiv", "Kiev"]),
        ("GPE", ["South Korea", "ROK", "Republic of Korea"]),
    ],
)
def test_always_one(label: str, names: list[str], gazetteer: Gazetteer) -> None:
    found = ids([m for i, name in enumerate(names) for m in article(f"a{i}", f"{name}|{label}||place")], gazetteer)
    assert len(set(found)) == 1


def test_people_of_two_states_are_two(gazetteer: Gazetteer) -> None:
    rows = article("a", "Ali Hasan|PERSON|Iraqi minister") + article("b", "Ali Hassan|PERSON|Kenyan minister")
    assert len(set(ids(rows, gazetteer))) == 2


def test_an_id_stays_or_is_redirected_when_the_corpus_grows(gazetteer: Gazetteer) -> None:
    dice = random.Random(7)
    keys = [
        MentionKey(f"{name}:{i}", name, i // 2, 60 * i, text, label, title, None, DAY)
        for name, told in articles(things(600, dice), 6_000, 300, dice)
        for i, (text, label, title) in enumerate(told)
    ]
    part = resolve([k for k in keys if int(k.article_id[:4], 16) % 3], gazetteer)
    whole = resolve(keys, gazetteer)
    after = {link.mention_id: link.entity_id for link in whole.links}
    moved = {
        (link.entity_id, after[link.mention_id]) for link in part.links if after[link.mention_id] != link.entity_id
    }
    redirects = {(r.old_id, r.new_id) for r in whole.redirects}
    assert moved <= redirects
    assert len(moved) < len(part.entities) / 20


def test_one_label_for_a_name_across_articles(gazetteer: Gazetteer) -> None:
    mentions = [m for name in "abc" for m in article(name, "Odin Falkland|PERSON")] + article("d", "Odin Falkland|ORG")
    found = resolve(mentions, gazetteer)
    assert len(found.entities) == 1
    assert [link.reason.endswith("labelled as most mentions of the name are") for link in found.links] == [
        False,
        False,
        False,
        True,
    ]


def test_a_word_that_may_be_a_person_keeps_its_label(gazetteer: Gazetteer) -> None:
    mentions = [m for name in "abc" for m in article(name, "Zorvath|GPE")] + article("d", "Zorvath|PERSON")
    assert {entity.type for entity in resolve(mentions, gazetteer).entities} == {"GPE", "PERSON"}
