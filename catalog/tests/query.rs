//! A query and the address it is written to.
#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use catalog::{Change, CountryCode, Kind, Period, PlanState, Query, Set, Sort, Status, Unknown, Year};
use common::catalog;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn parse(address: &str) -> Query {
    Query::parse(address, catalog()).0
}

fn code(text: &str) -> CountryCode {
    CountryCode::parse(text).unwrap()
}

fn years(from: Option<i64>, to: Option<i64>) -> Option<Period> {
    let year = |year: i64| Year::new(year).unwrap();
    Some(Period::new(from.map(year), to.map(year)).unwrap())
}

/// The canonical form of an address in which everything is known.
#[track_caller]
fn check(address: &str, expected: &str) {
    let (query, unknown) = Query::parse(address, catalog());
    assert_eq!(unknown, [], "{address}");
    assert_eq!(query.encode(), expected, "{address}");
    assert_eq!(parse(expected), query, "{expected}");
}

/// The canonical form of an address, and what in it is unknown.
#[track_caller]
fn check_unknown(address: &str, expected: &str, unknown: &[(&str, &str)]) {
    let (query, found) = Query::parse(address, catalog());
    assert_eq!(query.encode(), expected, "{address}");
    let found: Vec<(&str, &str)> = found.iter().map(|Unknown { name, value }| (&**name, &**value)).collect();
    assert_eq!(found, unknown, "{address}");
}

#[test]
fn an_address_has_one_canonical_form() {
    check("", "");
    check("?", "");
    check("&&", "");
    check("?country=ie,fr", "country=fr,ie");
    check("country=fr&country=ie&country=fr", "country=fr,ie");
    check("COUNTRY=IE%2CFr", "country=fr,ie");
    check("country=%20ie%20,,+fr,", "country=fr,ie");
    check("kind=Strategy,report,law", "kind=law,report,strategy");
    check("status=unknown,ACTIVE", "status=active,unknown");
    check("plan=programme-only,adopted", "plan=adopted,programme-only");
    check("video=1", "video=1");
    check("video=0", "");
    check("now=1", "now=1");
    check("NOW=1&now=0", "now=1");
    check("now=0", "");
    check("now=", "");
    check("view=cards&sort=name", "");
    check("view=Cards&sort=Newest", "sort=newest");
    check("sort=documents", "sort=documents");
    check("lang=pt-BR", "lang=pt-br");
    check("item=IE-Genome-of-Ireland", "item=ie-genome-of-ireland");
    // Characters that would turn the page around.
    check("q=\u{202e}plan%E2%80%AE\u{2066}", "q=plan");
    check("item=gdi-workshop-2024", "item=gdi-workshop-2024");
    check("country=&kind=&year=&video=&q=&view=&sort=&lang=&item=", "");
    check(
        "?sort=newest&q=b+a&video=1&year=2020-2025&plan=adopted&now=1&status=active&kind=strategy&country=ie&lang=en",
        "country=ie&kind=strategy&status=active&now=1&plan=adopted&year=2020-2025&video=1&q=b+a&sort=newest&lang=en",
    );
}

/// "Adopted" is what both states of an adopted plan were called before they were told apart.
#[test]
fn an_adopted_plan_is_in_force_or_has_ended() {
    let check_states = |address: &str, expected: &str, states: &[PlanState]| {
        check(address, expected);
        assert_eq!(parse(address).plans, states.iter().copied().collect(), "{address}");
    };
    let both = [PlanState::InForce, PlanState::Ended];
    check_states("plan=adopted", "plan=adopted", &both);
    check_states("plan=Adopted", "plan=adopted", &both);
    check_states("plan=in-force", "plan=in-force", &[PlanState::InForce]);
    check_states("plan=ended", "plan=ended", &[PlanState::Ended]);
    check_states("plan=ended,in-force", "plan=adopted", &both);
    check_states("plan=in-force&plan=ended", "plan=adopted", &both);
    check_states("plan=ended,adopted", "plan=adopted", &both);
    check_states("plan=adopted,in-force,ended", "plan=adopted", &both);
    check("plan=none-found,ended,in-force", "plan=adopted,none-found");
    check("plan=programme-only,ended,in-preparation", "plan=ended,in-preparation,programme-only");
    check("plan=in-preparation,in-force", "plan=in-force,in-preparation");
    // To take one of the two out leaves the other.
    let toggled = |from: &str, state: PlanState| parse(from).toggled(&Change::Plan(state)).encode();
    assert_eq!(toggled("plan=adopted", PlanState::InForce), "plan=ended");
    assert_eq!(toggled("plan=adopted", PlanState::Ended), "plan=in-force");
    assert_eq!(toggled("plan=adopted,none-found", PlanState::Ended), "plan=in-force,none-found");
    assert_eq!(toggled("plan=in-force", PlanState::Ended), "plan=adopted");
    assert_eq!(toggled("plan=ended", PlanState::Ended), "");
    assert_eq!(
        parse("plan=adopted").chips(catalog()),
        [Change::Plan(PlanState::InForce), Change::Plan(PlanState::Ended)]
    );
}

