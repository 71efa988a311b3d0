//! The sites that are compared: ours and its twins, for the shipped dataset and for larger ones.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;
use server::{self, Server};
use site::config::SiteConfig;
use site::names::{PAGE, WORKER};
use site::pages;
use site::{compress, data, files, process, project};

use super::{dataset, page};

/// The twins, with their source in `bench/twins/`.
const TWINS: [(&str, &str); 2] = [("plain", "plain/main.js"), ("preact", "preact/main.jsx")];

/// The name of a twin's one script.
const SCRIPT: &str = "twin.js";

/// The folder of the sites with the shipped dataset.
const SHIPPED: &str = "shipped";

/// The sites of one dataset.
pub(super) struct Prepared {
    pub(super) documents: usize,
    pub(super) countries: usize,
    pub(super) is_shipped: bool,
    sites: Vec<(&'static str, PathBuf)>,
}

/// A dataset, as a site serves it.
struct Dataset {
    text: String,
    /// Its name, with its hash.
    name: String,
    /// The folder of its sites.
    folder: PathBuf,
}

/// Where everything is that the bench makes.
pub(super) fn folder() -> PathBuf {
    project::root().join("target/bench")
}

/// The shipped dataset.
pub(super) fn shipped() -> Result<Value> {
    data::write()?;
    serde_json::from_str(&files::text(&data::served())?).context("The dataset is not JSON")
}

/// Makes every site: of the shipped dataset, and of one of each size.
pub(super) fn prepare(dist: &Path, esbuild: &Path, sizes: &[usize]) -> Result<Vec<Prepared>> {
    let scripts = TWINS.iter().map(|(_, source)| bundled(esbuild, source)).collect::<Result<Vec<_>>>()?;
    let shipped = shipped()?;
    let page = files::text(&dist.join(PAGE))?;
    let mut prepared = vec![of_shipped(dist, &page, &shipped, &scripts)?];
    for size in sizes {
        println!("Making the sites with {size} documents.");
        prepared.push(of_grown(dist, &page, &dataset::grown(&shipped, *size)?, &scripts)?);
    }
    Ok(prepared)
}

/// Makes only ours, of the shipped dataset.
pub(super) fn prepare_ours(dist: &Path) -> Result<Prepared> {
    let ours = copied(dist)?;
    Ok(Prepared { is_shipped: true, sites: vec![ours], ..counted(&shipped()?) })
}

/// Makes the files of `lite-youtube-embed`, which the widget is compared with: minified, as ours are. Gives their
/// folder.
pub(super) fn lite_youtube(esbuild: &Path) -> Result<PathBuf> {
    let host = folder().join("host");
    let source = "node_modules/lite-youtube-embed/src/lite-yt-embed";
    let mut command = Command::new(esbuild);
    command
        .current_dir(project::root().join("bench"))
        .args([format!("{source}.js"), format!("{source}.css"), format!("--outdir={}", host.display())])
        .args(["--minify", "--log-level=warning"]);
    process::run("Minifying lite-youtube-embed", &mut command)?;
    Ok(host)
}

/// Serves each site on a port of its own: no cache and no worker is shared.
pub(super) fn serve(prepared: &Prepared) -> Result<(&Prepared, Vec<(&'static str, Server)>)> {
    let start = |(name, dir): &(&'static str, PathBuf)| {
        let options = server::Options::of_site(dir.clone(), 0, "/");
        Ok((*name, Server::start(options)?))
    };
    Ok((prepared, prepared.sites.iter().map(start).collect::<Result<Vec<_>>>()?))
}

fn of_shipped(dist: &Path, html: &str, value: &Value, scripts: &[Vec<u8>]) -> Result<Prepared> {
    let name = page::catalog_of(html)?;
    let text = files::text(&dist.join(&name))?;
    let dataset = Dataset { text, name, folder: folder().join(SHIPPED) };
    let mut sites = vec![copied(dist)?, of_limit(dist, html, &dataset)?];
    sites.extend(twins(dist, html, &dataset, scripts)?);
    Ok(Prepared { is_shipped: true, sites, ..counted(value) })
}

/// The site as it is.
fn copied(dist: &Path) -> Result<(&'static str, PathBuf)> {
    let ours = folder().join(SHIPPED).join("ours");
    files::replace(dist, &ours)?;
    Ok(("ours", ours))
}

fn of_grown(dist: &Path, html: &str, value: &Value, scripts: &[Vec<u8>]) -> Result<Prepared> {
    let counted = counted(value);
    let text = value.to_string();
    let name = format!("catalog-{}.json", catalog::hash(text.as_bytes()));
    let dataset = Dataset { text, name, folder: folder().join(counted.documents.to_string()) };
    let file = dataset.folder.join("catalog.json");
    files::write(&file, &dataset.text)?;
    let contents = dataset.folder.join("pages");
    pages::prerender(&file, &contents, &SiteConfig::default())?;
    let html = page::with_content(html, &files::text(&contents.join(PAGE))?, &dataset.name)?;
    let mut sites = vec![("ours", site(dist, "ours", &html, &dataset)?)];
    sites.extend(twins(dist, &html, &dataset, scripts)?);
    Ok(Prepared { sites, ..counted })
}

fn counted(dataset: &Value) -> Prepared {
    let countries = dataset["countries"].as_array().map_or(&[][..], Vec::as_slice);
    let documents = countries.iter().map(|country| country["resources"].as_array().map_or(0, Vec::len)).sum();
    Prepared { documents, countries: countries.len(), is_shipped: false, sites: Vec::new() }
}

fn of_limit(dist: &Path, html: &str, dataset: &Dataset) -> Result<(&'static str, PathBuf)> {
    Ok(("static", site(dist, "static", &page::without_script(html), dataset)?))
}

fn twins(dist: &Path, html: &str, dataset: &Dataset, scripts: &[Vec<u8>]) -> Result<Vec<(&'static str, PathBuf)>> {
    let html = page::with_twin(html, SCRIPT);
    let twin = |((name, _), script): (&(&'static str, &str), &Vec<u8>)| {
        let folder = site(dist, name, &html, dataset)?;
        write(&folder, SCRIPT, script)?;
        Ok((*name, folder))
    };
    TWINS.iter().zip(scripts).map(twin).collect()
}

/// A site of one page, with the dataset and what else stands in the root of the built site.
fn site(dist: &Path, name: &str, html: &str, dataset: &Dataset) -> Result<PathBuf> {
    let folder = dataset.folder.join(name);
    files::remove(&folder)?;
    for file in files::list(dist)? {
        let is_replaced = [PAGE, "catalog-", WORKER].iter().any(|start| file.starts_with(start));
        if !file.contains('/') && !is_replaced {
            files::write(&folder.join(&file), files::bytes(&dist.join(&file))?)?;
        }
    }
    write(&folder, PAGE, html.as_bytes())?;
    write(&folder, &dataset.name, dataset.text.as_bytes())?;
    Ok(folder)
}

/// Writes a file and its compressed twin. Compressing ten thousand documents takes long, so that is kept.
fn write(folder: &Path, name: &str, contents: &[u8]) -> Result<()> {
    let kept = self::folder().join("compressed").join(catalog::hash(contents));
    if !kept.is_file() {
        files::write(&kept, compress::brotli(contents)?)?;
    }
    files::write(&folder.join(name), contents)?;
    files::write(&folder.join(format!("{name}.br")), files::bytes(&kept)?)
}

/// The one script of a twin: with what it imports, and minified, as ours is compiled for size.
fn bundled(esbuild: &Path, source: &str) -> Result<Vec<u8>> {
    let bundle = folder().join(SCRIPT);
    let mut command = Command::new(esbuild);
    command
        .current_dir(project::root().join("bench"))
        .arg(format!("twins/{source}"))
        .args(["--bundle", "--minify", "--format=esm", "--target=es2024", "--log-level=warning"])
        .args(["--jsx=automatic", "--jsx-import-source=preact"])
        .arg(format!("--outfile={}", bundle.display()));
    process::run(&format!("Bundling {source}"), &mut command)?;
    files::bytes(&bundle)
}
