//! The port that a driver listens on.

use std::io::{self, BufRead, BufReader};
use std::process::{Command, Stdio};
use std::thread;

use super::group::Group;

/// How many ports are tried. A few in a hundred are in use, so more would only hide something else.
pub(super) const TRIED: usize = 10;

/// A driver that chooses its port and says which.
pub(super) struct DriverProcess {
    /// For people.
    pub(super) name: &'static str,
    /// What stands before the port when it is ready.
    pub(super) ready: &'static str,
    /// What it says when it ends because the port is in use.
    pub(super) in_use: &'static str,
}

impl DriverProcess {
    /// Starts the driver and waits until it is ready.
    pub(super) fn start(&self, group: &mut Group, program: &mut Command) -> u16 {
        let name = self.name;
        let mut said = String::new();
        for _ in 0..TRIED {
            said.clear();
            if let Some(port) = self.start_on_some_port(group, program, &mut said) {
                return port;
            }
            assert!(said.contains(self.in_use), "{name} ended before it said its port; it said: {said}");
        }
        panic!("{name} found no free port, {TRIED} times; at last it said: {said}");
    }

    /// Starts it; none if it ends instead, and `said` then has its reason.
    fn start_on_some_port(&self, group: &mut Group, program: &mut Command, said: &mut String) -> Option<u16> {
        let process = group.start(self.name, program.stdout(Stdio::piped()).stderr(Stdio::null()));
        let mut says = BufReader::new(process.stdout.take().expect("its output is piped"));
        loop {
            let start = said.len();
            if says.read_line(said).unwrap_or_else(|error| panic!("{} says no text: {error}", self.name)) == 0 {
                return None;
            }
            if let Some(port) = self.port_in(&said[start..]) {
                // A pipe that nobody reads would stop it.
                thread::spawn(move || io::copy(&mut says, &mut io::sink()));
                return Some(port);
            }
        }
    }

    /// The port in the line with which it says that it is ready.
    fn port_in(&self, line: &str) -> Option<u16> {
        line.trim_end().trim_end_matches('.').rsplit_once(self.ready)?.1.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use site::{files, project};

    use super::super::chromium::CHROMEDRIVER;
    use super::super::firefox::GECKODRIVER;
    use super::super::group::Group;

    /// The port of a chromedriver that says these words, one each time it is started.
    fn start(test: &str, words: &[&str]) -> u16 {
        let starts = project::work().join(format!("starts-{test}"));
        files::write(&starts, "").expect("a file can be written");
        let script = r#"echo >> "$0"; shift $(($(wc -l < "$0") - 1)); echo Starting; echo "$1""#;
        let mut stand_in = Command::new("sh");
        let stand_in = stand_in.args(["-c", script]).arg(&starts).args(words);
        let port = CHROMEDRIVER.start(&mut Group::new(), stand_in);
        fs::remove_file(starts).expect("it was started");
        port
    }

    #[test]
    fn a_port_that_is_in_use_makes_way_for_another() {
        let in_use = "IPv4 port not available. Exiting...";
        assert_eq!(start("in-use", &[in_use, in_use, "ChromeDriver was started successfully on port 35849."]), 35849);
    }

    #[test]
    #[should_panic(expected = "chromedriver ended before it said its port; it said: Starting\nIllegal instruction")]
    fn any_other_end_is_a_failure() {
        start("ended", &["Illegal instruction", "ChromeDriver was started successfully on port 35849."]);
    }

    #[test]
    fn geckodriver_says_its_port_in_its_own_way() {
        let check = |line, expected| assert_eq!(GECKODRIVER.port_in(line), expected);
        check("1795623802805\tgeckodriver\tINFO\tListening on 127.0.0.1:34139\n", Some(34139));
        check("1795623873042\tMarionette\tINFO\tMarionette enabled\n", None);
    }
}
