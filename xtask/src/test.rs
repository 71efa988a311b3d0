//! `test`: sets up and runs all tests, and stops at the first step that fails.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use serde_json::json;
use site::{data, files, process, project};

use crate::{build, examples, package, setup};

/// The crates whose tests need no browser and nothing that is built before.
const NATIVE: [&str; 6] = ["catalog", "links", "pictures", "server", "site", "xtask"];

/// A part of the tests that can be run alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Group {
    /// The native crates, the types and the form of the scripts, the widget's package, and the dataset's schema.
    Core,
    /// The app's own tests, in a browser.
    Components,
    /// The built site, in a browser.
    Browser,
}

/// What is tested.
#[derive(Args, Debug)]
pub struct Options {
    /// Nothing but this.
    #[arg(long, value_name = "GROUP")]
    only: Option<Group>,
    /// A part of the names of the tests that are wanted.
    #[arg(requires = "only")]
    name: Option<String>,
}

/// `cargo xtask test [--only core|components|browser [NAME]]`.
pub fn run(options: &Options) -> Result<()> {
    type Test = fn(Option<&str>) -> Result<()>;
    let groups: [(Group, Test); 3] =
        [(Group::Core, test_core), (Group::Components, test_components), (Group::Browser, test_browser)];
    for (_, test) in groups.into_iter().filter(|(group, _)| options.only.is_none_or(|only| only == *group)) {
        test(options.name.as_deref())?;
    }
    println!("All tests have passed.");
    Ok(())
}

fn test_core(name: Option<&str>) -> Result<()> {
    let mut core = cargo();
    core.arg("test").args(NATIVE.iter().flat_map(|name| ["-p", name])).args(name);
    match setup::soffice() {
        Ok(soffice) => drop(core.env("SOFFICE", soffice)),
        Err(error) => println!("What is exported is not read with LibreOffice: {error:#}"),
    }
    process::run_shown("The tests of the core", &mut core)?;
    let html = ["test", "-p", "leptos-lean", "--features", "ssr"];
    process::run_shown("The tests of the renderer", cargo().args(html).args(name))?;
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
    let mut biome = Command::new(&npm.biome);
    biome.current_dir(project::root()).args(["lint", "--error-on-warnings"]);
    process::run("The lint of the scripts and styles", &mut biome)?;
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
        .args(["--target", project::TARGET])
        .args(name)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.test_runner)
        .env("CHROMEDRIVER", browser.chromedriver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        // In seconds: the runner's own 5 and 20 are too short for a busy machine's first start.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    process::run_shown("The tests of the components", &mut test)
}

fn test_browser(name: Option<&str>) -> Result<()> {
    let browser = setup::browser()?;
    let npm = setup::npm()?;
    let dist = project::dist();
    let examples = examples::build()?;
    build::run(&build::Options::default())?;
    let mut readability = Command::new("node");
    readability.arg(npm.readability).arg(&dist);
    process::run("The check with the reader view of browsers", &mut readability)?;
    let mut test = cargo();
    test.args(["test", "-p", "e2e", "--"])
        .args(name)
        .env("DIST", dist)
        .env("EXAMPLES", examples)
        .env("CHROMIUM", browser.chromium)
        .env("CHROMEDRIVER", browser.chromedriver)
        .env("AXE", npm.axe);
    // Not every system has these; the names of their tests say for which browser they are.
    let mut add = |programs: Result<Vec<(&str, PathBuf)>>, without: &str, skipped: &[&str]| match programs {
        Ok(programs) => drop(test.envs(programs)),
        Err(error) => {
            println!("{without}: {error:#}");
            test.args(skipped);
        }
    };
    add(setup::nginx().map(|nginx| vec![("NGINX", nginx)]), "The configuration for nginx is not tested", &[]);
    add(setup::pdftotext().map(|reader| vec![("PDFTOTEXT", reader)]), "What is printed is not read", &[]);
    let java = process::on_path("java").context("there is no Java, which the Nu Html Checker needs.");
    add(java.map(|_| vec![("VNU", npm.vnu)]), "The HTML is not checked", &[]);
    let firefox = setup::firefox().map(|of| vec![("FIREFOX", of.firefox), ("GECKODRIVER", of.geckodriver)]);
    add(firefox, "The site is not tested in Firefox", &["--skip", "firefox"]);
    let webkit = setup::webkit().map(|of| vec![("WEBKITDRIVER", of.driver)]);
    add(webkit, "The site is not tested in WebKit", &["--skip", "webkit"]);
    process::run_shown("The tests of the built site", &mut test)
}

fn cargo() -> Command {
    let mut cargo = Command::new("cargo");
    cargo.current_dir(project::root());
    cargo
}
