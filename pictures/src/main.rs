//! `pictures <catalog.json> <flags folder> <out folder>`: writes the pictures of the served dataset into that folder.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use catalog::Catalog;
use catalog::wire::Json;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let [dataset, flags, folder] = arguments.iter().map(Path::new).collect::<Vec<_>>()[..] else {
        bail!("pictures takes the dataset, the flags and a folder: pictures catalog.json flags og");
    };
    let json: Json =
        serde_json::from_str(&text(dataset)?).with_context(|| format!("{} is not JSON", dataset.display()))?;
    let catalog = Catalog::from_wire(&json).with_context(|| format!("{} has problems", dataset.display()))?;
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    for picture in pictures::all(&catalog, flags) {
        let picture = picture?;
        let file = folder.join(&picture.name);
        fs::write(&file, picture.png).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}

fn text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}
