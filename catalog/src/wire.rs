//! The only statement of the JSON shape of the dataset: what the editors' files hold and what the app fetches.
//!
//! These tables say which keys there are and what kind of value each has, nothing more; what a value
//! may be is decided once, in [`crate::Catalog::from_wire`]. The reader and the JSON Schema both follow
//! them. They are data and not types with a derived reader: nine of those were 25 kB of the wasm (raw), gave up
//! at the first mistake, and their messages brought in the printing of decimal numbers, another 15 kB.
//!
//! Compatibility: a new optional key is a new minor version; anything else is a new major version. A
//! key that is not known is a mistake, unless the dataset says that it is of a newer minor version.
// Longer than most: it is the whole shape of the dataset, as tables.

use crate::country::{LinkCategory, PlanStatus};
use crate::date::Year;
use crate::resource::{Confidence, Kind, Status};
use crate::video::{EventFormat, EventKind};

/// The version of this shape, `major.minor`.
pub const SCHEMA: &str = "1.2";

/// Any JSON.
///
/// An object keeps the order of its keys, and a key that stands in it twice, so that the check can say so.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number; JSON knows only one kind of them.
    Number(f64),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// The value of that key, where this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(entries) => value(entries, key),
            _ => None,
        }
    }

    /// The text, where this is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The items, where this is a list; otherwise none.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match self {
            Self::Array(items) => items,
            _ => &[],
        }
    }

    /// The whole number, where this is one; one that is too large becomes the largest.
    pub(crate) fn whole(&self) -> Option<i64> {
        match self {
            Self::Number(number) if number.trunc() == *number => Some(*number as i64),
            _ => None,
        }
    }
}

/// The value of that key, the first where it stands there twice.
pub(crate) fn value<'a>(entries: &'a [(String, Json)], key: &str) -> Option<&'a Json> {
    entries.iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

/// What an object holds.
#[derive(Debug)]
pub struct Shape {
    /// Its name in the schema.
    pub name: SchemaDoc,
    /// What it is.
    pub doc: SchemaDoc,
    /// Its keys, in the order in which they are written.
    pub keys: &'static [Key],
}

/// A key of an object.
#[derive(Debug)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// What kind of value it has.
    pub kind: ValueKind,
    /// Whether it must be there; one that need not be may also be `null`.
    pub required: bool,
    /// What it means.
    pub doc: SchemaDoc,
}

/// A kind of value.
#[derive(Clone, Copy, Debug)]
pub enum ValueKind {
    /// A text.
    Text(Format),
    /// One of these texts.
    Name(&'static [&'static str]),
    /// A number without decimals, not below the first and not above the second.
    WholeNumber(i64, i64),
    /// `true` or `false`.
    Boolean,
    /// A list of texts, none of which stands in it twice.
    Texts(Format, Least),
    /// The first and the last year of a period, in a list; `null` is an open end.
    Years,
    /// A list of objects.
    List(&'static Shape),
    /// An object.
    Object(&'static Shape),
    /// An object whose keys are ids, and whose values are texts.
    ById,
}

/// What a text looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Words: something other than spaces, without control characters, and with no space at either end.
    Words,
    /// The stable name of an entry ([`Id`](crate::Id)).
    Id,
    /// An https or http address ([`WebAddress`](crate::WebAddress)).
    Address,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A day, a month or a year.
    Date,
    /// A BCP 47 language tag.
    Language,
    /// An ISO 3166-1 alpha-2 code in capitals.
    Country,
    /// Digits with an optional decimal point.
    Digits,
    /// A version of the JSON shape, `major.minor`.
    Schema,
    /// YouTube's id of a video.
    Youtube,
    /// YouTube's id of a playlist.
    Playlist,
}

/// How many items a list has at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Least {
    /// It may be empty.
    None,
    /// It must not be empty.
    One,
}

