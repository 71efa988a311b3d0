//! The notices for the app: the choice of a licence, its text, the groups, and what the real crates come to.

use std::path::Path;
use std::process::Command;

use super::crates::{Crate, is_licence_file, of_the_app};
use super::licence::{ALLOWED, Text, chosen, without_comment};
use super::{Entry, entries_of, grouped, stated, written};
use crate::{files, process};

fn real() -> Vec<Crate> {
    of_the_app().expect("cargo says what the app is compiled from")
}

#[test]
fn of_several_licences_the_preferred_one_is_taken() {
    let check = |expression: &str, expected: Result<&[&str], &str>| {
        let found = chosen(expression).map(|licences| licences.iter().map(|licence| licence.id).collect::<Vec<_>>());
        assert_eq!(found.map_err(|error| error.to_string()), expected.map(<[_]>::to_vec).map_err(str::to_owned));
    };
    check("MIT", Ok(&["MIT"]));
    check("Apache-2.0 OR MIT", Ok(&["MIT"]));
    check("Unlicense/MIT", Ok(&["MIT"]));
    check("Zlib OR Apache-2.0 OR MIT", Ok(&["MIT"]));
    check("Zlib OR Apache-2.0", Ok(&["Zlib"]));
    check("(MIT OR Apache-2.0) AND Unicode-3.0", Ok(&["MIT", "Unicode-3.0"]));
    check("Apache-2.0", Err("has a licence that ALLOWED does not have: Apache-2.0"));
    check("MIT AND GPL-3.0-only", Err("has a licence that ALLOWED does not have: MIT AND GPL-3.0-only"));
    check("MIT WITH LLVM-exception", Err("has a licence that ALLOWED does not have: MIT WITH LLVM-exception"));
    check("As you like", Err("has a licence that SPDX does not know: As you like"));
}

#[test]
fn a_text_is_whose_it_is_and_what_is_the_same_for_all() {
    let check = |text, holders: &[&str], terms: &str| {
        let holders = holders.iter().map(|&line| line.to_owned()).collect();
        assert_eq!(Text::of(text), Text { holders, terms: terms.to_owned() });
    };
    check(
        "MIT License\r\n\r\nCopyright (c) 2017 A\r\nCopyright (c) 2018 B\r\n\r\nPermission is\r\nhereby  \r\n",
        &["Copyright (c) 2017 A", "Copyright (c) 2018 B"],
        "Permission is\nhereby",
    );
    // Lines that only look like those of a copyright stay.
    check(
        "UNICODE LICENSE V3\n\nCOPYRIGHT AND\n\n  Copyright © U\n\n1. a\n   b\n",
        &["Copyright © U"],
        "UNICODE LICENSE V3\n\nCOPYRIGHT AND\n\n1. a\n   b",
    );
    check("", &[], "");
}

#[test]
fn a_comment_loses_its_marks() {
    let source = "/* Copyright (c) A\n * All of\n *\n *    1. it\n */\n\n//! Code.\n";
    assert_eq!(without_comment(source), "Copyright (c) A\nAll of\n\n   1. it\n");
    assert_eq!(without_comment("A licence\n"), "A licence\n");
}

/// An entry of `grouped`, without a text where `terms` is empty.
fn entry(what: &str, licence: &'static str, terms: &str) -> Entry {
    let terms = (!terms.is_empty()).then(|| terms.to_owned());
    Entry { what: what.to_owned(), licence, holders: vec![format!("Copyright (c) {what}")], terms }
}

#[test]
fn the_same_words_are_written_once() {
    let entries = vec![
        entry("c", "MIT", "Do what\nyou like."),
        entry("d", "Zlib", "Do what you like."),
        entry("std", "MIT", ""),
        entry("a", "MIT", "Do what you like."),
        entry("b", "MIT", "Do what you like. Parts of b are older."),
    ];
    let groups = grouped(entries).expect("there is a text for each");
    let names = |at: usize| groups[at].entries.iter().map(|entry| entry.what.as_str()).collect::<Vec<_>>();
    assert_eq!(groups.len(), 3);
    assert_eq!([names(0), names(1), names(2)], [vec!["a", "c", "std"], vec!["b"], vec!["d"]]);
    let text = written(&groups);
    let parts: Vec<&str> = text.split("\n4.").collect();
    assert_eq!(
        parts[2],
        "1 MIT\n   a\n      Copyright (c) a\n   c\n      Copyright (c) c\n   std\n      Copyright (c) std\n   \
         Licence:\n\nDo what\nyou like.\n"
    );
    let without = grouped(vec![entry("a", "MIT", "Do it."), entry("std", "Zlib", "")]).map(|groups| groups.len());
    assert_eq!(without.map_err(|error| error.to_string()), Err("No crate has the text of Zlib for std".to_owned()));
}

