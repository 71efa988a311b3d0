//! `new-country`: begins the file of a country that the dataset does not have, with what such a file must say, and says
//! where else the country must be known.

use std::io;
use std::path::Path;

use anyhow::{Result, anyhow, bail, ensure};
use catalog::wire::{COUNTRY, Json, RESOURCE};
use catalog::{CountryCode, PlanStatus};
use clap::Args;
use site::{data, files, project};

use crate::data::code;
use crate::data::draft::Draft;
use crate::form::Form;

/// The table of Europe's countries, without which no catalogue of the dataset can be written.
const EUROPE: &str = "site/src/open_data/authority.rs";

/// Which country.
#[derive(Args, Debug)]
pub struct Options {
    /// Its code, ISO 3166-1 alpha-2.
    #[arg(value_parser = european)]
    code: CountryCode,
    /// Its English name, which is asked for without it.
    #[arg(long)]
    name: Option<String>,
}

/// `cargo xtask new-country CODE [--name NAME]`.
pub fn run(options: Options) -> Result<()> {
    let Options { code, name } = options;
    let (mut answers, mut questions) = (io::stdin().lock(), io::stdout());
    let mut form = Form::new(&mut answers, &mut questions);
    begin(&data::folder(), code, name, &mut form)?;
    for sentence in lacking(&project::root(), code) {
        form.say(&sentence)?;
    }
    form.say(&format!(
        "Next: `cargo xtask data add {code}` adds a document, data/README.md says what else a country can have, and \
         `cargo xtask data record \"what changed\"` notes it."
    ))
}

/// Asks for what every country says, and writes its file into the dataset's folder: no fact is made up, and nothing is
/// written unless the whole dataset is right with it.
pub fn begin(folder: &Path, code: CountryCode, name: Option<String>, form: &mut Form<'_>) -> Result<()> {
    let draft = Draft::of(folder, code)?;
    let file = project::shown(&draft.file);
    ensure!(!draft.file.exists(), "{file} is already there: `cargo xtask data add {code}` adds a document to it.");
    let check = |place: &str, country: &Json| draft.problem_at(&text(country), place);
    let mut entries = vec![("code".to_owned(), Json::String(code.to_string()))];
    if let Some(name) = name {
        entries.push(("name".to_owned(), Json::String(name)));
        if let Some(problem) = check("name", &Json::Object(entries.clone())) {
            bail!("{file} is not written, because {problem}.");
        }
    }
    let needed = COUNTRY.keys.iter().filter(|key| key.required && key.name != "resources");
    let country = form.object(needed, entries, &check)?;
    let is_adopted = country.get("plan_status").and_then(Json::text) == Some(PlanStatus::Adopted.name());
    let country = if is_adopted {
        form.say("\nA country that has adopted a plan names it: the fields of that document are next.")?;
        let whole =
            |plan: &Json| with(&country, [("plan", plan.get("id").cloned()), ("resources", Some(plan.clone()))]);
        let plan = form.object(RESOURCE.keys, Vec::new(), &|place, plan| {
            check(&format!("resources[0].{place}"), &whole(plan)).or_else(|| check("plan", &whole(plan)))
        })?;
        whole(&plan)
    } else {
        with(&country, [("resources", None)])
    };
    let text = text(&country);
    let refused = |problems| anyhow!("{file} is not written, because the dataset would not be right.\n{problems}");
    draft.check(&text).map_err(refused)?;
    files::write(&draft.file, text)?;
    form.say(&format!("\n{file} is written, and the dataset is right with it."))
}

/// A country's code, where the project knows the country.
pub fn european(text: &str) -> Result<CountryCode, String> {
    let code = code(text)?;
    let table = files::text(&project::root().join(EUROPE)).map_err(|error| error.to_string())?;
    let is_known = table.contains(&format!("(\"{code}\", \""));
    if is_known { Ok(code) } else { Err(format!("{code} is no country of Europe in {EUROPE}")) }
}

/// Where else in the checkout the country must be known and is not yet, each in a sentence.
pub fn lacking(root: &Path, code: CountryCode) -> Vec<String> {
    let lower = code.lower();
    let names = |file: &str, name: &str| files::text(&root.join(file)).is_ok_and(|text| text.contains(name));
    let flag = format!(
        "Its flag is missing: put {lower}.svg of circle-flags (https://github.com/HatScripts/circle-flags), of the \
         version in site/src/notice/by_hand.rs and without its round outline, into flags/."
    );
    let shown = format!("Its flag is not shown yet: name \"{lower}\" in src/view/flag.rs.");
    let outline = "Its outline is missing on the map: map/README.md says how it is drawn.".to_owned();
    let other_names =
        "It is not found by its names in other languages: names/README.md says how they are made.".to_owned();
    let letters = "It is not found by its code with three letters: add that in catalog/src/country.rs.".to_owned();
    let sentences = [
        (root.join(format!("flags/{lower}.svg")).is_file(), flag),
        (names("src/view/flag.rs", &format!("\"{lower}\"")), shown),
        (names("map/europe.svg", &format!("data-code=\"{code}\"")), outline),
        (names("names/countries.txt", &format!("{code} ")), other_names),
        (!code.other_names().is_empty(), letters),
    ];
    sentences.into_iter().filter(|(is_there, _)| !is_there).map(|(_, sentence)| sentence).collect()
}

/// A country with more keys, each a list of one value or none.
fn with<const N: usize>(country: &Json, more: [(&str, Option<Json>); N]) -> Json {
    let Json::Object(mut entries) = country.clone() else { return country.clone() };
    entries.extend(more.map(|(key, value)| (key.to_owned(), Json::Array(value.into_iter().collect()))));
    Json::Object(entries)
}

/// A country as its file says it.
fn text(country: &Json) -> String {
    // Nothing in a tree can fail to be written.
    serde_json::to_string_pretty(country).unwrap_or_default() + "\n"
}