/// A text for the schema alone: without the feature `source` it is not even compiled into the app.
#[derive(Clone, Copy, Debug)]
pub struct SchemaDoc(#[cfg(feature = "source")] pub(crate) &'static str);

#[cfg(feature = "source")]
impl SchemaDoc {
    /// The text; what is between two `` ` `` in it is code.
    #[must_use]
    pub fn text(self) -> &'static str {
        self.0
    }
}

#[cfg(feature = "source")]
const fn schema_doc(text: &'static str) -> SchemaDoc {
    SchemaDoc(text)
}

#[cfg(not(feature = "source"))]
const fn schema_doc(_: &'static str) -> SchemaDoc {
    SchemaDoc()
}

const fn required(name: &'static str, kind: ValueKind, doc: &'static str) -> Key {
    Key { name, kind, required: true, doc: schema_doc(doc) }
}

const fn optional(name: &'static str, kind: ValueKind, doc: &'static str) -> Key {
    Key { name, kind, required: false, doc: schema_doc(doc) }
}

/// The whole dataset.
pub static DATASET: Shape = Shape {
    name: schema_doc("Dataset"),
    doc: schema_doc("The whole dataset, as served in `data/catalog.json`."),
    keys: &[
        required("schema", ValueKind::Text(Format::Schema), "Version of the JSON shape, `major.minor`."),
        required(
            "version",
            ValueKind::Text(Format::Day),
            "Version of the content: the day of its last change, `YYYY-MM-DD`.",
        ),
        required("licence", ValueKind::Text(Format::Words), "Licence of the data, an SPDX identifier."),
        required(
            "events",
            ValueKind::List(&EVENT),
            "Occasions at which talks were given, in the order they are shown.",
        ),
        required("videos", ValueKind::List(&VIDEO), "Talks and playlists, in the order they are shown."),
        required("countries", ValueKind::List(&COUNTRY), "One entry per country."),
        optional(
            "europe",
            ValueKind::List(&RESOURCE),
            "What belongs to no country but to all of Europe, each entry like a country's; for editors in `europe.json`.",
        ),
        optional("changes", ValueKind::List(&CHANGE_SET), "What changed, the newest first."),
    ],
};

/// What changed on one day.
pub static CHANGE_SET: Shape = Shape {
    name: schema_doc("Edition"),
    doc: schema_doc("What changed on one day. For editors in `changes.json`, which also has fingerprints."),
    keys: &[
        required("date", ValueKind::Text(Format::Day), "The day, `YYYY-MM-DD`."),
        required("note", ValueKind::Text(Format::Words), "What was done, in a sentence."),
        optional(
            "added",
            ValueKind::Texts(Format::Id, Least::None),
            "Ids of what was added; a country goes by its code in lower case.",
        ),
        optional("changed", ValueKind::Texts(Format::Id, Least::None), "Ids of what was changed."),
        optional("withdrawn", ValueKind::Texts(Format::Id, Least::None), "Ids of what was withdrawn."),
    ],
};

