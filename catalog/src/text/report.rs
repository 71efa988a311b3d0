//! Reporting a mistake.

use super::across::ACROSS_EUROPE;
use super::page::SITE;
use crate::country::Country;
use crate::date::PartialDate;
use crate::report::Reported;

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
