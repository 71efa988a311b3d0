//! The map of the countries: `map/europe.svg` with where each stands on the dataset's own day, and its colours.
//!
//! The file that is made stands by itself: opened alone or saved by a visitor, it has its labels, its patterns
//! and light and dark. A page that puts it inline cuts out the one `<style>`, which its policy forbids, and
//! colours the same classes with its own style sheet. So shapes only say what they are, and every colour is in
//! `<style>`. It is XML, and so not written with maud. How the two are made is in `map/README.md`.
// Longer than most: a third of it is tests of the drawing.

use anyhow::{Context, Result, ensure};
use catalog::{Catalog, CountryCode, Messages, PlanState};

use crate::{files, project};

/// What each part of the map is filled or drawn with: a selector, a property, and the token of
/// `style/tokens.css` that it takes in light and in dark. Written out, because not every program that opens an
/// SVG knows custom properties.
const COLOURS: [(&str, &str, &str); 23] = [
    ("svg", "background", "ground"),
    (".land", "fill", "land"),
    (".land", "stroke", "land"),
    // A picture for slides has other words around the map.
    ("g text", "fill", "text"),
    ("g text", "stroke", "ground"),
    ("[data-plan=in-force]", "fill", "in-force"),
    ("[data-plan=in-force]", "stroke", "ground"),
    ("[data-plan=ended]", "stroke", "ended"),
    (".ground-ended", "fill", "ended-ground"),
    (".tone-ended", "fill", "ended"),
    ("[data-plan=none-found]", "fill", "none-found-fill"),
    ("[data-plan=none-found]", "stroke", "none-found"),
    ("[data-plan=in-preparation]", "stroke", "in-preparation"),
    (".ground-in-preparation", "fill", "in-preparation-fill"),
    (".tone-in-preparation", "fill", "in-preparation"),
    ("[data-plan=programme-only]", "stroke", "programme-only"),
    (".ground-programme-only", "fill", "programme-only-fill"),
    (".tone-programme-only", "fill", "programme-only"),
    ("[data-step]:not([data-step=\"\"])", "fill", "blue"),
    ("[data-step]:not([data-step=\"\"])", "stroke", "blue"),
    ("[data-chosen=true]", "stroke", "text"),
    ("[data-chosen=true] text", "fill", "ground"),
    ("[data-chosen=true] text", "stroke", "text"),
];

/// All of the style that is the same in light and dark. The halo keeps labels readable on patterns. The outline of the
/// land around fills what its simpler borders leave free; targets are for fingers, which a picture has none of.
const SHAPES: &str = "\
path,circle{stroke-width:1.2px;stroke-linejoin:round}\
.land{stroke-width:8px}\
.targets{display:none}\
g text{fill-opacity:1;font:600 20px system-ui,sans-serif;text-anchor:middle;dominant-baseline:central;\
paint-order:stroke;stroke-width:5px;stroke-linejoin:round}\
[data-plan=ended]{fill:url(#plan-ended)}\
[data-plan=in-preparation]{fill:url(#plan-in-preparation)}\
[data-plan=programme-only]{fill:url(#plan-programme-only)}\
[data-chosen=true] path,[data-chosen=true] circle{stroke-width:6px}\
[data-shown=false]{opacity:.25}\
.documents .key{display:none}\
.key text{text-anchor:start;font-size:18px;stroke:none}";

/// By how much the tone of structure covers a country, where the map shows numbers of documents: a saved map has
/// these steps. The page's own are in `style/map.css`.
const STEPS: [&str; 5] = ["0", ".15", ".35", ".7", "1"];

/// Where a label of 20 units would have fewer than 9 pixels it could not be read, and is left out as on the page.
const SMALL: &str = "@media (max-width:449px){[data-code] text{display:none}}";

/// The side of a pattern's tile, in units.
const TILE: f64 = 12.0;
/// The lines of what has ended: they cover more than half, so that it is darker than what is not there yet.
const ENDED_LINE: f64 = 8.0;
/// The hatch of what is in preparation.
const PREPARATION_LINE: f64 = 4.0;
/// The radius of the dots of those that have a programme only.
const DOT: f64 = 2.6;

