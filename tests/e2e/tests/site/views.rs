//! The same results as a map, a timeline, side by side and as a table.

use catalog::table::{Column, Order, country_rows, rows};
use catalog::timeline::{Grouping, groups};
use catalog::{Change, CountryCode, DocumentRef, InForce, Kind, Messages, PlanState, Selection, View, compare};
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
                    // Nothing stands side by side until a country is chosen.
                    if query(asked).countries.is_empty() {
                        let offered = compare::pairs(catalog(), &selection, today()).len();
                        visitor.waits_for(
                            &format!("{what} offers {offered} pairs"),
                            &format!("return document.querySelectorAll('.offers li').length === {offered}"),
                        );
                        assert_eq!(visitor.count(".columns"), 0, "{what}");
                        continue;
                    }
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
        visitor.should_read(".map-tip", &Messages::English.map_tip(country, country.resources.len(), today()));
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

    // The other measure: numbers on the large map, for which the small one has no room, and steps to choose countries.
    visitor.clicks(Role::Button, Messages::English.measure_documents());
    visitor.should_read(".map .legend", &Messages::English.step(7, None));
    visitor.should_not_read(".map .legend", Messages::English.map_numbers());
    visitor.clicks_in(".views", Role::Link, Messages::English.view(View::Map));
    visitor.should_see("view=map");
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
    visitor.should_see(&format!("country={}&view=map", lower.join(",")));
}

/// How many labels of the map are seen, and those of them that have fewer than nine pixels.
const SEEN: &str = "
    const seen = [...document.querySelectorAll('.map-figure [data-code] text')].filter((text) => text.checkVisibility());
    const small = seen.filter((text) => text.getScreenCTM().a * parseFloat(getComputedStyle(text).fontSize) < 9);
    return [seen.length, small.map((text) => text.textContent)]";

