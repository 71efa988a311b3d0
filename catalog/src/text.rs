//! Every word that a visitor reads, in English.
//!
//! A sentence is a whole here, with its numbers and names as arguments: none is glued together in a
//! view, so that another language can order and inflect its own. A translation is another such file.

pub mod about;

use crate::catalog::{Catalog, Numbers};
use crate::country::{Country, CountryCode, LinkCategory, PlanState};
use crate::date::{PartialDate, Period, Year};
use crate::language::LanguageTag;
use crate::life::InForce;
use crate::plan::{Confidence, Figure, Kind, Resource, Status};
use crate::profile::{Fact, Profile};
use crate::query::{Change, Query, Sort, Unknown, View};
use crate::report::Reported;
use crate::selection::Selection;
use crate::snippet::Way;
use crate::table::Column;
use crate::timeline::{BarKind, Grouping, Mark};
use crate::video::{Event, EventFormat, EventKind, Media, Video};

/// A sentence in parts, some of which are links to a plan state.
pub type Sentence = Vec<Part>;

/// A part of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words.
    Words(String),
    /// Words that lead to the countries in a plan state.
    Plan(PlanState, String),
}

// The page

/// The site's name.
pub const SITE: &str = "National Genomic Plans";
/// The page's title, in the browser's tab and for search engines.
#[must_use]
pub fn page_title(countries: usize) -> String {
    plural(countries, "National Genomic Plans: # European country", "National Genomic Plans: # European countries")
}
/// What the page is, for search engines and where a link to it is shared.
#[must_use]
pub fn description(countries: usize) -> String {
    plural(
        countries,
        "Which European country has a national genomic plan, what is in it, who runs it, and where to read it: \
         # country, its documents and recorded talks.",
        "Which European country has a national genomic plan, what is in it, who runs it, and where to read it: \
         # countries, their documents and recorded talks.",
    )
}
/// The page's heading.
pub const TITLE: &str = "National genomic plans of Europe";
/// What the page is for.
pub const INTRODUCTION: &str = "A national genomic plan says how a country brings genomics into its health care and \
research: who leads, what it pays for, and how data are kept safe. Here is where each European country stands, with \
the documents themselves and recorded talks about them.";
/// Moves past the header.
pub const SKIP: &str = "Skip to the countries";
/// Moves past the header, on a country's page.
pub const SKIP_TO_COUNTRY: &str = "Skip to the country";
/// The way from a country to all of them.
pub const ALL_COUNTRIES: &str = "All countries";
/// The ways from a country to its neighbours in the list.
pub const OTHER_COUNTRIES: &str = "Other countries";
/// The country before this one.
pub const PREVIOUS_COUNTRY: &str = "Previous country";
/// The country after this one.
pub const NEXT_COUNTRY: &str = "Next country";
/// The title of a country's page.
#[must_use]
pub fn country_title(country: &Country, today: PartialDate) -> String {
    format!("{}: {} · {SITE}", country.name, plan(country.plan_state(today)).to_ascii_lowercase())
}
/// What a country's page is, for search engines and where a link to it is shared.
#[must_use]
pub fn country_description(country: &Country, videos: usize) -> String {
    let documents = documents(country.resources.len());
    let name = &country.name;
    match videos {
        0 => format!(
            "Where {name} stands with a national genomic plan: {documents} with issuer, year, status and source."
        ),
        number => format!(
            "Where {name} stands with a national genomic plan: {documents} with issuer, year, status and source, and {}.",
            self::videos(number)
        ),
    }
}
/// What the picture of a page shows, where a link to it is shared.
#[must_use]
pub fn picture(country: Option<&Country>, today: PartialDate) -> String {
    let of_country = |country: &Country| format!("{}: {}", country.name, plan(country.plan_state(today)));
    country.map_or_else(|| TITLE.to_owned(), of_country)
}
/// The feed of changes.
pub const FEED: &str = "National Genomic Plans: changes of the dataset";
/// The licence of the data.
pub const DATA_LICENCE: &str = "CC BY 4.0";
/// How many entries were added, changed and withdrawn.
#[must_use]
pub fn changed_entries([added, changed, withdrawn]: [usize; 3]) -> String {
    format!("Entries: {added} added, {changed} changed, {withdrawn} withdrawn.")
}
/// The heading where an address leads nowhere.
pub const NO_PAGE: &str = "There is no such page";
/// What to do then.
pub const NO_PAGE_HINT: &str = "The address may be misspelt, or the page may have moved. From here:";
/// Where the site may be, if its own address is not known.
pub const THIS_FOLDER: &str = "The start of this folder";
/// Where else it may be.
pub const FOLDER_ABOVE: &str = "The folder above";
/// The header's navigation.
pub const NAVIGATION: &str = "On this page";
/// The section of cards.
pub const COUNTRIES: &str = "Countries";
/// The section of videos.
pub const TALKS: &str = "Talks and visits";
/// The section of changes.
pub const CHANGES: &str = "What changed";
/// The section at the end.
pub const ABOUT: &str = "About this page";
/// The heading of the numbers by state of the plan.
pub const AT_A_GLANCE: &str = "Where the countries stand";
/// While the dataset is on its way.
pub const LOADING: &str = "Loading the countries…";

/// The answer in numbers: how many countries are in each plan state. Together they are all countries.
#[must_use]
pub fn answer(numbers: &Numbers) -> Sentence {
    let of = |state: PlanState| numbers.plans[state as usize];
    let all = countries(numbers.countries);
    let words = |words: &str| Part::Words(words.to_owned());
    let plan = |state, one: &str, many: &str| Part::Plan(state, plural(of(state), one, many));
    let first = match of(PlanState::InForce) {
        1 => format!("1 of {all} has a plan in force"),
        number => format!("{number} of {all} have a plan in force"),
    };
    vec![
        Part::Plan(PlanState::InForce, first),
        words(", "),
        plan(PlanState::Ended, "# had one that has ended", "# had one that has ended"),
        words(", "),
        plan(PlanState::InPreparation, "# is preparing one", "# are preparing one"),
        words(", "),
        plan(PlanState::ProgrammeOnly, "# runs programmes without a plan", "# run programmes without a plan"),
        words(", and "),
        plan(PlanState::NoneFound, "# has neither", "# have neither"),
        words("."),
    ]
}

