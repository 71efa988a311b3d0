//! The wasm file as it is shipped: without the sections that only a debugger reads.
//!
//! The names of functions are a third of the file. Cargo's `strip = true` cannot be used, because
//! wasm-bindgen then misses the section `target_features`, which nobody reads after it; wasm-opt would do it and much else, in a
//! minute of its own, for 2 % after brotli.

use anyhow::{Context, Result, ensure};

/// Sections without which the module runs the same.
const SHIPPED_WITHOUT: [&str; 4] = ["name", "producers", "target_features", "__wasm_split_unstable"];

const HEADER: usize = 8;

/// The module without its names.
pub(crate) fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    ensure!(module.starts_with(b"\0asm"), "it does not begin as a WebAssembly module does");
    let mut kept = module[..HEADER].to_vec();
    let mut rest = &module[HEADER..];
    while let Some((id, after)) = rest.split_first() {
        let (length, content) = number(after).context("a section's length is cut off")?;
        let (content, next) = content.split_at_checked(length).context("a section is cut off")?;
        if *id != 0 || !SHIPPED_WITHOUT.contains(&name(content).unwrap_or_default()) {
            kept.extend_from_slice(&rest[..rest.len() - next.len()]);
        }
        rest = next;
    }
    Ok(kept)
}

/// The name of a custom section.
fn name(content: &[u8]) -> Option<&str> {
    let (length, rest) = number(content)?;
    std::str::from_utf8(rest.get(..length)?).ok()
}

/// A number in LEB128, and what follows it.
fn number(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0_usize;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        number |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return Some((number, &bytes[at + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::without_names;

    #[test]
    fn only_the_sections_of_names_go() {
        let section = |id: u8, content: &[u8]| [&[id, content.len() as u8], content].concat();
        let custom = |name: &str| section(0, &[&[name.len() as u8], name.as_bytes(), b"..."].concat());
        let header = b"\0asm\x01\0\0\0".to_vec();
        let code = section(10, b"code");
        let module = [header.clone(), custom("name"), code.clone(), custom("target_features"), custom("kept")].concat();
        let expected = [header, code, custom("kept")].concat();
        assert_eq!(without_names(&module).expect("it is a module"), expected);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert_eq!(
            without_names(b"<!doctype html>").expect_err("it is a page").to_string(),
            "it does not begin as a WebAssembly module does"
        );
        assert_eq!(
            without_names(b"\0asm\x01\0\0\0\x0a\x7f").expect_err("it is cut off").to_string(),
            "a section is cut off"
        );
    }
}