/// Lines, hatch and dots, so that a state is never told by colour alone. With the part of it that each covers, and its
/// ground, states differ by how dark they are where a map is too small for its patterns.
fn patterns() -> String {
    let middle = TILE / 2.0;
    let pattern = |name: &str, turned: &str, shape: &str| {
        format!(
            "<pattern id=\"plan-{name}\" patternUnits=\"userSpaceOnUse\" width=\"{TILE}\" height=\"{TILE}\"{turned}>\
             <path class=\"ground-{name}\" d=\"M0 0h{TILE}v{TILE}H0z\"/>{shape}</pattern>"
        )
    };
    let line = |name: &str, down: f64| format!("<path class=\"tone-{name}\" d=\"M0 0h{TILE}v{down}H0z\"/>");
    let dot = format!("<circle class=\"tone-programme-only\" cx=\"{middle}\" cy=\"{middle}\" r=\"{DOT}\"/>");
    [
        "<defs>",
        &pattern("ended", "", &line("ended", ENDED_LINE)),
        &pattern("in-preparation", " patternTransform=\"rotate(-45)\"", &line("in-preparation", PREPARATION_LINE)),
        &pattern("programme-only", "", &dot),
        "</defs>\n",
    ]
    .concat()
}

/// The map of a dataset, as the site serves it.
pub(crate) fn svg(catalog: &Catalog) -> Result<String> {
    let root = project::root();
    let outlines = files::text(&root.join("map/europe.svg"))?;
    let tokens = files::text(&root.join("style/tokens.css"))?;
    filled(&outlines, &tokens, catalog)
}

/// The outlines with the style, the patterns, and in each country its plan state, on the dataset's own day, and its
/// label.
fn filled(outlines: &str, tokens: &str, catalog: &Catalog) -> Result<String> {
    let (head, rest) = outlines.split_once('\n').context("map/europe.svg is empty")?;
    let mut countries = rest.lines().filter(|line| line.starts_with("<g ")).map(read).collect::<Result<Vec<_>>>()?;
    check_same(&countries, catalog)?;
    // In the order of names, as they are heard; a country lies on no other, so that any order looks the same.
    countries.sort_by_key(|outline| catalog.country(outline.code).map(|(at, _)| at));
    let land = rest.lines().find(|line| line.starts_with("<path class=\"land\"")).unwrap_or_default();
    let mut svg = format!("{head}\n<style>{}</style>{}{land}\n", style(tokens)?, patterns());
    for Outline { code, x, y, shapes } in countries {
        let (_, country) = catalog.country(code).with_context(|| format!("The dataset has no {code}"))?;
        let plan = country.plan_state(catalog.version).name();
        svg.push_str(&format!(
            "<g data-code=\"{code}\" data-plan=\"{plan}\" data-x=\"{x}\" data-y=\"{y}\">{shapes}\
             <text x=\"{x}\" y=\"{y}\">{code}</text></g>\n"
        ));
    }
    // Over all countries, so that no neighbour takes a press; their elements are not in the order of size.
    let targets: String = rest.lines().filter(|line| line.starts_with("<path data-target")).collect();
    svg.push_str(&format!("<g class=\"targets\">{targets}</g>\n"));
    svg.push_str(&key());
    svg.push_str("</svg>\n");
    Ok(svg)
}

/// What the grounds mean, in the free corner: the page has a legend of its own and hides it.
fn key() -> String {
    let row = |(at, state): (usize, &PlanState)| {
        let y = 200 + 40 * at;
        format!(
            "<g data-plan=\"{}\"><path d=\"M700 {y}h36v26h-36z\"/><text x=\"746\" y=\"{}\">{}</text></g>",
            state.name(),
            y + 14,
            Messages::English.plan(*state)
        )
    };
    format!("<g class=\"key\">{}</g>\n", PlanState::ALL.iter().enumerate().map(row).collect::<String>())
}

/// A line of `map/europe.svg`.
struct Outline<'a> {
    code: CountryCode,
    /// Where its label stands.
    x: &'a str,
    y: &'a str,
    shapes: &'a str,
}