// Names of values

/// A plan state in a word or two.
#[must_use]
pub fn plan(state: PlanState) -> &'static str {
    match state {
        PlanState::InForce => "Plan in force",
        PlanState::Ended => "Plan ended",
        PlanState::InPreparation => "Plan in preparation",
        PlanState::ProgrammeOnly => "Programmes only",
        PlanState::NoneFound => "No plan or programme",
    }
}

/// What a plan state means.
#[must_use]
pub fn plan_meaning(state: PlanState) -> &'static str {
    match state {
        PlanState::InForce => "A national plan or strategy for genomics is adopted and in force.",
        PlanState::Ended => "The national plan is over, and no next one was found.",
        PlanState::InPreparation => "A national plan is being drawn up, waits to be adopted, or has yet to begin.",
        PlanState::ProgrammeOnly => "There are national programmes or projects, but no plan was found.",
        PlanState::NoneFound => "Neither a plan nor a national programme was found.",
    }
}

/// What belongs to no country.
pub const ACROSS_EUROPE: &str = "Across Europe";
/// What that is.
pub const ACROSS_EUROPE_INTRODUCTION: &str = "What the countries have agreed on and build together.";

/// Whose document it is: the country's English name, or the words for all of Europe.
#[must_use]
pub fn owner(country: Option<&Country>) -> &str {
    country.map_or(ACROSS_EUROPE, |country| &country.name)
}

/// Before the documents that are a country's national plan.
#[must_use]
pub fn the_plan(number: usize) -> &'static str {
    if number == 1 { "The plan" } else { "The plans" }
}

/// When a national plan runs, and whether it does today, after its title: ", 2022, in force".
#[must_use]
pub fn plan_today(plan: &Resource, today: PartialDate) -> String {
    format!(", {}, {}", when(plan.year, plan.period), in_force(plan.in_force(today)))
}

/// Whether a document is in force.
#[must_use]
pub fn in_force(force: InForce) -> &'static str {
    match force {
        InForce::Yes => "in force",
        InForce::NotYet => "not yet in force",
        InForce::NoLonger => "no longer in force",
        InForce::Unknown => "unknown whether in force",
    }
}

/// A kind of document.
#[must_use]
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Strategy => "Strategy",
        Kind::ImplementationPlan => "Implementation plan",
        Kind::Roadmap => "Roadmap",
        Kind::Law => "Law",
        Kind::Programme => "Programme",
        Kind::GenomeCentre => "Genome centre",
        Kind::Biobank => "Biobank",
        Kind::Report => "Report",
    }
}

/// A kind of document, as the heading of `count` of them.
#[must_use]
pub fn kinds(of: Kind, count: usize) -> &'static str {
    if count == 1 {
        return kind(of);
    }
    match of {
        Kind::Strategy => "Strategies",
        Kind::ImplementationPlan => "Implementation plans",
        Kind::Roadmap => "Roadmaps",
        Kind::Law => "Laws",
        Kind::Programme => "Programmes",
        Kind::GenomeCentre => "Genome centres",
        Kind::Biobank => "Biobanks",
        Kind::Report => "Reports",
    }
}

/// What a kind of document is.
#[must_use]
pub fn kind_meaning(kind: Kind) -> &'static str {
    match kind {
        Kind::Strategy => "Sets a country's goals for genomics and how to reach them.",
        Kind::ImplementationPlan => "Says who carries out a strategy, by when and with what money.",
        Kind::Roadmap => "Puts the steps towards a goal in order.",
        Kind::Law => "An act, decree or bill that governs genetic data, tests or institutions.",
        Kind::Programme => "A funded programme or project of national reach.",
        Kind::GenomeCentre => "A national institution that sequences genomes or keeps their data.",
        Kind::Biobank => "A national collection of samples and data for research.",
        Kind::Report => "A study, survey or review of where a country stands.",
    }
}

/// The status of a document.
#[must_use]
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Active => "Active",
        Status::Planned => "Planned",
        Status::Completed => "Completed",
        Status::Discontinued => "Discontinued",
        Status::Unknown => "Status unknown",
    }
}

/// What the status of a document means.
#[must_use]
pub fn status_meaning(status: Status) -> &'static str {
    match status {
        Status::Active => "In force or running.",
        Status::Planned => "Announced or drafted, not yet in force.",
        Status::Completed => "Its period is over, or its work is done.",
        Status::Discontinued => "Given up before it was done.",
        Status::Unknown => "No page was found that gives its status.",
    }
}

/// The status of a document on a day: as its page says, or that its period is over or still to come.
#[must_use]
pub fn status_today(resource: &Resource, today: PartialDate) -> &'static str {
    match resource.status_on(today) {
        of if of == resource.status => status(of),
        Status::Completed => "Period over",
        _ => "Not yet begun",
    }
}

/// What the status of a document on a day means: "Active: in force or running."
#[must_use]
pub fn status_explained(resource: &Resource, today: PartialDate) -> String {
    let meaning = match resource.status_on(today) {
        of if of == resource.status => status_meaning(of),
        Status::Completed => "Its page calls it active, but its last year is over.",
        _ => "Its page calls it active, but its first year is still to come.",
    };
    format!("{}: {meaning}", status_today(resource, today))
}

/// What an implementation link is about.
#[must_use]
pub fn link_category(category: LinkCategory) -> &'static str {
    match category {
        LinkCategory::EntryPage => "Entry page",
        LinkCategory::TechnicalImplementation => "Technical implementation",
        LinkCategory::Elsi => "Ethical, legal and social issues (ELSI)",
        LinkCategory::Training => "Training",
    }
}

