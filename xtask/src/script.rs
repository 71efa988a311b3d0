//! The hand-written scripts of `js/`, served without their comments and indentation.
//!
//! That, and compression, is nearly all that a minifier would win on a few kilobytes; it needs no
//! parser, and what the browser shows in its debugger is still the code that was written.

use anyhow::{Result, bail};

/// Removes comments that stand on lines of their own, blank lines and indentation.
///
/// A string cannot begin a line with `//`, except in a template literal over several lines, and a
/// backslash at the end of a line continues a string: both are refused, with their place, instead of
/// being changed.
pub fn strip(name: &str, source: &str) -> Result<String> {
    let mut kept = String::with_capacity(source.len());
    let mut in_comment = false;
    for (index, line) in source.lines().enumerate() {
        let line = line.trim();
        if in_comment || line.starts_with("/*") {
            let end = line.find("*/");
            if end.is_some_and(|end| end + 2 < line.len()) {
                bail!("{name}:{}: code after a comment on the same line.", index + 1);
            }
            in_comment = end.is_none();
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        if line.matches('`').count() % 2 == 1 || line.ends_with('\\') {
            bail!("{name}:{}: a string over several lines is not supported.", index + 1);
        }
        kept.push_str(line);
        kept.push('\n');
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::strip;

    fn check(source: &str, expected: Result<&str, &str>) {
        let stripped = strip("a.js", source).map_err(|error| error.to_string());
        let expected = expected.map(str::to_owned).map_err(str::to_owned);
        assert_eq!(stripped, expected);
    }

    #[test]
    fn comments_blank_lines_and_indentation_are_removed() {
        check("// @ts-check\n\n/** A\n * b */\nlet a;\n", Ok("let a;\n"));
        check("if (a) {\n  // b\n  c(); // d\n}", Ok("if (a) {\nc(); // d\n}\n"));
        check("/* one line */\nf(\"// no comment\");", Ok("f(\"// no comment\");\n"));
    }

    #[test]
    fn what_could_be_a_string_is_refused() {
        check("a = `\n// b\n`;", Err("a.js:1: a string over several lines is not supported."));
        check("a = 'b\\\nc';", Err("a.js:1: a string over several lines is not supported."));
        check("/* a */ b();", Err("a.js:1: code after a comment on the same line."));
    }
}
