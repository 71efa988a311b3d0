//! The dataset as it would be with another text of one file, while somebody writes that text.

use std::path::{Path, PathBuf};

use anyhow::Result;
use catalog::{CountryCode, Problems, source};
use site::data;

/// After every day that is recorded, so that a draft is never older than the last change.
const DAY: &str = "2100-12-31";

/// The editors' files but for one country's, which is being written.
#[derive(Debug)]
pub struct Draft {
    /// The country's file.
    pub file: PathBuf,
    /// The same below the folder of the dataset.
    path: String,
    others: Vec<(String, String)>,
}

impl Draft {
    /// Reads the files of a dataset.
    pub fn of(folder: &Path, code: CountryCode) -> Result<Self> {
        let path = format!("countries/{}.json", code.lower());
        let mut others = data::read(folder)?;
        others.retain(|(file, _)| *file != path);
        Ok(Self { file: folder.join(&path), path, others })
    }

    /// Checks the whole dataset with this text of the file. That a change is not recorded yet is no problem.
    pub fn check(&self, text: &str) -> Result<(), Problems> {
        let mut files = self.others.clone();
        // Last, so that an id that is taken is a problem here and not at the other place.
        files.push((self.path.clone(), text.to_owned()));
        source::record(&files, DAY, "draft").map(drop)
    }

    /// What is wrong at a place of the file, `resources[1].url`, or below it. What is missing elsewhere does not matter.
    pub fn problem_at(&self, text: &str, place: &str) -> Option<String> {
        let place = format!("{}: {place}", self.path);
        let is_there = |found: &str| {
            found.strip_prefix(&place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let problems = self.check(text).err()?;
        problems.iter().find(|problem| is_there(&problem.place)).map(|problem| problem.message.clone())
    }
}
