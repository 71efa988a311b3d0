//! The wasm files as they are shipped: without the sections that only a debugger reads.
//!
//! The names of functions are a third of a file. Cargo's `strip = true` cannot be used, because wasm-bindgen then misses
//! the section `target_features`, which nobody reads after it; wasm-opt would do it and much else, in a minute of its own,
//! for 2 % after brotli. wasm-bindgen's own flag does not reach the file of what is loaded later.

use anyhow::{Context, Result};
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload};

/// Sections without which the module runs the same.
const SHIPPED_WITHOUT: [&str; 4] = ["name", "producers", "target_features", "__wasm_split_unstable"];

/// The module without its names.
pub(crate) fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    let mut kept = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("it is no whole WebAssembly module")?;
        let is_for_debuggers =
            matches!(&payload, Payload::CustomSection(section) if SHIPPED_WITHOUT.contains(&section.name()));
        if let Some((id, range)) = payload.as_section().filter(|_| !is_for_debuggers) {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            kept.section(&RawSection { id, data: &module[range] });
        }
    }
    Ok(kept.finish())
}

#[cfg(test)]
mod tests {
    use super::without_names;

    #[test]
    fn only_the_sections_of_names_go() {
        let section = |id: u8, content: &[u8]| [&[id, content.len() as u8], content].concat();
        let custom = |name: &str| section(0, &[&[name.len() as u8], name.as_bytes(), b"..."].concat());
        let header = b"\0asm\x01\0\0\0".to_vec();
        let code = section(10, b"\0");
        let module = [header.clone(), custom("name"), code.clone(), custom("target_features"), custom("kept")].concat();
        let expected = [header, code, custom("kept")].concat();
        assert_eq!(without_names(&module).expect("it is a module"), expected);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        let check = |module: &[u8]| {
            let problem = without_names(module).expect_err("it is none");
            assert_eq!(problem.to_string(), "it is no whole WebAssembly module");
        };
        check(b"<!doctype html>");
        check(b"\0asm\x01\0\0\0\x0a\x7f");
    }
}
