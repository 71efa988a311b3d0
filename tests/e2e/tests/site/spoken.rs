//! What is said of the page, in order: what Chromium tells assistive technology on the ways that matter most.

use catalog::timeline::{Grouping, groups};
use catalog::{Country, Kind, Messages, PlanState, View};
use e2e::{Key, ServedSite, Visitor, catalog, country, query, select, today, until};

/// Waits until these lines are said of a part of the page in this order, whatever else is said between them. Nothing
/// that can be pressed may be without a name.
fn hears(visitor: &Visitor, part: &str, expected: &[String]) -> Vec<String> {
    let said = until(|| {
        let said = visitor.said(part);
        let mut rest = said.iter();
        match expected.iter().find(|line| !rest.any(|one| one == *line)) {
            Some(missing) => Err(format!("{missing} is not said, or too early, in:\n{}", said.join("\n"))),
            None => Ok(said),
        }
    });
    let nameless: Vec<&String> = said
        .iter()
        .filter(|line| {
            let role = line.split(',').next().unwrap_or_default();
            ["link", "button", "image", "checkbox", "combobox"].contains(&role)
        })
        .collect();
    assert!(nameless.is_empty(), "these have no name: {nameless:?} in\n{}", said.join("\n"));
    said
}

fn lines<const N: usize>(lines: [&str; N]) -> Vec<String> {
    lines.map(str::to_owned).to_vec()
}

/// The first country that has a plan in force, and its plan.
fn with_plan() -> &'static Country {
    let is_in_force = |country: &&Country| country.plan_state(today()) == PlanState::InForce;
    catalog().countries.iter().find(is_in_force).expect("there is one")
}

#[test]
fn from_a_search_to_a_document() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    let country = with_plan();
    visitor.types(&country.name);
    let asked = query(&format!("q={}", country.name));
    visitor.should_see(&asked.encode());
    visitor.waits_until_whole();
    // What was asked for, and how much there is.
    hears(&visitor, ".filters", &lines(["search", &format!("searchbox \"{}\"", Messages::English.search())]));
    let (name, plan) = (&*country.name, country.plans().next().expect("it has one"));
    let result = Messages::English.result(&asked, &select(&asked.encode()), catalog());
    let state = Messages::English.plan(PlanState::InForce);
    hears(
        &visitor,
        "#results",
        &lines([
            &format!("heading 2 \"{}\"", Messages::English.countries_heading()),
            &result,
            &format!("link \"{}\"", Messages::English.view(View::Table)),
            &format!("article \"{name}\""),
            &format!("heading 3 \"{name}\""),
            &format!("link \"{name}\""),
            state,
        ]),
    );
    // The card, and in it the document, with where the link leads.
    let card = format!("article[data-country={}]", country.code);
    let extent =
        Messages::English.extent_of_country(country.resources.len(), catalog().videos_of(country.code).count());
    if visitor.count(&format!("{card}[data-open]")) == 0 {
        let opens = Messages::English.show_everything(name, &extent);
        hears(&visitor, &card, &lines([&format!("button \"{opens}\", collapsed")]));
        visitor.opens_card(country);
        hears(&visitor, &card, &lines([&format!("button \"{}\", expanded", Messages::English.show_less_of(name))]));
    }
    let kinds = country.resources.iter().filter(|one| one.kind == plan.kind).count();
    hears(
        &visitor,
        &card,
        &lines([
            &format!("heading 3 \"{name}\""),
            state,
            &format!("link \"{}\"", plan.title),
            &format!("heading 4 \"{}\"", Messages::English.kinds(plan.kind, kinds)),
            &format!("link \"{} {}\"", plan.title, Messages::English.leaves("")),
            Messages::English.status_today(plan, today()),
            &Messages::English.when(plan.year, plan.period),
            &plan.issuer,
            &plan.summary,
            Messages::English.status_explained(plan, today()),
            &Messages::English.checked(plan.checked, plan.confidence),
        ]),
    );
}

