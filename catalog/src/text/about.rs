//! The words of the page "How this is made". The rules are those that editors follow (`data/README.md`) and the core
//! applies (`life.rs`, `Country::plan_state`); whoever changes them there changes them here.

use super::Messages;
use super::number::plural;
use crate::country::PlanState;
use crate::date::PartialDate;

/// The title, and the words of the links that lead to the page.
pub const TITLE: &str = "How this is made";
/// What the page says, for search engines.
pub const DESCRIPTION: &str = "What counts as a national genomic plan, how the state of each country is decided, how \
facts are checked, what was not found, and who maintains this catalogue.";

// What this is

/// The heading of what this is.
pub const PURPOSE: &str = "What this is";
/// How much there is.
#[must_use]
pub fn extent(countries: &str, documents: &str, videos: &str) -> String {
    format!(
        "This catalogue shows where {countries} of Europe stand with a national genomic plan: {documents} and {videos}."
    )
}
/// Whom it is for.
pub const FOR_WHOM: &str =
    "It is for everybody who asks which country has a plan, what is in it, who runs it and where to read it.";

// What counts as a plan

/// The heading of what counts as a plan.
pub const COUNTS: &str = "What counts as a national plan";
/// Before what must be true of one.
pub const IS_PLAN: &str = "A national plan is a strategy, a plan or a roadmap of which all of this is true:";
/// What must be true of a plan.
pub const IS_PLAN_WHEN: &[&str] = &[
    "It is about genomics, or about personalised medicine with genomics as a stated part of it.",
    "It is for the whole country: the whole United Kingdom and not one nation, the whole of Italy and not one region.",
    "A government, a ministry or a body that one of them has mandated has adopted it.",
];
/// Before what is none.
pub const IS_NO_PLAN: &str = "In this sense these are no national plans:";
/// What is no plan.
pub const NO_PLANS: &[&str] = &[
    "the plan of a network, an academy or a university;",
    "a plan for one group of diseases, such as cancer or rare diseases;",
    "a programme, a project or a distribution of money, even if it carries out a plan;",
    "a law;",
    "a proposal.",
];
/// Which documents are the plan of a country.
pub const PLAN_DOCUMENTS: &[&str] = &[
    "A country with an adopted plan names the documents that are the plan now: the national strategy first, then what \
     carries it out.",
    "Plans that a later one replaced are not named. Where all have ended and no next one was adopted, the last is named.",
];

// The state of a country

/// The heading of how states are decided.
pub const STATES: &str = "How the state of a country is decided";
/// In which order.
pub const STATES_ORDER: &str = "The first of these that fits is the state of a country.";
/// On which day.
#[must_use]
pub fn states_day(day: PartialDate) -> String {
    format!("The lists here are those of {}, the day of the dataset.", Messages::English.date(day))
}
/// On which day the other pages count.
pub const STATES_TODAY: &str = "The other pages count by your own day: a plan whose last year is over has ended there, \
without anybody changing the dataset.";
/// What is said of what was seen long ago.
pub const STATES_OLD: &str =
    "Where the last thing seen is older than three years, the overview of the country says what it was and when.";
/// When a country is in a state.
#[must_use]
pub fn state_rule(state: PlanState) -> &'static [&'static str] {
    match state {
        PlanState::InForce => {
            &["A national plan was adopted, and at least one of the documents that are the plan is in force."]
        }
        PlanState::Ended => &[
            "A national plan was adopted, every document that is the plan is over, and no next one was adopted.",
            "A next plan that is only announced does not prolong it, and neither does a programme that goes on.",
        ],
        PlanState::InPreparation => &[
            "A source of the last three years shows that a government, a ministry or a body mandated by one of them is \
             drawing up a national plan.",
            "Or one of them ordered a draft, its period still runs, and its adoption was not seen.",
            "Or a plan was adopted and has yet to begin.",
            "A mandate counts until three years after its end.",
            "A joint European notice does not count: that countries want plans is not yet a plan of this country.",
        ],
        PlanState::ProgrammeOnly => &[
            "None of these, but there are national programmes, centres or laws for genomics. A biobank alone is none.",
        ],
        PlanState::NoneFound => &["None of these was found. They may exist all the same."],
    }
}
/// Before the names of the countries in a state.
#[must_use]
pub fn state_countries(number: usize, day: PartialDate) -> String {
    let number = match number {
        0 => "No country".to_owned(),
        number => Messages::English.countries(number),
    };
    format!("{number} on {}:", Messages::English.date(day))
}
/// The same where no country is in it.
#[must_use]
pub fn state_empty(day: PartialDate) -> String {
    format!("No country on {}.", Messages::English.date(day))
}
/// Leads to the countries in a state on the visitor's day.
#[must_use]
pub fn state_today(state: &str) -> String {
    format!("“{state}” today")
}

// In force