/// A country.
pub static COUNTRY: Shape = Shape {
    name: schema_doc("Country"),
    doc: schema_doc("A country; for editors a file of its own, `countries/<code>.json`."),
    keys: &[
        required("code", ValueKind::Text(Format::Country), "ISO 3166-1 alpha-2 code in capitals (`GB`, `GR`)."),
        required("name", ValueKind::Text(Format::Words), "English name."),
        optional("native_names", ValueKind::List(&NATIVE_NAME), "Names in the country's own languages, from CLDR."),
        required("plan_status", ValueKind::Name(PlanStatus::NAMES), "Where the country stands with its national plan."),
        required("overview", ValueKind::Text(Format::Words), "What is known, in a few sentences."),
        required(
            "overview_sources",
            ValueKind::Texts(Format::Address, Least::One),
            "Pages on which the overview's facts were seen.",
        ),
        required("declaration", ValueKind::Object(&DECLARATION), "The 1+ Million Genomes declaration."),
        optional(
            "plan",
            ValueKind::Texts(Format::Id, Least::None),
            "Ids of the country's resources that are its national plan; where `plan_status` is `adopted`, at least one.",
        ),
        optional("lead_body", ValueKind::Object(&LEAD_BODY), "The body that leads or coordinates for the state."),
        optional(
            "legal_basis",
            ValueKind::Texts(Format::Id, Least::None),
            "Ids of the country's resources of kind `law` that genomics stands on.",
        ),
        optional("gdi", ValueKind::Object(&GDI), "The part in the European Genomic Data Infrastructure (GDI)."),
        optional("genome_of_europe", ValueKind::Object(&GENOME_OF_EUROPE), "The part in Genome of Europe."),
        optional(
            "reference_cohort",
            ValueKind::Object(&REFERENCE_COHORT),
            "The genomes of the population that serve as the national reference.",
        ),
        optional("consent", ValueKind::Object(&CONSENT), "How people agree to the use of their genomic data."),
        optional(
            "newborn_genomics",
            ValueKind::Texts(Format::Id, Least::None),
            "Ids of the country's resources on genomic screening of newborns.",
        ),
        optional(
            "rare_disease_plan",
            ValueKind::Text(Format::Id),
            "Id of the country's resource that is its plan for rare diseases.",
        ),
        optional("contact", ValueKind::Object(&CONTACT), "Whom to ask nationally."),
        required(
            "resources",
            ValueKind::List(&RESOURCE),
            "Plans, strategies, laws, programmes, centres, biobanks and reports.",
        ),
        optional(
            "implementation",
            ValueKind::List(&LINK),
            "The country's own pages on putting genomics into practice.",
        ),
    ],
};

/// A country's name in one of its own languages.
pub static NATIVE_NAME: Shape = Shape {
    name: schema_doc("NativeName"),
    doc: schema_doc("A country's name in one of its own languages."),
    keys: &[
        required("language", ValueKind::Text(Format::Language), "BCP 47 language tag."),
        required("name", ValueKind::Text(Format::Words), "The name."),
    ],
};

/// A country's signature.
pub static DECLARATION: Shape = Shape {
    name: schema_doc("Declaration"),
    doc: schema_doc("Whether and when a country signed the 1+ Million Genomes declaration."),
    keys: &[
        required("signatory", ValueKind::Boolean, "Whether the country is a signatory."),
        optional(
            "signed",
            ValueKind::Text(Format::Date),
            "Day, month or year of the signature (`2018-04-10`, `2018-09`, `2018`), where it is known.",
        ),
        required("sources", ValueKind::Texts(Format::Address, Least::One), "Pages on which this was seen."),
    ],
};

/// The body that leads.
pub static LEAD_BODY: Shape = Shape {
    name: schema_doc("LeadBody"),
    doc: schema_doc("The body that leads or coordinates for the state."),
    keys: &[
        required("name", ValueKind::Text(Format::Words), "Its name."),
        optional("url", ValueKind::Text(Format::Address), "Its own page."),
        required("sources", ValueKind::Texts(Format::Address, Least::One), "Pages on which this was seen."),
    ],
};

/// The part in GDI.
pub static GDI: Shape = Shape {
    name: schema_doc("Infrastructure"),
    doc: schema_doc("A country's part in the European Genomic Data Infrastructure (GDI)."),
    keys: &[
        required("member", ValueKind::Boolean, "Whether the country takes part."),
        optional("since", ValueKind::Text(Format::Date), "Day, month or year since when, where it is known."),
        optional("partners", ValueKind::Texts(Format::Words, Least::None), "The national partners that are known."),
        optional("node", ValueKind::Text(Format::Address), "The page of the national node."),
        required("sources", ValueKind::Texts(Format::Address, Least::One), "Pages on which this was seen."),
    ],
};

