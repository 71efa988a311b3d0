//! `COinS`: what a document is, in the page itself, where the connectors of reference managers look for it.
//!
//! It is an OpenURL in key and value pairs (ANSI/NISO Z39.88-2004), the title of an empty `span` of class `Z3988`. A
//! page that has several lets its reader choose. Documents of the types that RIS calls reports are in the format for
//! books, with `genre=report`; the others in that for Dublin Core, whose `type` Zotero takes for one of its own. The
//! address is `rft_id`, which Zotero reads in each format; so is `aucorp`, an author whose name is not divided.

use super::entry::{EntryKind, authors_of, issued};
use super::{Name, Row};

/// The document as an OpenURL.
#[must_use]
pub fn coins(row: &Row) -> String {
    let Row { country, resource } = row;
    let mut url = "ctx_ver=Z39.88-2004".to_owned();
    let mut push = |key: &str, value: &str| {
        if !value.is_empty() {
            url.push('&');
            url.push_str(key);
            url.push('=');
            url.extend(form_urlencoded::byte_serialize(value.as_bytes()));
        }
    };
    let kind = match EntryKind::of(resource) {
        EntryKind::Statute => Some("statute"),
        EntryKind::Page => Some("webpage"),
        EntryKind::Report => None,
    };
    if let Some(kind) = kind {
        push("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc");
        push("rft.type", kind);
        push("rft.title", &resource.title);
    } else {
        push("rft_val_fmt", "info:ofi/fmt:kev:mtx:book");
        push("rft.genre", "report");
        push("rft.btitle", &resource.title);
        push("rft.pub", &resource.issuer);
        push("rft.place", country.map_or("", |country| &country.name));
    }
    for author in authors_of(resource) {
        match author {
            Name::Person { given, family } => push("rft.au", &[family, ", ", given].concat()),
            Name::Whole(name) => push("rft.aucorp", name),
        }
    }
    push("rft.date", &issued(resource));
    push("rft.language", resource.language.as_str());
    push("rft_id", resource.address.as_str());
    url
}
