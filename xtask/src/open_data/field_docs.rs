//! The page that explains the data: what there is, how to cite it, and every key with an example.
//!
//! The keys come from the tables of [`catalog::wire`], so that the page says what the reader takes.

use catalog::source::{self, Loaded};
use catalog::wire::{self, Json, Key, Shape, ValueKind};
use catalog::{Messages, export, text};

use super::{CATALOG, COUNTRIES, CSV, DCAT, FOLDER, SCHEMA, country_file};
use crate::about;
use crate::feed::FEED;
use crate::head::escaped;
use crate::pages;
use crate::site::SiteConfig;
use crate::structured::Structured;

/// The title.
const TITLE: &str = "The data";

/// Longer examples are cut; none would tell more.
const LONGEST_EXAMPLE: usize = 90;

/// The page. `style` is the site's style sheet.
pub(super) fn html(loaded: &Loaded, site: &SiteConfig, style: &str) -> String {
    let description = "The dataset of national genomic plans as JSON and CSV: files, fields with examples, licence, \
                       versions and how to cite it.";
    let canonical = site.absolute(&format!("{FOLDER}/"));
    let canonical = canonical.map(|here| format!("<link rel=\"canonical\" href=\"{}\">", escaped(&here)));
    let head = format!(
        "<meta name=\"description\" content=\"{description}\">{}{}\
         <link rel=\"icon\" href=\"../icon.svg\">\
         <link rel=\"stylesheet\" href=\"../{}\">\
         <link rel=\"describedby\" type=\"application/ld+json\" href=\"{}\">{}",
        canonical.unwrap_or_default(),
        pages::head_script(),
        escaped(style),
        here(DCAT),
        Structured { catalog: &loaded.catalog, site, root: "../" }.of_data(),
    );
    let parts =
        [introduction(), files(), countries(loaded), terms(loaded, site), versions(loaded, site), fields(loaded)];
    pages::plain(TITLE, &head, "open-data", &parts.concat())
}

/// A file of the folder as this page names it.
fn here(file: &str) -> &str {
    file.strip_prefix(FOLDER).map_or(file, |rest| rest.trim_start_matches('/'))
}

fn link(address: &str, words: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escaped(address), escaped(words))
}

/// A list of what is HTML already.
fn list(class: &str, items: &[String]) -> String {
    let items: String = items.iter().map(|item| format!("<li>{item}</li>")).collect();
    format!("<ul{class}>{items}</ul>")
}

fn introduction() -> String {
    let origin: String =
        Messages::English.origin_note().iter().map(|words| format!("<p>{}</p>", escaped(words))).collect();
    format!(
        "<p>{} · {}</p><h1>{TITLE}</h1>{origin}<p>Everything that this site shows is in these files. Nobody has to sign up \
         for them, and pages of other sites may read them too.</p>",
        link("../", Messages::English.all_countries()),
        link(&format!("../{}", about::PATH), text::about::TITLE),
    )
}

fn files() -> String {
    let file = |file: &str, words: &str| format!("{}: {words}", link(here(file), here(file)));
    let files = [
        file(CATALOG, "all of it, as JSON."),
        file(
            CSV,
            "all documents as a table: CSV (RFC 4180) in UTF-8, with a byte order mark for Excel. The first line \
             names the columns. A cell that begins like a formula has an apostrophe before it, so that no \
             spreadsheet calculates it; take it away when you read the file with a program. Whether a document is in \
             force is said of the day in the last column, the version of the dataset.",
        ),
        file(
            COUNTRIES,
            "a line for each country, in the same form: where it stands with its plan on the day in the column \
             <code>on</code>, the plan and its years, who leads, the European projects it takes part in, and numbers \
             of documents and videos. A cell is empty where nothing is known; only what is known not to be is \
             <code>no</code>.",
        ),
        file(SCHEMA, "the JSON Schema of the dataset, and of the file of each country."),
        file(DCAT, "what this dataset is, for catalogues of data (DCAT-AP 3.0.1)."),
    ];
    format!("<h2>Files</h2>{}", list("", &files))
}

fn countries(loaded: &Loaded) -> String {
    let countries = loaded.catalog.countries.iter();
    let links: Vec<String> = countries.map(|country| link(here(&country_file(country)), &country.name)).collect();
    format!(
        "<h2>Each country by itself</h2><p>A dataset of the same shape with one country, the videos about it and their \
         events. In it a video that is about several countries names only this one, and what changed in the whole \
         dataset is left out.</p>{}",
        list(" class=\"countries\"", &links)
    )
}

/// Licence and citation. There is no today in a site that is the same whenever it is built.
fn terms(loaded: &Loaded, site: &SiteConfig) -> String {
    let catalog = &loaded.catalog;
    let citation = export::cite(catalog, site.address.as_deref().unwrap_or_default(), catalog.version);
    format!(
        "<h2>Licence and how to cite</h2><p>The data are under {}: use them for anything, and say where they are \
         from.</p><blockquote><p>{}</p></blockquote><p>Put the day on which you took the data in the place of the last \
         date.</p>",
        link("https://creativecommons.org/licenses/by/4.0/", Messages::English.data_licence()),
        escaped(&citation)
    )
}