/// The part in Genome of Europe.
pub static GENOME_OF_EUROPE: Shape = Shape {
    name: schema_doc("GenomeOfEurope"),
    doc: schema_doc("A country's part in Genome of Europe."),
    keys: &[
        required("member", ValueKind::Boolean, "Whether the country takes part."),
        optional("partners", ValueKind::Texts(Format::Words, Least::None), "The national partners that are known."),
        optional("samples", ValueKind::WholeNumber(1, u32::MAX as i64), "Samples that it is to sequence."),
        optional("as_of", ValueKind::Text(Format::Words), "Date of that number or a note on it, where known."),
        required("sources", ValueKind::Texts(Format::Address, Least::One), "Pages on which this was seen."),
    ],
};

/// The reference genomes.
pub static REFERENCE_COHORT: Shape = Shape {
    name: schema_doc("ReferenceCohort"),
    doc: schema_doc("The genomes of a country's population that serve as its reference."),
    keys: &[
        required("name", ValueKind::Text(Format::Words), "Its name."),
        optional("planned", ValueKind::WholeNumber(1, u32::MAX as i64), "Genomes that are planned."),
        optional("done", ValueKind::WholeNumber(1, u32::MAX as i64), "Genomes that are done."),
        optional("as_of", ValueKind::Text(Format::Words), "Date of these numbers or a note on them, where known."),
        optional("resource", ValueKind::Text(Format::Id), "Id of the country's resource about it."),
        required("sources", ValueKind::Texts(Format::Address, Least::One), "Pages on which this was seen."),
    ],
};

/// Consent.
pub static CONSENT: Shape = Shape {
    name: schema_doc("Consent"),
    doc: schema_doc("How people agree to the use of their genomic data."),
    keys: &[
        required("model", ValueKind::Text(Format::Words), "The model, in a few words."),
        required("sources", ValueKind::Texts(Format::Address, Least::One), "Pages on which this was seen."),
    ],
};

/// A national contact.
pub static CONTACT: Shape = Shape {
    name: schema_doc("Contact"),
    doc: schema_doc("Whom to ask nationally about 1+ Million Genomes."),
    keys: &[
        required("name", ValueKind::Text(Format::Words), "The name of the contact or of its page."),
        required("url", ValueKind::Text(Format::Address), "Its page."),
        required("sources", ValueKind::Texts(Format::Address, Least::One), "Pages on which this was seen."),
    ],
};

/// A document.
pub static RESOURCE: Shape = Shape {
    name: schema_doc("Resource"),
    doc: schema_doc("A plan, strategy, law, programme, centre, biobank or report."),
    keys: &[
        required(
            "id",
            ValueKind::Text(Format::Id),
            "Stable name of this entry (`ie-national-strategy-2022`), kept for ever once published.",
        ),
        required("kind", ValueKind::Name(Kind::NAMES), "What it is."),
        required("title", ValueKind::Text(Format::Words), "English title."),
        optional(
            "title_original",
            ValueKind::Text(Format::Words),
            "Title in the document's own language, where it differs.",
        ),
        required("language_original", ValueKind::Text(Format::Language), "BCP 47 tag of the document's own language."),
        required("issuer", ValueKind::Text(Format::Words), "Name of the body that issued or runs it."),
        optional(
            "authors",
            ValueKind::Texts(Format::Words, Least::None),
            "The persons who wrote it, where it is an article.",
        ),
        optional(
            "year",
            ValueKind::WholeNumber(Year::FIRST.number() as i64, Year::LAST.number() as i64),
            "Year of publication or start, where it is known.",
        ),
        optional("period", ValueKind::Years, "First and last year it covers; `null` is an open end."),
        required("status", ValueKind::Name(Status::NAMES), "How far it is."),
        required("url", ValueKind::Text(Format::Address), "Where the document or its page is, https or http."),
        required("summary", ValueKind::Text(Format::Words), "What it is, in one to three sentences."),
        optional("figures", ValueKind::List(&FIGURE), "Key figures."),
        required("sources", ValueKind::Texts(Format::Address, Least::One), "Pages on which these facts were seen."),
        required(
            "confidence",
            ValueKind::Name(Confidence::NAMES),
            "`high`, or `medium` where a good secondary page was seen and not the official one.",
        ),
        required("checked", ValueKind::Text(Format::Day), "Day on which the facts were checked, `YYYY-MM-DD`."),
    ],
};

