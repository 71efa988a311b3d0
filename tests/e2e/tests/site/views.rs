//! The same results as a map, a timeline, side by side and as a table.

use catalog::table::{Column, Order, rows};
use catalog::timeline::{Grouping, groups};
use catalog::{Change, CountryCode, DocumentRef, Messages, PlanState, Selection, View, compare};
use e2e::{Key, Role, ServedSite, Visitor, catalog, query, select, today, until};

/// What visitors ask for: all, some, one, two side by side, by year, by text, nothing.
const ASKED: [&str; 7] = ["", "kind=strategy", "country=ie", "country=dk,ie", "year=2020-2025", "q=genom", "q=zzzz"];

/// The ids of the documents of these places.
fn ids(found: impl Iterator<Item = DocumentRef>) -> Vec<String> {
    found.map(|found| found.resolve(catalog()).1.id.to_string()).collect()
}

/// The ids in the addresses of links, in their order.
fn linked(visitor: &Visitor, links: &str) -> Vec<String> {
    visitor.script(
        "return [...document.querySelectorAll(arguments[0])].map((link) => new URL(link.href).searchParams.get('item'))",
        vec![links.into()],
    )
}

/// Waits until links lead to these documents.
fn should_link(visitor: &Visitor, links: &str, expected: &[String], what: &str) {
    until(|| {
        let found = linked(visitor, links);
        (found == expected)
            .then_some(())
            .ok_or_else(|| format!("{what}:\n  is        {found:?}\n  should be {expected:?}"))
    });
}

fn codes(selection: &Selection) -> Vec<String> {
    let mut codes: Vec<String> =
        selection.matches.iter().map(|found| catalog().countries[found.country].code.to_string()).collect();
    codes.sort();
    codes
}

#[test]
fn every_view_shows_what_the_query_selects() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    for asked in ASKED {
        let selection = select(asked);
        for view in View::ALL {
            let address = query(asked).toggled(&Change::View(*view)).encode();
            visitor.open(&format!("?{address}"));
            visitor.should_see(&address);
            let what = format!("?{address}");
            match view {
                View::Cards => {}
                View::Map => {
                    visitor.waits_for_map();
                    let shown: Vec<String> = visitor.script(
                        "return [...document.querySelectorAll('.map-figure [data-shown=true]')].map((spot) => spot.dataset.code).sort()",
                        vec![],
                    );
                    assert_eq!(shown, codes(&selection), "{what}");
                }
                View::Timeline => {
                    let bars = groups(catalog(), &selection, Grouping::Country, usize::MAX);
                    let expected = ids(bars.into_iter().flat_map(|(_, bars)| bars));
                    assert_eq!(expected.len(), selection.documents);
                    should_link(&visitor, ".bar-row", &expected, &what);
                }
                View::Compare => {
                    let comparison = compare::compare(catalog(), &selection);
                    let mut expected = Vec::new();
                    for kind in &comparison.kinds {
                        for column in &comparison.columns {
                            let country = column.found.country;
                            expected.extend(ids(column
                                .of_kind(*kind)
                                .into_iter()
                                .map(|document| DocumentRef { country: Some(country), document })));
                        }
                    }
                    should_link(&visitor, ".columns [data-kind] a[href*='item=']", &expected, &what);
                    if selection.matches.len() > compare::MOST {
                        visitor.should_read(".compare", &Messages::English.left_out(comparison.left_out));
                    }
                }
                View::Table => {
                    should_link(&visitor, ".to-card a", &ids(selection.found().take(60)), &what);
                    for shown in (60..selection.documents).step_by(60) {
                        visitor.clicks(
                            Role::Button,
                            &Messages::English.show_more_rows((selection.documents - shown).min(60)),
                        );
                        let next = rows(catalog(), &selection, None, shown + 1).remove(shown).resolve(catalog()).0;
                        until(|| match visitor.focus().name == Messages::English.owner(next) {
                            true => Ok(()),
                            false => Err(format!("the focus is not on the first new row: {:?}", visitor.focus())),
                        });
                        should_link(&visitor, ".to-card a", &ids(selection.found().take(shown + 60)), &what);
                    }
                }
            }
        }
    }
}