/// Every address that the page wrote before it knew these words.
#[test]
fn old_addresses_keep_their_meaning() {
    for address in [
        "plan=adopted",
        "plan=adopted,in-preparation",
        "plan=in-preparation",
        "plan=adopted,in-preparation,none-found,programme-only",
        "plan=adopted&kind=strategy&year=2026",
        "kind=strategy&plan=adopted&year=2026",
        "status=active&year=2026",
        "country=ie&kind=law&status=active&plan=adopted&year=2020&video=1&q=x&view=map&sort=newest&lang=en",
    ] {
        let (query, unknown) = Query::parse(address, catalog());
        assert_eq!(unknown, [], "{address}");
        assert!(!query.now, "{address}");
        let in_order = |address: &str| {
            let mut parts: Vec<&str> = address.split('&').collect();
            parts.sort_unstable();
            parts.join("&")
        };
        assert_eq!(in_order(&query.encode()), in_order(address));
    }
}

#[test]
fn the_unions_own_codes_are_understood() {
    check("country=EL,UK", "country=gb,gr");
    check("country=el,gr,uk,gb", "country=gb,gr");
    assert_eq!(CountryCode::from_visitor("El"), Some(code("GR")));
    assert_eq!(CountryCode::from_visitor("uk"), Some(code("GB")));
    // Only visitors write so: the dataset does not.
    assert!(
        CountryCode::parse("EL").is_err() && CountryCode::parse("UK").is_err() && CountryCode::parse("ie").is_err()
    );
}

#[test]
fn years_are_one_or_a_range_with_open_ends() {
    check("year=2020", "year=2020");
    check("year=2020-2025", "year=2020-2025");
    check("year=2025-2020", "year=2020-2025");
    check("year=2020-2020", "year=2020");
    check("year=2020-", "year=2020-");
    check("year=-2025", "year=-2025");
    for wrong in
        ["-", "20", "2020-25", "1899", "2020-2101", "2020-2021-2022", "soon", "2020–2021–2022", "+2020", "２０２０"]
    {
        let address = format!("year={}", form_urlencoded::byte_serialize(wrong.as_bytes()).collect::<String>());
        check_unknown(&address, "", &[("year", wrong)]);
    }
    check_unknown("year=2020&year=soon", "year=2020", &[("year", "soon")]);
}

#[test]
fn a_search_text_keeps_its_words() {
    check("q=national+plan", "q=national+plan");
    check("q=%20national%20%20%0A+plan%00", "q=national+plan");
    check("q=national&q=plan", "q=national+plan");
    check("q=%C3%B6sterreich", "q=%C3%B6sterreich");
    check("q=a%26b%3Dc%2B%23", "q=a%26b%3Dc%2B%23");
    check("q=100%25", "q=100%25");
    // What is no percent-encoding stands for itself; what is no UTF-8 for a replacement character.
    check("q=100%", "q=100%25");
    check("q=%zz%4", "q=%25zz%254");
    check("q=%FF", "q=%EF%BF%BD");
    assert_eq!(parse("q=+ö++plan+").text(), "ö plan");
    let long = parse(&format!("q={}", "a".repeat(1_000)));
    assert_eq!(long.text().len(), Query::LONGEST_TEXT);
    let long = parse(&format!("q={}+{}", "ö".repeat(Query::LONGEST_TEXT - 1), "b".repeat(1_000)));
    assert_eq!(long.text(), "ö".repeat(Query::LONGEST_TEXT - 1));
}