/// Names of abbreviations on this page, each with what it stands for.
pub const ABBREVIATIONS: &[(&str, &str)] = &[
    ("1+MG", "1+ Million Genomes: the European initiative whose declaration the first countries signed in 2018."),
    ("B1MG", "Beyond 1 Million Genomes: the project that held the country visits of 2021."),
    ("GDI", "European Genomic Data Infrastructure: the project that held the workshop of 2024."),
    ("ELSI", "Ethical, legal and social issues."),
    ("EDIC", "European Digital Infrastructure Consortium: the legal body that is to run the 1+MG infrastructure."),
    ("GHGA", "The German Human Genome-Phenome Archive."),
    ("WGS", "Whole genome sequencing: reading all of a person's DNA."),
];

/// A language, by its English name where it is one of the dataset's.
#[must_use]
pub fn language(tag: &LanguageTag) -> &str {
    const NAMES: &[(&str, &str)] = &[
        ("bg", "Bulgarian"),
        ("cs", "Czech"),
        ("da", "Danish"),
        ("de", "German"),
        ("el", "Greek"),
        ("en", "English"),
        ("es", "Spanish"),
        ("et", "Estonian"),
        ("fi", "Finnish"),
        ("fr", "French"),
        ("ga", "Irish"),
        ("hr", "Croatian"),
        ("hu", "Hungarian"),
        ("is", "Icelandic"),
        ("it", "Italian"),
        ("lb", "Luxembourgish"),
        ("lt", "Lithuanian"),
        ("lv", "Latvian"),
        ("mt", "Maltese"),
        ("nb", "Norwegian Bokmål"),
        ("nl", "Dutch"),
        ("nn", "Norwegian Nynorsk"),
        ("no", "Norwegian"),
        ("pl", "Polish"),
        ("pt", "Portuguese"),
        ("ro", "Romanian"),
        ("sk", "Slovak"),
        ("sl", "Slovenian"),
        ("sv", "Swedish"),
    ];
    NAMES.iter().find(|(known, _)| *known == tag.as_str()).map_or(tag.as_str(), |(_, name)| name)
}

/// A day, month or year: "25 June 2024", "March 2021", "2021".
#[must_use]
pub fn date(date: PartialDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = date.month().and_then(|month| MONTHS.get(usize::from(month) - 1));
    match (date.day(), month) {
        (Some(day), Some(month)) => format!("{day} {month} {}", date.year()),
        (None, Some(month)) => format!("{month} {}", date.year()),
        _ => date.year().to_string(),
    }
}

/// Years: "2020–2030", "from 2020", "until 2030".
#[must_use]
pub fn period(period: Period) -> String {
    match (period.from(), period.to()) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => String::new(),
    }
}

/// The year and the period of a document: "2022–2025", "2016 (2017–2020)".
#[must_use]
pub fn when(year: Option<Year>, covers: Option<Period>) -> String {
    match (year, covers) {
        (Some(year), Some(covers)) if covers.from() == Some(year) => period(covers),
        (Some(year), Some(covers)) => format!("{year} ({})", period(covers)),
        (Some(year), None) => year.to_string(),
        (None, Some(covers)) => period(covers),
        (None, None) => "year unknown".to_owned(),
    }
}

/// A key figure's number and unit: "50,000 genomes".
#[must_use]
pub fn figure(figure: &Figure) -> String {
    let (whole, decimals) =
        figure.value.split_once('.').map_or((&*figure.value, None), |(whole, rest)| (whole, Some(rest)));
    let mut number = if &*figure.unit == "year" { whole.to_owned() } else { grouped(whole) };
    if let Some(decimals) = decimals {
        number.push('.');
        number.push_str(decimals);
    }
    if &*figure.unit == "year" { number } else { format!("{number} {}", figure.unit) }
}

fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The number with the words of its plural form, in which `#` is the number.
fn plural(number: usize, one: &str, many: &str) -> String {
    let words = if number == 1 { one } else { many };
    words.replace('#', &grouped(&number.to_string()))
}

/// "31 countries".
#[must_use]
pub fn countries(number: usize) -> String {
    plural(number, "# country", "# countries")
}

/// "113 documents".
#[must_use]
pub fn documents(number: usize) -> String {
    plural(number, "# document", "# documents")
}

/// "12 videos".
#[must_use]
pub fn videos(number: usize) -> String {
    plural(number, "# video", "# videos")
}

// The card

/// The country's declaration line.
#[must_use]
pub fn declaration(signatory: bool, signed: Option<PartialDate>) -> String {
    match (signatory, signed) {
        (true, Some(signed)) => format!("Signed the 1+ Million Genomes declaration: {}", date(signed)),
        (true, None) => "Signed the 1+ Million Genomes declaration; the date is not known".to_owned(),
        (false, _) => "Not a signatory of the 1+ Million Genomes declaration".to_owned(),
    }
}

/// What is known of a country beside its documents.
pub const PROFILE: &str = "Who and what";

/// The name of something that can be known of a country.
#[must_use]
pub fn fact(fact: Fact) -> &'static str {
    match fact {
        Fact::LeadBody => "Lead body",
        Fact::LegalBasis => "Legal basis",
        Fact::Consent => "Consent",
        Fact::ReferenceCohort => "Reference cohort",
        Fact::GenomeOfEurope => "Genome of Europe",
        Fact::Infrastructure => "Genomic Data Infrastructure (GDI)",
        Fact::NewbornGenomics => "Genomics for newborns",
        Fact::RareDiseasePlan => "Plan for rare diseases",
        Fact::Contact => "National contact",
    }
}

