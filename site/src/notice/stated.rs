//! What has to be looked up by hand, because neither cargo nor a crate's sources say it. Tests hold that each line of
//! it is still needed.

use super::Entry;
use super::crates::Crate;

/// Whose the crates are that come without the text of their licence: how their address begins, and the lines of the
/// copyright in the repository that is there. What begins with "By" has none there either: it names the authors.
pub(super) const WITHOUT_TEXT: [(&str, &[&str]); 6] = [
    ("https://github.com/leptos-rs/leptos", &["Copyright (c) 2022 Greg Johnston"]),
    ("https://github.com/rustwasm/gloo", &["Copyright (c) 2019 Rust and WebAssembly Working Group"]),
    (
        "https://github.com/rs-tml/rstml",
        &["Copyright 2020 stoically@protonmail.com", "Copyright 2023 vldm <me@vldm.cc>"],
    ),
    (
        "https://github.com/WorldSEnder/wasm-split-prototype",
        &["By Greg Johnston, Jeremy Maitin-Shepard and Martin Molzer"],
    ),
    ("https://github.com/JonathanBrouwer/erased", &["By Jonathan Brouwer and Jonathan Dönszelmann"]),
    // It is a copy of a part of the standard library.
    ("https://github.com/whentze/drain_filter_polyfill", &["Copyright (c) The Rust Project Contributors"]),
];

/// A file in a crate that has another licence than the crate.
pub(super) struct Part {
    /// The name of the crate.
    pub(super) of: &'static str,
    /// Where the licence stands: a file with it, or one of Rust that begins with it.
    pub(super) file: &'static str,
    /// The SPDX identifier of the licence.
    pub(super) licence: &'static str,
}

/// The parts of crates that others made than the crate.
pub(super) const PARTS: [Part; 2] = [
    Part { of: "futures-channel", file: "src/mpsc/queue.rs", licence: "BSD-2-Clause" },
    Part { of: "regex-syntax", file: "src/unicode_tables/LICENSE-UNICODE", licence: "Unicode-DFS-2016" },
];

/// A part of Rust's standard library.
pub(super) struct Std {
    /// Its name: a crate's that the toolchain's `COPYRIGHT-library.html` lists, or one within Rust's repository.
    pub(super) name: &'static str,
    /// Where its sources are kept.
    address: &'static str,
    /// The SPDX identifier of the licence.
    licence: &'static str,
    /// The lines of the copyright.
    holders: &'static [&'static str],
}

/// What of Rust's standard library can be in WebAssembly. Without versions: which toolchain compiles the app is left to
/// who builds it.
pub(super) const STANDARD_LIBRARY: [Std; 7] = [
    Std {
        name: "std, core and alloc",
        address: "https://github.com/rust-lang/rust",
        licence: "MIT",
        holders: &[
            "Copyright (c) The Rust Project Contributors",
            "Copyright (c) 2014 Alex Crichton",
            "Copyright (c) 2019 The Crossbeam Project Developers",
        ],
    },
    Std {
        name: "unicode_data, from Unicode",
        address: "https://github.com/rust-lang/rust",
        licence: "Unicode-3.0",
        holders: &["Copyright © 1991-2024 Unicode, Inc."],
    },
    Std {
        name: "compiler-builtins, from LLVM's compiler-rt",
        address: "https://github.com/rust-lang/rust",
        licence: "MIT",
        holders: &["Copyright (c) 2009-2016 by the contributors listed in CREDITS.TXT"],
    },
    Std {
        name: "libm, from musl",
        address: "https://github.com/rust-lang/rust",
        licence: "MIT",
        holders: &["Copyright © 2005-2020 Rich Felker, et al."],
    },
    Std {
        name: "dlmalloc",
        address: "https://github.com/alexcrichton/dlmalloc-rs",
        licence: "MIT",
        holders: &["Copyright (c) 2014 Alex Crichton"],
    },
    Std {
        name: "hashbrown",
        address: "https://github.com/rust-lang/hashbrown",
        licence: "MIT",
        holders: &["Copyright (c) 2016 Amanieu d'Antras"],
    },
    Std {
        name: "rustc-demangle",
        address: "https://github.com/rust-lang/rustc-demangle",
        licence: "MIT",
        holders: &["Copyright (c) 2014 Alex Crichton"],
    },
];

/// The lines of the copyright of a crate that comes without.
pub(super) fn holders(one: &Crate) -> Option<Vec<String>> {
    let address = one.address.as_deref()?;
    let (_, holders) = WITHOUT_TEXT.iter().find(|(begin, _)| address.starts_with(begin))?;
    Some(holders.iter().map(|&line| line.to_owned()).collect())
}

/// What of Rust's standard library is in the app.
pub(super) fn standard_library() -> Vec<Entry> {
    let entry = |&Std { name, address, licence, holders }: &Std| Entry {
        what: format!("Rust's standard library, {name}, {address}"),
        licence,
        holders: holders.iter().map(|&line| line.to_owned()).collect(),
        terms: None,
    };
    STANDARD_LIBRARY.iter().map(entry).collect()
}
