//! Numbers, and the words that follow them.

/// "31 countries".
#[must_use]
pub fn countries(number: usize) -> String {
    plural(number, "# country", "# countries")
}

/// "113 documents".
#[must_use]
pub fn documents(number: usize) -> String {
    plural(number, "# document", "# documents")
}

/// "12 videos".
#[must_use]
pub fn videos(number: usize) -> String {
    plural(number, "# video", "# videos")
}

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