#[test]
fn what_other_programs_leave_on_an_address_is_passed_over() {
    for name in ["utm_source", "UTM_campaign", "fbclid", "gclid", "mc_cid", "mc_eid", "ref", "msclkid", "_ga", "_hsenc"]
    {
        check(&format!("{name}=x1&country=ie"), "country=ie");
    }
    // Copied from HTML, out of a sentence, or written by PHP.
    check("country=ie&amp;kind=law&amp;now=1", "country=ie&kind=law&now=1");
    check("country[]=ie&country%5B%5D=fr&country[0]=de", "country=de,fr,ie");
    check("country=ie.", "country=ie");
    check("kind=law).", "kind=law");
    for after in [",", ";", ":", "!", "?", "*", "`", "}", "\u{bb}", "\u{201c}", ").", "\u{2019}\u{201d}."] {
        check(&format!("view=map{after}"), "view=map");
        check(&format!("country=ie&item=FI-FinnGen{after}"), "country=ie&item=fi-finngen");
        check(&format!("year=2020-2025{after}"), "year=2020-2025");
    }
    // What is not seen, in names too.
    check("country=ie%E2%80%8B&view=map%EF%BB%BF&kind=l%C2%ADaw", "country=ie&kind=law&view=map");
    check("coun%C2%ADtry=i%E2%81%A0e&year=20%E2%80%8D20%EF%B8%8F&now=%E2%80%8B1", "country=ie&now=1&year=2020");
}

/// Each mark, where it was seen, alone and behind a second question mark.
#[test]
fn marks_of_those_who_follow_visitors_are_passed_over() {
    let marks = "utm_source utm_id mc_cid mc_eid fbclid gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid msclkid \
                 ttclid twclid yclid li_fat_id lipi igsh igshid mibextid si srsltid rdt_cid epik s_kwcid ef_id _kx _ga _gl \
                 _hsenc _hsmi __hstc __hssc __hsfp hsCtaTracking vero_id vero_conv oly_enc_id oly_anon_id elqTrackId elqTrack \
                 elq wt_mc wt_zmc xtor mkt_tok ref ref_ ref_src referrer guccounter guce_referrer guce_referrer_sig \
                 _branch_match_id _branch_referrer trk trkCampaign pk_campaign mtm_source matomo_campaign at_medium spm";
    for mark in marks.split_whitespace() {
        check(&format!("{mark}=x1&country=ie"), "country=ie");
        check(&format!("country=ie?{mark}=x1"), "country=ie");
    }
    // What a visitor may have written is none of these.
    for name in ["refs", "sid", "id", "simple", "countries", "country_id", "lang2", "epic", "items", "atlas"] {
        check_unknown(&format!("{name}=1&country=ie"), "country=ie", &[(name, "1")]);
    }
}

#[test]
fn a_second_question_mark_separates() {
    check("?country=ie?fbclid=x", "country=ie");
    check("?view=map?utm_source=y&utm_medium=z", "view=map");
    check("??country=ie", "country=ie");
    check("country=ie?view=map?kind=law", "country=ie&kind=law&view=map");
    check("country=ie?country[]=fr", "country=fr,ie");
    // In a search it is what was typed.
    check("q=what?", "q=what%3F");
    check("q=what%3Fview%3Dmap", "q=what%3Fview%3Dmap");
    check("q=what? why=", "q=what%3F+why%3D");
    check("q=a?=b", "q=a%3F%3Db");
}

#[test]
fn an_address_means_what_people_write() {
    check("country=Ireland", "country=ie");
    check("country=united kingdom,Czech Republic;Éire", "country=cz,gb,ie");
    check("country=united-kingdom,IRL,Holland", "country=gb,ie,nl");
    check("country=ie fr+de", "country=de,fr,ie");
    check("country=Deutschland", "country=de");
    check("kind=Implementation plan,genome_centre", "kind=genome-centre,implementation-plan");
    check("plan=In preparation", "plan=in-preparation");
    check("year=2020–2025", "year=2020-2025");
    check("year=2020 — 2025", "year=2020-2025");
    check("year=2020−", "year=2020-");
    check("video=true&now=Yes", "now=1&video=1");
    check("video=false&now=no", "");
    check("q=fin%C2%ADland%E2%80%8B%EF%BB%BF", "q=finland");
}

