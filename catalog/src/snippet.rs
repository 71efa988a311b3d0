//! What is pasted into other pages to show a part of this one there.
//!
//! A site's address is absolute and ends with its slash: `https://example.org/plans/`.

use crate::Messages;
use crate::colour::OwnColours;
use crate::country::Country;
use crate::embed::EmbedMode;
use crate::query::Query;
use crate::report;
use crate::site::{EMBED, WIDGET};

/// What a page allows a frame to use, and so what YouTube's player in that frame can be allowed.
pub const ALLOW: &str = "autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture; web-share";

/// What a page lets a frame do. It is of another origin than the page, so the first two do not let it out.
pub const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads";

/// The name of a frame, which is read out: of a country's, or of any other.
#[must_use]
pub fn title(country: Option<&Country>) -> String {
    country.map_or_else(
        || Messages::English.site_title().to_owned(),
        |country| Messages::English.country_embed_title(&country.name),
    )
}

/// The folder of a country's widget, or of the one for everything else, seen from the site's root: `embed/ie/`.
#[must_use]
pub fn path(country: Option<&Country>) -> String {
    [EMBED, &country.map(Country::path).unwrap_or_default()].concat()
}

/// The width of a frame that cannot be as wide as there is room, in CSS pixels.
const WIDTH: u32 = 640;

/// A frame without any script: of a page of the site, with its query; as wide as there is room where no width is said.
#[must_use]
pub fn frame(site: &str, path_and_query: &str, title: &str, width: Option<u32>, height: u32) -> String {
    // In HTML a width is a number, so that a share of what there is can only be said by a style; the number counts
    // where a style is forbidden, or taken out.
    let style = if width.is_none() { "border:0;width:100%" } else { "border:0;max-width:100%" };
    let mut html = String::from("<iframe");
    attribute(&mut html, "src", &[site, path_and_query].concat());
    attribute(&mut html, "title", title);
    attribute(&mut html, "width", &width.unwrap_or(WIDTH).to_string());
    attribute(&mut html, "height", &height.to_string());
    attribute(&mut html, "style", style);
    attribute(&mut html, "loading", "lazy");
    attribute(&mut html, "allow", ALLOW);
    attribute(&mut html, "sandbox", SANDBOX);
    attribute(&mut html, "referrerpolicy", "strict-origin-when-cross-origin");
    html.push_str("></iframe>");
    html
}

/// What is embedded.
#[derive(Clone, Copy, Debug)]
pub struct Embedded<'a> {
    /// The address of the site.
    pub site: &'a str,
    /// What it is called.
    pub title: &'a str,
    /// The country whose page it is, where it is one's.
    pub country: Option<&'a Country>,
    /// What is asked for, where it is not.
    pub query: &'a Query,
    /// `light` or `dark`, or nothing where the visitor's system says.
    pub theme: &'a str,
    /// Its colours, where it stands in the page itself.
    pub own: OwnColours,
}

impl Embedded<'_> {
    /// Where it is, seen from the site's root: `embed/?country=fr,ie`.
    #[must_use]
    pub fn address(&self) -> String {
        let mut address = path(self.country);
        let query = if self.country.is_none() { self.query.encode() } else { String::new() };
        let theme = if self.theme.is_empty() { String::new() } else { ["theme=", self.theme].concat() };
        for part in [query, theme].iter().filter(|part| !part.is_empty()) {
            address.push(if address.contains('?') { '&' } else { '?' });
            address.push_str(part);
        }
        address
    }

    /// What is pasted. Width and height, in CSS pixels, are a frame's, which is as wide as there is room where no width
    /// is said; an element is always so, and as high as its content.
    #[must_use]
    pub fn html(&self, mode: EmbedMode, width: Option<u32>, height: u32) -> String {
        if mode == EmbedMode::Frame {
            return frame(self.site, &self.address(), self.title, width, height);
        }
        let parts = match self.country {
            Some(country) => vec![("country", country.code.lower())],
            None => self
                .query
                .parts()
                .map(|(name, value)| (name, if name == "q" { value } else { value.replace(',', " ") }))
                .into(),
        };
        let (mode, style) = match mode {
            EmbedMode::Inline => ("inline", self.own.style()),
            _ => ("", String::new()),
        };
        let mut attributes: Vec<(&str, &str)> = parts.iter().map(|(name, value)| (*name, &**value)).collect();
        attributes.extend([("theme", self.theme), ("mode", mode), ("style", &style)]);
        let page = match (self.country, self.query.encode()) {
            (Some(country), _) => country.path(),
            (None, query) if query.is_empty() => query,
            (None, query) => ["?", &query].concat(),
        };
        element(self.site, &attributes, Some((&page, self.title)))
    }
}