fn read(line: &str) -> Result<Outline<'_>> {
    let parts = || {
        let (code, rest) = line.strip_prefix("<g data-code=\"")?.split_once("\" data-x=\"")?;
        let (x, rest) = rest.split_once("\" data-y=\"")?;
        let (y, rest) = rest.split_once("\">")?;
        let code = CountryCode::parse(code).ok()?;
        Some(Outline { code, x, y, shapes: rest.strip_suffix("</g>")? })
    };
    parts().with_context(|| format!("map/europe.svg has a line that is no country: {line}"))
}

/// Checks that the map has each country of the dataset and no other.
fn check_same(outlines: &[Outline], catalog: &Catalog) -> Result<()> {
    let drawn: Vec<CountryCode> = outlines.iter().map(|outline| outline.code).collect();
    let known: Vec<CountryCode> = catalog.countries.iter().map(|country| country.code).collect();
    let only = |these: &[CountryCode], those: &[CountryCode]| {
        let mut only: Vec<&str> = these.iter().filter(|code| !those.contains(code)).map(CountryCode::as_str).collect();
        only.sort_unstable();
        if only.is_empty() { "nothing".to_owned() } else { only.join(", ") }
    };
    let (missing, strange) = (only(&known, &drawn), only(&drawn, &known));
    ensure!(
        missing == "nothing" && strange == "nothing" && drawn.len() == known.len(),
        "map/europe.svg and the dataset must have the same countries: the map lacks {missing} and has {strange} \
         too much; see map/README.md."
    );
    Ok(())
}

/// The style in both colour schemes.
fn style(tokens: &str) -> Result<String> {
    let (mut light, mut dark) = (String::new(), String::new());
    for (selector, property, name) in COLOURS {
        let values = token(tokens, name)?;
        light.push_str(&format!("{selector}{{{property}:{}}}", values.0));
        dark.push_str(&format!("{selector}{{{property}:{}}}", values.1));
    }
    let steps = STEPS.iter().enumerate();
    let steps: String = steps.map(|(at, cover)| format!("[data-step=\"{at}\"]{{fill-opacity:{cover}}}")).collect();
    // A slide takes what comes before the first `@media`: it is light, and never so small.
    Ok(format!("{SHAPES}{light}{steps}{SMALL}@media (prefers-color-scheme:dark){{{dark}}}"))
}

/// The light and the dark value of a token.
fn token<'a>(tokens: &'a str, name: &str) -> Result<(&'a str, &'a str)> {
    let find = || {
        let (_, after) = tokens.split_once(&format!("--{name}: "))?;
        // A page that has the app in an element may have another.
        let after = after.strip_prefix(&format!("var(--ngp-{name}, ")).unwrap_or(after);
        after.strip_prefix("light-dark(")?.split_once(')')?.0.split_once(", ")
    };
    find().with_context(|| format!("style/tokens.css has no --{name}: light-dark(…)"))
}

#[cfg(test)]
mod seen;

#[cfg(test)]
mod tests {
    use catalog::{Messages, PlanState};

    use super::{COLOURS, filled, svg, token};
    use crate::{budget, compress, data, files, project};

    #[test]
    fn each_country_has_its_plan_state_its_shape_and_its_label() {
        let catalog = data::load().expect("the dataset is right").catalog;
        let map = svg(&catalog).expect("the map is made");
        assert_eq!(map.matches("<g data-code").count(), catalog.countries.len());
        for country in &catalog.countries {
            let (code, plan) = (country.code, country.plan_state(catalog.version).name());
            let start = format!("<g data-code=\"{code}\" data-plan=\"{plan}\" ");
            let line = map.lines().find(|line| line.starts_with(&start));
            let line = line.unwrap_or_else(|| panic!("{code} is not on the map with {plan}"));
            assert!(line.contains("<path d=\"m") && line.ends_with(&format!(">{code}</text></g>")), "{line}");
        }
        let order = map.lines().filter_map(|line| line.strip_prefix("<g data-code=\"")?.get(..2));
        assert!(order.eq(catalog.countries.iter().map(|country| country.code.as_str())), "they are not in order");
    }