#[test]
fn another_view_keeps_everything_else() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?kind=strategy&sort=newest&q=genom");
    let mut before = "kind=strategy&q=genom&sort=newest".to_owned();
    for view in View::ALL.iter().rev() {
        visitor.clicks_in(".views", Role::Link, Messages::English.view(*view));
        before = query(&before).toggled(&Change::View(*view)).encode();
        visitor.should_see(&before);
        let current: String =
            visitor.script("return document.querySelector('.views [aria-current=page]').textContent", vec![]);
        assert_eq!(current, Messages::English.view(*view));
    }
    visitor.goes_back();
    visitor.should_see("kind=strategy&q=genom&sort=newest&view=map");
    // Filters work in every view.
    visitor.toggles("kind", "law");
    visitor.should_see("kind=law,strategy&q=genom&sort=newest&view=map");
}

#[test]
fn the_map_is_pressed_pointed_at_and_gone_through_by_keyboard() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "");
    visitor.waits_for_map();
    let drawn: Vec<String> = visitor.script(
        "return [...document.querySelectorAll('.map-figure [data-code]')].map((spot) => spot.dataset.code).sort()",
        vec![],
    );
    assert_eq!(drawn, codes(&select("")), "the map has each country and no other");

    // A press chooses a country, another one adds to it, and a second press takes it out.
    visitor.clicks_on(".map-figure [data-code=SE]");
    visitor.should_see("country=se");
    visitor.clicks_on(".map-figure [data-code=LU] circle");
    visitor.should_see("country=lu,se");
    visitor.clicks_on(".map-figure [data-code=SE]");
    visitor.should_see("country=lu");
    visitor.clicks_on(".map-figure [data-code=LU] circle");
    visitor.should_see("");

    // One stop for Tab; arrows lead on; Enter and Space press.
    assert_eq!(visitor.count(".map-figure [tabindex='0']"), 1);
    visitor.script::<()>("document.querySelector('.map-figure [data-code=AT]').focus()", vec![]);
    let at = |code: &str| {
        until(|| {
            let found: Option<String> = visitor.script("return document.activeElement.dataset.code ?? null", vec![]);
            (found.as_deref() == Some(code))
                .then_some(())
                .ok_or_else(|| format!("the focus is on {found:?}, not on {code}"))
        });
        assert!(visitor.focus().is_visible, "it cannot be seen that {code} has the focus");
        let (_, country) =
            CountryCode::from_visitor(code).and_then(|code| catalog().country(code)).expect("it is there");
        assert_eq!(visitor.focus().name, Messages::English.on_map(country, country.resources.len(), today()));
        visitor.should_read(".map-tip", &Messages::English.on_map(country, country.resources.len(), today())[3..]);
    };
    at("AT");
    visitor.presses(Key::Left);
    at("CH");
    visitor.presses(Key::Left);
    at("FR");
    assert_eq!(visitor.count(".map-figure [tabindex='0']"), 1);
    visitor.presses(Key::Enter);
    visitor.should_see("country=fr");
    visitor.presses(Key::Space);
    visitor.should_see("");
    at("FR");

    // The legend counts and filters.
    let plan = PlanState::InPreparation;
    let number = catalog().numbers(today()).plans[plan as usize];
    visitor.clicks_in(".map", Role::Button, &format!("{number} {}", Messages::English.plan(plan)));
    visitor.should_see("plan=in-preparation");
    visitor.clicks_in(".map", Role::Button, &format!("{number} {}", Messages::English.plan(plan)));
    visitor.should_see("");

    // The other measure: numbers on the map, and steps that choose countries.
    visitor.clicks(Role::Button, Messages::English.measure_documents());
    visitor.should_read(".map .legend", Messages::English.map_numbers());
    until(|| {
        let label: String = visitor.script("return document.querySelector('[data-code=IE] text').textContent", vec![]);
        let expected =
            catalog().countries.iter().find(|one| one.code.as_str() == "IE").map(|one| one.resources.len().to_string());
        (Some(&label) == expected.as_ref()).then_some(()).ok_or_else(|| format!("Ireland has {label}"))
    });
    let most: Vec<&str> =
        catalog().countries.iter().filter(|one| one.resources.len() >= 7).map(|one| one.code.as_str()).collect();
    visitor.clicks_in(
        ".map",
        Role::Button,
        &format!("{} {}", Messages::English.step(7, None), Messages::English.countries(most.len())),
    );
    let mut lower: Vec<String> = most.iter().map(|code| code.to_lowercase()).collect();
    lower.sort();
    visitor.should_see(&format!("country={}", lower.join(",")));
}