/// A key figure.
pub static FIGURE: Shape = Shape {
    name: schema_doc("Figure"),
    doc: schema_doc("A key figure: \"50000 genomes, as of 2025\"."),
    keys: &[
        required("label", ValueKind::Text(Format::Words), "What is counted."),
        required("value", ValueKind::Text(Format::Digits), "The number, in digits with an optional decimal point."),
        required("unit", ValueKind::Text(Format::Words), "Its unit."),
        optional("as_of", ValueKind::Text(Format::Words), "Date of the figure or a note on it, where known."),
    ],
};

/// A page on putting genomics into practice.
pub static LINK: Shape = Shape {
    name: schema_doc("ImplementationLink"),
    doc: schema_doc("A page of a country on putting genomics into practice."),
    keys: &[
        required("category", ValueKind::Name(LinkCategory::NAMES), "What it is about."),
        required("title", ValueKind::Text(Format::Words), "The page's title."),
        required("url", ValueKind::Text(Format::Address), "Its address, https or http."),
    ],
};

/// An event.
pub static EVENT: Shape = Shape {
    name: schema_doc("Event"),
    doc: schema_doc("An occasion at which talks were given; for editors in `events.json`."),
    keys: &[
        required("id", ValueKind::Text(Format::Id), "Stable name of this entry, kept for ever once published."),
        required("title", ValueKind::Text(Format::Words), "Its title."),
        required("kind", ValueKind::Name(EventKind::NAMES), "What it was."),
        required("format", ValueKind::Name(EventFormat::NAMES), "How it was held."),
        required("date", ValueKind::Text(Format::Date), "Day, month or year."),
        required("organiser", ValueKind::Text(Format::Words), "Who held it."),
        required("grant", ValueKind::Text(Format::Words), "The grant that paid for it."),
        required("page", ValueKind::Text(Format::Address), "The original page about it."),
        required(
            "introduction",
            ValueKind::Texts(Format::Words, Least::None),
            "Introduction, one string per paragraph.",
        ),
    ],
};

/// A video.
pub static VIDEO: Shape = Shape {
    name: schema_doc("Video"),
    doc: schema_doc("A talk or a playlist on YouTube; for editors in `videos.json`."),
    keys: &[
        required("id", ValueKind::Text(Format::Id), "Stable name of this entry, kept for ever once published."),
        optional("event", ValueKind::Text(Format::Id), "The `id` of the event it belongs to."),
        optional(
            "youtube",
            ValueKind::Text(Format::Youtube),
            "YouTube's id of the video; without it the entry is the playlist.",
        ),
        optional(
            "playlist",
            ValueKind::Text(Format::Playlist),
            "YouTube's id of the playlist, or of the one that the video is in.",
        ),
        optional(
            "playlist_index",
            ValueKind::WholeNumber(1, u16::MAX as i64),
            "The video's place in the playlist, from 1.",
        ),
        optional(
            "video_count",
            ValueKind::WholeNumber(1, u16::MAX as i64),
            "Number of videos in the playlist, where it is known.",
        ),
        required("countries", ValueKind::Texts(Format::Country, Least::One), "Codes of the countries it is about."),
        required("title", ValueKind::Text(Format::Words), "Its title."),
        optional("speaker", ValueKind::Text(Format::Words), "Who speaks, or who speaks first in a playlist."),
        optional("date", ValueKind::Text(Format::Date), "Day, month or year, where it is known."),
        required("language", ValueKind::Text(Format::Language), "BCP 47 tag of the language spoken."),
    ],
};
