//! A list to paste.

use super::{Row, push, push_escaped};
use crate::Messages;
use crate::date::PartialDate;

/// The documents as a Markdown list, each with how far it is on that day.
#[must_use]
pub fn markdown(rows: &[Row], today: PartialDate) -> String {
    let mut list = String::new();
    for Row { country, resource } in rows {
        list.push_str("- **");
        push_words(&mut list, Messages::English.owner(*country));
        list.push_str("**: [");
        push_words(&mut list, &resource.title);
        list.push_str("](<");
        push_escaped(&mut list, resource.address.as_str(), &|letter| match letter {
            '<' => Some("%3C"),
            '>' => Some("%3E"),
            '\\' => Some("%5C"),
            // `&copy;` in an address is no sign.
            ';' => Some("\\;"),
            _ => None,
        });
        list.push_str(">), ");
        push_words(&mut list, &resource.issuer);
        push(
            &mut list,
            &[
                ", ",
                &Messages::English.when(resource.year, resource.period),
                ", ",
                Messages::English.status_today(resource, today),
                "\n",
            ],
        );
    }
    list
}

/// Words in which nothing is markup.
fn push_words(list: &mut String, words: &str) {
    push_escaped(list, words, &|letter| {
        Some(match letter {
            '\\' => "\\\\",
            '`' => "\\`",
            '*' => "\\*",
            '_' => "\\_",
            '[' => "\\[",
            ']' => "\\]",
            '<' => "\\<",
            '>' => "\\>",
            '&' => "\\&",
            '#' => "\\#",
            '!' => "\\!",
            '|' => "\\|",
            '~' => "\\~",
            '$' => "\\$",
            '^' => "\\^",
            '\n' | '\r' => " ",
            _ => return None,
        })
    });
}
