//! Compressed twins beside the files, for servers that send them as they are.

use std::io::Write as _;
use std::path::Path;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::files;

/// Kinds of files that become smaller; pictures and fonts are compressed already.
const KINDS: [&str; 12] =
    ["css", "csv", "html", "js", "json", "jsonld", "md", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Up to this size a file fits in one packet anyway.
const SMALL: usize = 256;

/// Writes `name.br` and `name.gz` beside every file of a folder that becomes smaller by it.
pub fn beside(folder: &Path) -> Result<()> {
    for name in files::list(folder)? {
        let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
        if !KINDS.contains(&kind) {
            continue;
        }
        let contents = files::bytes(&folder.join(&name))?;
        if contents.len() > SMALL {
            files::write(&folder.join(format!("{name}.br")), brotli(&contents)?)?;
            files::write(&folder.join(format!("{name}.gz")), gzip(&contents)?)?;
        }
    }
    Ok(())
}

/// Brotli at its highest quality.
pub fn brotli(contents: &[u8]) -> Result<Vec<u8>> {
    let parameters = BrotliEncoderParams { quality: 11, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &contents[..], &mut compressed, &parameters)?;
    Ok(compressed)
}

/// Gzip at its highest level, without name and time, so that the same contents give the same bytes.
fn gzip(contents: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(contents)?;
    Ok(encoder.finish()?)
}