/// What is known of it, in words; `None` where nothing is, or where only documents say it.
#[must_use]
pub fn fact_words(fact: Fact, profile: &Profile) -> Option<String> {
    let noted = |words: String, note: &Option<Box<str>>| match note {
        Some(note) => format!("{words} ({})", as_of(note)),
        None => words,
    };
    let with = |words: String, partners: &[Box<str>]| match partners {
        [] => words,
        partners => format!("{words}. Partners: {}", partners.join(", ")),
    };
    Some(match fact {
        Fact::LeadBody => profile.lead_body.as_ref()?.name.to_string(),
        Fact::Consent => profile.consent.as_ref()?.model.to_string(),
        Fact::Contact => profile.contact.as_ref()?.name.to_string(),
        Fact::Infrastructure => {
            let known = profile.infrastructure.as_ref()?;
            match (known.is_member, known.since) {
                (true, Some(since)) => with(format!("Takes part, since {}", date(since)), &known.partners),
                (true, None) => with("Takes part".to_owned(), &known.partners),
                (false, _) => "Does not take part".to_owned(),
            }
        }
        Fact::GenomeOfEurope => {
            let known = profile.genome_of_europe.as_ref()?;
            match (known.is_member, known.samples) {
                (true, Some(samples)) => {
                    let samples = plural(samples as usize, "Takes part with # sample", "Takes part with # samples");
                    with(noted(samples, &known.as_of), &known.partners)
                }
                (true, None) => with("Takes part".to_owned(), &known.partners),
                (false, _) => "Does not take part".to_owned(),
            }
        }
        Fact::ReferenceCohort => {
            let known = profile.reference_cohort.as_ref()?;
            let mut words = known.name.to_string();
            let mut separator = ": ";
            for (number, of) in [(known.planned, " people planned"), (known.done, " people so far")] {
                if let Some(number) = number {
                    words.extend([separator, &*grouped(&number.to_string()), of]);
                    separator = ", ";
                }
            }
            noted(words, &known.as_of)
        }
        Fact::LegalBasis | Fact::NewbornGenomics | Fact::RareDiseasePlan => return None,
    })
}

/// When the documents of a country were checked, the oldest check of them.
#[must_use]
pub fn documents_checked(day: PartialDate) -> String {
    format!("Documents checked {}", date(day))
}

/// When the facts of a document were checked, and whether it was on a secondary page.
#[must_use]
pub fn checked(day: PartialDate, confidence: Confidence) -> String {
    match confidence {
        Confidence::High => format!("Checked {}", date(day)),
        Confidence::Medium => format!("Checked {}. {MEDIUM_CONFIDENCE}", date(day)),
    }
}

/// The disclosure of the pages a fact was seen on.
#[must_use]
pub fn sources(number: usize) -> String {
    plural(number, "# source", "# sources")
}

/// The disclosure of the pages the overview's facts were seen on.
#[must_use]
pub fn card_sources(number: usize) -> String {
    plural(number, "# source of the overview and the declaration", "# sources of the overview and the declaration")
}

/// Marks facts that were seen on a secondary page.
pub const MEDIUM_CONFIDENCE: &str = "From a reliable secondary source; the official page was not seen.";
/// The same, in two words.
pub const MEDIUM_CONFIDENCE_SHORT: &str = "Secondary source";
/// The original title of a document.
pub const ORIGINAL_TITLE: &str = "Original title";
/// The key figures of a document.
pub const FIGURES: &str = "Key figures";
/// The documents of a country with none.
pub const NO_DOCUMENT: &str = "No document is known yet.";
/// The implementation links of a country.
pub const IMPLEMENTATION: &str = "Putting it into practice";
/// The videos of a country.
pub const VIDEOS: &str = "Videos";
/// Marks a PDF.
pub const PDF: &str = "PDF";
/// Marks a document behind an address without encryption.
pub const NOT_SECURE: &str = "not encrypted (http)";

/// Marks a document that is not in English.
#[must_use]
pub fn in_language(tag: &LanguageTag) -> String {
    format!("in {}", language(tag))
}

/// The date of a key figure, "as of March 2021", or a note on it.
#[must_use]
pub fn as_of(note: &str) -> String {
    PartialDate::parse(note).map_or_else(|_| note.to_owned(), |day| format!("as of {}", date(day)))
}

/// Shows the documents of a card that do not fit the filters.
#[must_use]
pub fn show_others(number: usize) -> String {
    plural(number, "Show # other document", "Show # other documents")
}

/// Shows the rest of the documents that fit, in a card that shows only the first.
#[must_use]
pub fn show_more_documents(number: usize) -> String {
    plural(number, "Show # more document", "Show # more documents")
}

/// Hides them again.
#[must_use]
pub fn hide_others(number: usize) -> String {
    plural(number, "Hide # other document", "Hide # other documents")
}

/// The disclosure of a document's details.
pub const DETAILS: &str = "Details";
/// The same for a screen reader, which meets it among many.
#[must_use]
pub fn details_of(title: &str) -> String {
    format!("{DETAILS}: {title}")
}
/// Marks a link that leaves this site, for a screen reader; `about` is what its words are about, if they do not say.
#[must_use]
pub fn leaves(about: &str) -> String {
    if about.is_empty() { "(leaves this site)".to_owned() } else { format!(": {about} (leaves this site)") }
}

/// What the buttons of a card act on, for a screen reader.
#[must_use]
pub fn of_country(action: &str, country: &str) -> String {
    format!("{action}: {country}")
}

/// Copies the address of an entry.
pub const COPY_LINK: &str = "Copy link";
/// It is done.
pub const COPIED: &str = "Link copied";
/// Leads to where mistakes are told.
pub const REPORT: &str = "Report a mistake";
/// What the report of a mistake is about, as the title of an issue or the subject of a mail.
#[must_use]
pub fn report_title(reported: Reported<'_>) -> String {
    match reported {
        Reported::Page => format!("Mistake on the page: {SITE}"),
        Reported::Country(country) => format!("Mistake about {}", country.name),
        Reported::Document(_, resource) => format!("Mistake in {}: {}", resource.id, resource.title),
    }
}
/// What the report of a mistake says already; the visitor writes what is wrong. `page` is where the site shows it, or
/// empty where that is not known.
#[must_use]
pub fn report_body(reported: Reported<'_>, page: &str, version: PartialDate) -> String {
    let of_country = |country: &Country| format!("Country: {} ({})\n", country.name, country.code);
    let mut body = match reported {
        Reported::Page => String::new(),
        Reported::Country(country) | Reported::Document(Some(country), _) => of_country(country),
        Reported::Document(None, _) => [ACROSS_EUROPE, "\n"].concat(),
    };
    if let Reported::Document(_, resource) = reported {
        let address = resource.address.as_str();
        body.push_str(&format!("Entry: {} ({})\nDocument: {address}\n", resource.title, resource.id));
    }
    if !page.is_empty() {
        body.push_str(&format!("Page: {page}\n"));
    }
    body.push_str(&format!("Dataset of {version}\n\nWhat is wrong, and which page says so?\n"));
    body
}