/// Labels of the map that touch each other, as pairs. A label is as high as capital letters are.
const TOUCHING: &str = "
    const labels = [...document.querySelectorAll('.map-figure [data-code] text')].map((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        const scale = text.getScreenCTM().a;
        const [middle, half] = [(top + bottom) / 2, 0.36 * scale * parseFloat(getComputedStyle(text).fontSize)];
        return { name: text.textContent, left, right, top: middle - half, bottom: middle + half };
    });
    return labels.flatMap((one, at) => labels.slice(at + 1)
        .filter((two) => one.left < two.right && two.left < one.right && one.top < two.bottom && two.top < one.bottom)
        .map((two) => `${one.name} and ${two.name}`))";

/// Countries of the map that a finger misses: those that something else than the country is over, somewhere in 24 by
/// 24 pixels around the middle of the target, or of the label where there is no target, which hold the label.
const MISSED: &str = "
    document.querySelector('.map-figure').scrollIntoView({ block: 'center' });
    const over = (x, y) => document.elementFromPoint(x, y)?.closest('[data-code],[data-target]');
    return [...document.querySelectorAll('.map-figure [data-code]')].filter((country) => {
        const { code } = country.dataset;
        const label = country.querySelector('text').getBoundingClientRect();
        const target = document.querySelector(`[data-target=${code}]`)?.getBoundingClientRect() ?? label;
        const [x, y] = [target.left + target.width / 2, target.top + target.height / 2];
        const [labelX, labelY] = [label.left + label.width / 2, label.top + label.height / 2];
        const steps = [-11.5, -6, 0, 6, 11.5];
        const points = steps.flatMap((right) => steps.map((down) => [x + right, y + down]));
        return [[labelX, labelY], ...points].some(([x, y]) => {
            const found = over(x, y)?.dataset ?? {};
            return (found.code ?? found.target) !== code;
        });
    }).map((country) => country.dataset.code)";

#[test]
fn labels_of_the_map_never_touch_and_a_finger_hits_every_country() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    for (width, height) in [(1280, 900), (390, 844)] {
        visitor.with_window(width, height);
        visitor.open("?view=map");
        visitor.waits_for_map();
        for measure in [Messages::English.measure_plan(), Messages::English.measure_documents()] {
            visitor.clicks(Role::Button, measure);
            assert_eq!(
                visitor.script::<Vec<String>>(TOUCHING, vec![]),
                Vec::<String>::new(),
                "{measure} at {width} px"
            );
        }
    }
    assert_eq!(visitor.script::<Vec<String>>(MISSED, vec![]), Vec::<String>::new(), "at 390 px");
    visitor.clicks_on("[data-target=LU]");
    visitor.should_see("country=lu&view=map");
    // The land around is no country: it cannot be pressed, reached or heard.
    let (is_over, attributes): (bool, Vec<String>) = visitor.script(
        "const map = document.querySelector('.map-figure svg').getBoundingClientRect();
        const land = document.querySelector('.land');
        return [document.elementFromPoint(map.left + 0.75 * map.width, map.top + 0.5 * map.height)?.closest('g') !== null,
            land.getAttributeNames()]",
        vec![],
    );
    assert_eq!((is_over, attributes), (false, vec!["class".to_owned(), "d".to_owned()]));
}

