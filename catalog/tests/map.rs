//! The map by arrow keys: where they lead, and that they lead everywhere.

use catalog::map::Direction::{self, Down, Left, Right, Up};
use catalog::map::neighbour;
use std::fs;

/// The countries of the map, and where their labels stand.
fn drawn() -> (Vec<String>, Vec<(i32, i32)>) {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../map/europe.svg");
    let text = fs::read_to_string(file).expect("the map is readable");
    let value = |line: &str, name: &str| {
        let after = line.split_once(&format!("data-{name}=\"")).expect("each country has its place").1;
        after.split('"').next().unwrap_or_default().to_owned()
    };
    let number = |line: &str, name: &str| value(line, name).parse().expect("a place is in whole units");
    let lines = || text.lines().filter(|line| line.starts_with("<g "));
    let codes = lines().map(|line| value(line, "code")).collect();
    (codes, lines().map(|line| (number(line, "x"), number(line, "y"))).collect())
}

#[test]
fn an_arrow_leads_to_the_nearest_that_lies_ahead() {
    let check = |points: &[(i32, i32)], direction, expected: Option<usize>| {
        assert_eq!(neighbour(points, 0, direction), expected, "{points:?} {direction:?}");
    };
    let cross = [(0, 0), (-9, 0), (9, 0), (0, -9), (0, 9)];
    check(&cross, Left, Some(1));
    check(&cross, Right, Some(2));
    check(&cross, Up, Some(3));
    check(&cross, Down, Some(4));
    // Nothing, or nothing within 45 degrees.
    check(&[], Right, None);
    check(&[(0, 0), (0, 0), (-9, 0)], Right, None);
    check(&[(0, 0), (9, 10)], Right, None);
    check(&[(0, 0), (9, 9)], Right, Some(1));
    // What is straight ahead comes before what is as far and to the side.
    check(&[(0, 0), (11, 10), (20, 0)], Right, Some(2));
    check(&[(0, 0), (11, 8), (20, 0)], Right, Some(1));
}

#[test]
fn an_arrow_leads_to_the_country_that_one_expects() {
    let (codes, points) = drawn();
    let check = |from: &str, direction: Direction, expected: &str| {
        let at = codes.iter().position(|code| code == from).expect("the country is on the map");
        let found = neighbour(&points, at, direction).map_or("nothing", |at| &codes[at]);
        assert_eq!(found, expected, "{direction:?} from {from}");
    };
    check("IE", Right, "GB");
    check("GB", Left, "IE");
    check("GB", Right, "NL");
    check("PT", Right, "ES");
    check("ES", Left, "PT");
    check("ES", Up, "FR");
    check("FR", Up, "BE");
    check("FR", Right, "CH");
    check("CH", Left, "FR");
    check("DE", Right, "CZ");
    check("DE", Up, "DK");
    check("CZ", Right, "SK");
    check("PL", Down, "SK");
    check("ES", Right, "IT");
    check("NO", Right, "SE");
    check("SE", Right, "FI");
    check("SE", Left, "NO");
    check("FI", Down, "EE");
    check("EE", Down, "LV");
    check("LV", Down, "LT");
    check("RO", Down, "BG");
    check("BG", Down, "GR");
    check("HU", Down, "RS");
    check("RS", Right, "BG");
    check("RS", Down, "GR");
    check("BG", Left, "RS");
    check("BG", Right, "TR");
    check("GR", Right, "TR");
    check("TR", Left, "BG");
    check("TR", Down, "CY");
    check("CY", Up, "TR");
    check("IT", Down, "MT");
    check("IS", Up, "nothing");
    check("CY", Right, "nothing");
    check("TR", Right, "nothing");
}

#[test]
fn no_label_touches_another_even_on_a_phone() {
    // Two letters of 30 units, as `style/map.css` sets them where the app is narrow.
    const SIZE: (i32, i32) = (43, 23);
    let (codes, points) = drawn();
    for (at, (x, y)) in points.iter().enumerate() {
        for (other, (other_x, other_y)) in points.iter().enumerate().skip(at + 1) {
            let is_apart = (x - other_x).abs() > SIZE.0 || (y - other_y).abs() > SIZE.1;
            assert!(is_apart, "{} touches {}", codes[at], codes[other]);
        }
    }
}

#[test]
fn every_country_is_reached_from_every_other() {
    let (codes, points) = drawn();
    for start in 0..codes.len() {
        let mut reached = vec![start];
        let mut next = 0;
        while let Some(&from) = reached.get(next) {
            for to in [Left, Right, Up, Down].into_iter().filter_map(|way| neighbour(&points, from, way)) {
                if !reached.contains(&to) {
                    reached.push(to);
                }
            }
            next += 1;
        }
        let missed: Vec<&String> = (0..codes.len()).filter(|at| !reached.contains(at)).map(|at| &codes[at]).collect();
        assert!(missed.is_empty(), "{missed:?} cannot be reached from {}", codes[start]);
    }
}
