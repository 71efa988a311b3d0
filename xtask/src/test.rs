//! `test`: sets up and runs all tests, and stops at the first step that fails.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use lexopt::{Arg, Parser};
use serde_json::json;

use crate::usage::UsageError;
use crate::{build, data, examples, files, package, process, project, setup};

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    /// The core, these commands, the types of the scripts and of the widget's package, and the dataset's schema.
    Core,
    /// The app's own tests, in a browser.
    Components,
    /// The built site, in a browser.
    Browser,
}

/// `cargo xtask test [--only core|components|browser [NAME]]`.
pub fn command(mut arguments: Parser) -> Result<()> {
    let mut only = None;
    let mut name = None;
    while let Some(argument) = arguments.next().map_err(UsageError::from)? {
        match argument {
            Arg::Long("only") => {
                let name = arguments.value().map_err(UsageError::from)?;
                only = Some(group(&name.to_string_lossy())?);
            }
            Arg::Value(part) if only.is_some() && name.is_none() => name = Some(part.to_string_lossy().into_owned()),
            _ => return Err(UsageError::from(argument.unexpected()).into()),
        }
    }
    run(only, name.as_deref())
}

/// Runs all groups or only one, and all tests or those that have this in their names.
fn run(only: Option<Group>, name: Option<&str>) -> Result<()> {
    let wanted = |group| only.is_none_or(|only| only == group);
    if wanted(Group::Core) {
        test_core(name)?;
    }
    if wanted(Group::Components) {
        test_components(name)?;
    }
    if wanted(Group::Browser) {
        test_browser(name)?;
    }
    println!("All tests have passed.");
    Ok(())
}

fn group(name: &str) -> Result<Group, UsageError> {
    match name {
        "core" => Ok(Group::Core),
        "components" => Ok(Group::Components),
        "browser" => Ok(Group::Browser),
        _ => Err(UsageError(format!("There is no group of tests {name}."))),
    }
}

fn test_core(name: Option<&str>) -> Result<()> {
    let mut core = cargo();
    core.args(["test", "-p", "catalog", "-p", "pictures", "-p", "xtask"]).args(name);
    process::run("The tests of the core", &mut core)?;
    let mut html = cargo();
    html.args(["test", "-p", "leptos-lean", "--features", "ssr"]).args(name);
    process::run("The tests of the renderer", &mut html)?;
    if name.is_some() {
        return Ok(());
    }
    let npm = setup::npm()?;
    // Where what is checked below finds it by its name, as partners' programs do.
    package::assemble(&project::root().join("js"), &npm.package)?;
    // Page and worker have different globals, so TypeScript must not see them together.
    let partners = ["tools/npm/types/tsconfig.json", "tools/npm/types/tsconfig.nodenext.json"];
    for project in ["js/tsconfig.json", "js/tsconfig.sw.json"].into_iter().chain(partners) {
        let mut tsc = Command::new(&npm.tsc);
        tsc.current_dir(project::root()).args(["--project", project]);
        process::run(&format!("The type check with {project}"), &mut tsc)?;
    }
    // Other people's programs read the schema with other validators than the tests of the core do.
    data::write()?;
    let mut ajv = Command::new("node");
    ajv.arg(npm.schema).args([data::schema(), data::served(), project::root().join("catalog/tests/corpus.json")]);
    process::run("The check of the schema with ajv", &mut ajv)?;
    process::run("The import of the widget where there is no browser", Command::new("node").arg(npm.widget))
}

fn test_components(name: Option<&str>) -> Result<()> {
    setup::wasm_target()?;
    let tools = setup::tools()?;
    let browser = setup::browser()?;
    // The components are shown with the real dataset.
    data::write()?;
    let capabilities = project::work().join("webdriver.json");
    let options = json!({ "args": setup::ARGUMENTS, "binary": browser.chromium });
    files::write(&capabilities, json!({ "goog:chromeOptions": options }).to_string())?;
    let mut test = cargo();
    test.args(["test", "-p", "genomic-plans", "-p", "leptos-lean", "--test", "components", "--test", "dom"])
        .args(["--target", setup::TARGET])
        .args(name)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.test_runner)
        .env("CHROMEDRIVER", browser.chromedriver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        // In seconds: the runner's own 5 and 20 are too short for a busy machine's first start.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    process::run("The tests of the components", &mut test)
}

fn test_browser(name: Option<&str>) -> Result<()> {
    let browser = setup::browser()?;
    let npm = setup::npm()?;
    let dist: PathBuf = project::dist();
    let examples = examples::build()?;
    build::run(&build::Options::default())?;
    let mut readability = Command::new("node");
    readability.arg(npm.readability).arg(&dist);
    process::run("The check with the reader view of browsers", &mut readability)?;
    let mut test = cargo();
    match setup::nginx() {
        Ok(nginx) => drop(test.env("NGINX", nginx)),
        Err(error) => println!("The configuration for nginx is not tested: {error:#}"),
    }
    match setup::pdftotext() {
        Ok(pdftotext) => drop(test.env("PDFTOTEXT", pdftotext)),
        Err(error) => println!("What is printed is not read: {error:#}"),
    }
    test.args(["test", "-p", "e2e", "--"])
        .args(name)
        .env("DIST", dist)
        .env("EXAMPLES", examples)
        .env("CHROMIUM", browser.chromium)
        .env("CHROMEDRIVER", browser.chromedriver)
        .env("AXE", npm.axe);
    match process::on_path("java") {
        Some(_) => drop(test.env("VNU", npm.vnu)),
        None => println!("The HTML is not checked: there is no Java, which the Nu Html Checker needs."),
    }
    // Not every system has the other two; the names of their tests say whose they are.
    match setup::firefox() {
        Ok(programs) => drop(test.env("FIREFOX", programs.firefox).env("GECKODRIVER", programs.geckodriver)),
        Err(error) => {
            println!("The site is not tested in Firefox: {error:#}");
            test.args(["--skip", "firefox"]);
        }
    }
    match setup::webkit() {
        Ok(programs) => drop(test.env("WEBKITDRIVER", programs.driver)),
        Err(error) => {
            println!("The site is not tested in WebKit: {error:#}");
            test.args(["--skip", "webkit"]);
        }
    }
    process::run("The tests of the built site", &mut test)
}

fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project::root());
    cargo
}
