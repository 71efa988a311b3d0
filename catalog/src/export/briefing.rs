//! What is selected as a text for a document: countries as headings, their documents below, the citation at the end.

use super::cite;
use crate::Messages;
use crate::catalog::Catalog;
use crate::date::PartialDate;
use crate::resource::Resource;
use crate::selection::Selection;

/// What is selected, in the order of the cards: each country with where its plan stands and with the documents that
/// fit, then those of all of Europe.
#[derive(Clone, Copy, Debug)]
pub struct Briefing<'a> {
    /// The dataset.
    pub catalog: &'a Catalog,
    /// What is selected.
    pub selection: &'a Selection,
    /// The address of the page, which is cited.
    pub address: &'a str,
    /// The day on which it is made.
    pub today: PartialDate,
}

/// How the paragraphs of a text are written: templates of [`push_filled`].
pub(super) struct Form {
    /// Whether the text is markup.
    pub(super) is_markup: bool,
    /// The name of a country.
    pub(super) heading: &'static str,
    /// Where its plan stands.
    pub(super) text: &'static str,
    /// Around the documents of a country.
    pub(super) list: [&'static str; 2],
    /// A document: its title, its address, and what follows the title.
    pub(super) item: &'static str,
    /// The citation: the words before the address, the address, and the words after it.
    pub(super) citation: &'static str,
}

/// HTML to paste. Its headings are of the second level, because a document has a title of its own.
const HTML: Form = Form {
    is_markup: true,
    heading: "<h2>@0</h2>",
    text: "<p>@0</p>",
    list: ["<ul>", "</ul>"],
    item: "<li><a href=\"@1\">@0</a>@2</li>",
    citation: "<p>@0<a href=\"@1\">@1</a>@2</p>",
};

/// Words alone, each address below what it is of.
const TEXT: Form = Form {
    is_markup: false,
    heading: "\n@0\n",
    text: "@0\n",
    list: ["", ""],
    item: "- @0@2\n  @1\n",
    citation: "\n@0@1@2\n",
};

impl Briefing<'_> {
    /// Writes the text.
    pub(super) fn write(&self, form: &Form, out: &mut String) {
        let Self { catalog, selection, address, today } = *self;
        let mut fill = |template, texts: &[&str]| super::push_template(out, template, texts, form.is_markup);
        let mut list = |heading: &str, text: &str, documents: &mut dyn Iterator<Item = &Resource>| {
            fill(form.heading, &[heading]);
            if !text.is_empty() {
                fill(form.text, &[text]);
            }
            let mut documents = documents.peekable();
            let [open, close] = form.list.map(|part| if documents.peek().is_some() { part } else { "" });
            fill(open, &[]);
            for document in documents {
                let after = Messages::English.briefly(document, today);
                fill(form.item, &[&document.title, document.address.as_str(), &after]);
            }
            fill(close, &[]);
        };
        for found in &selection.matches {
            let country = &catalog.countries[found.country];
            let plan = Messages::English.plan(country.plan_state(today));
            list(&country.name, plan, &mut found.fits.iter().map(|at| &country.resources[*at]));
        }
        if !selection.europe.is_empty() {
            let documents = &mut selection.europe.iter().map(|at| &catalog.europe[*at]);
            list(Messages::English.across_europe(), "", documents);
        }
        let citation = cite(catalog, address, today);
        match citation.split_once(address).filter(|_| !address.is_empty()) {
            Some((before, after)) => fill(form.citation, &[before, address, after]),
            None => fill(form.text, &[&citation]),
        }
    }

    /// The text as HTML to paste.
    #[must_use]
    pub fn html(&self) -> String {
        // A file that is opened as it stands has no other word for its letters.
        let mut html = "<meta charset=\"utf-8\">".to_owned();
        self.write(&HTML, &mut html);
        html
    }

    /// The same for where only letters can be pasted.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.write(&TEXT, &mut text);
        text.trim_start().to_owned()
    }
}