    #[test]
    fn a_state_is_told_by_its_pattern_and_the_one_style_comes_first() {
        let catalog = data::load().expect("the dataset is right").catalog;
        let map = svg(&catalog).expect("the map is made");
        let check = |plan: PlanState, has_pattern| {
            let has = |text: String| map.matches(&text).count();
            let name = plan.name();
            let expected = usize::from(has_pattern);
            assert_eq!(has(format!("<pattern id=\"plan-{name}\" patternUnits=\"userSpaceOnUse\"")), expected, "{name}");
            assert_eq!(has(format!("[data-plan={name}]{{fill:url(#plan-{name})}}")), expected, "{name}");
        };
        check(PlanState::InForce, false);
        check(PlanState::Ended, true);
        check(PlanState::InPreparation, true);
        check(PlanState::ProgrammeOnly, true);
        check(PlanState::NoneFound, false);
        let (head, _) = map.split_once("<style>").expect("the map has a style");
        assert_eq!(head.matches('<').count(), 1, "only the svg's own tag comes before the style");
        assert_eq!(map.matches("style").count(), 2, "there is no other style, in an attribute neither");
    }

    #[test]
    fn the_land_around_lies_below_and_targets_lie_above_the_countries() {
        let catalog = data::load().expect("the dataset is right").catalog;
        let map = svg(&catalog).expect("the map is made");
        let at = |text: &str| map.find(text).unwrap_or_else(|| panic!("the map has no {text}"));
        assert!(at("<path class=\"land\" d=\"m") < at("<g data-code"));
        assert_eq!(map.matches("class=\"land\"").count(), 1, "it is one path, so that it has no borders");
        let (_, targets) = map.split_once("<g class=\"targets\">").expect("the map has targets");
        assert!(!targets.contains("<g data-code"), "a country lies above the targets");
        assert!(targets.contains("<path data-target=\"LU\" d=\"M"), "{targets}");
        let is_known = |line: &str| catalog.countries.iter().any(|country| line.starts_with(country.code.as_str()));
        assert!(targets.split("data-target=\"").skip(1).all(is_known), "{targets}");
    }

    #[test]
    fn the_map_has_a_legend_of_every_state_beside_the_countries() {
        let catalog = data::load().expect("the dataset is right").catalog;
        let map = svg(&catalog).expect("the map is made");
        let (_, key) = map.split_once("<g class=\"key\">").expect("the map has a legend");
        for state in PlanState::ALL {
            let swatch = format!("<g data-plan=\"{}\"><path d=\"M", state.name());
            assert!(key.contains(&swatch), "{swatch} is not in {key}");
            let words = format!(">{}</text>", Messages::English.plan(*state));
            assert!(key.contains(&words), "{words} is not in {key}");
        }
        assert_eq!(key.matches("<text").count(), PlanState::ALL.len());
    }

    #[test]
    fn the_page_keeps_as_much_room_as_the_map_takes() {
        let root = project::root();
        let file = |path: &str| files::text(&root.join(path)).expect("the file is readable");
        let outlines = file("map/europe.svg");
        let (_, size) = outlines.split_once("viewBox=\"0 0 ").expect("the map has a size");
        let (width, height) =
            size.split_once('"').and_then(|(size, _)| size.split_once(' ')).expect("it is two numbers");
        let check = |path: &str, expected: String| {
            assert!(file(path).contains(&expected), "{path} has no {expected}: see map/README.md");
        };
        check("src/view/map.rs", format!("width=\"{width}\" height=\"{height}\""));
        check("style/map.css", format!("aspect-ratio: {width} / {height};"));
        check("style/map.css", format!("(var(--y) / {height})"));
        check("style/map.css", format!("(var(--x) / {width})"));
    }