#[test]
fn the_map_is_said() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?view=map");
    visitor.waits_for_map();
    let buttons = |asked: &str| -> Vec<String> {
        let (query, counts) = (query(asked), select(asked).facets.countries);
        let button = |(country, count): (&Country, &catalog::Count)| {
            let state = if query.countries.contains(&country.code) { "pressed" } else { "not pressed" };
            format!("button \"{}\", {state}", Messages::English.on_map(country, count.documents, today()))
        };
        catalog().countries.iter().zip(&counts).map(button).collect()
    };
    let map = format!("group \"{}\"", Messages::English.map());
    let plan = format!("button \"{}\", pressed", Messages::English.measure_plan());
    let documents = format!("button \"{}\", not pressed", Messages::English.measure_documents());
    let table = format!("link \"{}\"", Messages::English.as_table());
    let whole = |asked: &str| [vec![map.clone()], buttons(asked), lines([&plan, &documents, &table])].concat();
    hears(&visitor, ".map", &whole("view=map"));
    // A country is chosen by its key, and is said to be chosen.
    visitor.script::<()>("document.querySelector('.map [data-code=IE]').focus()", vec![]);
    visitor.presses(Key::Enter);
    visitor.should_see("country=ie&view=map");
    let chosen = "country=ie&view=map";
    hears(&visitor, ".map", &whole(chosen));
    hears(&visitor, "#results", &lines([&Messages::English.result(&query(chosen), &select(chosen), catalog())]));
    assert_eq!(visitor.focus().name, Messages::English.on_map(country("IE"), country("IE").resources.len(), today()));
}

#[test]
fn the_timeline_is_said() {
    let site = ServedSite::built();
    let asked = "country=dk,ie&view=timeline";
    let visitor = Visitor::at(&site, &format!("?{asked}"));
    visitor.waits_until_whole();
    let mut expected = lines([
        &format!("combobox \"{}\", collapsed", Messages::English.group_by()),
        &format!("button \"{}\"", Messages::English.zoom_in()),
        &format!("button \"{}\"", Messages::English.all_years()),
    ]);
    let selection = select(asked);
    for (_, bars) in groups(catalog(), &selection, Grouping::Country, usize::MAX) {
        let (country, _) = bars[0].resolve(catalog());
        expected.push(format!("heading 3 \"{}\"", country.expect("it has one").name));
        for bar in bars {
            let (_, document) = bar.resolve(catalog());
            let when = Messages::English.when(document.year, document.period);
            let status = Messages::English.status_today(document, today());
            expected.push(format!("link \"{} {when} {status}\"", document.title));
        }
    }
    assert!(expected.len() > 10);
    hears(&visitor, ".view", &expected);
}

#[test]
fn the_comparison_is_said() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?country=dk,ie&view=compare");
    visitor.waits_until_whole();
    let mut expected = lines([
        &format!("combobox \"{}\", collapsed", Messages::English.add_country()),
        &format!("table \"{}\"", Messages::English.view(View::Compare)),
    ]);
    for code in ["DK", "IE"] {
        let name = &*country(code).name;
        let leave_out = Messages::English.leave_out(name);
        expected.extend(lines([
            &format!("columnheader \"{name} {leave_out}\""),
            &format!("link \"{name}\""),
            &format!("button \"{leave_out}\""),
        ]));
    }
    let different = Messages::English.different_ones();
    expected.push(format!("rowheader \"{} {different}\"", Messages::English.compare_plan()));
    for code in ["DK", "IE"] {
        expected.extend(country(code).plans().map(|plan| format!("link \"{}\"", plan.title)));
    }
    expected.push(format!("rowheader \"{}\"", Messages::English.compare_declaration()));
    for code in ["DK", "IE"] {
        let declaration = &country(code).declaration;
        expected.push(format!("cell \"{}\"", Messages::English.signed(declaration.signatory, declaration.signed)));
    }
    let said = hears(&visitor, ".view", &expected);
    // Each row has a cell of each country, after its own name.
    let rows = said.iter().filter(|line| line.starts_with("rowheader")).count();
    let cells = said.iter().filter(|line| line.starts_with("cell")).count();
    assert!(rows > Kind::ALL.len() / 2 && cells > rows, "{rows} rows have {cells} cells:\n{}", said.join("\n"));
}
