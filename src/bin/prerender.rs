//! Writes the pages that are sent: `prerender DATASET FOLDER [REPOSITORY]`, each as
//! `FOLDER/<folder>.html`, the start page as `FOLDER/index.html`; those that are framed by others in `FOLDER/embed/`.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use catalog::wire::Json;
use genomic_plans::prerender;

fn main() -> ExitCode {
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("The pages cannot be written: {error}.");
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(dataset), Some(folder)) = (arguments.next(), arguments.next()) else {
        return Err("they need a dataset and a folder".into());
    };
    let repository = arguments.next().and_then(|address| address.into_string().ok()).map(|address| &*address.leak());
    let dataset: Json = serde_json::from_str(&fs::read_to_string(dataset)?)?;
    let folder = PathBuf::from(folder);
    for page in prerender::pages(&dataset, repository).map_err(|problems| problems.to_string())? {
        let file = folder.join(format!("{}.html", page.name));
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(file, page.html)?;
    }
    Ok(())
}