// Videos

/// The play button's name.
#[must_use]
pub fn play(video: &Video) -> String {
    match &video.speaker {
        Some(speaker) if matches!(video.media, Media::Video { .. }) => format!("Play: {}, {speaker}", video.title),
        _ => format!("Play: {}", video.title),
    }
}

/// The title of the player's frame.
#[must_use]
pub fn player(video: &Video) -> String {
    format!("YouTube player: {}", video.title)
}

/// Who speaks.
#[must_use]
pub fn speaker(video: &Video) -> Option<String> {
    let speaker = video.speaker.as_deref()?;
    Some(match video.media {
        Media::Video { .. } => speaker.to_owned(),
        Media::Playlist { .. } => format!("First speaker: {speaker}"),
    })
}

/// How many videos a playlist holds.
#[must_use]
pub fn extent(media: &Media) -> String {
    match media {
        Media::Video { .. } => "Video".to_owned(),
        Media::Playlist { count: Some(count), .. } => videos(usize::from(*count)),
        Media::Playlist { count: None, .. } => "Playlist".to_owned(),
    }
}

/// What playing does.
pub const PLAYING_CONNECTS: &str = "Playing connects to YouTube.";
/// What playing needs, when there is no network.
pub const PLAYING_NEEDS_NETWORK: &str = "You are offline. Playing needs the network.";
/// The plain link.
pub const WATCH: &str = "Watch on YouTube";
/// Ends the player.
pub const CLOSE_PLAYER: &str = "Close player";
/// The button that ends the player, for a screen reader.
#[must_use]
pub fn close_player_named(title: &str) -> String {
    format!("{CLOSE_PLAYER}: {title}")
}

/// Plays the next talk of an event.
#[must_use]
pub fn next_talk(title: &str) -> String {
    format!("Next: {title}")
}

/// What kind of event it was, and when.
#[must_use]
pub fn event_line(event: &Event) -> String {
    let when = date(event.date);
    match (event.kind, event.format) {
        (EventKind::Workshop, EventFormat::Online) => format!("Online workshop, {when}"),
        (EventKind::Workshop, EventFormat::Virtual) => format!("Virtual workshop, {when}"),
        (EventKind::CountryVisits, EventFormat::Online) => format!("Online country visits, {when}"),
        (EventKind::CountryVisits, EventFormat::Virtual) => format!("Virtual country visits, {when}"),
    }
}

/// Who held an event.
pub const ORGANISER: &str = "Organiser";
/// Who paid for it.
pub const GRANT: &str = "Grant";
/// The page about it.
pub const EVENT_PAGE: &str = "Original page";
/// Videos of no event.
pub const FURTHER_VIDEOS: &str = "Further talks and series";
/// What those are.
pub const FURTHER_VIDEOS_INTRODUCTION: &str = "Talks and playlists that are not part of these events.";
/// When no video is left by the filters.
pub const NO_VIDEO: &str = "No video fits these filters.";

// Filters

/// The filters.
pub const FILTERS: &str = "Filters";
/// The search field.
pub const SEARCH: &str = "Search";
/// What can be searched.
pub const SEARCH_HINT: &str = "Country, title, issuer…";
/// The button that opens the filters where there is little room.
#[must_use]
pub fn filters_button(active: usize) -> String {
    if active == 0 { FILTERS.to_owned() } else { format!("{FILTERS} ({active})") }
}
/// The list of countries.
pub const FILTER_COUNTRY: &str = "Country";
/// The list of plan states.
pub const FILTER_PLAN: &str = "National plan";
/// The list of kinds.
pub const FILTER_KIND: &str = "Kind of document";
/// The list of statuses.
pub const FILTER_STATUS: &str = "Status of document";
/// Whether a document applies now.
pub const FILTER_NOW: &str = "Today";
/// Only documents that are in force.
pub const IN_FORCE_TODAY: &str = "In force today";
/// What that means.
pub const IN_FORCE_TODAY_MEANING: &str = "Active, begun and not over; one without an end runs on.";
/// The years.
pub const FILTER_YEARS: &str = "Years";
/// What the years mean.
pub const FILTER_YEARS_HINT: &str = "Documents that apply in these years; those without a year are left out.";
/// The first year.
pub const FROM: &str = "From";
/// The last year.
pub const TO: &str = "To";
/// No bound.
pub const ANY: &str = "Any";
/// Videos.
pub const FILTER_VIDEO: &str = "Videos";
/// Only countries with a video.
pub const WITH_VIDEO: &str = "With a video";
/// Explains the words of a filter.
pub const MEANINGS: &str = "What do these mean?";
/// The order.
pub const SORT: &str = "Sort by";
/// Takes all filters out.
pub const CLEAR: &str = "Clear all filters";
/// The list of active filters.
pub const ACTIVE_FILTERS: &str = "Active filters";
/// Closes the filters where they cover the results.
#[must_use]
pub fn show_results(number: usize) -> String {
    plural(number, "Show # country", "Show # countries")
}

/// More cards.
#[must_use]
pub fn show_more(number: usize) -> String {
    plural(number, "Show # more country", "Show # more countries")
}

/// An order.
#[must_use]
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Name => "Country name",
        Sort::Newest => "Newest document",
        Sort::Documents => "Number of documents",
    }
}

/// The count of an option, for a screen reader.
#[must_use]
pub fn option_count(number: usize, of_documents: bool) -> String {
    if of_documents { documents(number) } else { countries(number) }
}

