//! The page "How this is made": what counts, how it is decided and checked, what was not found, and who says so.
//!
//! It is made from the dataset, `site.json` and the words of [`catalog::text::about`]; every number in it is counted,
//! on the day of the dataset, so that the page is the same whenever it is built.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;
use catalog::Messages;
use catalog::report::{self, Contact, Reported};
use catalog::source::{self, Loaded};
use catalog::text::about as words;
use catalog::{Catalog, Confidence, Country, PlanState, PlanStatus, Resource, Status, export};

use crate::files;
use crate::head::escaped;
use crate::open_data;
use crate::pages::{self, PAGE};
use crate::site::{Maintainer, SiteConfig};
use crate::structured::Structured;

/// The page's folder, seen from the site's root, as it stands in addresses. Countries have folders of two letters.
pub const PATH: &str = "about/";

/// Its file.
pub const FILE: &str = "about/index.html";

/// The page's way to the site's root.
const ROOT: &str = "../";

/// Writes the page into the site.
pub fn add(site: &Path, loaded: &Loaded, setting: &SiteConfig) -> Result<()> {
    let style = pages::style_of(&files::text(&site.join(PAGE))?)?;
    files::write(&site.join(FILE), html(loaded, setting, &style))
}

/// The page. `style` is the site's style sheet.
fn html(loaded: &Loaded, site: &SiteConfig, style: &str) -> String {
    let catalog = &loaded.catalog;
    let canonical = site.absolute(PATH).map(|here| format!("<link rel=\"canonical\" href=\"{}\">", escaped(&here)));
    let head = format!(
        "<meta name=\"description\" content=\"{}\">{}{}<link rel=\"icon\" href=\"{ROOT}icon.svg\">\
         <link rel=\"stylesheet\" href=\"{ROOT}{}\">{}",
        escaped(words::DESCRIPTION),
        canonical.unwrap_or_default(),
        pages::head_script(),
        escaped(style),
        Structured { catalog, site, root: ROOT }.of_about(),
    );
    let parts = [
        introduction(catalog),
        counts(),
        states(catalog),
        part("in-force", words::LIFE, &paragraphs(words::LIFE_NOTE)),
        confidence(catalog),
        checks(loaded),
        not_found(catalog),
        who(catalog, site),
        licence(catalog, site),
    ];
    pages::plain(words::TITLE, &head, "open-data about-page", &parts.concat())
}

fn link(address: &str, words: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(address), escaped(words))
}

fn paragraph(words: &str) -> String {
    format!("<p>{}</p>", escaped(words))
}

fn paragraphs(all: &[&str]) -> String {
    all.iter().map(|words| paragraph(words)).collect()
}

/// A list of what is HTML already.
fn list(class: &str, items: impl Iterator<Item = String>) -> String {
    let items: String = items.map(|item| format!("<li>{item}</li>")).collect();
    format!("<ul class=\"{class}\">{items}</ul>")
}

/// A part of the page with an address of its own.
fn part(id: &str, title: &str, content: &str) -> String {
    format!("<h2 id=\"{id}\">{}</h2>{content}", escaped(title))
}

fn introduction(catalog: &Catalog) -> String {
    let extent = words::extent(
        &Messages::English.countries(catalog.countries.len()),
        &Messages::English.documents(catalog.resources().count()),
        &Messages::English.videos(catalog.videos.len()),
    );
    let content = [&*extent, words::FOR_WHOM, Messages::English.origin_note()[0]];
    format!(
        "<p>{} · {}</p><h1>{}</h1>{}",
        link(ROOT, Messages::English.all_countries()),
        link(&format!("{ROOT}{}/", open_data::FOLDER), Messages::English.dataset()),
        escaped(words::TITLE),
        part("purpose", words::PURPOSE, &paragraphs(&content)),
    )
}

fn counts() -> String {
    let points = |points: &[&str]| list("points", points.iter().map(|point| escaped(point)));
    let content = [
        paragraph(words::IS_PLAN),
        points(words::IS_PLAN_WHEN),
        paragraph(words::IS_NO_PLAN),
        points(words::NO_PLANS),
        paragraphs(words::PLAN_DOCUMENTS),
    ];
    part("what-counts", words::COUNTS, &content.concat())
}

