//! Scripts of the page whose names get the hash of their contents: a page that a browser or a host has kept for a while
//! names the scripts of its own build, and never runs those of another.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::names::PAGE;
use crate::{files, precache};

/// What starts the app, what runs before the first paint, and what talks to the page around a frame: their names before
/// the hash.
const SCRIPTS: [&str; 3] = ["boot", "early", EMBED];

/// The last of them.
pub(crate) const EMBED: &str = "embed";

/// Whether a file is the script of a name.
pub(crate) fn is_script(file: &str, name: &str) -> bool {
    file.strip_prefix(name).and_then(|rest| rest.strip_prefix('-')).is_some_and(|rest| rest.ends_with(".js"))
}

/// Renames the scripts of a site, and has every page name them so.
pub(crate) fn rename(site: &Path) -> Result<()> {
    let mut names = Vec::new();
    for name in SCRIPTS {
        let plain = format!("{name}.js");
        let hashed = format!("{name}-{}.js", precache::short_hash(&files::bytes(&site.join(&plain))?));
        fs::rename(site.join(&plain), site.join(&hashed)).with_context(|| format!("{plain} cannot be renamed"))?;
        // However far up it is; `./embed.js` is no part of `./embed/`.
        names.push((format!("/{plain}"), format!("/{hashed}")));
    }
    for file in files::list(site)?.iter().filter(|file| file.ends_with(".html")) {
        let page = files::text(&site.join(file))?;
        let renamed = names.iter().fold(page.clone(), |page, (plain, hashed)| page.replace(plain, hashed));
        ensure!(file != PAGE || renamed != page, "{PAGE} names no script that is renamed");
        if renamed != page {
            files::write(&site.join(file), renamed)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::{is_script, rename};
    use crate::files;

    #[test]
    fn pages_name_scripts_by_their_contents() {
        let site: PathBuf = std::env::temp_dir().join(format!("genomic-plans-hashed-{}", std::process::id()));
        let write = |file: &str, text: &str| files::write(&site.join(file), text).expect("it can be written");
        write("boot.js", "1");
        write("early.js", "2");
        write("embed.js", "3");
        write("index.html", "<script src=./early.js></script><script src=./boot.js></script><a href=./embed/>");
        write("embed/ie/index.html", "<script src=\"../../embed.js\"></script>");
        rename(&site).expect("they can be renamed");
        let all = files::list(&site).expect("they can be listed");
        let name = |name: &str| all.iter().find(|file| is_script(file, name)).cloned().expect("it is there");
        let text = |file: &str| files::text(&site.join(file)).expect("it is there");
        assert!(!all.iter().any(|file| file == "boot.js"));
        assert_eq!(
            text("index.html"),
            format!(
                "<script src=./{}></script><script src=./{}></script><a href=./embed/>",
                name("early"),
                name("boot")
            )
        );
        assert_eq!(text("embed/ie/index.html"), format!("<script src=\"../../{}\"></script>", name("embed")));
        files::remove(&site).expect("it can be removed");
    }
}