#[test]
fn what_is_unknown_is_left_out_and_reported() {
    check_unknown("source=x&country=ie", "country=ie", &[("source", "x")]);
    check_unknown("country=ie,xx,us,usa", "country=ie", &[("country", "xx"), ("country", "us"), ("country", "usa")]);
    check_unknown("country=ie xx fr", "country=fr,ie", &[("country", "xx")]);
    check_unknown("country=New Zealand", "", &[("country", "New Zealand")]);
    check_unknown("kind=plan,strategy", "kind=strategy", &[("kind", "plan")]);
    check_unknown("status=alive&plan=some", "", &[("status", "alive"), ("plan", "some")]);
    check_unknown("video=some&view=globe&sort=size", "", &[("video", "some"), ("view", "globe"), ("sort", "size")]);
    check_unknown("now=2026&now=never&now=1", "now=1", &[("now", "2026"), ("now", "never")]);
    check_unknown("plan=ended,over", "plan=ended", &[("plan", "over")]);
    check_unknown(
        "lang=english&item=no-such-entry&item=%00",
        "",
        &[("lang", "english"), ("item", "no-such-entry"), ("item", "\0")],
    );
    check_unknown("x", "", &[("x", "")]);
    check_unknown("kind=x&kind=x,x", "", &[("kind", "x")]);
    let cut = "ö".repeat(30);
    check_unknown(&format!("kind={}", "ö".repeat(100)), "", &[("kind", &cut)]);
    let (_, unknown) = Query::parse(&(0..100).map(|n| format!("x{n}=1&")).collect::<String>(), catalog());
    assert_eq!(unknown.len(), Query::MOST_UNKNOWN);
}

#[test]
fn ten_thousand_values_are_no_trouble() {
    let repeat = |value: &str| format!("country={}", vec![value; 10_000].join(","));
    let (query, unknown) = Query::parse(&repeat("ie"), catalog());
    assert_eq!(query.encode(), "country=ie");
    assert_eq!(unknown.len(), 1, "it says that something was left out");
    assert_eq!((&*unknown[0].name, unknown[0].value.len()), ("…", 60));

    let many: String = (0..10_000).map(|n| format!("kind=k{n}&q=w{n}&item=i{n}&")).collect();
    let (query, unknown) = Query::parse(&many, catalog());
    assert_eq!(unknown.len(), Query::MOST_UNKNOWN);
    assert_eq!(unknown[0].name, "…");
    assert!(query.text().starts_with("w0 w1 w2 ") && query.text().len() <= Query::LONGEST_TEXT);

    let (query, unknown) = Query::parse(&"ö".repeat(1_000_000), catalog());
    assert_eq!(query, Query::default());
    assert_eq!(unknown.len(), 2);
}

#[test]
fn a_value_is_put_in_and_taken_out() {
    let check = |from: &str, change: Change, expected: &str| {
        let query = parse(from);
        let changed = query.toggled(&change);
        assert_eq!(changed.encode(), expected, "{from} with {change:?}");
        if !matches!(change, Change::Years(_) | Change::Text(_) | Change::Sort(_)) && query.item.is_none() {
            assert_eq!(changed.toggled(&change), query, "{change:?} twice");
            assert_ne!(changed.has(&change), query.has(&change), "{change:?}");
        }
    };
    check("", Change::Country(code("IE")), "country=ie");
    check("country=ie,fr", Change::Country(code("IE")), "country=fr");
    check("", Change::Kind(Kind::GenomeCentre), "kind=genome-centre");
    check("kind=law,report", Change::Kind(Kind::Law), "kind=report");
    check("", Change::Status(Status::Planned), "status=planned");
    check("status=planned", Change::Status(Status::Planned), "");
    check("plan=adopted", Change::Plan(PlanState::NoneFound), "plan=adopted,none-found");
    check("plan=adopted", Change::Plan(PlanState::Ended), "plan=in-force");
    check("", Change::Now, "now=1");
    check("status=active&now=1&year=2020", Change::Now, "status=active&year=2020");
    check("video=1", Change::Video, "");
    check("", Change::Video, "video=1");
    check("year=2020", Change::Years(years(Some(2021), None)), "year=2021-");
    check("year=2020", Change::Years(None), "");
    check("q=a", Change::Text("  national   plan ".into()), "q=national+plan");
    check("q=a", Change::Text(" ".into()), "");
    check("sort=newest", Change::Sort(Sort::Name), "");
    check("", Change::Sort(Sort::Documents), "sort=documents");
    // The entry that the address points at goes with the first change.
    check("item=fi-finngen&country=fi", Change::Video, "country=fi&video=1");
}

