//! The page that explains the data: what there is, how to cite it, and every key with an example.
//!
//! The keys come from the tables of [`catalog::wire`], so that the page says what the reader takes.

use catalog::source::{self, Loaded};
use catalog::wire::{self, Json, Key, Shape, ValueKind};
use catalog::{Catalog, Messages, export, text};
use maud::{Markup, html};

use crate::config::SiteConfig;
use crate::distribution::LICENCE;
use crate::names::country_file;
use crate::names::{ABOUT, CATALOG, COUNTRIES_CSV, DATA, DCAT, DOCUMENTS_CSV, FEED, SCHEMA};
use crate::pages::{self, Paper};
use crate::structured::Structured;

/// The title.
const TITLE: &str = "The data";

/// What the page says, for search engines.
const DESCRIPTION: &str = "The dataset of national genomic plans as JSON and CSV: files, fields with examples, \
                           licence, versions and how to cite it.";

/// The columns of each table.
const COLUMNS: [&str; 5] = ["Key", "Value", "Required", "Meaning", "Example"];

/// Longer examples are cut; none would tell more.
const LONGEST_EXAMPLE: usize = 90;

/// The page. `style` is the site's style sheet.
pub(super) fn page(loaded: &Loaded, site: &SiteConfig, style: &str) -> String {
    let catalog = &loaded.catalog;
    let head = html! {
        (pages::head_of_text(DESCRIPTION, site.absolute(DATA), style))
        link rel="describedby" type="application/ld+json" href=(here(DCAT));
        (Structured { catalog, site, root: "../" }.of_data())
    };
    let content = html! {
        (introduction())
        (files())
        (countries(catalog))
        (terms(catalog, site))
        (versions(catalog, site))
        (fields(&loaded.dataset))
    };
    let paper = Paper { version: catalog.version, address: site.absolute(DATA) };
    pages::plain(TITLE, head, "open-data", Some(paper), content)
}

/// A file of the folder as this page names it.
fn here(file: &str) -> &str {
    file.strip_prefix(DATA).unwrap_or(file)
}

fn introduction() -> Markup {
    html! {
        p {
            a href="../" { (Messages::English.all_countries()) }
            " · "
            a href={ "../" (ABOUT) } { (text::about::TITLE) }
        }
        h1 { (TITLE) }
        @for words in Messages::English.origin_note() { p { (words) } }
        p { "Everything that this site shows is in these files. Nobody has to sign up for them, and pages of other \
             sites may read them too." }
    }
}

fn files() -> Markup {
    let files = [
        (CATALOG, "all of it, as JSON."),
        (
            DOCUMENTS_CSV,
            "all documents as a table: CSV (RFC 4180) in UTF-8, with a byte order mark for Excel. The first line \
             names the columns. A cell that begins like a formula has an apostrophe before it, so that no \
             spreadsheet calculates it; take it away when you read the file with a program. Whether a document is in \
             force is said of the day in the last column, the version of the dataset.",
        ),
        (
            COUNTRIES_CSV,
            "a line for each country, in the same form: where it stands with its plan on the day in the column \
             `on`, the plan and its years, who leads, the European projects it takes part in, and numbers of \
             documents and videos. A cell is empty where nothing is known; only what is known not to be is `no`.",
        ),
        (SCHEMA, "the JSON Schema of the dataset, and of the file of each country."),
        (DCAT, "what this dataset is, for catalogues of data (DCAT-AP 3.0.1)."),
    ];
    html! {
        h2 { "Files" }
        ul { @for (file, words) in files { li { a href=(here(file)) { (here(file)) } ": " (marked(words)) } } }
    }
}

fn countries(catalog: &Catalog) -> Markup {
    html! {
        h2 { "Each country by itself" }
        p { "A dataset of the same shape with one country, the videos about it and their events. In it a video that \
             is about several countries names only this one, and what changed in the whole dataset is left out." }
        ul class="countries" {
            @for country in &catalog.countries {
                li { a href=(here(&country_file(country))) { (country.name) } }
            }
        }
    }
}

