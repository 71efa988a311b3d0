//! Processes that end together.

use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};

/// A driver and all that it starts. They end when this is dropped, and also when the tests end in any other
/// way: the first process waits for a pipe that nobody but the tests holds open, and then ends them all.
pub(super) struct Group {
    first: Child,
    others: Vec<Child>,
}

impl Group {
    pub(super) fn new() -> Self {
        let mut first = Command::new("sh");
        first.args(["-c", "read -r _; kill -s KILL -- -$$"]).process_group(0);
        let first = first.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        Self { first: first.expect("a shell starts"), others: Vec::new() }
    }

    /// Starts a program, whose name is for people.
    pub(super) fn start(&mut self, name: &str, program: &mut Command) -> &mut Child {
        let group = i32::try_from(self.first.id()).expect("the system numbers processes so");
        // The tests know the visitor's day by UTC.
        let started = program.env("TZ", "UTC").process_group(group).stdin(Stdio::null()).spawn();
        self.others.push(started.unwrap_or_else(|error| panic!("{name} does not start: {error}")));
        self.others.last_mut().expect("it was added")
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        drop(self.first.stdin.take());
        for process in self.others.iter_mut().chain([&mut self.first]) {
            // That it ended before is no harm.
            process.wait().ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;
    use std::process::{Command, Stdio};

    use super::Group;

    #[test]
    fn what_a_process_has_started_ends_with_it() {
        let mut group = Group::new();
        let mut program = Command::new("sh");
        let process = group.start("a shell", program.args(["-c", "sleep 600 & echo; wait"]).stdout(Stdio::piped()));
        let mut says = process.stdout.take().expect("its output is piped");
        drop(group);
        // The pipe ends when the last process that could write into it has.
        says.read_to_end(&mut Vec::new()).expect("it can be read");
    }
}