fn versions(loaded: &Loaded, site: &SiteConfig) -> String {
    let feed = match site.address {
        Some(_) => format!(" {} tells of each.", link(&format!("../{FEED}"), "A feed")),
        None => String::new(),
    };
    let items = [
        format!(
            "<code>version</code> is the version of the content, the day of its last change: now {}. \
             <code>changes</code> lists what was added, changed and withdrawn on each day.{feed}",
            loaded.catalog.version
        ),
        format!(
            "<code>schema</code> is the version of the shape, <code>major.minor</code>: now {}. A new key that may be \
             left out makes a new minor version; anything else makes a new major version. So a program passes \
             over keys that it does not know, and stops at another major version.",
            wire::SCHEMA
        ),
        "An <code>id</code> is for ever: it never changes and is never given to another entry.".to_owned(),
    ];
    format!("<h2>Versions</h2>{}", list("", &items))
}

fn fields(loaded: &Loaded) -> String {
    let tables = source::shapes().into_iter().map(|shape| {
        let mut objects = Vec::new();
        collect(&loaded.dataset, &wire::DATASET, shape, &mut objects);
        table(shape, &objects)
    });
    format!(
        "<h2>Fields</h2><p>What is not known is left out; a key that is not required may also be <code>null</code>. \
         Examples are from the dataset, long ones cut.</p>{}",
        tables.collect::<String>()
    )
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

fn table(shape: &Shape, objects: &[&Json]) -> String {
    let name = shape.name.text();
    let rows: String = shape.keys.iter().map(|key| row(key, objects)).collect();
    format!(
        "<h3 id=\"{name}\">{name}</h3><p>{}</p>\
         <div class=\"keys\" role=\"region\" tabindex=\"0\" aria-labelledby=\"{name}\"><table><thead><tr>\
         <th scope=\"col\">Key</th><th scope=\"col\">Value</th><th scope=\"col\">Required</th>\
         <th scope=\"col\">Meaning</th><th scope=\"col\">Example</th></tr></thead><tbody>{rows}</tbody></table></div>",
        marked(shape.doc.text())
    )
}

fn row(key: &Key, objects: &[&Json]) -> String {
    format!(
        "<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        key.name,
        kind(key.kind),
        if key.required { "yes" } else { "no" },
        marked(key.doc.text()),
        example(key, objects)
    )
}

fn kind(kind: ValueKind) -> String {
    let shown = |shape: &Shape| format!("<a href=\"#{0}\">{0}</a>", shape.name.text());
    match kind {
        ValueKind::Text(_) => "text".to_owned(),
        ValueKind::Name(names) => {
            let names: Vec<String> = names.iter().map(|name| format!("<code>{}</code>", escaped(name))).collect();
            format!("one of {}", names.join(", "))
        }
        ValueKind::WholeNumber(..) => "whole number".to_owned(),
        ValueKind::Boolean => "<code>true</code> or <code>false</code>".to_owned(),
        ValueKind::Texts(..) => "list of texts".to_owned(),
        ValueKind::Years => "list of two years".to_owned(),
        ValueKind::List(shape) => format!("list of {}", shown(shape)),
        ValueKind::Object(shape) => shown(shape),
        ValueKind::ById => "object of texts by id".to_owned(),
    }
}

/// The first value that says something; objects have a table of their own.
fn example(key: &Key, objects: &[&Json]) -> String {
    if let ValueKind::List(shape) | ValueKind::Object(shape) = key.kind {
        return format!("see <a href=\"#{0}\">{0}</a>", shape.name.text());
    }
    let says_something = |value: &&Json| **value != Json::Null && **value != Json::Array(Vec::new());
    let value = objects.iter().filter_map(|object| object.get(key.name)).find(says_something);
    let Some(value) = value else { return "none yet".to_owned() };
    let value = serde_json::to_string(value).unwrap_or_default();
    format!("<code>{}</code>", escaped(&cut(&value)))
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST_EXAMPLE) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}

/// Words as HTML; what is between two `` ` `` is code.
fn marked(words: &str) -> String {
    let mut html = String::new();
    for (at, part) in words.split('`').enumerate() {
        let part = escaped(part);
        html.push_str(&if at % 2 == 1 { format!("<code>{part}</code>") } else { part });
    }
    html
}

#[cfg(test)]
mod tests {
    use catalog::wire::{Json, Key, RESOURCE};

    use super::{cut, example, html, marked};
    use crate::data;
    use crate::site::SiteConfig;
    use crate::structured::Structured;

    #[test]
    fn words_are_escaped_and_code_is_marked() {
        let check = |words, expected: &str| assert_eq!(marked(words), expected);
        check("Its title.", "Its title.");
        check("`null` & <b>", "<code>null</code> &amp; &lt;b&gt;");
        check("`a`, `b`", "<code>a</code>, <code>b</code>");
    }

    #[test]
    fn an_example_is_the_first_that_says_something() {
        let check = |key: &str, json: &str, expected: &str| {
            let key: &Key = RESOURCE.keys.iter().find(|known| known.name == key).expect("it is a key");
            let objects: Vec<Json> = serde_json::from_str(json).expect("it is JSON");
            assert_eq!(example(key, &objects.iter().collect::<Vec<_>>()), expected, "{json}");
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
            let html = html(&loaded, &site, "style-1.css");
            assert!(html.contains(expected), "{expected} is not in {html}");
            assert_eq!(html.contains("../changes.xml"), has_feed);
            assert_eq!(html.contains("rel=\"canonical\""), has_feed);
            assert!(html.contains("href=\"../style-1.css\""), "{html}");
            let structured = Structured { catalog: &loaded.catalog, site: &site, root: "../" }.of_data();
            assert!(html.split("</head>").next().is_some_and(|head| head.contains(&structured)), "{html}");
        };
        check(None, "CC BY 4.0. (accessed ", false);
        check(Some("https://example.org/"), "CC BY 4.0. https://example.org/ (accessed ", true);
    }
}