fn states(catalog: &Catalog) -> String {
    let day = words::states_day(catalog.version);
    let content = paragraphs(&[words::STATES_ORDER, &day, words::STATES_TODAY]);
    let states: String = PlanState::ALL.iter().map(|state| self::state(catalog, *state)).collect();
    part("states", words::STATES, &(content + &states + &paragraph(words::STATES_OLD)))
}

fn icon(state: PlanState) -> &'static str {
    match state {
        PlanState::InForce => include_str!("../../icons/in-force.svg"),
        PlanState::Ended => include_str!("../../icons/ended.svg"),
        PlanState::InPreparation => include_str!("../../icons/in-preparation.svg"),
        PlanState::ProgrammeOnly => include_str!("../../icons/programme-only.svg"),
        PlanState::NoneFound => include_str!("../../icons/none-found.svg"),
    }
}

fn state(catalog: &Catalog, state: PlanState) -> String {
    let day = catalog.version;
    let (name, title) = (state.name(), Messages::English.plan(state));
    let countries: Vec<&Country> =
        catalog.countries.iter().filter(|country| country.plan_state(day) == state).collect();
    let number = match countries.len() {
        0 => words::state_empty(day),
        number => words::state_countries(number, day),
    };
    format!(
        "<section class=\"state\" data-plan=\"{name}\" aria-labelledby=\"state-{name}\">\
         <h3 id=\"state-{name}\"><span class=\"badge\"><span class=\"icon\" data-icon=\"{name}\" aria-hidden=\"true\">{}</span>{}</span></h3>\
         {}{}{}{}<p>{}</p></section>",
        icon(state).trim_end(),
        escaped(title),
        paragraph(Messages::English.plan_meaning(state)),
        paragraphs(words::state_rule(state)),
        paragraph(&number),
        links_to(&countries),
        link(&format!("{ROOT}?plan={name}"), &words::state_today(title)),
    )
}

/// Links to the pages of countries; nothing where there is none.
fn links_to(countries: &[&Country]) -> String {
    if countries.is_empty() {
        return String::new();
    }
    let links = countries.iter().map(|country| link(&format!("{ROOT}{}", country.path()), &country.name));
    list("countries", links)
}

fn confidence(catalog: &Catalog) -> String {
    let number = |of: Confidence| catalog.resources().filter(|(_, one)| one.confidence == of).count();
    let content =
        [words::high(number(Confidence::High)), words::medium(number(Confidence::Medium)), words::medium_mark()];
    part("confidence", words::CONFIDENCE, &content.map(|words| paragraph(&words)).concat())
}

/// How many different addresses are named as sources, of countries and of documents.
fn sources(catalog: &Catalog) -> usize {
    // The last key of a place: a document's own address has `resources[…]` in its place, too.
    let is_source = |place: &str| {
        let key = place.rsplit(['.', ' ']).next().unwrap_or_default();
        key.starts_with("sources[") || key.starts_with("overview_sources[")
    };
    let all = source::addresses(catalog).into_iter().filter(|(place, _)| is_source(place));
    all.map(|(_, address)| address.as_str()).collect::<BTreeSet<_>>().len()
}

fn checks(loaded: &Loaded) -> String {
    let catalog = &loaded.catalog;
    let days: BTreeSet<_> = catalog.resources().map(|(_, resource)| resource.checked).collect();
    let days = days.first().zip(days.last()).map(|(first, last)| paragraph(&words::days(*first, *last)));
    let changes = catalog.changes.iter().map(|change_set| {
        let numbers = [change_set.added.len(), change_set.changed.len(), change_set.withdrawn.len()];
        let note = [
            Messages::English.date(change_set.date),
            change_set.note.to_string(),
            Messages::English.changed_entries(numbers),
        ];
        let [day, note, numbers] = note.map(|words| escaped(&words));
        format!("<b>{day}</b><br>{note}<br>{numbers}")
    });
    let content = [
        paragraph(&words::read(&Messages::English.documents(catalog.resources().count()), sources(catalog))),
        days.unwrap_or_default(),
        paragraph(words::CHECKS_NOTE),
        paragraphs(words::SECOND_READING),
        paragraph(words::RECORD),
        list("points", changes),
        format!("<p>{}</p>", link(&format!("{ROOT}#changes"), Messages::English.changes())),
    ];
    part("checks", words::CHECKS, &content.concat())
}

