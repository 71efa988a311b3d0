//! `data add`: asks for a document, field by field, and adds it to its country's file.

use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use catalog::CountryCode;
use catalog::wire::{Json, RESOURCE};
use site::files;
use site::project::shown;

use super::code;
use super::draft::Draft;
use crate::form::Form;

/// `cargo xtask data add [COUNTRY]`: nothing is written unless the whole dataset is right with the new document.
pub fn add(folder: &Path, country: Option<CountryCode>, form: &mut Form<'_>) -> Result<()> {
    let country = match country {
        Some(country) => country,
        None => form.ask("country: The code of the document's country, such as IE.", &mut |answer| code(answer))?,
    };
    let draft = Draft::of(folder, country)?;
    let file = shown(&draft.file);
    ensure!(draft.file.is_file(), "{file} is not there: `cargo xtask new-country {country}` begins it.");
    let before = files::text(&draft.file)?;
    draft.check(&before).map_err(|problems| anyhow!("The dataset is not right yet; correct it first.\n{problems}"))?;
    let dataset: Json = serde_json::from_str(&before)?;
    let at = dataset.get("resources").map_or(0, |resources| resources.items().len());
    with_document(&before, &Json::Object(Vec::new())).with_context(|| {
        format!("{file} is not laid out as the others: \"resources\" must begin a line of its own.")
    })?;
    let document = form.object(RESOURCE.keys, Vec::new(), &|place, document| {
        draft.problem_at(&with_document(&before, document)?, &format!("resources[{at}].{place}"))
    })?;
    form.say(&format!("\n{}\n", serde_json::to_string_pretty(&document)?))?;
    let after = with_document(&before, &document).unwrap_or_default();
    let refused = |problems| anyhow!("{file} stays as it was, because the dataset would not be right.\n{problems}");
    draft.check(&after).map_err(refused)?;
    if !form.confirm(&format!("Add this to {file}?"))? {
        return form.say(&format!("{file} stays as it was."));
    }
    ensure!(files::text(&draft.file)? == before, "{file} has changed meanwhile and stays as it is: try again.");
    files::write(&draft.file, after)?;
    form.say(&format!(
        "{file} has it at the end of \"resources\"; move it where it should stand. Next: `cargo xtask data record \"what \
         changed\"` notes it, `cargo xtask data` gives advice, and `cargo xtask serve` shows it."
    ))
}

/// A country's file with one more document at the end of its list, and nothing else changed; nothing where the list is
/// not laid out as in every file.
fn with_document(text: &str, document: &Json) -> Option<String> {
    const LIST: &str = "\n  \"resources\": [";
    let written = serde_json::to_string_pretty(document).ok()?.replace('\n', "\n    ");
    let start = text.find(LIST)? + LIST.len();
    if text[start..].starts_with(']') {
        return Some(format!("{}\n    {written}\n  {}", &text[..start], &text[start..]));
    }
    let end = start + text[start..].find("\n  ]")?;
    Some(format!("{},\n    {written}{}", &text[..end], &text[end..]))
}