/// A filter that is set, as it stands on its chip.
#[must_use]
pub fn chip(change: &Change, query: &Query, catalog: &Catalog) -> String {
    match change {
        Change::Country(code) => country(*code, catalog),
        Change::Plan(status) => plan(*status).to_owned(),
        Change::Kind(of) => kind(*of).to_owned(),
        Change::Status(of) => status(*of).to_owned(),
        Change::Now => IN_FORCE_TODAY.to_owned(),
        Change::Video => WITH_VIDEO.to_owned(),
        Change::Years(_) => query.years.map(period).unwrap_or_default(),
        Change::Text(_) => format!("“{}”", query.text()),
        Change::Sort(by) => sort(*by).to_owned(),
        Change::View(of) => view(*of).to_owned(),
    }
}

/// Takes a filter out, for a screen reader.
#[must_use]
pub fn remove_filter(chip: &str) -> String {
    format!("Remove filter: {chip}")
}

/// A country's English name.
#[must_use]
pub fn country(code: CountryCode, catalog: &Catalog) -> String {
    catalog.country(code).map_or_else(|| code.to_string(), |(_, country)| country.name.to_string())
}

/// Most filters that a sentence names one by one.
const MOST_NAMED: usize = 6;

/// The filters that are set, each by its name.
fn filters(query: &Query, catalog: &Catalog) -> String {
    query.chips().iter().map(|change| chip(change, query, catalog)).collect::<Vec<_>>().join(" · ")
}

/// What is on the screen: the counts, and the filters that are set. Documents of all of Europe are among those that
/// are counted.
#[must_use]
pub fn result(query: &Query, selection: &Selection, catalog: &Catalog) -> String {
    let found = match (selection.matches.len(), selection.documents, selection.europe.len()) {
        (0, _, 0) => "No country fits".to_owned(),
        (0, _, europe) => format!("No country fits, {} across Europe", documents(europe)),
        (number, all, 0) => format!("{}, {}", countries(number), documents(all)),
        (number, all, europe) => format!("{}, {}, {europe} of them across Europe", countries(number), documents(all)),
    };
    match query.chips().len() {
        0 => found,
        number if number > MOST_NAMED && selection.matches.is_empty() && selection.europe.is_empty() => {
            format!("No country fits all {number} filters")
        }
        number if number > MOST_NAMED => format!("{found} with {number} filters"),
        _ => format!("{found}: {}", filters(query, catalog)),
    }
}

/// The title in the browser's tab and history: the filters that are set come first.
#[must_use]
pub fn title(query: &Query, catalog: &Catalog) -> String {
    match query.chips().len() {
        0 => page_title(catalog.countries.len()),
        number if number > MOST_NAMED => format!("{number} filters · {SITE}"),
        _ => format!("{} · {SITE}", filters(query, catalog)),
    }
}

/// The heading when nothing is found.
pub const NOTHING_FOUND: &str = "No country fits these filters";
/// The ways out of it.
pub const NOTHING_FOUND_HINT: &str = "Remove a filter, or clear them all:";
/// Leads to what is found when no country is, but documents of all of Europe are.
#[must_use]
pub fn only_europe(number: usize) -> String {
    plural(number, "# document fits across Europe.", "# documents fit across Europe.")
}
/// The heading when no country, but a video is found.
#[must_use]
pub fn only_videos(number: usize) -> String {
    plural(number, "# video fits: see Talks and visits below.", "# videos fit: see Talks and visits below.")
}

/// What of an address was not understood.
#[must_use]
pub fn unknown(unknown: &[Unknown]) -> String {
    let names: Vec<String> = unknown.iter().map(|unknown| format!("{}={}", unknown.name, unknown.value)).collect();
    format!("Part of this address was not understood and was ignored: {}", names.join(", "))
}

/// Closes a note.
pub const DISMISS: &str = "Close this note";

// Widgets

/// Where the links of a widget lead.
pub const NEW_TABS: &str = "Links open in a new tab";

/// Putting what is shown into another page.
pub const EMBED: &str = "Embed this view";
/// How a widget comes into a page.
pub const EMBED_WAY: &str = "How";
/// A way, in words.
#[must_use]
pub fn way(way: Way) -> &'static str {
    match way {
        Way::Frame => "Frame",
        Way::Element => "Element",
        Way::Inline => "Inline",
    }
}
/// What a way is for.
#[must_use]
pub fn way_meaning(way: Way) -> &'static str {
    match way {
        Way::Frame => "One line and no script. It has a height of its own and scrolls inside.",
        Way::Element => {
            "A small script makes the frame when it comes into view, and keeps it as high as its content. It fills the \
             column that it stands in; the width is only for this preview."
        }
        Way::Inline => {
            "The app in your page itself, in your colours. It fills the column that it stands in; the width is only for \
             this preview. Your page's policy has to allow more."
        }
    }
}
/// How wide a widget is.
pub const EMBED_WIDTH: &str = "Width";
/// The colours of a widget.
pub const EMBED_COLOURS: &str = "Its colours";
/// As wide as there is room.
pub const FULL_WIDTH: &str = "Full";
/// The language of a widget.
pub const LANGUAGE: &str = "Language";
/// The languages that there are.
pub const LANGUAGES: [(&str, &str); 1] = [("", "English")];
/// What is pasted.
pub const SNIPPET: &str = "HTML to paste";
/// Takes it.
pub const COPY_SNIPPET: &str = "Copy the HTML";
/// What to do where the clipboard is refused.
pub const SELECTED: &str = "It is selected: copy it with Ctrl+C.";
/// What a widget looks like.
pub const PREVIEW: &str = "Preview of the widget";
/// Before what the policy of a page must allow.
pub const POLICY: &str = "If your page has a content security policy, it must allow:";
/// Giving the address to somebody.
pub const SHARE: &str = "Share";

// Views