/// Licence and citation. There is no today in a site that is the same whenever it is built.
fn terms(catalog: &Catalog, site: &SiteConfig) -> Markup {
    let licence = html! { a href=(LICENCE) { (Messages::English.data_licence()) } };
    html! {
        h2 { "Licence and how to cite" }
        p { "The data are under " (licence) ": use them for anything, and say where they are from." }
        blockquote { p { (export::cite(catalog, site.address.as_deref().unwrap_or_default(), catalog.version)) } }
        p { "Put the day on which you took the data in the place of the last date." }
    }
}

fn versions(catalog: &Catalog, site: &SiteConfig) -> Markup {
    html! {
        h2 { "Versions" }
        ul {
            li {
                (marked("`version` is the version of the content, the day of its last change: now ")) (catalog.version)
                (marked(". `changes` lists what was added, changed and withdrawn on each day."))
                @if site.address.is_some() { " " a href={ "../" (FEED) } { "A feed" } " tells of each." }
            }
            li {
                (marked("`schema` is the version of the shape, `major.minor`: now ")) (wire::SCHEMA)
                ". A new key that may be left out makes a new minor version; anything else makes a new major version. \
                 So a program passes over keys that it does not know, and stops at another major version."
            }
            li { (marked("An `id` is for ever: it never changes and is never given to another entry.")) }
        }
    }
}

fn fields(dataset: &Json) -> Markup {
    html! {
        h2 { "Fields" }
        p { (marked("What is not known is left out; a key that is not required may also be `null`. Examples are from \
                     the dataset, long ones cut.")) }
        @for shape in source::shapes() { (table(shape, dataset)) }
    }
}

/// All objects of a shape.
fn collect<'a>(json: &'a Json, is: &Shape, wanted: &Shape, found: &mut Vec<&'a Json>) {
    if std::ptr::eq(is, wanted) {
        found.push(json);
    }
    for key in is.keys {
        match (key.kind, json.get(key.name)) {
            (ValueKind::Object(shape), Some(value)) => collect(value, shape, wanted, found),
            (ValueKind::List(shape), Some(value)) => {
                value.items().iter().for_each(|item| collect(item, shape, wanted, found));
            }
            _ => {}
        }
    }
}

fn table(shape: &Shape, dataset: &Json) -> Markup {
    let name = shape.name.text();
    let mut objects = Vec::new();
    collect(dataset, &wire::DATASET, shape, &mut objects);
    html! {
        h3 id=(name) { (name) }
        p { (marked(shape.doc.text())) }
        div class="keys" role="region" tabindex="0" aria-labelledby=(name) {
            table {
                thead { tr { @for column in COLUMNS { th scope="col" { (column) } } } }
                tbody {
                    @for key in shape.keys {
                        tr {
                            th scope="row" { code { (key.name) } }
                            td { (kind(key.kind)) }
                            td { (if key.required { "yes" } else { "no" }) }
                            td { (marked(key.doc.text())) }
                            td { (example(key, &objects)) }
                        }
                    }
                }
            }
        }
    }
}

/// The name of a shape, which leads to its table.
fn name_of(shape: &Shape) -> Markup {
    let name = shape.name.text();
    html! { a href={ "#" (name) } { (name) } }
}

fn kind(kind: ValueKind) -> Markup {
    html! {
        @match kind {
            ValueKind::Text(_) => "text",
            ValueKind::Name(names) => {
                "one of "
                @for (at, name) in names.iter().enumerate() { @if at > 0 { ", " } code { (name) } }
            }
            ValueKind::WholeNumber(..) => "whole number",
            ValueKind::Boolean => (marked("`true` or `false`")),
            ValueKind::Texts(..) => "list of texts",
            ValueKind::Years => "list of two years",
            ValueKind::List(shape) => { "list of " (name_of(shape)) }
            ValueKind::Object(shape) => (name_of(shape)),
            ValueKind::ById => "object of texts by id",
        }
    }
}

