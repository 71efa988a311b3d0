//! Rules that every file of the repository keeps.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use site::project;

/// Most lines of a file of the app, unless it says why it has more.
const MOST_LINES: usize = 300;

/// How the comment begins in which a longer file says so.
const REASON: &str = "// Longer than most: ";

/// The layers of the app: each imports only those before it, and itself.
const LAYERS: [&str; 4] = ["browser", "state", "view", "surface"];

/// The files of a folder with that ending: their paths in the repository, and what is in them.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn add(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                add(&path, ending, found);
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    add(&project::root().join(folder), ending, &mut found);
    found.sort();
    let read = |path: PathBuf| {
        let name = path
            .strip_prefix(project::root())
            .expect("it is in the repository")
            .to_str()
            .expect("a plain name")
            .to_owned();
        (name, fs::read_to_string(&path).expect("it is text"))
    };
    found.into_iter().map(read).collect()
}

/// The module of a file of the app, together with its parts: `view::map` for `src/view/map/markers.rs` too, and `state`
/// for all of the state, which is one type.
fn module(file: &str) -> Option<String> {
    let mut parts = file.strip_prefix("src/")?.strip_suffix(".rs")?.split('/');
    let layer = parts.next().filter(|layer| LAYERS.contains(layer))?;
    match parts.next() {
        Some(name) if layer != "state" => Some(format!("{layer}::{name}")),
        _ => Some(layer.to_owned()),
    }
}

/// The modules that a file of the app names.
fn imports(file: &str, text: &str) -> BTreeSet<String> {
    let own = module(file).expect("it is a module");
    let layer = own.split("::").next().expect("it has a layer");
    // `super` is the layer, or in a part of a module that module.
    let is_part = file.matches('/').count() > 2;
    let mut found = BTreeSet::new();
    for line in text.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
        for (at, start) in line.match_indices("crate::") {
            let mut names = line[at + start.len()..].split("::").map(name);
            match (names.next(), names.next()) {
                (Some("state"), _) => drop(found.insert("state".to_owned())),
                (Some(layer), Some(name)) if LAYERS.contains(&layer) => drop(found.insert(format!("{layer}::{name}"))),
                _ => {}
            }
        }
        if !is_part && layer != "state" {
            found.extend(named_beside(line).map(|name| format!("{layer}::{name}")));
        }
    }
    found.remove(&own);
    found
}

/// What a line names of the module above: `super::one`, or each of `super::{one, two}`.
fn named_beside(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("super::").flat_map(|(at, start)| {
        let rest = &line[at + start.len()..];
        let list = rest.strip_prefix('{').map_or(rest, |list| list.split('}').next().unwrap_or_default());
        let most = if rest.starts_with('{') { usize::MAX } else { 1 };
        list.split(',').map(|path| name(path.trim())).take(most)
    })
}

/// The beginning of a path, up to what is no part of a name.
fn name(path: &str) -> &str {
    path.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default()
}

/// The modules of the app, and what each names.
fn graph() -> BTreeMap<String, BTreeSet<String>> {
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in files("src", "rs") {
        if let Some(module) = module(&file) {
            graph.entry(module).or_default().extend(imports(&file, &text));
        }
    }
    let modules: BTreeSet<String> = graph.keys().cloned().collect();
    for imports in graph.values_mut() {
        imports.retain(|import| modules.contains(import));
    }
    graph
}

#[test]
fn the_modules_of_the_app_are_found() {
    let graph = graph();
    let check = |module: &str, import: &str| {
        let imports = &graph[module];
        assert!(imports.contains(import), "{module} imports {imports:?}, and not {import}");
    };
    check("view::card", "view::link");
    check("view::card", "state");
    check("state", "browser::address");
    check("surface::lazy_parts", "view::map");
    check("view::map", "view::legend");
    check("view::picture", "view::map");
}

#[test]
fn a_layer_imports_only_those_below() {
    let layer = |module: &str| LAYERS.iter().position(|layer| module.split("::").next() == Some(layer));
    let graph = graph();
    let upwards: Vec<String> = graph
        .iter()
        .flat_map(|(module, imports)| imports.iter().map(move |import| (module, import)))
        .filter(|(module, import)| layer(import) > layer(module))
        .map(|(module, import)| format!("{module} imports {import}"))
        .collect();
    assert!(upwards.is_empty(), "{upwards:#?}");
}

