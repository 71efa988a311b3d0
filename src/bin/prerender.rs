//! Writes the pages that are sent: `prerender DATASET FOLDER [REPOSITORY [NAME ADDRESS MAIL]]`, each as
//! `FOLDER/<folder>.html`, the start page as `FOLDER/index.html`; those that are framed by others in `FOLDER/embed/`.
//! The last three are the maintainer's; what is empty is not known.

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use catalog::wire::Json;
use genomic_plans::state::{Maintainer, SiteInfo};
use genomic_plans::surface::prerender;

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
    let mut said = || {
        let argument = arguments.next().and_then(|argument| argument.into_string().ok());
        argument.filter(|said| !said.is_empty()).map(|said| &*said.leak())
    };
    let repository = said();
    let maintainer = Maintainer { name: said(), address: said(), mail: said() };
    let site = SiteInfo { repository, maintainer, ..SiteInfo::default() };
    let dataset: Json = serde_json::from_str(&fs::read_to_string(dataset)?)?;
    let folder = PathBuf::from(folder);
    for page in prerender::pages(&dataset, site).map_err(|problems| problems.to_string())? {
        let file = folder.join(format!("{}.html", page.name));
        file.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(file, page.html)?;
    }
    Ok(())
}
