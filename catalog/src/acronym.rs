//! Acronyms and what they stand for: who searches for one finds the other.

/// Forms that say the same, folded. Both are known for certain: from the dataset, or from the initiatives themselves.
const FORMS: [&[&str]; 11] = [
    &["1 mg", "1mg", "1 million genomes"],
    &["b1mg", "beyond 1 million genomes"],
    &["gdi", "genomic data infrastructure"],
    &["goe", "genome of europe"],
    &["elsi", "ethical legal and social", "ethical legal social"],
    &["wgs", "whole genome sequencing"],
    &["ngs", "next generation sequencing"],
    &["edic", "european digital infrastructure consortium"],
    &["ehds", "european health data space"],
    &["ghga", "german human genome phenome archive"],
    &["sphn", "swiss personalized health network"],
];

/// Another form of some words of a search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OtherForm {
    /// The words that it stands for, a bit for each.
    pub(crate) words: u16,
    /// The form, folded.
    pub(crate) form: &'static str,
}

/// Other forms of what stands among the words of a search, of which there are at most sixteen.
pub(crate) fn other_forms(words: &[Box<str>]) -> Vec<OtherForm> {
    let mut found = Vec::new();
    for forms in FORMS {
        for form in forms {
            let length = form.split(' ').count();
            let runs = words.windows(length).enumerate();
            for (at, _) in runs.filter(|(_, run)| run.iter().map(|word| &**word).eq(form.split(' '))) {
                let words = (((1_u32 << length) - 1) << at) as u16;
                found.extend(forms.iter().filter(|other| *other != form).map(|form| OtherForm { words, form }));
            }
        }
    }
    found
}