/// The modules of a crate, and what each names outside its tests, by its own path or by the name that `lib.rs` gives it.
fn graph_of_crate(sources: &str) -> BTreeMap<String, BTreeSet<String>> {
    let all = files(sources, "rs");
    let given = names_given(&all.iter().find(|(file, _)| file.ends_with("/lib.rs")).expect("it is a library").1);
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (file, text) in all.into_iter().filter(|(file, _)| !file.ends_with("tests.rs") && !file.contains("/tests/")) {
        let module = name(file.trim_start_matches(sources).trim_start_matches('/'));
        let code = text.split("\nmod tests").next().unwrap_or_default();
        let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let imports = graph.entry(module.to_owned()).or_default();
        for (at, start) in code.match_indices("crate::") {
            let rest = &code[at + start.len()..];
            let list = rest.strip_prefix('{').and_then(|rest| rest.split_once("};")).map_or(rest, |(list, _)| list);
            // In a list of modules, what is named of one of them stands in braces of its own.
            let depth = |at: usize| list[..at].matches('{').count() - list[..at].matches('}').count();
            let ends = list.match_indices(',').map(|(at, _)| at + 1).filter(|at| depth(*at) == 0);
            let starts: Vec<usize> = if list.len() < rest.len() { ends.collect() } else { Vec::new() };
            let named = [0].into_iter().chain(starts).map(|at| name(list[at..].trim_start()));
            imports.extend(named.map(|name| given.get(name).map_or(name, String::as_str).to_owned()));
        }
        imports.remove(module);
    }
    graph.remove("lib");
    let modules: BTreeSet<String> = graph.keys().cloned().collect();
    graph.values_mut().for_each(|imports| imports.retain(|import| modules.contains(import)));
    graph
}

/// The module of each thing that a library gives a name of its own: `pub use crate::module::{One, Two};`.
fn names_given(library: &str) -> BTreeMap<String, String> {
    let given = library.split("pub use crate::").skip(1).filter_map(|rest| rest.split_once(';')?.0.split_once("::"));
    let names = |list: &str| -> Vec<String> {
        list.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').map(str::to_owned).collect()
    };
    given.flat_map(|(module, list)| names(list).into_iter().map(|name| (name, module.to_owned()))).collect()
}

#[test]
fn the_modules_of_the_builder_and_the_core_are_found() {
    for (sources, module, import) in [
        ("site/src", "assemble", "pages"),
        ("site/src", "pages", "headers"),
        ("site/src", "open_data", "data"),
        ("site/src", "head", "structured"),
        ("catalog/src", "from_wire", "catalog"),
        ("catalog/src", "report", "text"),
        ("catalog/src", "selection", "query"),
    ] {
        let graph = graph_of_crate(sources);
        assert!(graph[module].contains(import), "{module} imports {:?}, and not {import}", graph[module]);
    }
}

/// The parts of the app's and the core's modules, such as `src/view/filters/choices.rs`, and which parts of the same
/// module each names.
fn graph_of_parts() -> BTreeMap<String, BTreeSet<String>> {
    let mut graph: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let all = [files("src", "rs"), files("catalog/src", "rs")].concat();
    for (file, text) in all.into_iter().filter(|(file, _)| file.matches('/').count() > 2) {
        let (folder, _) = file.rsplit_once('/').expect("it is in a folder");
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        let imports = code.flat_map(named_beside).map(|part| format!("{folder}/{part}.rs")).collect();
        graph.insert(file, imports);
    }
    let parts: BTreeSet<String> = graph.keys().cloned().collect();
    graph.values_mut().for_each(|imports| imports.retain(|import| parts.contains(import)));
    graph
}

#[test]
fn the_parts_of_modules_are_found() {
    let graph = graph_of_parts();
    for (part, import) in [
        ("src/view/filters/countries.rs", "src/view/filters/choices.rs"),
        ("catalog/src/export/csv.rs", "catalog/src/export/sheet.rs"),
    ] {
        assert!(graph[part].contains(import), "{part} imports {:?}, and not {import}", graph[part]);
    }
}

#[test]
fn no_modules_import_each_other_in_a_circle() {
    are_in_no_circle(graph());
    are_in_no_circle(graph_of_parts());
    for sources in ["catalog/src", "server/src", "site/src"] {
        are_in_no_circle(graph_of_crate(sources));
    }
}

fn are_in_no_circle(mut graph: BTreeMap<String, BTreeSet<String>>) {
    // What imports nothing that is left is in no circle.
    loop {
        let done: Vec<String> =
            graph.iter().filter(|(_, imports)| imports.is_empty()).map(|(module, _)| module.clone()).collect();
        if done.is_empty() {
            break;
        }
        for module in &done {
            graph.remove(module);
        }
        for imports in graph.values_mut() {
            imports.retain(|import| !done.contains(import));
        }
    }
    assert!(graph.is_empty(), "these are in a circle, or import one: {graph:#?}");
}

