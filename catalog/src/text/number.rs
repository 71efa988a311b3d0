//! Numbers, and the words that follow them.

use super::Messages;

/// The number with the words of its plural form, in which `#` is the number.
pub(super) fn plural(number: usize, one: &str, many: &str) -> String {
    let words = if number == 1 { one } else { many };
    words.replace('#', &grouped(&number.to_string()))
}

/// Digits in groups of three: "50,000".
pub(super) fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

impl Messages {
    /// "31 countries".
    pub fn countries(self, number: usize) -> String {
        plural(number, "# country", "# countries")
    }

    /// "113 documents".
    pub fn documents(self, number: usize) -> String {
        plural(number, "# document", "# documents")
    }

    /// "12 videos".
    pub fn videos(self, number: usize) -> String {
        plural(number, "# video", "# videos")
    }
}