/// The heading of what "in force" means.
pub const LIFE: &str = "When a document is in force";
/// What it means.
pub const LIFE_NOTE: &[&str] = &[
    "A document begins with the first year of its period, or else with its own year, and ends with the last year of its \
     period.",
    "An active document without an end runs to today.",
    "It is in force when it is active, has begun and is not over. A period that is over ends it, whatever its status says.",
    "What is planned is not yet in force; what is completed or given up is no longer in force.",
    "A status that no page gives is shown as unknown, and so is a year; neither is guessed. An end that is not known \
     adds no year.",
];

// Confidence

/// The heading of what confidence means.
pub const CONFIDENCE: &str = "How sure it is";
/// Documents of high confidence.
#[must_use]
pub fn high(number: usize) -> String {
    plural(
        number,
        "High confidence, # document: the document, a full copy of it, or an official page about it was seen.",
        "High confidence, # documents: the document, a full copy of it, or an official page about it was seen.",
    )
}
/// Documents of medium confidence.
#[must_use]
pub fn medium(number: usize) -> String {
    plural(
        number,
        "Medium confidence, # document: only a good secondary page was seen, of a newspaper, a partner or a society.",
        "Medium confidence, # documents: only a good secondary page was seen, of a newspaper, a partner or a society.",
    )
}
/// How the latter are marked.
#[must_use]
pub fn medium_mark() -> String {
    let mark = Messages::English.medium_confidence_short();
    format!("The latter are marked “{mark}”. A page that is only a copy of another one is not enough.")
}

// Checks

/// The heading of how facts were checked.
pub const CHECKS: &str = "How and when facts were checked";
/// How much was read.
#[must_use]
pub fn read(documents: &str, sources: usize) -> String {
    plural(
        sources,
        &format!("The dataset has {documents}; its facts were seen at # public address."),
        &format!("The dataset has {documents}; its facts were seen at # different public addresses."),
    )
}
/// When documents were checked.
#[must_use]
pub fn days(first: PartialDate, last: PartialDate) -> String {
    if first == last {
        return format!("All documents were checked on {}.", Messages::English.date(first));
    }
    format!(
        "The oldest check of a document is of {}, the newest of {}.",
        Messages::English.date(first),
        Messages::English.date(last)
    )
}
/// How facts come into the dataset.
pub const CHECKS_NOTE: &str = "Each document names the pages on which its facts were seen. Nothing is added from memory, and what is not known is left out.";
/// The second reading. These numbers are those of a day that has passed: they do not grow with the dataset.
pub const SECOND_READING: &[&str] = &[
    "A second, independent reading of 28 November 2026 compared 83 of the 113 documents of the first edition with \
     stored public pages.",
    "It also covered every plan status and every signatory of the declaration. Of some pages only excerpts were there to \
     be read.",
    "74 documents were right as they stood. What was found in the others was taken over where its source shows it.",
];
/// Before what is recorded.
pub const RECORD: &str = "What the dataset records of its changes, the newest first:";

// What was not found

/// The heading of what was not found.
pub const NOT_FOUND: &str = "What was not found, and where we looked";
/// Where was looked.
pub const NOT_FOUND_NOTE: &[&str] = &[
    "Only public pages were looked at: those that are named as sources with each country and each document.",
    "What was not found there may exist all the same.",
];
/// Before the countries of which no plan was found.
#[must_use]
pub fn without_plan(number: usize) -> String {
    plural(
        number,
        "No adopted national plan was found for # country:",
        "No adopted national plan was found for # countries:",
    )
}
/// Before the documents of which no year is known.
#[must_use]
pub fn without_year(number: usize) -> String {
    plural(number, "No year is known for # document:", "No year is known for # documents:")
}
/// Before the documents whose status is not known.
#[must_use]
pub fn without_status(number: usize) -> String {
    plural(number, "The status of # document is not known:", "The status of # documents is not known:")
}
/// Before the documents without a title in their own language.
#[must_use]
pub fn without_original_title(number: usize) -> String {
    plural(
        number,
        "# document in another language than English has no title in it here: it was not seen, or is the same.",
        "# documents in other languages than English have no title in them here: it was not seen, or is the same.",
    )
}

// Who maintains it

/// The heading of who maintains this.
pub const WHO: &str = "Who maintains this, and how to correct it";
/// Before the maintainer's name.
pub const MAINTAINER: &str = "Maintainer";
/// Where there is none.
pub const NO_MAINTAINER: &str = "This copy of the site names no maintainer.";
/// Where mistakes cannot be told to anybody.
pub const NO_CONTACT: &str = "It also gives no place to report a mistake.";
/// The same where there is a maintainer.
pub const MAINTAINER_WITHOUT_CONTACT: &str = "This copy of the site names no place where a mistake can be reported.";
/// What else can be reported.
pub const REPORT_NOTE: &str =
    "Each country and each document has such a link of its own, which fills in what it is about.";
/// Before the address of the repository.
pub const REPOSITORY: &str = "Repository";
/// How to correct a fact there.
pub const REPOSITORY_NOTE: &str =
    "Facts stand there in text files; data/README.md shows how to correct one in five minutes, without programming.";

// Licence

/// The heading of licence and citation.
pub const LICENCE: &str = "Licence and how to cite";
/// What to do with the citation.
pub const CITE_DAY: &str = "Put the day on which you read it in the place of the last date.";
