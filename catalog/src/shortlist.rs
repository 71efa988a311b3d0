//! What a short card of a country shows of its documents, and of its overview.

use crate::country::Country;
use crate::resource::Kind;
use crate::selection::Match;

/// Most documents that a short card shows on a screen.
pub const SHORTLIST: usize = 3;

impl Country {
    /// The documents of its short card on a screen: the first [`SHORTLIST`] of [`Self::by_importance`].
    #[must_use]
    pub fn shortlist(&self, found: &Match) -> Vec<usize> {
        let mut documents = self.by_importance(found);
        documents.truncate(SHORTLIST);
        documents
    }

    /// The documents that fit, or all where it matches by itself, as places in [`Country::resources`]. Those that are its
    /// national plan come first, the others by kind.
    #[must_use]
    pub fn by_importance(&self, found: &Match) -> Vec<usize> {
        let all: Vec<usize> = (0..self.resources.len()).collect();
        let fits = if found.fits.is_empty() { &all } else { &found.fits };
        let of_plan = self.plan.iter().copied().filter(|at| fits.contains(at));
        let of_kind = |kind: &Kind| {
            let kind = *kind;
            fits.iter().copied().filter(move |at| self.resources[*at].kind == kind && !self.plan.contains(at))
        };
        of_plan.chain(Kind::ALL.iter().flat_map(of_kind)).collect()
    }

    /// The first sentence of its overview.
    #[must_use]
    pub fn first_sentence(&self) -> &str {
        first_sentence(&self.overview)
    }
}

/// Up to the first full stop that ends a sentence: before a space and a capital letter, and after more than an
/// initial or "No.".
fn first_sentence(text: &str) -> &str {
    for (at, _) in text.match_indices(". ") {
        let word = text[..at].rsplit([' ', '(']).next().unwrap_or_default();
        let is_next = text[at + 2..].starts_with(char::is_uppercase);
        if is_next && word.chars().count() > 2 {
            return &text[..=at];
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_sentence_ends_at_a_full_stop_before_a_capital_letter() {
        let check = |text, expected| assert_eq!(first_sentence(text), expected);
        check("A plan is in force. It runs to 2027.", "A plan is in force.");
        check("One sentence.", "One sentence.");
        check("Act No. 12 of J. Smith is in force. The rest.", "Act No. 12 of J. Smith is in force.");
        check("It has approx. 100 genomes. More follow.", "It has approx. 100 genomes.");
        check("No end", "No end");
        check("", "");
    }
}