#[test]
fn clearing_keeps_order_and_language() {
    let all =
        "country=ie&kind=law&status=active&now=1&plan=ended&year=2020&video=1&q=x&sort=newest&lang=en&item=fi-finngen";
    assert_eq!(parse(all).cleared().encode(), "sort=newest&lang=en");
    assert!(parse(all).is_filtered());
    assert!(!parse("sort=newest&lang=en&item=fi-finngen").is_filtered());
    for one in [
        "country=ie",
        "kind=law",
        "status=active",
        "now=1",
        "plan=adopted",
        "plan=ended",
        "year=-2020",
        "video=1",
        "q=x",
    ] {
        assert!(parse(one).is_filtered(), "{one}");
        assert!(!parse(one).cleared().is_filtered(), "{one}");
    }
}

#[test]
fn each_chip_takes_out_its_own_value() {
    let all =
        parse("country=ie,fr&kind=law,report&status=active&now=1&plan=adopted&year=2020-&video=1&q=x&sort=newest");
    let chips = all.chips(catalog());
    // Each of the two states of an adopted plan has its own.
    assert_eq!(chips.len(), 11);
    for (at, chip) in chips.iter().enumerate() {
        let left = all.toggled(chip);
        let mut others = chips.clone();
        others.remove(at);
        assert_eq!(left.chips(catalog()), others, "without {chip:?}");
    }
    // As the countries stand side by side: Croatia is before Germany, though HR is after DE.
    let side_by_side = parse("country=de,hr");
    let names: Vec<&str> = side_by_side
        .chips(catalog())
        .iter()
        .filter_map(|chip| match chip {
            Change::Country(code) => catalog().country(*code).map(|(_, country)| &*country.name),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["Croatia", "Germany"]);
    let none = chips.iter().fold(all.clone(), |query, chip| query.toggled(chip));
    assert_eq!(none, all.cleared());
}

/// A piece of an address: often right, often nearly right, sometimes anything.
fn piece() -> impl Strategy<Value = String> {
    let name = prop::sample::select(
        &[
            "country", "kind", "status", "now", "plan", "year", "video", "q", "view", "sort", "lang", "item",
            "Country", "Q", "x",
        ][..],
    );
    let value = prop_oneof![
        prop::sample::select(
            &[
                "ie",
                "FR",
                "el",
                "UK",
                "xx",
                "strategy",
                "Law",
                "report",
                "active",
                "planned",
                "adopted",
                "in-force",
                "ended",
                "none-found",
                "2020",
                "2020-2025",
                "2025-2020",
                "-2020",
                "2020-",
                "1",
                "0",
                "cards",
                "name",
                "newest",
                "Documents",
                "en",
                "pt-BR",
                "fi-finngen",
                "national",
                "österreich",
                "%C3%B6",
                "%",
                "%F",
                "%C3",
                "+",
                "%2C",
                "%00",
                "%26",
                "",
            ][..]
        )
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    (name, prop::collection::vec(value, 0..4)).prop_map(|(name, values)| format!("{name}={}", values.join(",")))
}

fn pieces() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(piece(), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn encoding_what_was_read_changes_no_more(pieces in pieces()) {
        let (query, _) = Query::parse(&pieces.join("&"), catalog());
        let encoded = query.encode();
        let (again, unknown) = Query::parse(&encoded, catalog());
        prop_assert_eq!(&unknown, &[], "{}", encoded);
        prop_assert_eq!(&again, &query);
        prop_assert_eq!(again.encode(), encoded);
    }

    #[test]
    fn any_text_is_an_address(text in any::<String>(), times in 1..2_000_usize) {
        let (query, unknown) = Query::parse(&text.repeat(times), catalog());
        prop_assert!(unknown.len() <= Query::MOST_UNKNOWN);
        prop_assert!(query.text().chars().count() <= Query::LONGEST_TEXT);
        let (again, _) = Query::parse(&query.encode(), catalog());
        prop_assert_eq!(again, query);
    }

    /// The order of the names, and of the values of a list, means nothing.
    #[test]
    fn order_does_not_matter(
        lists in prop::collection::vec(prop::sample::select(&[
            "country=ie", "country=fr", "country=el", "kind=law", "kind=report", "status=active", "status=planned", "plan=adopted",
            "plan=ended", "plan=in-force", "now=1", "plan=none-found", "year=2020-2025", "video=1", "q=plan", "sort=newest", "lang=en", "item=fi-finngen",
        ][..]).prop_map(str::to_owned), 0..12),
        seed in any::<u64>(),
    ) {
        let (q, mut others): (Vec<String>, Vec<String>) = lists.into_iter().partition(|piece| piece.starts_with("q="));
        let one = parse(&[others.clone(), q.clone()].concat().join("&"));
        // Any order will do: here that of a hash with a random seed.
        others.sort_by_key(|piece| piece.bytes().fold(seed, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)));
        let other = parse(&[q, others].concat().join("&"));
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(one.encode(), other.encode());
    }

    #[test]
    fn changes_can_be_written_and_read(
        countries in prop::collection::vec(prop::sample::select(&["IE", "FR", "GR", "GB"][..]), 0..4),
        kinds in prop::collection::vec(prop::sample::select(Kind::ALL), 0..4),
        statuses in prop::collection::vec(prop::sample::select(Status::ALL), 0..4),
        plans in prop::collection::vec(prop::sample::select(PlanState::ALL), 0..4),
        text in any::<String>(),
        video in any::<bool>(),
        now in any::<bool>(),
        from in 1900..2000_i64,
        to in 2000..2100_i64,
    ) {
        let mut query = Query::default();
        let changes = countries.into_iter().map(|text| Change::Country(code(text)))
            .chain(kinds.into_iter().map(Change::Kind))
            .chain(statuses.into_iter().map(Change::Status))
            .chain(plans.into_iter().map(Change::Plan))
            .chain(video.then_some(Change::Video))
            .chain(now.then_some(Change::Now))
            .chain([Change::Text(text), Change::Years(years(Some(from), Some(to)))]);
        for change in changes {
            query = query.toggled(&change);
            prop_assert_eq!(&parse(&query.encode()), &query);
            prop_assert_eq!(query.chips(catalog()).len(), query.filters());
        }
    }

    #[test]
    fn a_set_is_one(steps in prop::collection::vec((0..8_u8, any::<bool>()), 0..24)) {
        let (mut set, mut oracle) = (Set::default(), BTreeSet::new());
        for (value, toggles) in steps {
            if !toggles {
                prop_assert_eq!(set.insert(value), oracle.insert(value));
            } else {
                set.toggle(value);
                if !oracle.remove(&value) {
                    oracle.insert(value);
                }
            }
            prop_assert!(set.iter().eq(&oracle));
            prop_assert_eq!(set.contains(&value), oracle.contains(&value));
            prop_assert_eq!(set.is_empty(), oracle.is_empty());
        }
    }
}

#[test]
fn what_another_app_shares_becomes_a_search_or_points_at_an_entry() {
    check("title=&text=rare+disease&url=", "q=rare+disease");
    check("title=A+page&text=rare+disease&url=https%3A%2F%2Fexample.org%2F", "q=rare+disease");
    check("title=Rare++diseases&text=https%3A%2F%2Fexample.org%2Fnews", "q=Rare+diseases");
    check("text=Omics+https%3A%2F%2Fexample.org%2F", "q=Omics");
    // Of an address alone, the words of its last part.
    check("text=https%3A%2F%2Fexample.org%2Fen%2Fnational-genome_strategy%2F", "q=national-genome_strategy");
    check("url=https%3A%2F%2Fexample.org%2Fa%2Fgenome-uk.pdf%3Fa%3D1", "q=genome-uk");
    check("title=&text=&url=", "");
    // One of ours, as it is written here or by an app that adds to it.
    let (_, document) = catalog().resources().find(|(country, _)| country.is_some()).unwrap();
    let address = document.address.as_str();
    for shared in [address.to_owned(), format!("Read this: {address}#page=2"), address.trim_end_matches('/').to_owned()]
    {
        let shared: String = form_urlencoded::byte_serialize(shared.as_bytes()).collect();
        check(&format!("title=A+page&text={shared}"), &format!("item={}", document.id));
        check(&format!("title=A+page&url={shared}"), &format!("item={}", document.id));
    }
    let video = &catalog().videos[0];
    check(&format!("text=https%3A%2F%2Fyoutu.be%2F{}%3Fsi%3Dx", video.media.key()), &format!("item={}", video.id));
    // A host alone says nothing.
    check("url=https%3A%2F%2Fwww.gov.ie%2F", "");
    check("url=https%3A%2F%2Fwww.gov.ie", "");
    // Whoever asks for something says so.
    check("q=law&text=omics", "q=law");
    check(&format!("item={}&text=omics", document.id), &format!("item={}", document.id));
    check("country=ie&text=omics", "country=ie&q=omics");
    // With what others put on it, in any place; not another page of the same path.
    let (_, paged) = catalog().resources().find(|(_, one)| one.address.as_str().contains('?')).unwrap();
    for (document, address) in [(document, address), (paged, paged.address.as_str())] {
        let and = if address.contains('?') { '&' } else { '?' };
        for added in ["utm_source=x&utm_medium=y", "fbclid=1?gclid=2", "ref=x"] {
            let shared = format!("{address}{and}{added}.");
            let shared: String = form_urlencoded::byte_serialize(shared.as_bytes()).collect();
            check(&format!("title=A+page&text={shared}"), &format!("item={}", document.id));
        }
        let other = format!("{address}{and}page=2");
        let other: String = form_urlencoded::byte_serialize(other.as_bytes()).collect();
        check(&format!("title=A+page&text={other}"), "q=A+page");
    }
    assert_eq!(parse(&format!("text={}", "a".repeat(300))).text().len(), Query::LONGEST_TEXT);
}

/// What "Copy link" and "Share" give, and what people make of it.
#[test]
fn a_link_of_this_site_that_is_shared_opens() {
    let check_link = |link: &str, expected: &str| {
        for site in ["https://plans.example.org/", "http://localhost:8080/a/b/", "https://plans.example.org/index.html"]
        {
            let link = match site.strip_suffix("index.html") {
                Some(folder) if !link.starts_with('?') => format!("{folder}{link}"),
                _ => format!("{site}{link}"),
            };
            let shared: String = form_urlencoded::byte_serialize(link.as_bytes()).collect();
            for form in [
                format!("text={shared}"),
                format!("title=&text=&url={shared}"),
                format!("title=Ireland+%E2%80%93+National+Genomic+Plans&text={shared}"),
            ] {
                check(&form, expected);
            }
        }
    };
    check_link("?item=gdi-workshop-2024-italy", "item=gdi-workshop-2024-italy");
    check_link("?item=gdi-workshop-2024-italy&utm_source=x", "item=gdi-workshop-2024-italy");
    check_link("?item=gdi-workshop-2024-italy?fbclid=x", "item=gdi-workshop-2024-italy");
    check_link("?country=ie&view=map", "country=ie&view=map");
    check_link("?country=ie&view=map).", "country=ie&view=map");
    check_link("?kind=law&now=1", "kind=law&now=1");
    check_link("?view=timeline", "view=timeline");
    check_link("?q=rare+disease", "q=rare+disease");
    check_link("ie/", "country=ie");
    check_link("IE/", "country=ie");
    check_link("ie", "country=ie");
    check_link("ie/index.html", "country=ie");
    check_link("ie/?view=table", "country=ie&view=table");
    check_link("embed/ie/?kind=law", "country=ie&kind=law");
    // As an address that was not encoded.
    check("text=https://plans.example.org/?item=gdi-workshop-2024-italy", "item=gdi-workshop-2024-italy");
    check("text=https://plans.example.org/?country=ie&view=map", "country=ie&view=map");
    check("text=https://plans.example.org/ie/", "country=ie");
    // The pages of others.
    check("title=Ein+Plan&text=https%3A%2F%2Fexample.org%2Fde%2F", "q=Ein+Plan");
    check("title=A+page&text=https%3A%2F%2Fexample.org%2Fx%3Flang%3Den", "q=A+page");
    check("title=A+page&text=https%3A%2F%2Fexample.org%2Fx%3Fview%3Dmap%26page%3D2", "q=A+page");
    check("title=A+page&text=https%3A%2F%2Fexample.org%2Fx%3Fcountry%3Dxx", "q=A+page");
    check("title=A+page&text=https%3A%2F%2Fexample.org%2Fx%3Ftext%3Dhttps%3A%2F%2Fa%253Fview%253Dmap", "q=A+page");
}