    #[test]
    fn colours_are_those_of_the_tokens_and_stand_in_the_style_only() {
        let catalog = data::load().expect("the dataset is right").catalog;
        let map = svg(&catalog).expect("the map is made");
        let tokens = files::text(&project::root().join("style/tokens.css")).expect("the tokens are readable");
        let (style, shapes) = map.split_once("</style>").expect("the map has a style");
        let (light, dark) = style.split_once("@media (prefers-color-scheme:dark)").expect("the style has dark colours");
        let check = |selector: &str, property: &str, name: &str| {
            let (in_light, in_dark) = token(&tokens, name).expect("the token is there");
            for (style, colour) in [(light, in_light), (dark, in_dark)] {
                let rule = format!("{selector}{{{property}:{colour}}}");
                assert!(style.contains(&rule), "{rule} is not in {style}");
            }
        };
        check("[data-plan=in-force]", "fill", "in-force");
        check("[data-plan=ended]", "stroke", "ended");
        check(".ground-ended", "fill", "ended-ground");
        check(".tone-ended", "fill", "ended");
        check(".ground-in-preparation", "fill", "in-preparation-fill");
        check(".tone-in-preparation", "fill", "in-preparation");
        check(".ground-programme-only", "fill", "programme-only-fill");
        check(".tone-programme-only", "fill", "programme-only");
        check("[data-plan=none-found]", "fill", "none-found-fill");
        check("g text", "fill", "text");
        check(".land", "fill", "land");
        check("svg", "background", "ground");
        for coloured in ["fill=", "stroke=", "style="] {
            assert!(!shapes.contains(coloured), "a shape has {coloured}");
        }
    }

    #[test]
    fn the_page_fills_land_and_patterns_as_the_file_does() {
        let style = files::text(&project::root().join("style/map.css")).expect("the style is readable");
        for (selector, _, name) in COLOURS.iter().filter(|(part, what, _)| part.starts_with('.') && *what == "fill") {
            let rule = format!("& {selector} {{ fill: var(--{name});");
            assert!(style.contains(&rule), "style/map.css has no {rule}");
        }
    }

    #[test]
    fn a_token_has_a_value_in_light_and_one_in_dark() {
        let check = |tokens: &str, expected: Result<(&str, &str), &str>| {
            let found = token(tokens, "in-force").map_err(|error| error.to_string());
            assert_eq!(found, expected.map_err(str::to_owned), "{tokens}");
        };
        check("--in-force-ground: light-dark(#1, #2); --in-force: light-dark(#fff, #000);", Ok(("#fff", "#000")));
        check("--in-force: var(--ngp-in-force, light-dark(#fff, #000));", Ok(("#fff", "#000")));
        check("--in-force: #fff;", Err("style/tokens.css has no --in-force: light-dark(…)"));
    }

    #[test]
    fn a_difference_between_map_and_dataset_is_named() {
        let root = project::root();
        let outlines = files::text(&root.join("map/europe.svg")).expect("the outlines are readable");
        let tokens = files::text(&root.join("style/tokens.css")).expect("the tokens are readable");
        let catalog = data::load().expect("the dataset is right").catalog;
        let check = |outlines: String, expected: &str| {
            let error = filled(&outlines, &tokens, &catalog).expect_err("the map is wrong");
            assert_eq!(error.to_string(), expected);
        };
        let must = "map/europe.svg and the dataset must have the same countries: the map";
        check(
            outlines.lines().filter(|line| !line.contains("\"IE\"")).map(|line| format!("{line}\n")).collect(),
            &format!("{must} lacks IE and has nothing too much; see map/README.md."),
        );
        check(
            outlines.replace("\"IE\"", "\"MD\"").replace("\"IT\"", "\"UA\""),
            &format!("{must} lacks IE, IT and has MD, UA too much; see map/README.md."),
        );
        check(
            outlines.replace("</svg>", "<g data-code=\"AT\" data-x=\"1\" data-y=\"1\"></g>"),
            &format!("{must} lacks nothing and has nothing too much; see map/README.md."),
        );
        check("<svg>\n<g>".replace("<g>", "<g >"), "map/europe.svg has a line that is no country: <g >");
    }

    #[test]
    fn the_map_is_within_its_budget() {
        let catalog = data::load().expect("the dataset is right").catalog;
        let map = svg(&catalog).expect("the map is made");
        let bytes = compress::brotli(map.as_bytes()).expect("the map is compressed").len();
        let budget =
            budget::BUDGETS.iter().find(|budget| (budget.counts)(catalog::site::MAP)).expect("there is a budget");
        assert!(bytes <= budget.limit, "{bytes} bytes exceed the limit of {}", budget.limit);
    }
}
