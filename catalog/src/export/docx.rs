//! A document for Word and other word processors (WordprocessingML, ECMA-376 part 1, chapter 17).

use super::briefing::{Briefing, Form};
use super::office::package;
use super::push_filled;
use crate::Messages;

/// The types of the parts.
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>\
    <Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>\
    <Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>\
    <Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>\
    </Types>";

/// What the document needs of other parts.
const PARTS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
    <Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/>\
    <Relationship Id=\"r3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings\" Target=\"settings.xml\"/>\
    </Relationships>";

/// The styles by the names that word processors know, so that a heading is one in their outlines too. Sizes are in half
/// points, distances in twentieths of a point.
const STYLES: &str = "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults><w:rPrDefault>\
    <w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\"/><w:sz w:val=\"22\"/><w:lang w:val=\"en-GB\"/></w:rPr>\
    </w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"120\"/></w:pPr></w:pPrDefault></w:docDefaults>\
    <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:next w:val=\"Normal\"/><w:rPr><w:color w:val=\"12306B\"/>\
    <w:sz w:val=\"44\"/></w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"Heading1\">\
    <w:name w:val=\"heading 1\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:spacing w:before=\"280\"/><w:outlineLvl w:val=\"0\"/>\
    </w:pPr><w:rPr><w:b/><w:color w:val=\"12306B\"/><w:sz w:val=\"28\"/></w:rPr></w:style>\
    <w:style w:type=\"paragraph\" w:styleId=\"ListBullet\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr>\
    <w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:type=\"character\" w:styleId=\"Hyperlink\">\
    <w:name w:val=\"Hyperlink\"/><w:rPr><w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/></w:rPr></w:style>\
    </w:styles>";

/// The document is of Word 2013 or later: where nothing says so, Word opens it in its compatibility mode.
const SETTINGS: &str = "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:compat>\
    <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
    </w:compat></w:settings>";

/// The bullets of lists. The level names its style, because some readers look for it there.
const BULLETS: &str = "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
    <w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:pStyle w:val=\"ListBullet\"/><w:lvlText w:val=\"•\"/>\
    <w:pPr><w:ind w:left=\"360\" w:hanging=\"360\"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId=\"1\">\
    <w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";

/// How the document begins, with its title and the day.
const OPEN: &str = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:pPr>\
    <w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>@0</w:t></w:r></w:p><w:p><w:r><w:t>@1</w:t></w:r></w:p>";

/// How it ends: sheets are A4 with margins of 2.5 cm.
const CLOSE: &str = "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
    <w:pgMar w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" w:header=\"709\" w:footer=\"709\" w:gutter=\"0\"/>\
    </w:sectPr></w:body></w:document>";

/// A link to the address `@1`, with these words. It is a field, which needs no part of its own for addresses; of several
/// runs, because mammoth.js and python-docx leave out the words of a `w:fldSimple`.
macro_rules! link {
    ($words:literal) => {
        concat!(
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>\
            <w:r><w:instrText xml:space=\"preserve\">HYPERLINK \"@1\"</w:instrText></w:r>\
            <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:rPr><w:rStyle w:val=\"Hyperlink\"/>\
            </w:rPr><w:t xml:space=\"preserve\">",
            $words,
            "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
        )
    };
}

/// The paragraphs.
const FORM: Form = Form {
    is_markup: true,
    heading: "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>@0</w:t></w:r></w:p>",
    text: "<w:p><w:r><w:t>@0</w:t></w:r></w:p>",
    list: ["", ""],
    item: concat!(
        "<w:p><w:pPr><w:pStyle w:val=\"ListBullet\"/></w:pPr>",
        link!("@0"),
        "<w:r><w:t xml:space=\"preserve\">@2</w:t></w:r></w:p>"
    ),
    citation: concat!(
        "<w:p><w:r><w:t xml:space=\"preserve\">@0</w:t></w:r>",
        link!("@1"),
        "<w:r><w:t xml:space=\"preserve\">@2</w:t></w:r></w:p>"
    ),
};

impl Briefing<'_> {
    /// The text as a document, with a title and the day.
    #[must_use]
    pub fn docx(&self) -> Vec<u8> {
        let mut document = String::new();
        push_filled(&mut document, OPEN, &[Messages::English.site_title(), &Messages::English.date(self.today)]);
        self.write(&FORM, &mut document);
        document.push_str(CLOSE);
        package(
            TYPES,
            &[
                ("word/document.xml", &document),
                ("word/_rels/document.xml.rels", PARTS),
                ("word/styles.xml", STYLES),
                ("word/numbering.xml", BULLETS),
                ("word/settings.xml", SETTINGS),
            ],
        )
    }
}
