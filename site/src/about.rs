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
use catalog::text::{about as words, accessibility};
use catalog::{Catalog, Confidence, Country, PlanState, PlanStatus, Resource, Status, export};
use maud::{Markup, PreEscaped, html};

use crate::config::{Maintainer, SiteConfig};
use crate::files;
use crate::names::{ABOUT, ACCESSIBILITY, DATA, NOTICE, PAGE};
use crate::pages::{self, Paper};
use crate::structured::Structured;

/// The page's way to the site's root.
const ROOT: &str = "../";

/// Writes the page into the site.
pub(crate) fn add(site: &Path, loaded: &Loaded, setting: &SiteConfig) -> Result<()> {
    let style = pages::style_of(&files::text(&site.join(PAGE))?)?;
    files::write(&site.join(ABOUT).join(PAGE), page(&loaded.catalog, setting, &style))
}

/// The page. `style` is the site's style sheet.
fn page(catalog: &Catalog, site: &SiteConfig, style: &str) -> String {
    let head = html! {
        (pages::head_of_text(words::DESCRIPTION, site.absolute(ABOUT), style))
        (Structured { catalog, site, root: ROOT }.of_about())
    };
    let content = html! {
        (introduction(catalog))
        (counts())
        (states(catalog))
        h2 id="in-force" { (words::LIFE) }
        (paragraphs(words::LIFE_NOTE))
        (confidence(catalog))
        (checks(catalog))
        (not_found(catalog))
        (who(catalog, site))
        (licence(catalog, site))
    };
    let paper = Paper { version: catalog.version, address: site.absolute(ABOUT) };
    pages::plain(words::TITLE, head, "open-data about-page", Some(paper), content)
}

pub(crate) fn paragraphs(all: &[&str]) -> Markup {
    html! { @for words in all { p { (words) } } }
}

pub(crate) fn points(all: &[&str]) -> Markup {
    html! { ul class="points" { @for words in all { li { (words) } } } }
}

fn introduction(catalog: &Catalog) -> Markup {
    let extent = words::extent(
        &Messages::English.countries(catalog.countries.len()),
        &Messages::English.documents(catalog.resources().count()),
        &Messages::English.videos(catalog.videos.len()),
    );
    html! {
        p {
            a href=(ROOT) { (Messages::English.all_countries()) }
            " · "
            a href={ (ROOT) (DATA) } { (Messages::English.dataset()) }
            " · "
            a href={ (ROOT) (ACCESSIBILITY) } { (accessibility::TITLE) }
        }
        h1 { (words::TITLE) }
        h2 id="purpose" { (words::PURPOSE) }
        (paragraphs(&[&extent, words::FOR_WHOM, Messages::English.origin_note()[0]]))
    }
}

fn counts() -> Markup {
    html! {
        h2 id="what-counts" { (words::COUNTS) }
        p { (words::IS_PLAN) }
        (points(words::IS_PLAN_WHEN))
        p { (words::IS_NO_PLAN) }
        (points(words::NO_PLANS))
        (paragraphs(words::PLAN_DOCUMENTS))
    }
}

fn states(catalog: &Catalog) -> Markup {
    html! {
        h2 id="states" { (words::STATES) }
        (paragraphs(&[words::STATES_ORDER, &words::states_day(catalog.version), words::STATES_TODAY]))
        @for one in PlanState::ALL { (state(catalog, *one)) }
        p { (words::STATES_OLD) }
    }
}

fn icon(state: PlanState) -> PreEscaped<&'static str> {
    let svg = match state {
        PlanState::InForce => include_str!("../../icons/in-force.svg"),
        PlanState::Ended => include_str!("../../icons/ended.svg"),
        PlanState::InPreparation => include_str!("../../icons/in-preparation.svg"),
        PlanState::ProgrammeOnly => include_str!("../../icons/programme-only.svg"),
        PlanState::NoneFound => include_str!("../../icons/none-found.svg"),
    };
    PreEscaped(svg.trim_end())
}

fn state(catalog: &Catalog, state: PlanState) -> Markup {
    let day = catalog.version;
    let (name, title) = (state.name(), Messages::English.plan(state));
    let countries: Vec<&Country> =
        catalog.countries.iter().filter(|country| country.plan_state(day) == state).collect();
    let number = match countries.len() {
        0 => words::state_empty(day),
        number => words::state_countries(number, day),
    };
    html! {
        section class="state" data-plan=(name) aria-labelledby={ "state-" (name) } {
            h3 id={ "state-" (name) } {
                span class="badge" {
                    span class="icon" data-icon=(name) aria-hidden="true" { (icon(state)) }
                    (title)
                }
            }
            p { (Messages::English.plan_meaning(state)) }
            (paragraphs(words::state_rule(state)))
            p { (number) }
            (links_to(&countries))
            p { a href={ (ROOT) "?plan=" (name) } { (words::state_today(title)) } }
        }
    }
}

/// Links to the pages of countries; nothing where there is none.
fn links_to(countries: &[&Country]) -> Markup {
    html! {
        @if !countries.is_empty() {
            ul class="countries" {
                @for country in countries { li { a href={ (ROOT) (country.path()) } { (country.name) } } }
            }
        }
    }
}

