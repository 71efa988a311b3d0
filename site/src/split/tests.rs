//! Tests of the names and of what is said when there is nothing to load later.

use std::path::PathBuf;
use std::{env, fs};

use super::{ASKS_AGAIN, add_from, imported, linked, renamed};
use crate::files;

const MODULE: &[u8] = b"\0asm\x01\0\0\0";
const GLUE: &str = "import*as a from\"./__wasm_split.js\";const b={\"./__wasm_split.js\":a};export{b};";
const LOADER: &str = "import { initSync } from \"./main.js\";\nsrc = fetch(\"./split_parts.wasm\");\n\
    WebAssembly.instantiateStreaming(src, imports);\n";
const PAGE: &str = "<link rel=modulepreload href=./genomic-plans-1.js fetchpriority=low><script src=./boot.js \
    data-js=./genomic-plans-1.js></script>";

/// What a cut and Trunk leave, in a folder that goes with it.
struct Cut(PathBuf);

impl Cut {
    fn of(name: &str, loader: &str) -> Self {
        let cut = Self(env::temp_dir().join(format!("genomic-plans-split-{name}-{}", std::process::id())));
        let write = |file: &str, contents: &[u8]| files::write(&cut.0.join(file), contents).expect("it can be written");
        write("parts/first.wasm", MODULE);
        write("parts/__wasm_split.js", loader.as_bytes());
        write("site/genomic-plans-1.js", GLUE.as_bytes());
        write("site/genomic-plans-0_bg.wasm", MODULE);
        write("site/index.html", PAGE.as_bytes());
        cut
    }

    fn add(&self) -> Result<Vec<String>, String> {
        add_from(&self.0.join("parts"), &self.0.join("site")).map_err(|error| error.to_string())?;
        Ok(files::list(&self.0.join("site")).expect("it can be read"))
    }

    fn text(&self, file: &str) -> String {
        files::text(&self.0.join("site").join(file)).expect("it is there")
    }
}

impl Drop for Cut {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

#[test]
fn the_files_name_each_other_and_the_page_names_both_scripts() {
    let cut = Cut::of("names", LOADER);
    files::write(&cut.0.join("parts/split_parts.wasm"), MODULE).expect("it can be written");
    let files = cut.add().expect("there is a part");
    let [wasm, glue, page, lazy, loader] = &files[..] else { panic!("{files:?}") };
    assert_eq!([wasm.as_str(), page, lazy], ["genomic-plans-0_bg.wasm", "index.html", "lazy-93a44bbb96c75121.wasm"]);
    let hash = loader.strip_prefix("split-").and_then(|name| name.strip_suffix(".js")).expect("it is the loader");
    assert_eq!(hash.len(), 16);
    assert_eq!(*glue, format!("genomic-plans-{hash}.js"));
    assert_eq!(
        cut.text(loader),
        format!(
            "{ASKS_AGAIN}import{{initSync}}from \"./{glue}\";\nsrc=fetch(\"./{lazy}\");\n\
         WebAssembly.instantiate(await(await src).arrayBuffer(),imports);\n"
        )
    );
    assert_eq!(cut.text(glue), GLUE.replacen("__wasm_split.js", loader, 1), "the key stays");
    let head = format!(
        "<link rel=modulepreload href=./{glue} fetchpriority=low><link rel=modulepreload href=./{loader} \
         fetchpriority=low><script src=./boot.js data-js=./{glue}></script>"
    );
    assert_eq!(cut.text("index.html"), head);
}

#[test]
fn an_app_in_one_piece_is_no_site() {
    let cut = Cut::of("piece", "import { initSync } from \"./main.js\";\n");
    let sentence = "The app was not cut into parts: all of it is in the file that is loaded at first.";
    assert_eq!(cut.add(), Err(sentence.to_owned()));
}

#[test]
fn what_does_not_look_as_expected_is_said() {
    let check = |found: anyhow::Result<String>, expected: &str| {
        assert_eq!(found.map_err(|error| error.to_string()), Err(expected.to_owned()));
    };
    check(
        renamed("import \"./a.js\";", "main.js", "b.js", "the loader"),
        "the loader names main.js 0 times instead of once.",
    );
    check(imported("export{};", "split-1.js", "a.js"), "a.js does not import __wasm_split.js.");
    check(linked("<p>", "a.js", "b.js", "split-1.js"), "The page does not ask for a.js ahead");
}
