"""Every table that dateline writes: its columns, their types and a sentence on each. The contract with users.

Offsets are Python string offsets into `articles.text`, ends exclusive. Intervals of time are half-open, in calendar
time as the article tells it, without a zone: `date_start` inclusive, `date_end` exclusive, null = unknown or open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa

CONTRACT = "1"

TEXT = pa.string()
INT = pa.int32()
REAL = pa.float64()
TIME = pa.timestamp("ms")  # the coarsest unit that Parquet keeps
TEXTS = pa.list_(pa.string())


@dataclass(frozen=True)
class Column:
    """One column: its name, Arrow type and a sentence for people."""

    name: str
    type: pa.DataType
    doc: str

    @property
    def field(self) -> pa.Field:
        """The Arrow field, with the sentence as its `description`."""
        return pa.field(self.name, self.type, metadata={"description": self.doc})


@dataclass(frozen=True)
class Table:
    """One table: a folder of Parquet parts that share this schema."""

    name: str
    doc: str
    columns: tuple[Column, ...]

    @cached_property
    def schema(self) -> pa.Schema:
        """The Arrow schema, with the table's sentence and the contract's version in its metadata."""
        meta = {"description": self.doc, "contract": CONTRACT}
        return pa.schema([column.field for column in self.columns], metadata=meta)

    def table(self, rows: Iterable[Sequence[Any]]) -> pa.Table:
        """An Arrow table of `rows`, each a sequence of values in the order of the columns."""
        values = list(zip(*rows, strict=True)) or [()] * len(self.columns)
        arrays = [pa.array(v, c.type) for v, c in zip(values, self.columns, strict=True)]
        return pa.Table.from_arrays(arrays, schema=self.schema)

    @property
    def keys(self) -> tuple[str, ...]:
        """The column names, in order."""
        return tuple(column.name for column in self.columns)


ARTICLE_ID = Column("article_id", TEXT, "Content hash that names the article; the same from run to run.")
SENTENCE = Column("sentence", INT, "Number of the sentence in its article, from 0.")
START = Column("char_start", INT, "Where it starts in `articles.text`.")
END = Column("char_end", INT, "Where it ends in `articles.text`, exclusive.")
SURFACE = Column("text", TEXT, "The characters themselves, exactly as in the article.")
REASON = Column("reason", TEXT, "Why: the rule or the evidence that decided it, in a short phrase.")
DATE_START = Column("date_start", TIME, "First moment of the interval, inclusive; null = unknown or open.")
DATE_END = Column("date_end", TIME, "End of the interval, exclusive; null = unknown or open.")
PATH = Column("path", TEXT, "The input's path, relative to the input folder.")

DOCUMENTS = Table(
    "documents",
    "One row per input document as it was read, before anything is decided about it.",
    (
        ARTICLE_ID,
        PATH,
        Column(
            "source_id",
            TEXT,
            "The input's own id, such as the `id` field of a JSONL row; null if it has none.",
        ),
        Column("url", TEXT, "Address that the input gives; null if none."),
        Column("outlet", TEXT, "Publisher that the input gives; null if none."),
        Column("title", TEXT, "Title that the input gives apart from the text; null if none."),
        Column("published", TEXT, "Publication date as the input states it, unread; null if none."),
        Column("text", TEXT, "The decoded text, nothing removed: what every offset indexes."),
        Column("language", TEXT, "ISO 639-1 code of the language."),
    ),
)

STRETCH = pa.struct([("char_start", INT), ("char_end", INT), ("copied_from", TEXT)])

COPIES = Table(
    "copies",
    "One row per article that copies an earlier one, wholly or for the greater part.",
    (
        ARTICLE_ID,
        Column("duplicate_of", TEXT, "article_id of the article that it copies."),
        Column(
            "copied",
            pa.list_(STRETCH),
            "The stretches of its text that stand in an earlier article, and in which: the one that it copies, or "
            "another copy of that. Its own headline and byline count with them.",
        ),
        Column("own", pa.bool_(), "True if it tells something besides: it is read for that."),
        REASON,
    ),
)

ARTICLES = Table(
    "articles",
    "One row per article: its text, what is known of it, and when it was published.",
    (
        ARTICLE_ID,
        PATH,
        *DOCUMENTS.columns[2:5],
        Column("title", TEXT, "Title as given, else the headline found in the text; null if there is none."),
        *DOCUMENTS.columns[7:9],
        Column("published_start", TIME, "First day on which it can have been published; null = unknown."),
        Column("published_end", TIME, "Day after the last on which it can have been published; null = unknown."),
        Column("published_reason", TEXT, "Where the publication date comes from."),
        Column("duplicate_of", TEXT, "article_id of the article that it copies; null if it is no copy."),
        Column("n_chars", INT, "Number of characters of `text`."),
        Column(
            "n_tokens", INT, "Number of rows in `tokens`; 0 for a copy that tells nothing of its own: it is not read."
        ),
    ),
)

REJECTS = Table(
    "rejects",
    "One row per input that could not be used, and why.",
    (
        PATH,
        Column("stage", TEXT, "The stage that could not use it."),
        Column("error", TEXT, "Kind of error, for grouping."),
        Column("message", TEXT, "What was wrong and what to do about it."),
    ),
)

SENTENCES = Table(
    "sentences",
    "One row per sentence of an article, copies left out that tell nothing of their own.",
    (
        ARTICLE_ID,
        SENTENCE,
        Column("paragraph", INT, "Number of the paragraph in its article, from 0."),
        START,
        END,
        SURFACE,
        Column("kind", TEXT, "headline | byline | dateline | story | quote | caption | boilerplate."),
        Column("n_tokens", INT, "Number of its rows in `tokens`."),
        Column(
            "copied_from",
            TEXT,
            "article_id of the earlier article that it is copied from, whose events it tells; null if it is its own.",
        ),
        REASON,
    ),
)

TOKENS = Table(
    "tokens",
    "One row per token, with its place in the dependency parse.",
    (
        ARTICLE_ID,
        SENTENCE,
        Column("token", INT, "Number of the token in its article, from 0."),
        START,
        END,
        SURFACE,
        Column("lemma", TEXT, "Dictionary form."),
        Column("pos", TEXT, "Universal part of speech."),
        Column("tag", TEXT, "Penn Treebank tag."),
        Column("dep", TEXT, "Dependency label (spaCy's English scheme) towards `head`."),
        Column("head", INT, "`token` of the syntactic head; its own number for a root."),
    ),
)

CLUES = Table(
    "clues",
    "One row per passage of an article that tells when it was published.",
    (
        ARTICLE_ID,
        START,
        END,
        SURFACE,
        Column(
            "kind",
            TEXT,
            "metadata | url | file name | stated | byline | dateline | day | weekday | month | year … | together "
            "(one day told in two ways): what sort of clue.",
        ),
        Column("earliest", TIME, "Earliest publication day that it allows; null = open."),
        Column("latest", TIME, "Latest publication day that it allows, inclusive; null = open."),
        Column(
            "value",
            TEXT,
            "What it says, in TIMEX3 with X for what it leaves open, such as XXXX-11-06 or XXXX-WXX-1; both ways of a "
            "day told in two, such as XXXX-11-11 -1W for “last week, on November 11”.",
        ),
        Column("tense", TEXT, "past | present | future: of the clause that it stands in; null if unclear."),
        REASON,
    ),
)

MENTIONS = Table(
    "mentions",
    "One row per named-entity mention.",
    (
        Column("mention_id", TEXT, "Content hash of article and offsets."),
        ARTICLE_ID,
        SENTENCE,
        START,
        END,
        SURFACE,
        Column(
            "label",
            TEXT,
            "OntoNotes label: PERSON, NORP, FAC, ORG, GPE, LOC, PRODUCT, EVENT, WORK_OF_ART, LAW.",
        ),
        Column("source", TEXT, "model | gazetteer | rule, and which."),
        Column(
            "title",
            TEXT,
            "Words before or beside a name that say what the thing is, such as “North Korean leader”; null if none.",
        ),
        Column(
            "setting",
            TEXT,
            "place | agent | modifier: what the grammar makes of it, to tell a city from its government; null if open.",
        ),
    ),
)

DATES = Table(
    "dates",
    "One row per time expression, with the interval that it stands for.",
    (
        Column("date_id", TEXT, "Content hash of article and offsets."),
        ARTICLE_ID,
        SENTENCE,
        START,
        END,
        SURFACE,
        Column("kind", TEXT, "DATE | TIME | DURATION | SET, as in TIMEX3."),
        Column("timex", TEXT, "TIMEX3 value, such as 2024-06-19, 2024-W45, P2D."),
        DATE_START,
        DATE_END,
        Column(
            "granularity",
            TEXT,
            "hour | day | week | month | season | quarter | year | decade | century | range; null if none.",
        ),
        Column("modifier", TEXT, "approx | more | less | before | after | start | mid | end; null if none."),
        Column(
            "anchor",
            TEXT,
            "What it was resolved against: explicit | publication | previous expression; null if unresolved.",
        ),
        REASON,
    ),
)

LINKS = Table(
    "links",
    "One row per mention: the real-world thing that it names.",
    (
        Column("mention_id", TEXT, "The mention."),
        ARTICLE_ID,
        Column("entity_id", TEXT, "The entity."),
        Column("role", TEXT, "How it names it: name | short name | acronym | adjective | metonym | place."),
        Column("score", REAL, "Strength of the evidence, 0 to 1."),
        Column("type", TEXT, "The entity's type, as in `entities`."),
        Column("iso3", TEXT, "ISO 3166 alpha-3 code if the entity is a sovereign state; else null."),
        Column("country", TEXT, "ISO 3166 alpha-3 code of the state that it belongs to; null if unknown."),
        REASON,
    ),
)

ENTITIES = Table(
    "entities",
    "One row per real-world thing that the articles name.",
    (
        Column(
            "entity_id",
            TEXT,
            "Stable id: of your alias file; iso3166:XXX for a state or territory, iso3166-2:XX-YY for its divisions, "
            "iso3166-3:XXXX for a former state, geonames:N for a city; else type letter and hash of the name's key.",
        ),
        Column("name", TEXT, "Canonical name: the most frequent full form."),
        Column("type", TEXT, "PERSON | ORG | GPE | LOC | FAC | LAW | EVENT | PRODUCT | WORK | NORP."),
        Column("iso3", TEXT, "ISO 3166 alpha-3 code of a sovereign state; else null."),
        Column(
            "country",
            TEXT,
            "ISO 3166 alpha-3 code of affiliation (people, organisations, cities); null if unknown.",
        ),
        Column("wikidata", TEXT, "Wikidata id where an offline table knows it; else null."),
        Column("latitude", REAL, "Degrees north (WGS 84) of a city with a GeoNames id; null if unknown, as of states."),
        Column("longitude", REAL, "Degrees east (WGS 84), likewise."),
        Column("aliases", TEXTS, "Surface forms, most frequent first."),
        Column("n_mentions", INT, "Number of mentions."),
        Column("n_articles", INT, "Number of articles that name it."),
        Column("first_seen", TIME, "Earliest publication day of an article that names it; null if none is dated."),
        Column("last_seen", TIME, "Latest publication day of an article that names it; null if none is dated."),
        Column("country_reason", TEXT, "Why `country` is what it is, in words; null if it is unknown."),
    ),
)

REDIRECTS = Table(
    "redirects",
    "One row per entity id of an earlier run that a later run replaced.",
    (
        Column("old_id", TEXT, "Id in the earlier run."),
        Column("new_id", TEXT, "Id of the same thing now."),
        REASON,
    ),
)

EVENTS = Table(
    "events",
    "One row per event as one sentence of one article tells it.",
    (
        Column("event_id", TEXT, "Content hash of article, trigger offsets and type."),
        ARTICLE_ID,
        SENTENCE,
        Column("char_start", INT, "Where the trigger starts in `articles.text`."),
        Column("char_end", INT, "Where the trigger ends in `articles.text`, exclusive."),
        Column("trigger", TEXT, "The words that express the event."),
        Column("lemma", TEXT, "Lemma of the trigger, as the ontology lists it."),
        Column("event_type", TEXT, "PLOVER type, or a type of the user's own ontology."),
        Column("mode", TEXT, "PLOVER mode; null if the words do not say."),
        Column("contexts", TEXTS, "PLOVER contexts, such as military or diplomatic."),
        Column(
            "quad_class",
            INT,
            "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.",
        ),
        Column("score", REAL, "Conflict–cooperation score, -10 to 10."),
        Column("cameo_root", TEXT, "CAMEO root code, two digits."),
        Column("status", TEXT, "actual | future | hypothetical | negated | historical."),
        Column("actors", TEXTS, "entity_id of who did it."),
        Column("recipients", TEXTS, "entity_id of whom it was done to or with."),
        Column(
            "inferred",
            TEXTS,
            "Those of actors and recipients that the sentence leaves out: the other side of the war that its article "
            "tells of. Stories do not rest on them.",
        ),
        Column("locations", TEXTS, "entity_id of where."),
        Column("sources", TEXTS, "entity_id of who is said to say so."),
        Column("actor_texts", TEXTS, "The phrases that name the actors."),
        Column("recipient_texts", TEXTS, "The phrases that name the recipients."),
        Column("source_texts", TEXTS, "The phrases that name the sources."),
        Column("actor_countries", TEXTS, "ISO3 codes of the actors' states."),
        Column("recipient_countries", TEXTS, "ISO3 codes of the recipients' states."),
        Column("source_countries", TEXTS, "ISO3 codes of the sources' states."),
        DATE_START,
        DATE_END,
        Column(
            "date_id",
            TEXT,
            "The time expression that dates it, its own or one that it shares (`reason` tells); null if none does.",
        ),
        Column(
            "not_after",
            TIME,
            "Upper bound for an event told as done (actual or historical) that no date ends: the end of the "
            "publication interval. Null if that is unknown, if date_end is known, or if the event is not told as done.",
        ),
        Column("confidence", REAL, "0 to 1: how likely type, actor, recipient and status are right."),
        REASON,
        Column("text", TEXT, "The sentence."),
        Column("words", TEXTS, "Lemmas of the sentence's content words, sorted: what merging compares."),
    ),
)

PARTICIPANTS = Table(
    "participants",
    "One row per event and phrase that fills a role in it.",
    (
        Column("event_id", TEXT, "The event."),
        ARTICLE_ID,
        Column("role", TEXT, "actor | recipient | location | source."),
        Column("entity_id", TEXT, "Who or what fills it; null if nobody named."),
        Column("mention_id", TEXT, "The mention that names it; null if none does."),
        SURFACE,
        START,
        END,
        Column("resolution", TEXT, "named | pronoun | definite description | implied."),
        REASON,
    ),
)

QUOTES = Table(
    "quotes",
    "One row per attribution of speech or thought: who says, thinks, wants or asks what. What a quoted speaker says "
    "that others said is part of his quotation and has no row of its own.",
    (
        Column("quote_id", TEXT, "Content hash of article and of the offsets of cue and content."),
        ARTICLE_ID,
        Column("sentence", INT, "Number of the sentence that the cue stands in, from 0."),
        Column("source_start", INT, "Where the source's phrase starts in `articles.text`; null if nobody is named."),
        Column("source_end", INT, "Where the source's phrase ends in `articles.text`, exclusive; null if none."),
        Column("source_text", TEXT, "The source's phrase with what describes him; null if nobody is named."),
        Column("source_ids", TEXTS, "entity_id of whom the phrase means; empty if unknown."),
        Column("resolution", TEXT, "named | pronoun | definite description | implied; null if `source_ids` is empty."),
        Column("cue", TEXT, "The word of reporting, such as “said”, “according to”, “claim”; a colon in headlines."),
        Column("cue_start", INT, "Where the cue starts in `articles.text`."),
        Column("cue_end", INT, "Where the cue ends in `articles.text`, exclusive."),
        Column("char_start", INT, "Where the content starts in `articles.text`."),
        Column(
            "char_end",
            INT,
            "Where the content ends in `articles.text`, exclusive. It runs from its first word to its last, over the "
            "cue where that stands in its middle, and over all sentences of a quotation that runs on.",
        ),
        Column("text", TEXT, "The content: the clause, phrase or quotation, exactly as in the article."),
        Column("kind", TEXT, "direct (begins and ends in quotation marks) | mixed (some of it quoted) | indirect."),
        REASON,
    ),
)

QUANTITIES = Table(
    "quantities",
    "One row per figure about the world.",
    (
        Column("quantity_id", TEXT, "Content hash of article and offsets."),
        ARTICLE_ID,
        SENTENCE,
        START,
        END,
        SURFACE,
        Column("low", REAL, "Lower bound, inclusive; null = open."),
        Column("high", REAL, "Upper bound, inclusive; null = open."),
        Column("qualifier", TEXT, "exact | about | at_least | at_most | more_than | nearly | range."),
        Column("unit", TEXT, "What is counted, or the currency."),
        Column("entity_id", TEXT, "Whose it is; null if nobody named."),
        Column("sources", TEXTS, "entity_id of who gives the figure."),
        Column("event_id", TEXT, "The event that it measures; null if none."),
        REASON,
    ),
)

MAIN_EVENTS = Table(
    "main_events",
    "One row per article whose headline or first sentences tell something: the event that it is about.",
    (
        ARTICLE_ID,
        SENTENCE,
        Column("event_id", TEXT, "The row of `events` with the same trigger; null if no type in use holds it."),
        Column("trigger", TEXT, "The word that expresses it."),
        Column("char_start", INT, "Where the trigger starts in `articles.text`."),
        Column("char_end", INT, "Where the trigger ends in `articles.text`, exclusive."),
        Column("status", TEXT, "actual | future | hypothetical | negated | historical, as in `events`."),
        Column("who", TEXT, "Who or what did it, or to whom it was done if nobody says by whom; null if not told."),
        Column("who_start", INT, "Where `who` starts in `articles.text`."),
        Column("who_end", INT, "Where `who` ends in `articles.text`, exclusive."),
        Column("who_ids", TEXTS, "entity_id of whom `who` names."),
        Column("what", TEXT, "The predicate with its complements, as short as in a headline."),
        Column("what_start", INT, "Where `what` starts in `articles.text`."),
        Column("what_end", INT, "Where `what` ends in `articles.text`, exclusive."),
        Column("when_text", TEXT, "The words that say when; null if none do."),
        Column("date_id", TEXT, "The time expression that they are; null if none."),
        DATE_START,
        DATE_END,
        Column("not_after", TIME, "As in `events`: the end of the publication, if no date ends what is told as done."),
        Column("place", TEXT, "The name of the place, with the region behind it; null if not told."),
        Column("place_start", INT, "Where `place` starts in `articles.text`."),
        Column("place_end", INT, "Where `place` ends in `articles.text`, exclusive."),
        Column("place_id", TEXT, "entity_id of the place; null if none."),
        Column("confidence", REAL, "0 to 1: how much speaks for it."),
        Column("reason", TEXT, "Why this event is the main one, and where the words for when and where stand."),
    ),
)

FIGURE = pa.struct(
    [
        ("unit", TEXT),
        ("low", REAL),
        ("high", REAL),
        ("qualifier", TEXT),
        ("sources", TEXTS),
        ("articles", TEXTS),
        ("holders", TEXTS),
    ]
)

STORIES = Table(
    "stories",
    "One row per real-world event, however many articles tell it.",
    (
        Column("story_id", TEXT, "Stable id of the story: that of its first report, which later ones leave as it is."),
        Column("event_type", TEXT, "The type that most of its events have."),
        Column(
            "status",
            TEXT,
            "agreed (all tell it alike) | disputed (some deny it) | denied | planned | hypothetical | historical.",
        ),
        Column("actors", TEXTS, "entity_id of who did it, most often named first."),
        Column("recipients", TEXTS, "entity_id of whom it was done to or with."),
        Column("locations", TEXTS, "entity_id of where."),
        DATE_START,
        DATE_END,
        Column("n_events", INT, "Number of events merged into it."),
        Column("n_articles", INT, "Number of articles that tell it, copies apart."),
        Column("n_copies", INT, "Number of copies of those articles."),
        Column("n_outlets", INT, "Number of outlets known to tell it."),
        Column("first_published", TIME, "Earliest publication day among its articles; null if none is dated."),
        Column("headline", TEXT, "A short sentence."),
        Column(
            "figures",
            pa.list_(FIGURE),
            "Every figure that measures it, side by side: bounds, who gives it, the articles, whose it is (entity_id).",
        ),
        Column("conflicting", pa.bool_(), "True if two figures for one unit cannot both hold."),
        Column("asserted_by", TEXTS, "entity_id of who is said to say that it happened or will, most often first."),
        Column("denied_by", TEXTS, "entity_id of who is said to deny it, most often first."),
    ),
)

STORY_EVENTS = Table(
    "story_events",
    "One row per event: the story that it belongs to.",
    (
        Column("event_id", TEXT, "The event."),
        Column("story_id", TEXT, "The story."),
        ARTICLE_ID,
        REASON,
    ),
)

TABLES = (
    DOCUMENTS,
    COPIES,
    ARTICLES,
    REJECTS,
    SENTENCES,
    TOKENS,
    CLUES,
    MENTIONS,
    DATES,
    LINKS,
    ENTITIES,
    REDIRECTS,
    EVENTS,
    PARTICIPANTS,
    QUOTES,
    QUANTITIES,
    MAIN_EVENTS,
    STORIES,
    STORY_EVENTS,
)