#[test]
fn the_legend_of_the_map_counts_the_flags_that_fit() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    for asked in ["", "kind=law", "kind=law&plan=in-force", "q=genom&country=de,fr"] {
        visitor.open(&format!("?{asked}"));
        let mut expected = query(asked);
        expected.plans = catalog::Set::default();
        let counts = catalog().select(&expected, today()).facets.plans.map(|count| count.countries.to_string());
        let counted = |what: &str| -> Vec<String> {
            let items = "[...document.querySelectorAll('.map .legend-item[data-plan]')]";
            visitor.script(&format!("return {items}.map((item) => `${{{what}}}`)"), vec![])
        };
        visitor.waits_for_map();
        assert_eq!(counted("item.querySelector('b').textContent"), counts, "?{asked}");
        assert_eq!(counted("item.querySelectorAll('.legend-flags > :not([data-pale])').length"), counts, "?{asked}");
    }
}

#[test]
fn the_map_is_small_beside_its_legend_on_a_phone_and_large_when_asked_for() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_window(390, 844);
    visitor.open("");
    visitor.waits_for_map();
    // Left, top, right and bottom.
    let place = |part: &str| -> [f64; 4] {
        visitor.script(
            "const { left, top, right, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
            return [left, top, right, bottom]",
            vec![part.into()],
        )
    };
    let ([_, top, right, bottom], legend) = (place(".map-figure"), place(".legend"));
    assert!(right <= legend[0] + 1.0, "the legend is not beside the map: {legend:?}, the map ends at {right}");
    assert!(legend[1] < bottom && top < legend[3], "the legend is above or below the map: {legend:?}, {top}, {bottom}");
    let small = bottom - top;
    assert!(small > 80.0, "the map is {small} px high");
    assert_eq!(visitor.count(".map [aria-expanded]"), 0, "nothing has to be opened");
    visitor.clicks_in(".views", Role::Link, Messages::English.view(View::Map));
    visitor.should_see("view=map");
    let [_, top, _, bottom] = place(".map-figure");
    assert!(bottom - top > 1.5 * small, "it was {small} px high and is {}", bottom - top);
    // On a desk it stands beside the filters.
    visitor.with_window(1280, 900);
    visitor.open("");
    visitor.waits_for_map();
    let (map, filters) = (place(".map-figure"), place(".filters"));
    let is_beside = map[0] >= filters[2] && map[1] < filters[3] && map[1] < 900.0;
    assert!(is_beside, "the map stands beside the filters, in the first window: {map:?}, {filters:?}");
}

#[test]
fn the_table_is_put_in_order_by_keyboard() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?view=table&status=active");
    let selection = select("status=active");
    let check = |order: Order| {
        let expected = ids(rows(catalog(), &selection, Some(order), 60).into_iter());
        should_link(&visitor, ".to-card a", &expected, &format!("{order:?}"));
        let sorted: Vec<(String, String)> = visitor.script(
            "return [...document.querySelectorAll('th[aria-sort]')].map((head) => [head.textContent, head.ariaSort])",
            vec![],
        );
        let direction = if order.is_descending { "descending" } else { "ascending" };
        assert_eq!(sorted, [(Messages::English.column(order.column).to_owned(), direction.to_owned())]);
    };
    for column in Column::ALL {
        visitor.clicks(Role::Button, Messages::English.column(*column));
        check(Order { column: *column, is_descending: false });
        // The focus is on what was pressed.
        visitor.presses(Key::Enter);
        check(Order { column: *column, is_descending: true });
    }
    // The order outlives another view.
    visitor.clicks_in(".views", Role::Link, Messages::English.view(View::Map));
    visitor.should_see("status=active&view=map");
    visitor.clicks_in(".views", Role::Link, Messages::English.view(View::Table));
    visitor.should_see("status=active&view=table");
    check(Order { column: Column::Issuer, is_descending: true });
    // What is printed is all of it.
    visitor.open("?view=table");
    visitor.should_see("view=table");
    visitor.script::<()>("window.dispatchEvent(new Event('beforeprint'))", vec![]);
    should_link(&visitor, ".to-card a", &ids(select("").found()), "printed");
    // The head stays in view.
    let sticky = "window.scrollTo(0, document.querySelector('tbody').getBoundingClientRect().top + 600);
        return Math.round(document.querySelector('thead th').getBoundingClientRect().top)";
    until(|| match visitor.script::<i32>(sticky, vec![]) {
        0 => Ok(()),
        top => Err(format!("the head of the table is at {top} px")),
    });
}