#[test]
fn long_files_say_why() {
    let rust =
        ["src", "renderer/src", "catalog/src", "site/src", "server/src", "xtask/src"].map(|folder| files(folder, "rs"));
    let all = [rust.concat(), files("style", "css"), files("js", "js")].concat();
    let long: Vec<String> = all
        .iter()
        .filter(|(file, _)| !file.ends_with("tests.rs"))
        .filter(|(_, text)| text.lines().count() > MOST_LINES && !text.contains(REASON))
        .map(|(file, text)| format!("{file} has {} lines", text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn the_commands_stay_few_and_short() {
    /// What builds, serves or checks something has a crate of its own.
    const MOST: usize = 2_500;
    let lines: usize = files("xtask/src", "rs").iter().map(|(_, text)| text.lines().count()).sum();
    assert!(lines < MOST, "xtask/src has {lines} lines");
}

#[test]
fn views_have_their_words_from_context() {
    let names_a_language = |(file, text): (String, String)| text.contains("Messages::English").then_some(file);
    let found: Vec<String> = files("src/view", "rs").into_iter().filter_map(names_a_language).collect();
    assert!(found.is_empty(), "use_messages() has the messages: {found:#?}");
}

#[test]
fn only_the_state_writes_its_signals() {
    const WRITES: [&str; 5] = [".set", ".update", ".notify", ".try_set", ".try_update"];
    let mut found = Vec::new();
    for (file, text) in [files("src/view", "rs"), files("src/surface", "rs")].concat() {
        for (at, start) in text.match_indices("state.") {
            let path = text[at + start.len()..].split(|c: char| !c.is_ascii_alphanumeric() && !"._".contains(c));
            let path = path.into_iter().next().unwrap_or_default();
            if WRITES.iter().any(|write| path.ends_with(write)) {
                found.push(format!("{file}: state.{path}"));
            }
        }
    }
    assert!(found.is_empty(), "these are to be methods of AppState: {found:#?}");
}

#[test]
fn components_and_their_properties_are_documented() {
    let mut found = Vec::new();
    for (file, text) in files("src", "rs") {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let is_documented = |at: usize| {
            let before = lines[..at].iter().rev().find(|line| !line.starts_with("#["));
            before.is_some_and(|line| line.starts_with("///"))
        };
        for at in (0..lines.len()).filter(|at| lines[*at] == "#[component]") {
            let head = at + 1;
            let end = head + 1 + lines[head + 1..].iter().take_while(|line| !line.starts_with(')')).count();
            let properties = if lines[head].ends_with('(') { head + 1..end } else { 0..0 };
            let has_one_beside_its_name = !lines[head].ends_with('(') && !lines[head].contains("() ->");
            let is_code = |at: &usize| !lines[*at].starts_with("///") && !lines[*at].starts_with("#[");
            let undocumented = properties.filter(is_code).chain([head]).find(|at| !is_documented(*at));
            if let Some(at) = undocumented.or(has_one_beside_its_name.then_some(head)) {
                found.push(format!("{file}:{}: {}", at + 1, lines[at]));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn views_glue_no_sentences() {
    // A space between elements, and a middle dot between the entries of a list, are no part of a sentence.
    let is_glue = |text: &str| text.contains([',', ':', ';']) && text.chars().all(|c| " ,:;.".contains(c));
    let mut found = Vec::new();
    for (file, text) in files("src/view", "rs") {
        for line in text.lines() {
            let pieces: Vec<&str> = line.split('"').collect();
            // What stands between two quotes; what follows the last one is none.
            let texts = pieces[..pieces.len() - 1].iter().skip(1).step_by(2);
            found.extend(texts.filter(|text| is_glue(text)).map(|_| format!("{file}: {}", line.trim())));
        }
    }
    assert!(found.is_empty(), "what stands between words is a part of their message: {found:#?}");
}

#[test]
fn no_style_overrides_all_others() {
    let overrides = |(file, text): (String, String)| text.contains("!important").then_some(file);
    let found: Vec<String> = files("style", "css").into_iter().filter_map(overrides).collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn a_view_and_its_style_have_one_name() {
    /// Styles of no single view: what views share, the surfaces, media, and pages without the app.
    const SHARED: [&str; 9] =
        ["about_page", "base", "contrast", "embedded", "fault", "layers", "open_data", "print", "tokens"];
    let views: BTreeSet<String> = files("src/view", "rs")
        .into_iter()
        .filter_map(|(file, _)| module(&file)?.strip_prefix("view::").map(str::to_owned))
        .collect();
    let lost: Vec<String> = files("style", "css")
        .into_iter()
        .filter_map(|(file, _)| Some(file.strip_prefix("style/")?.strip_suffix(".css")?.to_owned()))
        .filter(|style| !views.contains(style) && !SHARED.contains(&style.as_str()))
        .collect();
    assert!(lost.is_empty(), "no view has the name of these styles: {lost:#?}");
}

#[test]
fn workflows_use_actions_by_their_commit() {
    let all = files(".github/workflows", "yml");
    assert!(!all.is_empty());
    for (file, text) in all {
        for line in text.lines().filter(|line| line.contains("uses: ")) {
            let commit = line.split_once('@').and_then(|(_, rest)| rest.split(' ').next()).unwrap_or_default();
            let is_commit = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
            assert!(is_commit, "{file}: a tag may come to mean something else: {line}");
        }
    }
}
