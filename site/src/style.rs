//! The style sheet: the files of `style/` as one, because Trunk does not resolve `@import`.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::{files, project};

/// These come first and in this order; `layers.css` has the one line that orders the layers.
const FIRST: [&str; 3] = ["layers.css", "tokens.css", "base.css"];

/// Joins the files of `style/` and writes them where `index.html` names the style sheet.
pub fn write() -> Result<PathBuf> {
    let folder = project::root().join("style");
    let files = ordered(files::list(&folder)?);
    ensure!(
        files.first().is_some_and(|file| file == FIRST[0]),
        "style/{} is missing: it has the line that orders the layers.",
        FIRST[0]
    );
    let mut sheet = String::new();
    for file in files {
        sheet.push_str(&files::text(&folder.join(file))?);
        sheet.push('\n');
    }
    let joined = project::work().join("style.css");
    files::write(&joined, sheet)?;
    Ok(joined)
}

fn ordered(mut files: Vec<String>) -> Vec<String> {
    files.retain(|file| file.ends_with(".css"));
    files.sort_by_key(|file| {
        let place = FIRST.iter().position(|first| first == file);
        (place.unwrap_or(FIRST.len()), file.clone())
    });
    files
}

#[cfg(test)]
mod tests {
    use super::ordered;

    #[test]
    fn layers_tokens_and_base_come_first_and_the_rest_by_name() {
        let given = ["base.css", "card.css", "README.md", "layers.css", "app.css", "tokens.css"];
        let expected = ["layers.css", "tokens.css", "base.css", "app.css", "card.css"];
        assert_eq!(ordered(given.map(String::from).into()), expected);
    }
}