fn not_found(catalog: &Catalog) -> String {
    let without_plan: Vec<&Country> =
        catalog.countries.iter().filter(|country| country.plan_status != PlanStatus::Adopted).collect();
    let mut content = paragraphs(words::NOT_FOUND_NOTE);
    if !without_plan.is_empty() {
        content += &paragraph(&words::without_plan(without_plan.len()));
        content += &links_to(&without_plan);
    }
    let has_no_original_title = |one: &Resource| !one.language.is_english() && one.title_original.is_none();
    content += &documents(catalog, words::without_year, |one| one.year.is_none() && one.period.is_none());
    content += &documents(catalog, words::without_status, |one| one.status == Status::Unknown);
    content += &documents(catalog, words::without_original_title, has_no_original_title);
    part("not-found", words::NOT_FOUND, &content)
}

/// Links to the documents of which something is so, under a sentence with their number; nothing where there is none.
fn documents(catalog: &Catalog, sentence: fn(usize) -> String, is_so: impl Fn(&Resource) -> bool) -> String {
    let found: Vec<_> = catalog.resources().filter(|(_, one)| is_so(one)).collect();
    if found.is_empty() {
        return String::new();
    }
    let links = found.iter().map(|(country, one)| {
        let document = link(&format!("{ROOT}?item={}", one.id.as_str()), &one.title);
        format!("{}: {document}", escaped(Messages::English.owner(*country)))
    });
    paragraph(&sentence(found.len())) + &list("points", links)
}

fn who(catalog: &Catalog, site: &SiteConfig) -> String {
    let contact = Contact {
        repository: site.repository.as_deref(),
        mail: site.maintainer.as_ref().and_then(|maintainer| maintainer.mail.as_deref()),
    };
    let site_address = site.address.as_deref().unwrap_or_default();
    let report = report::address(contact, Reported::Page, site_address, catalog.version);
    let mut content = site.maintainer.as_ref().map_or_else(|| paragraph(words::NO_MAINTAINER), maintainer);
    content += &match (report, &site.maintainer) {
        (Some(address), _) => {
            format!("<p>{}</p>{}", link(&address, Messages::English.report()), paragraph(words::REPORT_NOTE))
        }
        (None, Some(_)) => paragraph(words::MAINTAINER_WITHOUT_CONTACT),
        (None, None) => paragraph(words::NO_CONTACT),
    };
    if let Some(address) = &site.repository {
        content += &format!("<p>{}: {}</p>", words::REPOSITORY, link(address, address));
        content += &paragraph(words::REPOSITORY_NOTE);
    }
    part("maintainer", words::WHO, &content)
}

fn maintainer(maintainer: &Maintainer) -> String {
    let Maintainer { name, address, mail } = maintainer;
    let name = address.as_ref().map_or_else(|| escaped(name), |address| link(address, name));
    let mail = mail.as_ref().map(|mail| format!(", {}", link(&format!("mailto:{mail}"), mail)));
    format!("<p>{}: {name}{}</p>", words::MAINTAINER, mail.unwrap_or_default())
}

fn licence(catalog: &Catalog, site: &SiteConfig) -> String {
    let citation = export::cite(catalog, site.address.as_deref().unwrap_or_default(), catalog.version);
    let content = [
        paragraph(Messages::English.licences_note()),
        format!("<blockquote>{}</blockquote>", paragraph(&citation)),
        paragraph(words::CITE_DAY),
        format!("<p>{}</p>", link(&format!("{ROOT}{}/", open_data::FOLDER), Messages::English.dataset())),
        format!("<p>{}</p>", link(&format!("{ROOT}NOTICE.txt"), Messages::English.notices())),
    ];
    part("licence", words::LICENCE, &content.concat())
}

#[cfg(test)]
mod tests;
