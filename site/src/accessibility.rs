//! The page "Accessibility statement": how far the site is accessible, what was tested, what is not known, and whom to
//! tell. It is made from `site.json` and the words of [`catalog::text::accessibility`].

use std::path::Path;

use anyhow::Result;
use catalog::source::Loaded;
use catalog::text::{about as words_of_about, accessibility as words};
use catalog::{Catalog, Messages};
use maud::{Markup, html};

use crate::about::{maintainer, paragraphs, points, report};
use crate::config::SiteConfig;
use crate::files;
use crate::names::{ABOUT, ACCESSIBILITY, PAGE};
use crate::pages::{self, Paper};

/// The page's way to the site's root.
const ROOT: &str = "../";

/// Writes the page into the site.
pub(crate) fn add(site: &Path, loaded: &Loaded, setting: &SiteConfig) -> Result<()> {
    let style = pages::style_of(&files::text(&site.join(PAGE))?)?;
    files::write(&site.join(ACCESSIBILITY).join(PAGE), page(&loaded.catalog, setting, &style))
}

/// The page. `style` is the site's style sheet.
fn page(catalog: &Catalog, site: &SiteConfig, style: &str) -> String {
    let head = pages::head_of_text(words::DESCRIPTION, site.absolute(ACCESSIBILITY), style);
    let content = html! {
        p {
            a href=(ROOT) { (Messages::English.all_countries()) }
            " · "
            a href={ (ROOT) (ABOUT) } { (words_of_about::TITLE) }
        }
        h1 { (words::TITLE) }
        h2 id="status" { (words::STATUS) }
        (paragraphs(words::STATUS_NOTE))
        h2 id="not-accessible" { (words::NOT_ACCESSIBLE) }
        (points(words::NOT_ACCESSIBLE_POINTS))
        p { (words::INSTEAD) }
        h2 id="not-known" { (words::NOT_KNOWN) }
        (points(words::NOT_KNOWN_POINTS))
        (feedback(catalog, site))
        h2 id="tested" { (words::TESTED) }
        p { (words::tested()) }
        ul class="points" {
            (tested(&words::tested_rules()))
            @for claim in words::TESTED_POINTS { (tested(claim)) }
        }
        h2 id="statement" { (words::STATEMENT) }
        p { (words::prepared()) }
        (paragraphs(words::NO_PUBLIC_BODY))
    };
    // It looks as "How this is made" does.
    let paper = Paper { version: catalog.version, address: site.absolute(ACCESSIBILITY) };
    pages::plain(words::TITLE, head, "open-data about-page", Some(paper), content)
}

/// What was tested, by its name and how.
fn tested(claim: &str) -> Markup {
    let (what, how) = claim.split_once(": ").unwrap_or(("", claim));
    html! { li { b { (what) } ": " (how) } }
}

fn feedback(catalog: &Catalog, site: &SiteConfig) -> Markup {
    html! {
        h2 id="feedback" { (words::FEEDBACK) }
        @if let Some(address) = report(catalog, site) {
            p { (words::FEEDBACK_NOTE) }
            p { a href=(address) { (Messages::English.report()) } }
            (maintainer(site))
            p { (words::FEEDBACK_ANSWER) }
        } @else {
            (maintainer(site))
            @if site.maintainer.is_some() { p { (words_of_about::MAINTAINER_WITHOUT_CONTACT) } } @else { p { (words_of_about::NO_CONTACT) } }
        }
    }
}

#[cfg(test)]
mod tests;
