//! A workbook for spreadsheets (SpreadsheetML, ECMA-376 part 1, chapter 18).

use super::office::package;
use super::push_filled;
use super::sheet::{Content, Sheet};
use crate::date::PartialDate;

/// The widest column, in letters.
const WIDEST: usize = 60;

/// The types of the parts.
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
    <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
    <Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>\
    <Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>\
    <Override PartName=\"/xl/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
    <Override PartName=\"/xl/sheet2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>\
    </Types>";

/// What the workbook needs of other parts.
const PARTS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
    <Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"sheet1.xml\"/>\
    <Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"sheet2.xml\"/>\
    <Relationship Id=\"r3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>\
    </Relationships>";

/// The workbook.
const BOOK: &str = "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
    <bookViews><workbookView/></bookViews><sheets><sheet name=\"@0\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"@1\" sheetId=\"2\" r:id=\"r2\"/></sheets>\
    </workbook>";

/// How cells look, by their numbers: 0 as they are, 1 the head, 2 a day.
const STYLES: &str = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\">\
    <numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/>\
    <name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
    <fills count=\"2\"><fill><patternFill/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
    <borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf/>\
    <xf fontId=\"1\" applyFont=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>";

/// How a table begins: its first row stays in sight.
const OPEN: &str = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetViews>\
    <sheetView workbookViewId=\"0\">\
    <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
    <cols>";

/// The two tables as a workbook, each under its name: numbers are numbers and days are days. The first row stays in
/// sight, and has the filters.
#[must_use]
pub fn xlsx([first, second]: [(&str, &Sheet); 2]) -> Vec<u8> {
    let mut book = String::new();
    push_filled(&mut book, BOOK, &[first.0, second.0]);
    package(
        TYPES,
        &[
            ("xl/workbook.xml", &book),
            ("xl/_rels/workbook.xml.rels", PARTS),
            ("xl/styles.xml", STYLES),
            ("xl/sheet1.xml", &worksheet(first.1)),
            ("xl/sheet2.xml", &worksheet(second.1)),
        ],
    )
}

/// A table.
fn worksheet(sheet: &Sheet) -> String {
    let mut xml = OPEN.to_owned();
    for (at, (name, _)) in sheet.columns.iter().enumerate() {
        let longest = sheet.rows.iter().map(|row| row[at].chars().count()).max().unwrap_or_default();
        // With room for the filter's button behind the name.
        let width = longest.max(name.len() + 2).min(WIDEST) + 2;
        let template = "<col min=\"@0\" max=\"@0\" width=\"@1\" customWidth=\"1\"/>";
        push_filled(&mut xml, template, &[&(at + 1).to_string(), &width.to_string()]);
    }
    xml.push_str("</cols><sheetData>");
    let mut place = String::new();
    for number in 0..=sheet.rows.len() {
        let row = (number + 1).to_string();
        push_filled(&mut xml, "<row r=\"@0\">", &[&row]);
        for (at, (name, content)) in sheet.columns.iter().enumerate() {
            place = [&*column(at), &row].concat();
            let Some(cells) = number.checked_sub(1).map(|number| &sheet.rows[number]) else {
                push_filled(&mut xml, WORDS, &[&place, "1", name]);
                continue;
            };
            let text = &*cells[at];
            let day = PartialDate::parse(text).ok().and_then(serial).filter(|_| *content == Content::Day);
            match day.map(|day| day.to_string()) {
                Some(day) => push_filled(&mut xml, NUMBER, &[&place, "2", &day]),
                None if text.is_empty() => {}
                None if *content == Content::Number => push_filled(&mut xml, NUMBER, &[&place, "0", text]),
                // An inline string is never a formula, whatever it begins with.
                None => push_filled(&mut xml, WORDS, &[&place, "0", text]),
            }
        }
        xml.push_str("</row>");
    }
    // The last place is at the end of the table.
    push_filled(&mut xml, "</sheetData><autoFilter ref=\"A1:@0\"/></worksheet>", &[&place]);
    xml
}

/// A cell at a place, in a style, with words.
const WORDS: &str = "<c r=\"@0\" s=\"@1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">@2</t></is></c>";

/// The same with a number.
const NUMBER: &str = "<c r=\"@0\" s=\"@1\"><v>@2</v></c>";

/// The letters of a column: A to Z, then AA and so on.
fn column(at: usize) -> String {
    let letter = |at: usize| char::from(b'A' + (at % 26) as u8);
    let first = (at / 26).checked_sub(1).map(letter);
    first.into_iter().chain([letter(at)]).collect()
}

/// A whole day as spreadsheets count it: from the end of 1899, where 1 March 1900 is the 61st. Those before are counted
/// differently by each of them, and are none.
fn serial(day: PartialDate) -> Option<u32> {
    let (year, month, day) = (u32::from(day.year().number()), u32::from(day.month()?), u32::from(day.day()?));
    // A year that begins in March has its leap day last.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day;
    days.checked_sub(693_900).filter(|days| *days > 60)
}
