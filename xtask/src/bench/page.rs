//! Pages of the bench, made from the built one: with another dataset, with a twin's script, or with none.

use anyhow::{Context, Result};

/// Where the content of a page begins, and what is after it.
const CONTENT: &str = "<div class=\"page\">";
const AFTER: &str = "</div></body>";

/// The page with other content in it, and the name of the dataset that it is made from.
pub fn with_content(page: &str, content: &str, catalog: &str) -> Result<String> {
    let (head, rest) = page.split_once(CONTENT).context("dist/index.html is not prerendered")?;
    let (_, end) = rest.rsplit_once(AFTER).context("dist/index.html does not end as a page does")?;
    let head = head.replace(&catalog_of(page)?, catalog);
    Ok(format!("{head}{content}{AFTER}{end}"))
}

/// The name of the dataset of a page.
pub fn catalog_of(page: &str) -> Result<String> {
    let (_, rest) = page.split_once("/catalog-").context("dist/index.html names no dataset")?;
    let (hash, _) = rest.split_once(".json").context("dist/index.html names no dataset")?;
    Ok(format!("catalog-{hash}.json"))
}

/// The page with a twin in the place of the app. The app's own marks go: no twin needs them.
pub fn with_twin(page: &str, script: &str) -> String {
    let page = without_comments(&without(page, is_of_app));
    page.replacen("</head>", &format!("<script src=./{script} type=module></script></head>"), 1)
}

/// The page without any script, as it looks once they have run: the limit for all that is painted.
pub fn without_script(page: &str) -> String {
    let is_script = |tag: &str| tag.starts_with("<script") && !tag.contains("ld+json");
    let is_for_script = |tag: &str| tag.starts_with("<link") && (tag.contains("preload") || tag.contains("as=fetch"));
    // Of that attribute's presence the style makes a page without filters, which is another one to lay out.
    without(page, |tag| is_script(tag) || is_for_script(tag)).replacen(" data-static", "", 1)
}

/// Whether a tag loads the app: `boot.js`, the glue and the wasm, and what loads them ahead.
fn is_of_app(tag: &str) -> bool {
    let is_module = tag.starts_with("<script") && tag.contains("data-wasm");
    let is_ahead = tag.starts_with("<link") && (tag.contains("modulepreload") || tag.contains("wasm"));
    is_module || is_ahead
}

/// The page without comments: all of them are marks of the app's engine, which has them between texts, and in the place
/// of what is not there.
fn without_comments(page: &str) -> String {
    let mut parts = page.split("<!--");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once("-->").map_or("", |(_, after)| after));
    }
    kept
}

/// The page without the scripts and links of its head that are to go.
fn without(page: &str, goes: impl Fn(&str) -> bool) -> String {
    let (head, body) = page.split_once("<body").unwrap_or((page, ""));
    let mut kept = String::with_capacity(page.len());
    let mut rest = head;
    while let Some(at) = rest.find('<') {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = match rest.starts_with("<script") {
            true => rest.find("</script>").map(|end| end + "</script>".len()),
            false => rest.find('>').map(|end| end + 1),
        };
        let (tag, after) = rest.split_at(end.unwrap_or(rest.len()));
        if !goes(tag) {
            kept.push_str(tag);
        }
        rest = after;
    }
    kept + rest + "<body" + body
}