#[test]
fn the_timeline_is_grouped_zoomed_and_leads_to_cards() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?view=timeline&country=ie,dk");
    visitor.chooses(Messages::English.group_by(), Messages::English.grouping(Grouping::Kind));
    let selection = select("country=dk,ie");
    let by_kind = groups(catalog(), &selection, Grouping::Kind, usize::MAX);
    should_link(&visitor, ".bar-row", &ids(by_kind.into_iter().flat_map(|(_, bars)| bars)), "by kind");

    // A drag along the years chooses them; the same by buttons.
    visitor.drags(".axis-years", 0.5, 0.75);
    until(|| match visitor.query().contains("year=") {
        true => Ok(()),
        false => Err("no year is chosen".to_owned()),
    });
    let dragged = visitor.query();
    visitor.should_see(&dragged);
    let years = query(&dragged).years.expect("years are chosen");
    assert!(years.from() < years.to(), "{dragged}");
    visitor.clicks(Role::Button, Messages::English.zoom_out());
    until(|| if visitor.query() == dragged { Err("the years stay".to_owned()) } else { Ok(()) });
    visitor.clicks(Role::Button, Messages::English.all_years());
    visitor.should_see("country=dk,ie&view=timeline");

    // Every bar leads to its card.
    let first = linked(&visitor, ".bar-row").remove(0);
    visitor.clicks_on(".bar-row");
    visitor.should_see(&format!("country=dk,ie&item={first}"));
    until(|| match visitor.count(&format!("#item-{first}[data-here]")) {
        1 => Ok(()),
        _ => Err("the card is not marked".to_owned()),
    });
}

#[test]
fn countries_are_compared_side_by_side_and_printed_on_one_sheet() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?view=compare&country=dk");
    let name = |code: &str| {
        let code = CountryCode::from_visitor(code).expect("it is a code");
        Messages::English.country(code, catalog())
    };
    visitor.chooses(Messages::English.add_country(), &name("IE"));
    visitor.should_see("country=dk,ie&view=compare");
    until(|| match visitor.focus().name == Messages::English.add_country() {
        true => Ok(()),
        false => Err(format!("the focus is lost: {:?}", visitor.focus())),
    });
    let comparison = select("country=dk,ie");
    let comparison = compare::compare(catalog(), &comparison);
    // What differs is marked in words.
    let differs: Vec<String> = visitor.script(
        "return [...document.querySelectorAll('tr[data-differs] th')].map((head) => head.firstChild.textContent.trim())",
        vec![],
    );
    for kind in &comparison.kinds {
        let has = |column: &compare::Column| !column.of_kind(*kind).is_empty();
        let expected = comparison.columns.iter().any(has) && !comparison.columns.iter().all(has);
        assert_eq!(differs.contains(&Messages::English.kind(*kind).to_owned()), expected, "{kind:?}");
    }
    visitor.clicks(Role::Button, &Messages::English.leave_out(&name("DK")));
    visitor.should_see("country=ie&view=compare");

    // Four with much to say still fit on a sheet.
    let mut most: Vec<_> = catalog().countries.iter().collect();
    most.sort_by_key(|country| {
        let figures: usize = country.resources.iter().map(|resource| resource.figures.len()).sum();
        std::cmp::Reverse(country.resources.len() + figures)
    });
    let four: Vec<String> = most.iter().take(4).map(|country| country.code.lower()).collect();
    visitor.open(&format!("?view=compare&country={}", four.join(",")));
    let printed = visitor.prints();
    let printed = String::from_utf8_lossy(&printed);
    assert_eq!(printed.matches("/MediaBox ").count(), 1, "sheets");
    assert!(printed.contains("/MediaBox [0 0 841.9"), "it is no A4, landscape, in points");
}
