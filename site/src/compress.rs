//! Compressed twins beside the files, for servers that send them as they are.

use std::io::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::files;

/// Kinds of files that become smaller; pictures and fonts are compressed already.
const KINDS: [&str; 12] =
    ["css", "csv", "html", "js", "json", "jsonld", "md", "svg", "txt", "wasm", "webmanifest", "xml"];

/// Up to this size a file fits in one packet anyway.
const SMALL: u64 = 256;

/// Writes `name.br` and `name.gz` beside every file of a folder that becomes smaller by it, on all cores.
pub fn beside(folder: &Path) -> Result<()> {
    let mut sources = Vec::new();
    for name in files::list(folder)? {
        let kind = name.rsplit_once('.').map_or("", |(_, kind)| kind);
        let size = folder.join(&name).metadata().with_context(|| format!("{name} cannot be read"))?.len();
        if KINDS.contains(&kind) && size > SMALL {
            sources.push((size, name));
        }
    }
    // The largest takes as long as all others together: it comes first.
    sources.sort_unstable_by(|one, other| other.cmp(one));
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((_, name)) = sources.get(next.fetch_add(1, Ordering::Relaxed)) {
            let contents = files::bytes(&folder.join(name))?;
            files::write(&folder.join(format!("{name}.br")), brotli(&contents)?)?;
            files::write(&folder.join(format!("{name}.gz")), gzip(&contents)?)?;
        }
        Ok(())
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().expect("compressing does not panic"))
    })
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
