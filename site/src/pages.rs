//! The pages: what Trunk has made is the shell of each, what the app's own binary writes its content.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use catalog::source::Loaded;
use catalog::{Country, Messages, PartialDate, hash, text};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::config::SiteConfig;
use crate::head::{self, escaped};
use crate::headers::{self, POLICY};
use crate::names::{ABOUT, EMBED, NOT_FOUND, PAGE};
use crate::{data, files, process, project};

/// Where everything else of a page's head goes.
const HEAD: &str = "<meta name=\"{{ head }}\">";

/// Where the script of each page's head goes, and the policy changes with it.
const HEAD_SCRIPT_PLACE: &str = "<meta name=\"{{ head-script }}\">";

/// Writes every page into the site, and the dataset under the name that they have it by.
pub(crate) fn add(site: &Path, loaded: &Loaded, setting: &SiteConfig) -> Result<()> {
    let shell = files::text(&site.join(PAGE))?;
    let dataset = files::bytes(&data::served())?;
    let catalog = format!("catalog-{}.json", hash(&dataset));
    files::write(&site.join(&catalog), &dataset)?;
    let contents = project::work().join("pages");
    prerender(&data::served(), &contents, setting)?;
    for is_framed in [false, true] {
        let countries = loaded.catalog.countries.iter().map(Some);
        for country in std::iter::once(None).chain(countries) {
            let page = head::Page { catalog: &loaded.catalog, country, site: setting, is_framed };
            let name = country.map_or_else(|| "index".to_owned(), |country| country.code.lower());
            let place = if is_framed { contents.join(EMBED) } else { contents.clone() };
            let content = files::text(&place.join(format!("{name}.html")))?;
            let html = filled(&shell, &Words { page, catalog: &catalog, content: &content })?;
            files::write(&site.join(page.folder()).join(PAGE), html)?;
        }
    }
    files::write(&site.join(NOT_FOUND), not_found(&loaded.catalog.countries, setting, &style_of(&shell)?))
}

/// Calls the app's own binary for what is in the pages of a dataset, and puts that into a folder.
pub fn prerender(dataset: &Path, folder: &Path, setting: &SiteConfig) -> Result<()> {
    files::remove(folder)?;
    let mut prerender = Command::new("cargo");
    prerender
        .current_dir(project::root())
        .args(["run", "--quiet", "--package", "genomic-plans", "--bin", "prerender"])
        .args(["--no-default-features", "--features", "ssr", "--"])
        .args([dataset, folder])
        .args(said_of(setting));
    process::run("Writing the pages", &mut prerender)
}

/// The repository, and the maintainer's name, page and mail address; what is not known is empty.
fn said_of(setting: &SiteConfig) -> [&str; 4] {
    let maintainer = setting.maintainer.as_ref();
    [
        setting.repository.as_deref(),
        maintainer.map(|maintainer| &*maintainer.name),
        maintainer.and_then(|maintainer| maintainer.address.as_deref()),
        maintainer.and_then(|maintainer| maintainer.mail.as_deref()),
    ]
    .map(Option::unwrap_or_default)
}

/// What the names in a shell stand for.
struct Words<'a> {
    page: head::Page<'a>,
    catalog: &'a str,
    content: &'a str,
}

impl Words<'_> {
    fn of(&self, word: &str) -> Option<String> {
        let [repository, name, address, mail] = said_of(self.page.site);
        Some(match word {
            "content" => self.content.to_owned(),
            "title" => escaped(&self.page.title()),
            "description" => escaped(&self.page.description()),
            "surface" => if self.page.is_framed { "frame" } else { "page" }.to_owned(),
            "folder" => self.page.country.map(|country| country.code.lower()).unwrap_or_default(),
            "repository" => escaped(repository),
            "maintainer" => escaped(name),
            "maintainer-address" => escaped(address),
            "maintainer-mail" => escaped(mail),
            "catalog" => self.catalog.to_owned(),
            "crashed" => escaped(Messages::English.crashed()),
            "late" => escaped(Messages::English.late()),
            "printed" => {
                let title = self.page.title();
                escaped(&Messages::English.printed_as_sent(&title, self.page.catalog.version))
            }
            "where" => escaped(&self.page.site.absolute(&self.page.path()).unwrap_or_default()),
            "incomplete" => escaped(Messages::English.incomplete()),
            "reload" => escaped(Messages::English.reload()),
            "not-started" => escaped(Messages::English.not_started()),
            "needs-script" => escaped(Messages::English.needs_script()),
            _ => return None,
        })
    }
}

