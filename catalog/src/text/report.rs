//! Reporting a mistake.

use super::Messages;
use crate::date::PartialDate;
use crate::reported::Reported;

impl Messages {
    /// Leads to where mistakes are told.
    pub fn report(self) -> &'static str {
        "Report a mistake"
    }

    /// What the report of a mistake is about, as the title of an issue or the subject of a mail.
    pub fn report_title(self, reported: Reported<'_>) -> String {
        match reported {
            Reported::Page => ["Mistake on the page: ", self.site()].concat(),
            Reported::Country(country) => ["Mistake about ", &country.name].concat(),
            Reported::Document(_, resource) => ["Mistake in ", resource.id.as_str(), ": ", &resource.title].concat(),
        }
    }

    /// What the report of a mistake says already; the visitor writes what is wrong. `page` is where the site shows it, or
    /// empty where that is not known.
    pub fn report_body(self, reported: Reported<'_>, page: &str, version: PartialDate) -> String {
        let version = version.to_string();
        let mut body = String::new();
        let mut push = |parts: &[&str]| parts.iter().for_each(|part| body.push_str(part));
        match reported {
            Reported::Page => {}
            Reported::Country(country) | Reported::Document(Some(country), _) => {
                push(&["Country: ", &country.name, " (", country.code.as_str(), ")\n"]);
            }
            Reported::Document(None, _) => push(&[self.across_europe(), "\n"]),
        }
        if let Reported::Document(_, resource) = reported {
            let address = resource.address.as_str();
            push(&["Entry: ", &resource.title, " (", resource.id.as_str(), ")\nDocument: ", address, "\n"]);
        }
        if !page.is_empty() {
            push(&["Page: ", page, "\n"]);
        }
        push(&["Dataset of ", &version, "\n\nWhat is wrong, and which page says so?\n"]);
        body
    }
}
