//! Which files the page and its manifest name.

use serde_json::Value;

/// The relative addresses that a page names in `src`, `href` and, for the boot script, `data-…`.
///
/// A scan of tags, not a parser: the page is our own, and minified, so values may have no quotes.
pub fn named_in_html(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = after(comment, "-->");
            continue;
        }
        let is_script = rest.starts_with("script");
        rest = attributes(rest, &mut found);
        if is_script {
            rest = after(rest, "</script");
        }
    }
    found.into_iter().filter_map(|address| file(&address)).collect()
}

/// The relative addresses that a style sheet names in `url(…)`.
pub(crate) fn named_in_style(style: &str) -> Vec<String> {
    let addresses = style.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    addresses.filter_map(|address| file(address.trim_matches(['"', '\'']))).collect()
}

/// The relative addresses that a web manifest names.
pub(crate) fn named_in_manifest(manifest: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect(manifest, &mut found);
    found.iter().filter_map(|address| file(address)).collect()
}

/// The file of the site that an address stands for, or none if it leaves the site.
fn file(address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let path = address.strip_prefix("./").unwrap_or(address);
    let is_fragment = address.is_empty();
    let has_scheme = path.split('/').next().is_some_and(|first| first.contains(':'));
    if is_fragment || has_scheme || path.starts_with('/') {
        return None;
    }
    let index = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
    Some(format!("{path}{index}"))
}

fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                match value {
                    // Names of parameters, of which one is called `url`.
                    _ if key == "params" => {}
                    Value::String(address) if ["src", "url", "start_url", "action"].contains(&key.as_str()) => {
                        found.push(address.clone());
                    }
                    _ => collect(value, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, found)),
        _ => {}
    }
}

/// Reads one tag from its name on; what follows the tag is given back.
fn attributes<'a>(tag: &'a str, found: &mut Vec<String>) -> &'a str {
    let is_space_or = |end: char| move |c: char| c.is_ascii_whitespace() || c == end;
    let mut rest = &tag[tag.find(is_space_or('>')).unwrap_or(tag.len())..];
    loop {
        rest = rest.trim_start_matches(is_space_or('/'));
        if rest.is_empty() {
            return rest;
        }
        if let Some(next) = rest.strip_prefix('>') {
            return next;
        }
        let end = rest.find(|c: char| "=>/".contains(c) || c.is_ascii_whitespace());
        let (name, next) = rest.split_at(end.unwrap_or(rest.len()));
        let Some(next) = next.strip_prefix('=') else {
            // A `=` without a name must not be read for ever.
            rest = next;
            continue;
        };
        let value;
        (value, rest) = match next.chars().next() {
            Some(quote @ ('"' | '\'')) => next[1..].split_once(quote).unwrap_or((&next[1..], "")),
            _ => next.split_at(next.find(is_space_or('>')).unwrap_or(next.len())),
        };
        let is_ours = name.starts_with("data-") && value.starts_with("./");
        if is_ours || name == "src" || name == "href" {
            found.push(value.to_owned());
        }
    }
}

fn after<'a>(text: &'a str, end: &str) -> &'a str {
    text.find(end).map_or("", |at| &text[at + end.len()..])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{named_in_html, named_in_manifest, named_in_style};

    fn check(html: &str, expected: &[&str]) {
        assert_eq!(named_in_html(html), expected, "{html}");
    }

    #[test]
    fn a_page_names_files_with_and_without_quotes() {
        check("<link rel=icon href=./icon.svg><img src='a.png'>", &["icon.svg", "a.png"]);
        check(r#"<script type="module" src="./boot.js" data-js="./a.js" data-x="y"></script>"#, &["boot.js", "a.js"]);
        check("<a href=./?country=ie>Ireland</a><a href=\"ie/\">", &["index.html", "ie/index.html"]);
    }

    #[test]
    fn addresses_that_leave_the_site_are_no_files() {
        check("<a href=https://example.org/a><a href=mailto:a@example.org><a href=#main>", &[]);
        check("<a href=/a><a href=//example.org/b><img src=data:image/png,1>", &[]);
    }

    #[test]
    fn comments_and_scripts_are_no_tags() {
        check("<!-- <img src=a.png> --><script>'<img src=b.png>'</script>", &[]);
        check("<p>1 < 2 =", &[]);
    }

    #[test]
    fn a_style_sheet_names_its_pictures() {
        let style = "a{background:url(poster.svg)}b{mask:url(\"data:image/svg+xml,<svg/>\")}c{src:url('./d.png')}";
        assert_eq!(named_in_style(style), ["poster.svg", "d.png"]);
    }

    #[test]
    fn a_manifest_names_its_icons_and_pages() {
        let manifest = json!({
            "start_url": "./",
            "icons": [{"src": "icons/192.png", "sizes": "192x192"}],
            "shortcuts": [{"name": "Map", "url": "./?view=map"}],
            "share_target": {"action": "./", "params": {"url": "url"}},
        });
        let mut named = named_in_manifest(&manifest);
        named.sort();
        assert_eq!(named, ["icons/192.png", "index.html", "index.html", "index.html"]);
    }
}
