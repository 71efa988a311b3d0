//! `preview`: serves `dist/` as production would, with headers and compression.

use std::path::PathBuf;

use anyhow::{Result, ensure};
use clap::Args;
use server::Server;
use site::names::PAGE;
use site::project;

/// The port when none is given.
pub const PORT: u16 = 8080;

/// Where to serve.
#[derive(Args, Debug)]
pub struct Options {
    /// The port, or the one from which a free one is looked for.
    #[arg(long, value_name = "N", default_value_t = PORT)]
    pub port: u16,
}

/// `cargo xtask preview [--port N]`.
pub fn run(options: &Options) -> Result<()> {
    built()?;
    let server = start(options.port)?;
    println!("Serving {} (Ctrl-C stops)", server.address());
    server.serve_until_interrupted()
}

/// The built site; an error where there is none.
pub fn built() -> Result<PathBuf> {
    let dist = project::dist();
    ensure!(dist.join(PAGE).is_file(), "dist/ is not built: run `cargo xtask build` first.");
    Ok(dist)
}

/// Starts the server for `dist/` on a port, or on the next free one if that is in use.
pub fn start(port: u16) -> Result<Server> {
    let options = server::Options::of_site(project::dist(), port, "/");
    let (server, used) = Server::start_near(options)?;
    if used != port && port != 0 {
        println!("Port {port} is in use; serving on {used} instead.");
    }
    Ok(server)
}
