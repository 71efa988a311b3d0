//! What texts look like: a definition for each format, to which the keys refer.
//!
//! Patterns are plain ECMA-262, without looking ahead or behind, so that every engine reads them alike.

use super::{codes, number, object, push, text};
use crate::address::WebAddress;
use crate::id::Id;
use crate::wire::{Format, Json, SCHEMA};
use std::collections::BTreeMap;

/// All of them.
pub(super) const ALL: [Format; 11] = [
    Format::Words,
    Format::Id,
    Format::Address,
    Format::Day,
    Format::Date,
    Format::Language,
    Format::Country,
    Format::Digits,
    Format::Schema,
    Format::Youtube,
    Format::Playlist,
];

/// The name of a format's definition.
pub(super) fn name_of(format: Format) -> &'static str {
    match format {
        Format::Words => "Words",
        Format::Id => "Id",
        Format::Address => "WebAddress",
        Format::Day => "Day",
        Format::Date => "Date",
        Format::Language => "LanguageTag",
        Format::Country => "CountryCode",
        Format::Digits => "Digits",
        Format::Schema => "SchemaVersion",
        Format::Youtube => "YoutubeId",
        Format::Playlist => "PlaylistId",
    }
}

/// The definition of a format: the same check as that of the type which reads it.
pub(super) fn definition(format: Format) -> Json {
    match format {
        Format::Words => {
            // Unicode's `White_Space`, and `Cc`; `\s` and `\p` differ between engines.
            let space = r" \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";
            let control = r"\u0000-\u001f\u007f-\u009f";
            let pattern = format!("^[^{space}{control}]([^{control}]*[^{space}{control}])?$");
            pattern_of(
                "Something other than spaces, without control characters and with no space at either end.",
                &pattern,
            )
        }
        Format::Id => longest(
            Id::LONGEST,
            pattern_of("Lower-case words and numbers joined by hyphens.", "^[a-z0-9]+(-[a-z0-9]+)*$"),
        ),
        Format::Address => {
            let label = "[A-Za-z0-9][A-Za-z0-9-]*";
            let port = "0*([0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";
            // What is printed in ASCII without " < > \ ^ ` { | }
            let rest = r"[/?#][!#-;=?-\[\]_a-z~]*";
            let pattern = format!(r"^https?://{label}(\.{label})+(:{port})?({rest})?$");
            let mut address = pattern_of("An absolute https or http address.", &pattern);
            // A host of digits alone is an IP address.
            let has_letter = object([("pattern", text("^https?://[^/?#:]*[A-Za-z]"))]);
            push(&mut address, "allOf", Json::Array(vec![has_letter]));
            longest(WebAddress::LONGEST, address)
        }
        Format::Day => pattern_of("A day from 1900 to 2100, `YYYY-MM-DD`.", &format!("^{}$", day())),
        Format::Date => pattern_of(
            "A day, a month or a year from 1900 to 2100: `2024-06-25`, `2024-06` or `2024`.",
            &format!("^({YEAR}(-(0[1-9]|1[0-2]))?|{})$", day()),
        ),
        Format::Language => {
            longest(35, pattern_of("A BCP 47 language tag: `da`, `pt-BR`.", "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"))
        }
        Format::Country => {
            let mut letters: BTreeMap<char, String> = BTreeMap::new();
            for code in codes() {
                let mut code = code.chars();
                if let (Some(first), Some(second)) = (code.next(), code.next()) {
                    letters.entry(first).or_default().push(second);
                }
            }
            let groups: Vec<_> = letters.iter().map(|(first, second)| format!("{first}[{second}]")).collect();
            pattern_of("An ISO 3166-1 alpha-2 code in capitals: `GB`, `GR`.", &format!("^({})$", groups.join("|")))
        }
        Format::Digits => longest(
            20,
            pattern_of("A number in digits with an optional decimal point: `50000`, `7.24`.", r"^[0-9]+(\.[0-9]+)?$"),
        ),
        Format::Schema => {
            let major = SCHEMA.split('.').next().unwrap_or_default();
            // Nine digits always fit into the number that the rules read.
            pattern_of("A version of the JSON shape, `major.minor`.", &format!(r"^{major}\.(0|[1-9][0-9]{{0,8}})$"))
        }
        Format::Youtube => pattern_of("YouTube's id of a video.", "^[A-Za-z0-9_-]{11}$"),
        Format::Playlist => pattern_of("YouTube's id of a playlist.", "^PL([A-Za-z0-9_-]{16}|[A-Za-z0-9_-]{32})$"),
    }
}

const YEAR: &str = "(19[0-9]{2}|20[0-9]{2}|2100)";

/// The pattern of a day that there is; of the years that end a century, only 2000 is a leap year.
fn day() -> String {
    let long = "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])";
    let short = "(0[469]|11)-(0[1-9]|[12][0-9]|30)";
    let february = "02-(0[1-9]|1[0-9]|2[0-8])";
    let leap_years = "((19|20)(0[48]|[2468][048]|[13579][26])|2000)";
    format!("({YEAR}-({long}|{short}|{february})|{leap_years}-02-29)")
}

fn pattern_of(doc: &str, pattern: &str) -> Json {
    object([("description", text(doc)), ("type", text("string")), ("pattern", text(pattern))])
}

fn longest(length: usize, mut format: Json) -> Json {
    push(&mut format, "maxLength", number(i64::try_from(length).unwrap_or(i64::MAX)));
    format
}
