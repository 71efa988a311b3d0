//! What the files of Word and Excel have in common (Open Packaging Conventions, ECMA-376 part 2).

use super::push_filled;
use super::zip::zip;

/// How each part begins.
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

/// Which part leads to all others.
const ROOT: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"@0\"/>\
    </Relationships>";

/// A file of these parts, each XML without its declaration. `types` are their types; the first part leads to all others.
pub(super) fn package(types: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let mut root = String::new();
    push_filled(&mut root, ROOT, &[parts[0].0]);
    let all = [("[Content_Types].xml", types), ("_rels/.rels", &root)].into_iter().chain(parts.iter().copied());
    let declared: Vec<(&str, String)> = all.map(|(name, part)| (name, [DECLARATION, part].concat())).collect();
    zip(&declared)
}
