//! English sentences and their words.

/// Short forms whose dot does not end a sentence. `etc.` is not among them: it often does.
const SHORT_FORMS: [&str; 19] = [
    "e.g.", "i.e.", "cf.", "ca.", "approx.", "vs.", "vol.", "al.", "No.", "Nos.", "Art.", "Sec.", "para.", "St.",
    "Dr.", "Prof.", "Mr.", "Mrs.", "Ms.",
];

/// The sentences of a text. Its words have a single space between them, so the dot of `1.2 million` ends none.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let (mut all, mut start) = (Vec::new(), 0);
    for (space, _) in text.match_indices(' ') {
        let sentence = &text[start..space];
        if sentence.rsplit(' ').next().is_some_and(ends_sentence) {
            all.push(sentence);
            start = space + 1;
        }
    }
    all.push(&text[start..]);
    all
}

fn ends_sentence(word: &str) -> bool {
    let word = word.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    let short = word.trim_start_matches(['"', '“', '‘', '\'', '(', '[', '«']);
    let is_initial = short
        .strip_suffix('.')
        .is_some_and(|letter| letter.chars().count() == 1 && letter.chars().all(char::is_uppercase));
    word.ends_with(['.', '!', '?', '…']) && !is_initial && !SHORT_FORMS.contains(&short)
}

/// The words of a text without the punctuation around them; a dash between words is none.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// Whether the words stand in the text, in small letters as they are here.
pub(super) fn has_words(text: &str, words: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '-';
    let after = |at: usize| &text[at + words.len()..];
    text.match_indices(words).any(|(at, _)| !text[..at].ends_with(is_part) && !after(at).starts_with(is_part))
}
