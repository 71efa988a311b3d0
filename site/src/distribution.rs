//! The files that catalogues of data and search engines are told of.

use catalog::Country;

use crate::names::{CATALOG, COUNTRIES_CSV, DOCUMENTS_CSV, country_file};

/// The licence of the data.
pub(crate) const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";

/// What every dataset of the site is about.
pub(crate) const TOPICS: [&str; 3] = ["genomics", "personalised medicine", "health policy"];

/// What the whole dataset is about beside that.
pub(crate) const MORE_TOPICS: [&str; 6] =
    ["national strategies", "laws", "research programmes", "biobanks", "1+ Million Genomes", "Europe"];

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// JSON, as the dataset's JSON Schema says.
    Json,
    /// A table.
    Csv,
}

impl Format {
    /// Its name in IANA's media types.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv",
        }
    }

    /// Its code in the European Union's table of file types.
    pub(crate) fn file_type(self) -> &'static str {
        match self {
            Self::Json => "JSON",
            Self::Csv => "CSV",
        }
    }
}

/// A file with a dataset.
#[derive(Clone, Debug)]
pub(crate) struct Distribution {
    /// Its path in the site.
    pub(crate) file: String,
    /// Its form.
    pub(crate) format: Format,
    /// What it is called.
    pub(crate) title: String,
    /// What is in it.
    pub(crate) description: String,
}

impl Distribution {
    fn new(file: &str, format: Format, title: &str, description: &str) -> Self {
        let [file, title, description] = [file, title, description].map(str::to_owned);
        Self { file, format, title, description }
    }

    /// The file of a country.
    pub(crate) fn of(country: &Country) -> Self {
        let description = format!("What is known of {}, with its documents and the talks about it.", country.name);
        Self::new(&country_file(country), Format::Json, &format!("{} as JSON", country.name), &description)
    }
}

/// The files of the whole dataset. Another of them is another line.
pub(crate) fn whole() -> Vec<Distribution> {
    vec![
        Distribution::new(CATALOG, Format::Json, "All of it as JSON", "The whole dataset."),
        Distribution::new(DOCUMENTS_CSV, Format::Csv, "All documents as CSV", "A table with a row for each document."),
        Distribution::new(COUNTRIES_CSV, Format::Csv, "All countries as CSV", "A table with a row for each country."),
    ]
}