fn confidence(catalog: &Catalog) -> Markup {
    let number = |of: Confidence| catalog.resources().filter(|(_, one)| one.confidence == of).count();
    html! {
        h2 id="confidence" { (words::CONFIDENCE) }
        p { (words::high(number(Confidence::High))) }
        p { (words::medium(number(Confidence::Medium))) }
        p { (words::medium_mark()) }
    }
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

fn checks(catalog: &Catalog) -> Markup {
    let days: BTreeSet<_> = catalog.resources().map(|(_, resource)| resource.checked).collect();
    html! {
        h2 id="checks" { (words::CHECKS) }
        p { (words::read(&Messages::English.documents(catalog.resources().count()), sources(catalog))) }
        @if let (Some(first), Some(last)) = (days.first(), days.last()) { p { (words::days(*first, *last)) } }
        p { (words::CHECKS_NOTE) }
        (paragraphs(words::SECOND_READING))
        p { (words::RECORD) }
        ul class="points" {
            @for change_set in &catalog.changes {
                @let numbers = [&change_set.added, &change_set.changed, &change_set.withdrawn].map(|ids| ids.len());
                li {
                    b { (Messages::English.date(change_set.date)) } br;
                    (change_set.note) br;
                    (Messages::English.changed_entries(numbers))
                }
            }
        }
        p { a href={ (ROOT) "#changes" } { (Messages::English.changes()) } }
    }
}

fn not_found(catalog: &Catalog) -> Markup {
    let without_plan: Vec<&Country> =
        catalog.countries.iter().filter(|country| country.plan_status != PlanStatus::Adopted).collect();
    let has_no_original_title = |one: &Resource| !one.language.is_english() && one.title_original.is_none();
    html! {
        h2 id="not-found" { (words::NOT_FOUND) }
        (paragraphs(words::NOT_FOUND_NOTE))
        @if !without_plan.is_empty() { p { (words::without_plan(without_plan.len())) } }
        (links_to(&without_plan))
        (documents(catalog, words::without_year, |one| one.year.is_none() && one.period.is_none()))
        (documents(catalog, words::without_status, |one| one.status == Status::Unknown))
        (documents(catalog, words::without_original_title, has_no_original_title))
    }
}

/// Links to the documents of which something is so, under a sentence with their number; nothing where there is none.
fn documents(catalog: &Catalog, sentence: fn(usize) -> String, is_so: impl Fn(&Resource) -> bool) -> Markup {
    let found: Vec<_> = catalog.resources().filter(|(_, one)| is_so(one)).collect();
    html! {
        @if !found.is_empty() {
            p { (sentence(found.len())) }
            ul class="points" {
                @for (country, one) in found {
                    li {
                        (Messages::English.owner(country)) ": "
                        a href={ (ROOT) "?item=" (one.id.as_str()) } { (one.title) }
                    }
                }
            }
        }
    }
}

fn who(catalog: &Catalog, site: &SiteConfig) -> Markup {
    html! {
        h2 id="maintainer" { (words::WHO) }
        (maintainer(site))
        @match (report(catalog, site), &site.maintainer) {
            (Some(address), _) => {
                p { a href=(address) { (Messages::English.report()) } }
                p { (words::REPORT_NOTE) }
            }
            (None, Some(_)) => { p { (words::MAINTAINER_WITHOUT_CONTACT) } }
            (None, None) => { p { (words::NO_CONTACT) } }
        }
        @if let Some(address) = &site.repository {
            p { (words::REPOSITORY) ": " a href=(address) { (address) } }
            p { (words::REPOSITORY_NOTE) }
        }
    }
}

/// Where mistakes on the site are told; nothing where it names no place.
pub(crate) fn report(catalog: &Catalog, site: &SiteConfig) -> Option<String> {
    let contact = Contact {
        repository: site.repository.as_deref(),
        mail: site.maintainer.as_ref().and_then(|maintainer| maintainer.mail.as_deref()),
    };
    let site_address = site.address.as_deref().unwrap_or_default();
    report::address(contact, Reported::Page, site_address, catalog.version)
}

/// Who maintains the site, or that nobody is named.
pub(crate) fn maintainer(site: &SiteConfig) -> Markup {
    html! {
        p {
            @if let Some(Maintainer { name, address, mail }) = &site.maintainer {
                (words::MAINTAINER) ": "
                @if let Some(address) = address { a href=(address) { (name) } } @else { (name) }
                @if let Some(mail) = mail { ", " a href={ "mailto:" (mail) } { (mail) } }
            } @else {
                (words::NO_MAINTAINER)
            }
        }
    }
}

fn licence(catalog: &Catalog, site: &SiteConfig) -> Markup {
    let citation = export::cite(catalog, site.address.as_deref().unwrap_or_default(), catalog.version);
    html! {
        h2 id="licence" { (words::LICENCE) }
        p { (Messages::English.licences_note()) }
        blockquote { p { (citation) } }
        p { (words::CITE_DAY) }
        p { a href={ (ROOT) (DATA) } { (Messages::English.dataset()) } }
        p { a href={ (ROOT) (NOTICE) } { (Messages::English.notices()) } }
    }
}

#[cfg(test)]
mod tests;
