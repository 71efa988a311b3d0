//! Inputs made of other inputs: bytes are changed, taken out, repeated and mixed, and pieces put in that readers of text
//! trip over. The same number always makes the same input.

/// Pieces that have meaning somewhere, or that are hard to read.
const PIECES: [&str; 48] = [
    "",
    " ",
    "&",
    "=",
    ",",
    ";",
    "%",
    "%2C",
    "%00",
    "%ff",
    "&amp;",
    "[]",
    "+",
    "?",
    "#",
    "/",
    "//",
    "..",
    ":",
    "@",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "{",
    "}",
    "[",
    "]",
    "null",
    "true",
    "-0",
    "1e999",
    "99999999999999999999",
    "2026-02-30",
    "–",
    "—",
    "\u{ad}",
    "\u{200b}",
    "\u{feff}",
    "\u{202e}",
    "ﬁ",
    "İ",
    "ß",
    "é",
    "e\u{301}",
    "１",
    "🏳️",
    "\u{0}",
];

/// Names that queries know.
pub(crate) const NAMES: [&str; 20] = [
    "country=",
    "kind=",
    "status=",
    "plan=",
    "now=",
    "year=",
    "video=",
    "q=",
    "view=",
    "sort=",
    "lang=",
    "item=",
    "theme=",
    "play=",
    "ie,fr",
    "adopted",
    "strategy",
    "2020-2025",
    "compare",
    "newest",
];

/// Numbers that look like chance (xorshift64*).
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below another, which is not 0.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 32;
        usize::try_from(number).map_or(0, |number| number % end)
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }

    /// A range of a text of that length.
    fn range(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length + 1);
        start..start + self.below((length - start).min(64) + 1)
    }
}

/// An input made of those of a corpus.
pub(crate) fn mutated(chance: &mut Chance, corpus: &[String]) -> String {
    let one = |chance: &mut Chance| corpus[chance.below(corpus.len())].clone().into_bytes();
    let mut bytes = one(chance);
    for _ in 0..=chance.below(6) {
        let at = chance.below(bytes.len() + 1);
        match chance.below(7) {
            0 if at < bytes.len() => bytes[at] = u8::try_from(chance.below(256)).unwrap_or_default(),
            1 => drop(bytes.drain(chance.range(bytes.len()))),
            2 => {
                let piece = bytes[chance.range(bytes.len())].to_vec();
                let times = 1 + chance.below(40);
                bytes.splice(at..at, piece.repeat(times));
            }
            3 => {
                let other = one(chance);
                let piece = other[chance.range(other.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => drop(bytes.splice(at..at, chance.of(&NAMES).bytes())),
            _ => drop(bytes.splice(at..at, chance.of(&PIECES).bytes())),
        }
        bytes.truncate(20_000);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
