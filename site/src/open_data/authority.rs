//! The tables of codes that DCAT-AP 3.0.1 asks for: the authority tables of the Publications Office of the European
//! Union, IANA's media types, and SPDX' algorithms.

use anyhow::{Context, Result};
use catalog::CountryCode;

/// Where the European Union's authority tables are.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority/";

/// Where IANA's media types are.
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types/";

/// The algorithm of the checksums.
pub(super) const SHA_256: &str = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";

/// Europe's countries: their codes after ISO 3166-1 with two letters, as the dataset has them, and with three, as the
/// authority table of countries has them.
const COUNTRIES: [(&str, &str); 56] = [
    ("AD", "AND"),
    ("AL", "ALB"),
    ("AM", "ARM"),
    ("AT", "AUT"),
    ("AX", "ALA"),
    ("AZ", "AZE"),
    ("BA", "BIH"),
    ("BE", "BEL"),
    ("BG", "BGR"),
    ("BY", "BLR"),
    ("CH", "CHE"),
    ("CY", "CYP"),
    ("CZ", "CZE"),
    ("DE", "DEU"),
    ("DK", "DNK"),
    ("EE", "EST"),
    ("ES", "ESP"),
    ("FI", "FIN"),
    ("FO", "FRO"),
    ("FR", "FRA"),
    ("GB", "GBR"),
    ("GE", "GEO"),
    ("GG", "GGY"),
    ("GI", "GIB"),
    ("GR", "GRC"),
    ("HR", "HRV"),
    ("HU", "HUN"),
    ("IE", "IRL"),
    ("IM", "IMN"),
    ("IS", "ISL"),
    ("IT", "ITA"),
    ("JE", "JEY"),
    ("KZ", "KAZ"),
    ("LI", "LIE"),
    ("LT", "LTU"),
    ("LU", "LUX"),
    ("LV", "LVA"),
    ("MC", "MCO"),
    ("MD", "MDA"),
    ("ME", "MNE"),
    ("MK", "MKD"),
    ("MT", "MLT"),
    ("NL", "NLD"),
    ("NO", "NOR"),
    ("PL", "POL"),
    ("PT", "PRT"),
    ("RO", "ROU"),
    ("RS", "SRB"),
    ("RU", "RUS"),
    ("SE", "SWE"),
    ("SI", "SVN"),
    ("SK", "SVK"),
    ("SM", "SMR"),
    ("TR", "TUR"),
    ("UA", "UKR"),
    ("VA", "VAT"),
];

/// The address of a term in one of the Union's tables.
pub(super) fn term(table: &str, code: &str) -> String {
    [AUTHORITY, table, "/", code].concat()
}

/// The address of a whole table.
pub(super) fn table(name: &str) -> String {
    [AUTHORITY, name].concat()
}

/// The code of a country in the Union's table.
pub(super) fn country(code: CountryCode) -> Result<&'static str> {
    let known = COUNTRIES.iter().find(|(two, _)| *two == code.as_str());
    let (_, three) =
        known.with_context(|| format!("site/src/open_data/authority.rs has no three letters for {code}"))?;
    Ok(three)
}

/// The address of a media type.
pub(super) fn media_type(name: &str) -> String {
    [MEDIA_TYPES, name].concat()
}

#[cfg(test)]
mod tests {
    use catalog::CountryCode;

    use super::{COUNTRIES, country, media_type, table, term};
    use crate::data;

    #[test]
    fn a_country_has_its_code_in_the_union_s_table() {
        let check = |code, expected: &str| {
            let code = CountryCode::parse(code).expect("it is a code");
            let found = country(code).map_err(|problem| problem.to_string());
            assert_eq!(found.as_deref(), Ok(expected));
        };
        check("IE", "IRL");
        check("GB", "GBR");
        check("GR", "GRC");
        let japan = country(CountryCode::parse("JP").expect("it is a code")).expect_err("it is not in Europe");
        assert_eq!(japan.to_string(), "site/src/open_data/authority.rs has no three letters for JP");
    }

    #[test]
    fn the_table_of_countries_has_each_once_and_all_of_the_dataset() {
        let is_code = |code: &str, length| code.len() == length && code.bytes().all(|b| b.is_ascii_uppercase());
        assert!(COUNTRIES.iter().all(|(two, three)| CountryCode::parse(two).is_ok() && is_code(three, 3)));
        assert!(COUNTRIES.is_sorted_by(|a, b| a.0 < b.0), "it is in order, each once");
        let mut long: Vec<&str> = COUNTRIES.iter().map(|(_, three)| *three).collect();
        long.sort_unstable();
        assert!(long.is_sorted_by(|a, b| a < b), "no three letters stand for two countries");
        for one in data::load().expect("the dataset is right").catalog.countries {
            country(one.code).expect("it is in the table");
        }
    }

    #[test]
    fn terms_have_their_addresses() {
        assert_eq!(term("language", "ENG"), "http://publications.europa.eu/resource/authority/language/ENG");
        assert_eq!(table("data-theme"), "http://publications.europa.eu/resource/authority/data-theme");
        assert_eq!(media_type("text/csv"), "https://www.iana.org/assignments/media-types/text/csv");
    }
}