/// The first value that says something; objects have a table of their own.
fn example(key: &Key, objects: &[&Json]) -> Markup {
    if let ValueKind::List(shape) | ValueKind::Object(shape) = key.kind {
        return html! { "see " (name_of(shape)) };
    }
    let says_something = |value: &&Json| **value != Json::Null && **value != Json::Array(Vec::new());
    let value = objects.iter().filter_map(|object| object.get(key.name)).find(says_something);
    let Some(value) = value else { return html! { "none yet" } };
    html! { code { (cut(&serde_json::to_string(value).unwrap_or_default())) } }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST_EXAMPLE) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// Words in which what is between two `` ` `` is code.
fn marked(words: &str) -> Markup {
    html! {
        @for (at, part) in words.split('`').enumerate() {
            @if at % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

#[cfg(test)]
mod tests {
    use catalog::wire::{Json, Key, RESOURCE};

    use super::{cut, example, marked, page};
    use crate::config::SiteConfig;
    use crate::data;
    use crate::structured::Structured;

    #[test]
    fn words_are_escaped_and_code_is_marked() {
        let check = |words, expected: &str| assert_eq!(marked(words).0, expected);
        check("Its title.", "Its title.");
        check("`null` & <b>", "<code>null</code> &amp; &lt;b&gt;");
        check("`a`, `b`", "<code>a</code>, <code>b</code>");
    }

    #[test]
    fn an_example_is_the_first_that_says_something() {
        let check = |key: &str, json: &str, expected: &str| {
            let key: &Key = RESOURCE.keys.iter().find(|known| known.name == key).expect("it is a key");
            let objects: Vec<Json> = serde_json::from_str(json).expect("it is JSON");
            assert_eq!(example(key, &objects.iter().collect::<Vec<_>>()).0, expected, "{json}");
        };
        check("title", "[]", "none yet");
        check("title", r#"[{"title":null},{"title":"<A & B>"}]"#, "<code>&quot;&lt;A &amp; B&gt;&quot;</code>");
        check("year", r#"[{},{"year":2022}]"#, "<code>2022</code>");
        check("period", r#"[{"period":[2022,null]}]"#, "<code>[2022,null]</code>");
        check("sources", r#"[{"sources":[]},{"sources":["a"]}]"#, "<code>[&quot;a&quot;]</code>");
        check("figures", "[]", "see <a href=\"#Figure\">Figure</a>");
    }

    #[test]
    fn a_long_example_is_cut_between_letters() {
        assert_eq!(cut("short"), "short");
        assert_eq!(cut(&"é".repeat(91)), "é".repeat(90) + "…");
    }

    #[test]
    fn the_citation_and_the_feed_have_the_address_where_it_is_known() {
        let loaded = data::load().expect("the dataset is right");
        let check = |address: Option<&str>, expected: &str, has_feed: bool| {
            let site = SiteConfig { address: address.map(str::to_owned), ..SiteConfig::default() };
            let html = page(&loaded, &site, "style-1.css");
            assert!(html.contains(expected), "{expected} is not in {html}");
            assert_eq!(html.contains("../changes.xml"), has_feed);
            assert_eq!(html.contains("rel=\"canonical\""), has_feed);
            assert!(html.contains("href=\"../style-1.css\""), "{html}");
            let structured = Structured { catalog: &loaded.catalog, site: &site, root: "../" }.of_data().0;
            assert!(html.split("</head>").next().is_some_and(|head| head.contains(&structured)), "{html}");
        };
        check(None, "CC BY 4.0. (accessed ", false);
        check(Some("https://example.org/"), "CC BY 4.0. https://example.org/ (accessed ", true);
    }
}
