//! `preview`: serves `dist/` as production would, with headers and compression.

use anyhow::{Result, ensure};
use lexopt::{Arg, Parser, ValueExt as _};

use crate::project;
use crate::server::{Options, Server};
use crate::usage::UsageError;

/// The port when none is given.
pub const PORT: u16 = 8080;

/// `cargo xtask preview [--port N]`.
pub fn command(mut arguments: Parser) -> Result<()> {
    let mut port = PORT;
    while let Some(argument) = arguments.next().map_err(UsageError::from)? {
        match argument {
            Arg::Long("port") => port = port_of(&mut arguments)?,
            _ => return Err(UsageError::from(argument.unexpected()).into()),
        }
    }
    let dir = project::dist();
    ensure!(dir.join("index.html").is_file(), "dist/ is not built: run `cargo xtask build` first.");
    let server = start(port)?;
    println!("Serving {} (Ctrl-C stops)", server.address());
    loop {
        std::thread::park();
    }
}

/// Starts the server for `dist/` on a port, or on the next free one if that is in use.
pub fn start(port: u16) -> Result<Server> {
    let options = Options::of_site(project::dist(), port, "/");
    let (server, used) = Server::start_near(options)?;
    if used != port && port != 0 {
        println!("Port {port} is in use; serving on {used} instead.");
    }
    Ok(server)
}

/// The value of `--port`.
pub fn port_of(arguments: &mut Parser) -> Result<u16, UsageError> {
    Ok(arguments.value()?.parse()?)
}