/// The script and the element; attributes without a value are left out. What stands in the element until it is ready
/// is a link: to a page of the site, with its words.
#[must_use]
pub fn element(site: &str, attributes: &[(&str, &str)], fallback: Option<(&str, &str)>) -> String {
    let mut html = String::from("<script type=\"module\"");
    attribute(&mut html, "src", &[site, WIDGET].concat());
    html.push_str("></script>\n<genomic-plans");
    for (name, value) in attributes.iter().filter(|(_, value)| !value.is_empty()) {
        attribute(&mut html, name, value);
    }
    html.push('>');
    if let Some((path_and_query, words)) = fallback {
        html.push_str("<a");
        attribute(&mut html, "href", &[site, path_and_query].concat());
        html.push('>');
        push_escaped(&mut html, words);
        html.push_str("</a>");
    }
    html.push_str("</genomic-plans>");
    html
}

/// What the content security policy of a page must allow, beside what it allows already.
///
/// The slash at the end of an address makes it stand for all that is below. The app's icons are `data:` pictures; where
/// it cannot be in the page it is shown in a frame, which therefore is in the last as well.
#[must_use]
pub fn policy(mode: EmbedMode, site: &str) -> String {
    // These would end the address there.
    let site = &*site.replace(';', "%3B").replace(',', "%2C");
    match mode {
        EmbedMode::Frame => ["frame-src ", site].concat(),
        EmbedMode::Element => ["script-src ", site, "; frame-src ", site].concat(),
        EmbedMode::Inline => [
            "script-src ",
            site,
            " 'wasm-unsafe-eval'; connect-src ",
            site,
            "; img-src ",
            site,
            " data:; frame-src ",
            site,
            " https://www.youtube-nocookie.com",
        ]
        .concat(),
    }
}

/// What a policy must allow beside [`policy`] where an element has colours of its own: a style in the HTML.
pub const STYLE_POLICY: &str = "; style-src-attr 'unsafe-inline'";

/// The address of the partners' guide in the project's repository, which has no slash at its end.
#[must_use]
pub fn guide(repository: &str) -> String {
    let folder = if report::is_gitlab(repository) { "/-/blob" } else { "/blob" };
    [repository, folder, "/HEAD/docs/embedding.md"].concat()
}

fn attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    html.push_str("=\"");
    push_escaped(html, value);
    html.push('"');
}

/// Appends to HTML a text, or a value between double quotes: nothing in it is taken for markup.
pub fn push_escaped(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{EmbedMode, element, frame, path, policy, title};

    const SITE: &str = "https://example.org/a/";

    #[test]
    fn a_frame_needs_no_script() {
        let rest = "loading=\"lazy\" allow=\"autoplay; clipboard-write; encrypted-media; fullscreen; picture-in-picture; web-share\" sandbox=\"allow-scripts \
                    allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads\" \
                    referrerpolicy=\"strict-origin-when-cross-origin\"></iframe>";
        assert_eq!(
            frame(SITE, "embed/ie/", "National genomic plan: Ireland", None, 600),
            format!(
                "<iframe src=\"https://example.org/a/embed/ie/\" title=\"National genomic plan: Ireland\" \
                 width=\"640\" height=\"600\" style=\"border:0;width:100%\" {rest}"
            )
        );
        assert_eq!(
            frame(SITE, "embed/?country=fr,ie&q=%22", "<\"&\">", Some(300), 480),
            format!(
                "<iframe src=\"https://example.org/a/embed/?country=fr,ie&amp;q=%22\" \
                 title=\"&lt;&quot;&amp;&quot;&gt;\" width=\"300\" height=\"480\" style=\"border:0;max-width:100%\" {rest}"
            )
        );
    }

    #[test]
    fn an_element_has_what_is_said_and_a_link_until_it_is_ready() {
        assert_eq!(
            element(SITE, &[("country", "ie fr"), ("view", ""), ("q", "a \"b\"")], Some(("?q=a&x=1", "A < B"))),
            "<script type=\"module\" src=\"https://example.org/a/widget.js\"></script>\n\
             <genomic-plans country=\"ie fr\" q=\"a &quot;b&quot;\">\
             <a href=\"https://example.org/a/?q=a&amp;x=1\">A &lt; B</a></genomic-plans>"
        );
        assert_eq!(
            element(SITE, &[], None),
            "<script type=\"module\" src=\"https://example.org/a/widget.js\"></script>\n\
             <genomic-plans></genomic-plans>"
        );
    }

    #[test]
    fn a_policy_allows_what_a_mode_needs() {
        let check = |mode, expected| assert_eq!(policy(mode, SITE), expected);
        check(EmbedMode::Frame, "frame-src https://example.org/a/");
        check(EmbedMode::Element, "script-src https://example.org/a/; frame-src https://example.org/a/");
        check(
            EmbedMode::Inline,
            "script-src https://example.org/a/ 'wasm-unsafe-eval'; connect-src https://example.org/a/; \
             img-src https://example.org/a/ data:; frame-src https://example.org/a/ https://www.youtube-nocookie.com",
        );
        assert_eq!(policy(EmbedMode::Frame, "https://example.org/a;b,c/"), "frame-src https://example.org/a%3Bb%2Cc/");
    }

    #[test]
    fn what_is_no_country_is_named_after_the_page() {
        assert_eq!((title(None).as_str(), path(None).as_str()), ("National genomic plans of Europe", "embed/"));
    }
}