/// The choice of views.
pub const VIEWS: &str = "Views";
/// A view.
#[must_use]
pub fn view(view: View) -> &'static str {
    match view {
        View::Cards => "Cards",
        View::Map => "Map",
        View::Timeline => "Timeline",
        View::Compare => "Compare",
        View::Table => "Table",
    }
}

// The map

/// The map.
pub const MAP: &str = "Map of the countries";
/// What the picture of it shows.
pub const MAP_PICTURE: &str = "Map of Europe: where each country stands with its national plan";
/// The choice of what it shows.
pub const MEASURES: &str = "What the map shows";
/// Where the countries stand.
pub const MEASURE_PLAN: &str = "State of the plan";
/// How many documents they have.
pub const MEASURE_DOCUMENTS: &str = "Number of documents";
/// How to use it.
pub const MAP_HINT: &str = "Press a country to show only it, and others to add them. Arrow keys move to the neighbour.";
/// Leads to the same results as rows.
pub const AS_TABLE: &str = "The same as a table.";
/// Where its outlines are from.
pub const MAP_SOURCE: &str = "Outlines: Natural Earth.";
/// A country on the map, with the letters that stand there: "IE Ireland: Plan in force, 3 documents".
#[must_use]
pub fn on_map(country: &Country, number: usize, today: PartialDate) -> String {
    format!("{} {}: {}, {}", country.code, country.name, plan(country.plan_state(today)), documents(number))
}
/// Numbers of documents, from the least to the most: "3–4 documents", "7 or more documents".
#[must_use]
pub fn step(least: usize, most: Option<usize>) -> String {
    match most {
        Some(0) => "No document".to_owned(),
        Some(most) => format!("{least}–{most} documents"),
        None => format!("{least} or more documents"),
    }
}

// The table

/// The table, for a screen reader.
pub const TABLE: &str = "Documents that fit, a row each";
/// The head of a column.
#[must_use]
pub fn column(column: Column) -> &'static str {
    match column {
        Column::Country => "Country",
        Column::Title => "Document",
        Column::Kind => "Kind",
        Column::Years => "Years",
        Column::Status => "Status",
        Column::Issuer => "Issuer",
    }
}
/// More rows.
#[must_use]
pub fn show_more_rows(number: usize) -> String {
    plural(number, "Show # more row", "Show # more rows")
}
/// What a link that only says "Card" is about, for a screen reader.
#[must_use]
pub fn about_title(title: &str) -> String {
    format!(": {title}")
}
/// Leads from a document to the card it is in.
pub const TO_CARD: &str = "Card";

// The timeline

/// The bars, for a screen reader.
pub const TIMELINE: &str = "Documents that fit, by year";
/// The choice of groups.
pub const GROUP_BY: &str = "Group by";
/// What bars are grouped by.
#[must_use]
pub fn grouping(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Country => "Country",
        Grouping::Kind => "Kind of document",
    }
}
/// Fewer years.
pub const ZOOM_IN: &str = "Fewer years";
/// More years.
pub const ZOOM_OUT: &str = "More years";
/// The years before.
pub const EARLIER: &str = "Earlier";
/// The years after.
pub const LATER_YEARS: &str = "Later";
/// All years.
pub const ALL_YEARS: &str = "All years";
/// How to choose years with a pointer.
pub const DRAG_HINT: &str = "Drag along the years to choose some of them.";
/// The group of what has no year.
pub const UNDATED: &str = "Year unknown";
/// The line of this day.
pub const TODAY: &str = "Today";
/// What is to be said of a plan's end.
#[must_use]
pub fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::EndsSoon => "Ends this year",
        Mark::NoSuccessor => "Ended, no successor known",
    }
}
/// What a kind of bar means.
#[must_use]
pub fn bar_kind(kind: BarKind) -> &'static str {
    match kind {
        BarKind::Period => "From the first to the last year",
        BarKind::Open => "Runs today, no end set",
        BarKind::Year => "Only one year is known",
    }
}

// The comparison

/// How countries are chosen for it.
pub const COMPARE_HINT: &str = "Choose two to four countries to see them side by side.";
/// The list from which one is added.
pub const ADD_COUNTRY: &str = "Add a country";
/// Nothing chosen yet in that list.
pub const CHOOSE: &str = "Choose…";
/// Takes a country out.
#[must_use]
pub fn leave_out(country: &str) -> String {
    format!("Leave out {country}")
}
/// The countries that match and do not stand side by side.
#[must_use]
pub fn left_out(number: usize) -> String {
    plural(number, "The first four are shown; # more country fits.", "The first four are shown; # more countries fit.")
}
/// The row of the plan state.
pub const COMPARE_PLAN: &str = "National plan";
/// The row of the declaration.
pub const COMPARE_DECLARATION: &str = "1+ Million Genomes declaration";
/// The row of what only one of them has.
pub const ONLY_HERE: &str = "Only here";
/// The row of what another has.
pub const LACKING: &str = "Not here, but in another";
/// Marks a row in which the countries differ.
pub const DIFFERS: &str = "differs";
/// Nothing of it is known.
pub const NOTHING_KNOWN: &str = "None known";
/// A signatory.
#[must_use]
pub fn signed(signatory: bool, signed: Option<PartialDate>) -> String {
    match (signatory, signed) {
        (true, Some(signed)) => format!("Signed: {}", date(signed)),
        (true, None) => "Signed; the date is not known".to_owned(),
        (false, _) => "Not a signatory".to_owned(),
    }
}

// Taking it along