#[test]
fn labels_of_the_map_can_be_read_or_are_not_there() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    let all = catalog().countries.len();
    let check = |width, asked: &str, expected: usize| {
        visitor.with_window(width, 900);
        visitor.open(asked);
        visitor.waits_for_map();
        let (seen, small): (usize, Vec<String>) = visitor.script(SEEN, vec![]);
        assert_eq!((seen, small), (expected, vec![]), "?{asked} at {width} px");
    };
    // The small map is beside its legend and has no room for them.
    for width in [1280, 800, 405] {
        check(width, "", 0);
    }
    // The two in the middle are on either side of the width below which labels are larger.
    for width in [1280, 570, 540, 405] {
        check(width, "?view=map", all);
    }
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
    // A phone has no scroll bar beside its 390 pixels, and the driver's browser has one of 15.
    for (width, height) in [(1280, 900), (405, 844)] {
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
fn on_a_phone_the_label_of_a_row_stays_in_sight() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    visitor.with_window(390, 844);
    for address in ["?view=table", "?view=compare&country=dk,ie"] {
        visitor.open(address);
        visitor.waits_for("there are rows", "return document.querySelectorAll('.view tbody tr').length > 3");
        let [row, label]: [f64; 2] = visitor.script(
            "const rows = [...document.querySelectorAll('.view tbody tr')];
            const row = rows.sort((one, other) => other.offsetHeight - one.offsetHeight)[0];
            scrollBy({ top: row.getBoundingClientRect().top + 80, behavior: 'instant' });
            return [row, row.querySelector('th')].map((one) => one.getBoundingClientRect().top)",
            vec![],
        );
        assert!(row < -60.0, "{address}: the row begins at {row}");
        assert!(label >= 0.0, "{address}: the label of a row that begins at {row} is at {label}");
    }
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
    for column in &Column::OF_DOCUMENTS {
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
    let words = |kind: Kind| visitor.text(&format!(".columns [data-kind={}] .differs", kind.name()));
    for kind in comparison.kinds.iter().copied() {
        assert!(differs.contains(&Messages::English.kind(kind).to_owned()), "{kind:?}");
        let has = |column: &compare::Column| !column.of_kind(kind).is_empty();
        let expected = match comparison.columns.iter().all(has) {
            true => Messages::English.different_ones(),
            false => Messages::English.differs(),
        };
        assert_eq!(words(kind), expected, "{kind:?}");
    }
    assert_eq!(words(Kind::Strategy), "each has its own", "both have a strategy, and not the same");
    // Both have a plan in force, and each its own. What each counts in its own way is no difference.
    assert!(differs.contains(&Messages::English.compare_plan().to_owned()), "{differs:?}");
    assert!(!differs.contains(&Messages::English.figures().to_owned()), "{differs:?}");
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

#[test]
fn a_comparison_begins_with_pairs_and_with_the_neighbours_of_a_country() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?view=compare");
    let code = |at: usize| catalog().countries[at].code;
    let is_at_results = || {
        until(|| match visitor.focus().name == Messages::English.countries_heading() {
            true => Ok(()),
            false => Err(format!("the focus is lost: {:?}", visitor.focus())),
        });
    };
    let pair = compare::pairs(catalog(), &select(""), today())[0];
    let [one, other] = pair.countries.map(|at| &catalog().countries[at]);
    visitor.should_read(".offers", &Messages::English.why_compare(pair.are_neighbours, pair.state));
    visitor.clicks_in(".offers", Role::Link, &Messages::English.pair(&one.name, &other.name));
    let mut both = [one.code.lower(), other.code.lower()];
    both.sort();
    visitor.should_see(&format!("country={}&view=compare", both.join(",")));
    is_at_results();
    assert_eq!((visitor.count(".columns thead th"), visitor.count(".offers li")), (2, 0));
    visitor.goes_back();
    visitor.should_see("view=compare");

    // From the page of a country its neighbours are one press away, then those in the same state.
    visitor.open_whatever_comes("dk/");
    visitor.waits_until_whole();
    visitor.clicks_in(".ways", Role::Link, Messages::English.compare_with_another());
    visitor.should_see("country=dk&view=compare");
    // It is one step to come back from.
    visitor.goes_back();
    visitor.waits_for("the country is shown again", "return document.querySelector('h1').innerText === 'Denmark'");
    visitor.clicks_in(".ways", Role::Link, Messages::English.compare_with_another());
    visitor.should_see("country=dk&view=compare");
    is_at_results();
    let denmark = CountryCode::from_visitor("DK").expect("it is a code");
    let beside = compare::beside(catalog(), &select("country=dk"), denmark, today()).expect("it is there");
    let expected: Vec<String> =
        beside.neighbours.iter().chain(&beside.alike).map(|at| catalog().countries[*at].name.to_string()).collect();
    let names: Vec<String> =
        visitor.script("return [...document.querySelectorAll('.offers a')].map((link) => link.textContent)", vec![]);
    assert_eq!(names, expected);
    visitor.should_read(".offers", Messages::English.its_neighbours());
    visitor.should_read(".offers", Messages::English.in_state_too(PlanState::InForce));
    let first = beside.neighbours[0];
    visitor.clicks_in(".offers", Role::Link, &catalog().countries[first].name);
    let mut both = ["dk".to_owned(), code(first).lower()];
    both.sort();
    visitor.should_see(&format!("country={}&view=compare", both.join(",")));
    is_at_results();
}

#[test]
fn the_table_can_be_of_countries() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?view=table&plan=in-force");
    let selection = select("plan=in-force");
    let rows = |order: Option<Order>, expected: &str| {
        let places = country_rows(catalog(), &selection, order, today(), 60);
        let names: Vec<String> = places.iter().map(|at| catalog().countries[*at].name.to_string()).collect();
        until(|| {
            let found: Vec<String> = visitor.script(
                "return [...document.querySelectorAll('.of-countries tbody th')].map((head) => head.textContent)",
                vec![],
            );
            (found == names).then_some(()).ok_or_else(|| format!("{expected}: {found:?} and not {names:?}"))
        });
    };
    let is_pressed = |name: &str| {
        visitor.script::<bool>(
            "return [...document.querySelectorAll('.table [aria-pressed=true]')].map((one) => one.textContent).join() === arguments[0]",
            vec![name.into()],
        )
    };
    assert!(is_pressed(Messages::English.by_document()));
    visitor.clicks(Role::Button, Messages::English.column(Column::Title));
    visitor.clicks(Role::Button, Messages::English.by_country());
    assert!(is_pressed(Messages::English.by_country()));
    // An order by titles is none of countries.
    rows(None, "as on the cards");
    assert_eq!(visitor.count("[aria-sort]"), 0);
    for column in &Column::OF_COUNTRIES {
        visitor.clicks_in(".of-countries", Role::Button, Messages::English.column(*column));
        rows(Some(Order { column: *column, is_descending: false }), &format!("{column:?}"));
        visitor.presses(Key::Enter);
        rows(Some(Order { column: *column, is_descending: true }), &format!("{column:?}, descending"));
    }
    // What stands in a row is what the spreadsheet has.
    let cell = |column: Column| {
        let at = Column::OF_COUNTRIES.iter().position(|one| *one == column).expect("it is there") + 1;
        visitor.script::<String>(
            "return [...document.querySelectorAll('.of-countries tbody tr')]
                .find((row) => row.cells[0].textContent === 'Denmark').cells[arguments[0] - 1].textContent",
            vec![at.into()],
        )
    };
    let (_, denmark) = catalog().country(CountryCode::from_visitor("DK").expect("it is a code")).expect("it is there");
    let period = catalog::table::plan_period(catalog(), denmark, today()).expect("its plan has years");
    assert_eq!(cell(Column::State), Messages::English.plan(PlanState::InForce));
    assert_eq!(cell(Column::Years), Messages::English.period(period));
    assert_eq!(cell(Column::Plan), denmark.plans().map(|plan| &*plan.title).collect::<String>());
    assert_eq!(cell(Column::Documents), denmark.resources.len().to_string());
    assert_eq!(cell(Column::Videos), catalog().videos_of(denmark.code).count().to_string());
    // The choice outlives another view, and leads back to the documents.
    visitor.clicks_in(".views", Role::Link, Messages::English.view(View::Map));
    visitor.clicks_in(".views", Role::Link, Messages::English.view(View::Table));
    rows(Some(Order { column: Column::Videos, is_descending: true }), "after the map");
    visitor.clicks(Role::Button, Messages::English.by_document());
    should_link(&visitor, ".to-card a", &ids(selection.found().take(60)), "documents again");
    // On a phone each cell says the name of its column, and one with nothing takes no room.
    visitor.clicks(Role::Button, Messages::English.by_country());
    visitor.with_window(300, 800);
    let wrong: Vec<String> = visitor.script(
        "const names = [...document.querySelectorAll('.of-countries thead th')].map((head) => head.textContent);
        return [...document.querySelectorAll('.of-countries td')].filter((cell) => {
            const words = getComputedStyle(cell, '::before').content;
            const isRight = words.startsWith(`\"${names[cell.cellIndex]}\"`);
            return cell.textContent ? !isRight || !cell.checkVisibility() : cell.checkVisibility();
        }).map((cell) => cell.outerHTML)",
        vec![],
    );
    assert_eq!(wrong, Vec::<String>::new());
    let (page, window): (u32, u32) =
        visitor.script("return [document.documentElement.scrollWidth, innerWidth]", vec![]);
    assert!(page <= window, "the page is {page} px wide");
}