/// A shell with words in the place of their names, `{{ title }}`, and addresses as seen from its folder.
fn filled(shell: &str, words: &Words) -> Result<String> {
    ensure!(shell.contains(HEAD), "{PAGE} has no {HEAD}, the place for the rest of its head.");
    ensure!(
        shell.contains(HEAD_SCRIPT_PLACE),
        "{PAGE} has no {HEAD_SCRIPT_PLACE}, the place for the script of its head."
    );
    ensure!(shell.contains(POLICY), "{PAGE} has another policy than site/src/headers.rs: {POLICY}");
    let mut shell = shell.replacen(POLICY, headers::policy(), 1);
    let root = words.page.root();
    // All of its addresses begin so; the minifier leaves out quotes.
    shell = shell.replace("=./", &format!("={root}")).replace("=\"./", &format!("=\"{root}"));
    if let Some(address) = words.page.site.address.as_ref().filter(|_| words.page.is_framed) {
        shell = with_address(&shell, address);
    }
    // Its code is no part of the shell: it has addresses and braces of its own.
    let shell = shell.replace(HEAD, &words.page.elements().0).replace(HEAD_SCRIPT_PLACE, &head_script().0);
    let mut filled = String::with_capacity(shell.len() + words.content.len());
    let mut rest = shell.as_str();
    while let Some((before, after)) = rest.split_once("{{ ") {
        let (name, after) = after.split_once(" }}").with_context(|| format!("{PAGE} has {{{{ without }}}}"))?;
        let Some(words) = words.of(name) else {
            bail!("{PAGE} asks for words that there are not: {{{{ {name} }}}}.");
        };
        filled.push_str(before);
        filled.push_str(&words);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// The script of each page's head, as an element: its text is the one whose hash the policy has.
pub(crate) fn head_script() -> Markup {
    html! { script { (PreEscaped(headers::head_script())) } }
}

/// A page for frames whose policy names the site's address: to Safari, a frame that may have no origin is not of its
/// own site.
pub fn with_address(page: &str, address: &str) -> String {
    // These would end the address there.
    let address = address.replace(';', "%3B").replace(',', "%2C");
    page.replacen(headers::policy(), &headers::policy().replace("'self'", &format!("'self' {address}")), 1)
}

/// The address of the style sheet in a shell.
pub(crate) fn style_of(shell: &str) -> Result<String> {
    let named = crate::references::named_in_html(shell);
    named.into_iter().find(|file| file.ends_with(".css")).with_context(|| format!("{PAGE} has no style sheet"))
}

/// The page for an address that there is not. A host answers with it at any depth, so only absolute addresses
/// help; where the site's is not known, the folders above may.
fn not_found(countries: &[Country], setting: &SiteConfig, style: &str) -> String {
    // Without an address, whichever of them is there.
    let nearby = ["./", "../", "../../"].map(|folder| format!("{folder}{style}"));
    let styles = setting.absolute(style).map_or(Vec::from(nearby), |style| vec![style]);
    let head = html! {
        meta name="robots" content="noindex";
        (head_script())
        @for style in styles { link rel="stylesheet" href=(style); }
    };
    let content = html! {
        h1 { (Messages::English.no_page()) }
        p { (Messages::English.no_page_hint()) }
        ul {
            @if let Some(address) = &setting.address {
                li { a href=(address) { (Messages::English.all_countries()) } }
                @for country in countries { li { a href={ (address) (country.path()) } { (country.name) } } }
                li { a href={ (address) (ABOUT) } { (text::about::TITLE) } }
            } @else {
                li { a href="./" { (Messages::English.this_folder()) } }
                li { a href="../" { (Messages::English.folder_above()) } }
            }
        }
    };
    plain(Messages::English.no_page(), head, "not-found", None, content)
}

/// Which dataset a page of text is of, and where it is, if that is known: it is said on paper.
pub(crate) struct Paper {
    pub(crate) version: PartialDate,
    pub(crate) address: Option<String>,
}

/// What a page of text has in its head, one folder below the site's root: what it says, where it is if that is known,
/// and how it looks.
pub(crate) fn head_of_text(description: &str, here: Option<String>, style: &str) -> Markup {
    html! {
        meta name="description" content=(description);
        @if let Some(here) = here { link rel="canonical" href=(here); }
        (head_script())
        link rel="icon" href="../icon.svg";
        link rel="stylesheet" href={ "../" (style) };
    }
}

/// A page without the app: a title, what else its head has, the class of its main part, and the content of that. One
/// without `paper` may be shown at any address: the script in its head leaves that as it is.
pub(crate) fn plain(title: &str, head: Markup, class: &str, paper: Option<Paper>, content: Markup) -> String {
    let title = format!("{title} · {}", Messages::English.site());
    let is_nowhere = paper.is_none();
    let printed = paper.as_ref().map(|paper| Messages::English.printed_as_sent(&title, paper.version));
    let address = paper.and_then(|paper| paper.address);
    let page = html! {
        (DOCTYPE)
        html lang="en" data-nowhere[is_nowhere] data-printed=[printed] data-where=[address] {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(headers::policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                (head)
            }
            body {
                div id="app" {
                    main class=(class) { (content) }
                }
            }
        }
    };
    page.into_string()
}

#[cfg(test)]
mod tests {
    use catalog::Messages;

    use super::{HEAD, HEAD_SCRIPT_PLACE, POLICY, Words, filled, head_script, not_found, with_address};
    use crate::config::{Maintainer, SiteConfig};
    use crate::head::Page;
    use crate::headers;

    fn check(shell: &str, folder: &str, expected: Result<&str, &str>) {
        let loaded = crate::data::load().expect("the dataset is right");
        let maintainer = Maintainer { name: "A & B".to_owned(), mail: Some("a@example.org".to_owned()), address: None };
        let site = SiteConfig { maintainer: Some(maintainer), ..SiteConfig::default() };
        let country = loaded.catalog.countries.iter().find(|country| country.code.lower() == folder);
        let page = Page { catalog: &loaded.catalog, country, site: &site, is_framed: false };
        let words = Words { page, catalog: "catalog-1.json", content: "<p>{{ it is }}" };
        let found = filled(&format!("{POLICY}{HEAD_SCRIPT_PLACE}{HEAD}{shell}"), &words);
        let head = [headers::policy(), &head_script().0, &words.page.elements().0].concat();
        let found = found.map(|page| page.replacen(&head, "", 1));
        assert_eq!(found.as_deref().map_err(ToString::to_string), expected.map_err(str::to_owned), "{shell}");
    }

    #[test]
    fn a_page_gets_its_words_and_addresses() {
        check("<p>{{ reload }}</p> {}", "", Ok("<p>Reload</p> {}"));
        check("{{ content }}", "", Ok("<p>{{ it is }}"));
        check(
            "<a href=./b><i src=\"./c\" x=./{{ catalog }}>",
            "",
            Ok("<a href=./b><i src=\"./c\" x=./catalog-1.json>"),
        );
        check("<a href=./b><i src=\"./c\" x={{ folder }}>", "ie", Ok("<a href=../b><i src=\"../c\" x=ie>"));
        check("<a x=\"{{ maintainer }}\" y=\"{{ maintainer-address }}\">", "", Ok("<a x=\"A &amp; B\" y=\"\">"));
        check("<a x=\"{{ maintainer-mail }}\" y=\"{{ repository }}\">", "", Ok("<a x=\"a@example.org\" y=\"\">"));
        check("<p>{{ novel }}", "", Err("index.html asks for words that there are not: {{ novel }}."));
        check("<p>{{ reload", "", Err("index.html has {{ without }}"));
    }

    #[test]
    fn the_policy_of_a_frame_names_the_site() {
        let page = with_address(&format!("<meta content=\"{}\">", headers::policy()), "https://example.org/a,b/");
        assert!(page.contains("script-src 'self' https://example.org/a%2Cb/ 'sha256-"), "{page}");
        assert!(page.contains("connect-src 'self' https://example.org/a%2Cb/;"), "{page}");
    }

    #[test]
    fn the_page_for_what_is_not_there_helps_at_any_depth() {
        let countries = &crate::data::load().expect("the dataset is right").catalog.countries;
        let unknown = not_found(countries, &SiteConfig::default(), "style-1.css");
        assert!(unknown.contains("<html lang=\"en\" data-nowhere>"), "{unknown}");
        assert!(unknown.contains("<a href=\"../\">") && unknown.contains("\"../style-1.css\""), "{unknown}");
        let address = Some("https://example.org/a/".to_owned());
        let known = not_found(countries, &SiteConfig { address, ..SiteConfig::default() }, "style-1.css");
        assert!(known.contains("href=\"https://example.org/a/style-1.css\""), "{known}");
        assert!(known.contains("<a href=\"https://example.org/a/ie/\">Ireland</a>"), "{known}");
        assert!(known.contains("<a href=\"https://example.org/a/about/\">How this is made</a>"), "{known}");
        assert!(known.contains(Messages::English.no_page()), "{known}");
    }
}