/// Opens what can be taken along.
pub const EXPORT: &str = "Export and cite";
/// A file for spreadsheets.
pub const EXPORT_CSV: &str = "CSV, for spreadsheets";
/// A dataset.
pub const EXPORT_JSON: &str = "JSON";
/// A file for reference managers.
pub const EXPORT_BIBTEX: &str = "BibTeX";
/// Another file for reference managers.
pub const EXPORT_RIS: &str = "RIS, for reference managers";
/// A file of countries for spreadsheets.
pub const EXPORT_COUNTRIES: &str = "All countries as CSV, as of the dataset's day";
/// A picture of the map.
pub const EXPORT_MAP: &str = "Map as SVG";
/// A picture of the timeline.
pub const EXPORT_TIMELINE: &str = "Timeline as SVG";
/// A list to paste.
pub const EXPORT_MARKDOWN: &str = "Copy as a Markdown list";
/// The sentence to cite.
pub const CITE: &str = "Cite this page";
/// Copies it.
pub const COPY_CITATION: &str = "Copy the citation";
/// The same as a file for reference managers.
pub const CITE_BIBTEX: &str = "Citation as BibTeX";
/// The same as another file for reference managers.
pub const CITE_RIS: &str = "Citation as RIS";
/// It was copied.
pub const COPIED_TEXT: &str = "Copied.";
/// It was saved.
#[must_use]
pub fn saved(name: &str) -> String {
    format!("Saved as {name}.")
}
/// It could not be made, because the dataset or the map is not there.
pub const NOT_SAVED: &str = "It could not be made: a part of this page cannot be reached.";
/// The citation of this page; `address` may be empty.
#[must_use]
pub fn citation(version: PartialDate, address: &str, today: PartialDate) -> String {
    let separator = if address.is_empty() { "" } else { " " };
    format!(
        "{SITE}. {TITLE}. {}. {DATA_LICENCE}.{separator}{address} (accessed {}).",
        data_version(version),
        date(today)
    )
}
/// Where a picture is from.
#[must_use]
pub fn picture_source(version: PartialDate) -> String {
    format!("{SITE} · {} · {DATA_LICENCE}", data_version(version))
}

// What can go wrong

/// When the app is long in coming.
pub const LATE: &str =
    "The filters and the players take long to come; until then everything is here to read, and every video as a link.";
/// When the app cannot be started.
pub const NOT_STARTED: &str = "The filters and the players do not work: a part of this page did not arrive, or this \
browser does not let it run. Everything is here to read, and every video as a link.";
/// When the app has panicked.
pub const CRASHED: &str = "The filters and the players have stopped working through a mistake in this page. \
Everything is here to read, and every video as a link.";
/// Without scripts.
pub const NEEDS_SCRIPT: &str =
    "Without JavaScript there are no filters and no players: everything is here to read, and every video as a link.";
/// When there is no dataset, whose trouble is said before.
#[must_use]
pub fn no_filters(trouble: &str) -> String {
    format!("{trouble} Without it, the filters and the players do not work; everything is here to read.")
}
/// The heading when there is no dataset.
pub const NO_DATA: &str = "The countries could not be loaded";
/// Tries again.
pub const RETRY: &str = "Try again";
/// The dataset could not be had.
#[must_use]
pub fn unreachable(address: &str) -> String {
    format!("The dataset {address} could not be reached.")
}
/// The server answered with an error.
#[must_use]
pub fn refused(address: &str, status: u16) -> String {
    format!("The server answered {status} for the dataset {address}.")
}
/// The dataset is broken.
#[must_use]
pub fn broken(address: &str, problem: &str) -> String {
    format!("The dataset {address} cannot be read: {problem}.")
}
/// The dataset is not the one that the page was made from.
#[must_use]
pub fn another_dataset(address: &str) -> String {
    format!("The dataset {address} is not the one that this page was made from.")
}
/// What is nested too deep.
pub const TOO_DEEP: &str = "it is nested too deep";
/// What is JSON and no dataset.
pub const NO_DATASET: &str = "it is no dataset of this page";
/// What is no JSON at all.
pub const NO_JSON: &str = "it is not JSON";
/// The dataset is newer than the app.
#[must_use]
pub fn newer_schema(version: &str) -> String {
    format!("The dataset is of a newer version ({version}) than this page; reload it to see all that is in it.")
}
/// There is no network.
pub const OFFLINE: &str = "No connection. All but videos and links to other sites still works.";
/// A new version was fetched.
pub const UPDATE: &str = "A new version of this page is ready.";
/// Takes it.
pub const RELOAD: &str = "Reload";
/// Not now.
pub const LATER: &str = "Later";

// Colours

/// The choice of colours.
pub const THEME: &str = "Colours";
/// As the system says.
pub const THEME_AUTO: &str = "System";
/// Light.
pub const THEME_LIGHT: &str = "Light";
/// Dark.
pub const THEME_DARK: &str = "Dark";

// The footer

/// The heading of the words explained.
pub const WORDS: &str = "Words used here";
/// The heading of the privacy note.
pub const PRIVACY: &str = "Privacy";
/// What is stored and sent.
pub const PRIVACY_NOTE: &[&str] = &[
    "This page sets no cookies, counts no visits and loads nothing from anyone else until you play a video.",
    "When you play one, your browser connects to YouTube (youtube-nocookie.com), which learns your network address and may store data on your device.",
    "To work offline, your browser keeps a copy of this page. A choice of light or dark is kept too, once you make one. Clearing this site's data in your browser removes both.",
];
/// The heading of the origin.
pub const ORIGIN: &str = "Where this comes from";
/// Who this is from.
pub const ORIGIN_NOTE: &[&str] = &[
    "An independent, open-source catalogue. It is not an official site of the European Commission, of 1+ Million Genomes, B1MG or GDI, or of any country or project shown.",
    "Every document names the public pages on which its facts were seen and the day they were checked. What is not known is left open, not guessed.",
];
/// The heading of the licences.
pub const LICENCES: &str = "Licences";
/// The licences.
pub const LICENCES_NOTE: &str =
    "Code: MIT or Apache 2.0. Data: CC BY 4.0. Flags: circle-flags, MIT. Names of countries: Unicode CLDR.";
/// The link to the notices of what others made.
pub const NOTICES: &str = "Notices";
/// The link to the page that has the dataset and explains it.
pub const DATASET: &str = "The data: JSON, CSV and what is in them";

/// The version of the dataset.
#[must_use]
pub fn data_version(version: PartialDate) -> String {
    format!("Dataset of {}", date(version))
}
