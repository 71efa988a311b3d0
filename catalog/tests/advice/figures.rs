//! Key figures: what belongs into the label, the value and the unit.

use crate::{IE, check_one};

/// Of a figure this is said, at one of its keys.
fn check_figure(label: &str, value: &str, unit: &str, expected: Option<String>) {
    let from = "\"label\": \"staff\", \"value\": \"7.5\", \"unit\": \"people\"";
    let to = format!("\"label\": \"{label}\", \"value\": \"{value}\", \"unit\": \"{unit}\"");
    check_one(&[(from, &to)], expected.map(|said| format!("{IE}: resources[0].figures[0].{said}")));
}

#[test]
fn a_unit_is_nothing_but_a_unit() {
    let check = |unit: &str, found: Option<&str>| {
        let message = found.map(|found| {
            format!(
                "unit: the unit \"{unit}\" has \"{found}\" in it; say that in the label or in as_of [unit-qualifier]"
            )
        });
        check_figure("staff", "7.5", unit, message);
    };
    check("million EUR (about)", Some("(about)"));
    check("people (about 1% of the population)", Some("(about 1% of the population)"));
    check("people [target]", Some("[target]"));
    check("EUR (up to", Some("(up to"));
    check("samples by 2026", Some("2026"));
    check("EUR per year up to", Some("up to"));
    check("about a million EUR", Some("about"));
    check("EUR, over", Some("over"));
    check("genomes more than", Some("more than"));
    check("people at least", Some("at least"));
    check("nearly EUR", Some("nearly"));
    check("samples by June", Some("by"));
    check("EUR approx.", Some("approx"));
    for unit in ["EUR per year", "million samples", "parent-child trios", "rovers", "by-products", "5-year grants"] {
        check(unit, None);
    }
}

#[test]
fn a_value_does_not_repeat_its_unit() {
    let repeats = |unit: &str| {
        format!("unit: the unit \"{unit}\" repeats the value; say in the label what is counted [repeated-unit]")
    };
    let year = "unit: the value \"2027\" is a year and no quantity; say it in the summary [repeated-unit]";
    check_figure("complete by", "2027", "year 2027", Some(repeats("year 2027")));
    check_figure("staff", "12", "of 12 people", Some(repeats("of 12 people")));
    check_figure("staff", "7.24", "(7.24)", Some(repeats("(7.24)")));
    check_figure("complete by", "2027", "year", Some(year.to_owned()));
    check_figure("complete by", "2027", "years", Some(year.to_owned()));
    check_figure("term", "5", "years", None);
    check_figure("genomes", "2027", "genomes", None);
    check_figure("staff", "1", "1+MG samples", None);
    check_figure("staff", "2", "20-bed wards", None);
}

#[test]
fn a_label_begins_small_unless_with_a_name() {
    let check = |label: &str, word: Option<&str>| {
        let message = word.map(|word| {
            format!("label: the label \"{label}\" begins with a capital, but \"{word}\" is no name [label-capital]")
        });
        check_figure(label, "7.5", "people", message);
    };
    check("Budget", Some("Budget"));
    check("First call of the Strategy", Some("First"));
    // It begins a sentence of the overview, which says nothing.
    check("It", Some("It"));
    // `Genomes` would be a name, were it not written small too.
    check("Genomes in 100,000 Genomes and other genomes", Some("Genomes"));
    check("Budget EU", Some("Budget"));
    check("Budget of Sweden", Some("Budget"));
    for label in [
        "budget",
        "100,000 genomes",
        "NHS patients",
        "1+MG samples",
        "R12 endpoints",
        "IMPaCT grant",
        "Ireland's share",
        "Office staff",
        "National Growth Fund grant",
        "Strategy of Ireland",
        "Dutch samples beside other Dutch samples",
    ] {
        check(label, None);
    }
}