#[test]
fn a_crate_without_a_text_is_named() {
    let folder = std::env::temp_dir().join(format!("notice-{}", std::process::id()));
    let one = |expression: Option<&str>, address: &str| Crate {
        name: "a".to_owned(),
        version: "1.0.0".to_owned(),
        expression: expression.map(str::to_owned),
        address: Some(address.to_owned()),
        folder: folder.clone(),
    };
    let check = |one: &Crate, expected: Result<usize, &str>| {
        let found = entries_of(one).map(|entries| entries.len());
        assert_eq!(found.map_err(|error| error.to_string()), expected.map_err(str::to_owned));
    };
    let advice = "comes without the text of MIT: write whose it is into WITHOUT_TEXT in site/src/notice/stated.rs";
    check(&one(None, "https://code.example/a"), Err("does not say its licence"));
    check(&one(Some("MIT"), "https://code.example/a"), Err(advice));
    check(&one(Some("MIT"), "https://github.com/leptos-rs/leptos"), Ok(1));
    // A text of another licence is none.
    files::write(&folder.join("LICENSE"), "UNICODE LICENSE V3").expect("it can be written");
    check(&one(Some("MIT"), "https://code.example/a"), Err(advice));
    check(&one(Some("Unicode-3.0"), "https://code.example/a"), Ok(1));
    files::remove(&folder).expect("it can be removed");
}

#[test]
fn the_real_crates_have_licences_that_are_allowed_and_texts() {
    let text = super::of_the_app().unwrap_or_else(|error| panic!("{error:#}"));
    for name in ["leptos ", "wasm-bindgen ", "web-sys ", "wasm_split_helpers ", "wasm_split_cli_support "] {
        assert!(text.contains(&format!("\n   {name}")), "{name}is not listed");
    }
    // Ours, for the build only, and on another target only.
    for name in ["catalog ", "leptos-lean ", "wasm-streams ", "leptos_macro ", "resvg ", "libc "] {
        assert!(!text.contains(&format!("\n   {name}")), "{name}is listed");
    }
    let folder = crate::project::cargo_home().expect("it is known");
    assert!(!text.contains(&folder.display().to_string()), "it says where this machine has its crates");
}

#[test]
fn what_is_stated_by_hand_is_needed() {
    let crates = real();
    for licence in &ALLOWED {
        let is_needed = crates.iter().any(|one| {
            let chosen = one.expression.as_deref().and_then(|expression| chosen(expression).ok()).unwrap_or_default();
            chosen.iter().any(|chosen| chosen.id == licence.id)
        });
        assert!(is_needed, "no crate needs {}: take it out of ALLOWED", licence.id);
    }
    for (address, _) in stated::WITHOUT_TEXT {
        let is_it = |one: &&Crate| one.address.as_deref().is_some_and(|found| found.starts_with(address));
        let lacks = |one: &Crate| one.licence_files().expect("they can be read").is_empty();
        assert!(crates.iter().filter(is_it).any(lacks), "no crate of {address} lacks a text: take it out");
    }
    for part in stated::PARTS {
        assert!(crates.iter().any(|one| one.name == part.of), "{} is not in the app: take it out", part.of);
    }
}

#[test]
fn no_licence_within_a_crate_is_overlooked() {
    const SAYINGS: [&str; 3] = ["redistribution and use in", "permission is hereby granted", "permission to use, copy"];
    let mut found = Vec::new();
    for one in real() {
        for file in files::list(&one.folder).expect("its sources are there") {
            let (folder, name) = file.rsplit_once('/').unwrap_or(("", &file));
            if !is_compiled(folder) {
                continue;
            }
            let path = one.folder.join(&file);
            let says = |text: String| SAYINGS.iter().any(|saying| text.to_lowercase().contains(saying));
            let is_code = Path::new(name).extension().is_some_and(|end| end == "rs" || end == "js");
            if is_licence_file(name) && !folder.is_empty() || is_code && files::text(&path).is_ok_and(says) {
                found.push((one.name.clone(), file));
            }
        }
    }
    let mut listed: Vec<_> = stated::PARTS.iter().map(|part| (part.of.to_owned(), part.file.to_owned())).collect();
    listed.sort();
    assert_eq!(found, listed, "PARTS in site/src/notice/stated.rs has to list these");
}

/// Whether what is in a folder of a crate can come into the app.
fn is_compiled(folder: &str) -> bool {
    !["tests", "examples", "benches"].iter().any(|not| folder.split('/').any(|part| part == *not))
}

#[test]
fn the_parts_of_the_standard_library_are_in_this_toolchain() {
    let sysroot = process::stdout_of(Command::new("rustc").args(["--print", "sysroot"])).expect("rustc says it");
    let list = Path::new(&sysroot).join("share/doc/rust/COPYRIGHT-library.html");
    // Not every distribution of Rust has it.
    let Ok(list) = files::text(&list) else { return };
    for name in ["dlmalloc", "hashbrown", "rustc-demangle"] {
        assert!(stated::STANDARD_LIBRARY.iter().any(|part| part.name == name), "{name} is not stated");
        assert!(list.contains(&format!(" {name}-")), "{name} is no part of the standard library any more: take it out");
    }
    assert!(list.contains("unicode_data"), "Unicode's tables are no part of the standard library any more");
}
