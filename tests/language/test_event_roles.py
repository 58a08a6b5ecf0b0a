"""Who fills the roles of an event: for each kind of wording a sentence, the phrases and what they name."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from pipeline.language.article import Article
from pipeline.language.events import Event, Ontology, find_events
from tests.language.test_events_rules import ONTOLOGY, SPEECH, naive_names, ontology

Parse = Callable[[str], Doc]
SHARED = ontology("plover")[0]


def events(parse: Parse, text: str, rules: Ontology = ONTOLOGY) -> list[Event]:
    doc = parse(text)
    article = Article(doc, ["story"] * len(list(doc.sents)), names=naive_names(doc))
    return find_events(article, rules, SPEECH)


def told(event: Event) -> str:
    """ "TYPE: actors > recipients", each a phrase with what it names in brackets."""
    return f"{event.event_type}: {_phrases(event, 'actor')} > {_phrases(event, 'recipient')}"


def _phrases(event: Event, role: str) -> str:
    return " + ".join(f"{p.text} [{p.entity_id or ''}]" for p in event.participants if p.role == role)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one who meets another is the actor; sides told alike, and parties of an agreement, are all actors
        ("Norway's premier met the Swedish king.", "CONSULT: Norway's premier [norway] > the Swedish king [swedish]"),
        ("Norway and Sweden held talks.", "CONSULT: Norway [norway] + Sweden [sweden] > "),
        ("Spain agreed on the treaty with Portugal.", "AGREE: Spain [spain] + Portugal [portugal] > "),
        # people without a name, with all of their phrase, before names further off
        (
            "Police in Malta detained several suspects in the attack on the convoy of the Greek minister.",
            "COERCE: Police in Malta [malta] > several suspects []",
        ),
        ("Peru's police arrested hundreds of drivers.", "COERCE: Peru's police [peru] > hundreds of drivers []"),
        ("Ghana expelled two diplomats.", "SANCTION: Ghana [ghana] > two diplomats []"),
        # what the words are about is not whom they concern
        ("Jordan launched air strikes against rebel fighters.", "ASSAULT: Jordan [jordan] > rebel fighters []"),
        ("Italy lifted the ban imposed on Albania.", "CONCEDE: Italy [italy] > Albania [albania]"),
        ("Chad lifted the state of emergency in northern Niger.", "CONCEDE: Chad [chad] > northern Niger [niger]"),
        ("Canada reduced military aid to Jordan.", "SANCTION: Canada [canada] > Jordan [jordan]"),
        ("Kenya withdrew its troops from Somalia.", "RETREAT: Kenya [kenya] > Somalia [somalia]"),
        # what for: of a promise anything, of a gift only what helps
        ("Denmark promised to lift the ban on Iceland.", "AGREE: Denmark [denmark] > the ban on Iceland [iceland]"),
        ("Cuba sent doctors to help Haiti.", "AID: Cuba [cuba] > Haiti [haiti]"),
        ("Cuba sent doctors to fight a fire in Haiti.", "AID: Cuba [cuba] > "),
        ("France is willing to provide a loan to Ukraine.", "AGREE: France [france] > Ukraine [ukraine]"),
        # who is part of the trigger's words
        (
            "Chile summoned the Peruvian ambassador to complain.",
            "ACCUSE: Chile [chile] > the Peruvian ambassador [peruvian]",
        ),
        # understood subjects
        ("Japan accused Russia of attacking Finland.", "ASSAULT: Russia [russia] > Finland [finland]"),
        ("Chile called on Peru to release the prisoners.", "RETREAT: Peru [peru] > the prisoners []"),
        ("Greece, whose navy attacked Turkey, denied it.", "ASSAULT: whose navy [greece] > Turkey [turkey]"),
        ("Rebels in Mali said they attacked a convoy.", "ASSAULT: they [mali] > a convoy []"),
        ("Hamas said they attacked Israel.", "ASSAULT: they [hamas] > Israel [israel]"),
        # two bodies of one state; whose the policy is stands behind it
        (
            "Brazilian farmers clashed with the Brazilian army.",
            "PROTEST: Brazilian farmers [brazilian] > the Brazilian army [brazilian]",
        ),
        (
            "Protesters denounced the policy imposed by Hungary.",
            "ACCUSE: Protesters [] > the policy imposed by Hungary [hungary]",
        ),
        (
            "Armed groups, including Hamas, attacked Israel.",
            "ASSAULT: Hamas [hamas] + Armed groups [] > Israel [israel]",
        ),
    ],
)
def test_roles(parse: Parse, text: str, expected: str) -> None:
    assert expected in [told(e) for e in events(parse, text)]


def test_reports_of_an_act_do_not_speak(parse: Parse) -> None:
    assert events(parse, "The invasion demanded a firm response from Norway.") == []


def test_a_pronoun_keeps_its_place_and_knows_what_it_stands_for(parse: Parse) -> None:
    attack = next(e for e in events(parse, "Rebels in Mali said they attacked a convoy.") if e.event_type == "ASSAULT")
    actor = next(p for p in attack.participants if p.role == "actor")
    assert (actor.text, actor.called, actor.resolution) == ("they", "Rebels in Mali", "pronoun")


def test_a_recipient_is_not_the_place_as_well(parse: Parse) -> None:
    for text, places in (("Kenya withdrew its troops from Somalia.", []), ("Iran met Iraq in Oslo.", ["Oslo"])):
        event = events(parse, text)[0]
        assert [p.text for p in event.participants if p.role == "location"] == places


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Russia's invasion of Ukraine began. Russia plans a new assault.", "Russia [russia] > Ukraine [ukraine]"),
        ("Russia's war against Ukraine goes on. The war in Ukraine is long.", "Russia [russia] > Ukraine [ukraine]"),
        (
            "Qatar's war against Syria began. Qatar's war against Oman began. Qatar plans an assault.",
            "Qatar [qatar] > ",
        ),
    ],
)
def test_the_other_side_of_a_war(parse: Parse, text: str, last: str) -> None:
    assert told(events(parse, text)[-1]) == f"ASSAULT: {last}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm wants to sell the plant.", " > the plant []"),  # who sells is understood, not said
        ("The firm bought land and sold the plant.", "The firm [] > the plant []"),
        ("The storm sold the plant.", " > the plant []"),  # a thing does nothing
        ("It is the plant which the firm sold.", "the firm [] > which []"),
        ("The firm sold its plant.", "The firm [] > its plant []"),
    ],
)
def test_slots_of_a_clause(parse: Parse, text: str, expected: str) -> None:
    """An ontology of the user's own that asks only for what the verb's clause says."""
    sale = {"verbs": ["sell"], "frame": "said", "needs": [], "name": "sell"}
    frame = {"verb": {"actor": ["doer"], "recipient": ["thing"]}, "noun": {"actor": ["owner"], "recipient": ["of"]}}
    rules = Ontology.from_toml(SHARED, {"frames": {"said": frame}, "TRADE": {"description": "", "rules": [sale]}})
    assert told(events(parse, text, rules)[0]) == f"TRADE: {expected}"