#[test]
fn the_years_of_the_timeline_can_be_read_at_any_width() {
    let site = ServedSite::built();
    let visitor = Visitor::of(&site);
    let wrong =
        "const texts = [...document.querySelectorAll('.axis-years text')].filter((text) => text.checkVisibility());
        const boxes = texts.map((text) => text.getBoundingClientRect());
        const said = (at) => `${texts[at].textContent} ${JSON.stringify(boxes[at])}`;
        return [texts.length, boxes.flatMap((box, at) => [
            box.left < 0 || box.right > innerWidth ? [`cut off: ${said(at)}`] : [],
            parseFloat(getComputedStyle(texts[at]).fontSize) < 11 ? [`small: ${said(at)}`] : [],
            boxes.slice(at + 1).some((other) => box.left < other.right + 3 && other.left < box.right + 3
                && box.top < other.bottom && other.top < box.bottom) ? [`on another: ${said(at)}`] : [],
        ].flat())]";
    for page in ["", "embed/"] {
        for years in ["", "&year=2026", "&year=2019-2026", "&year=2019-2021", "&year=2011-2031", "&year=1900-2100"] {
            visitor.with_window(300, 700);
            visitor.open(&format!("{page}?view=timeline{years}"));
            visitor.waits_for("the years are there", "return document.querySelector('.axis-years .year') !== null");
            for width in [300, 390, 700, 1000, 1280] {
                visitor.with_window(width, 700);
                let (shown, wrong): (usize, Vec<String>) = visitor.script(wrong, vec![]);
                assert!(shown > 0 && wrong.is_empty(), "{page}{years} at {width} px: {wrong:?}");
            }
        }
    }
}

#[test]
fn what_is_in_force_today_is_filled_on_the_timeline() {
    let site = ServedSite::built();
    let visitor = Visitor::at(&site, "?view=timeline&country=fr,dk");
    let filled: Vec<(String, bool)> = visitor.script(
        "return [...document.querySelectorAll('.bar-row')].flatMap((row) => {
            const bar = row.querySelector('.bar :is(.period, .open)');
            return bar ? [[new URL(row.href).searchParams.get('item'), getComputedStyle(bar).fill !== 'none']] : [];
        })",
        vec![],
    );
    assert!(filled.len() > 3, "{filled:?}");
    for (id, is_filled) in &filled {
        let resource =
            catalog().countries.iter().flat_map(|country| &country.resources).find(|one| one.id.as_str() == id);
        let is_in_force = resource.expect("it is there").in_force(today()) == InForce::Yes;
        assert_eq!(*is_filled, is_in_force, "{id}");
    }
    assert!(filled.iter().any(|(_, is_filled)| *is_filled) && filled.iter().any(|(_, is_filled)| !is_filled));
    visitor.should_read(".shapes", Messages::English.in_force_today());
    // On a phone the words stand above their bar, which has all the width.
    visitor.with_window(390, 844);
    let beside: usize = visitor.script(
        "return [...document.querySelectorAll('.bar-row')].filter((row) => {
            const bar = row.querySelector('.bar')?.getBoundingClientRect();
            const name = row.querySelector('.bar-name').getBoundingClientRect();
            return bar && (bar.top < name.bottom - 1 || bar.width < row.getBoundingClientRect().width - 1);
        }).length",
        vec![],
    );
    assert_eq!(beside, 0, "bars are beside their words");
}
