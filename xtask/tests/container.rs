//! `Containerfile`, without a container engine: what it copies is there, and nginx takes what it makes of the
//! configuration for hosts.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use site::files::{self, TemporaryFolder};
use site::project;

/// The configuration that it is made of.
const SOURCE: &str = "hosts/nginx.conf";

/// What `cargo xtask build` makes, and is in no checkout.
const BUILT: &str = "dist";

fn text(file: &str) -> String {
    files::text(&project::root().join(file)).unwrap_or_else(|error| panic!("{error:#}"))
}

/// An instruction of the file: its name and what it is given.
struct Instruction {
    name: String,
    given: String,
}

fn instructions() -> Vec<Instruction> {
    let text = text("Containerfile");
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim_start().starts_with('#')).collect();
    let whole = lines.join("\n").replace("\\\n", " ");
    let parts = whole.lines().filter_map(|line| line.trim().split_once(' '));
    parts.map(|(name, given)| Instruction { name: name.to_owned(), given: given.trim().to_owned() }).collect()
}

/// The only instruction that begins like this, and what follows.
fn only(start: &str) -> String {
    let all = instructions().into_iter().map(|Instruction { name, given }| format!("{name} {given}"));
    let mut found = all.filter_map(|line| line.strip_prefix(start).map(str::to_owned));
    let first = found.next().unwrap_or_else(|| panic!("Containerfile has no instruction that begins with {start}"));
    assert_eq!(found.next(), None, "Containerfile has two instructions that begin with {start}");
    first
}

/// Does in a folder what the stage `configuration` does in its own; the name of the file that the next one takes.
fn configure(folder: &TemporaryFolder) -> String {
    let all = instructions();
    let mut stages = all.split(|instruction| instruction.name == "FROM").skip(1);
    let stage = stages.next().expect("there is a first stage");
    let mut inside = String::new();
    for Instruction { name, given } in stage {
        match (name.as_str(), given.strip_suffix(" .")) {
            ("WORKDIR", _) => inside = format!("{given}/"),
            ("COPY", Some(from)) => {
                let from = project::root().join(from);
                fs::copy(&from, folder.path().join(from.file_name().expect("it is a file"))).expect("it can be copied");
            }
            ("RUN", _) => {
                let done =
                    Command::new("sh").args(["-c", given]).current_dir(folder.path()).status().expect("there is sh");
                assert!(done.success(), "this step fails: {given}");
            }
            _ => panic!("this test does not know how to do {name} {given}"),
        }
    }
    let taken = only("COPY --from=configuration ");
    let (file, _) = taken.split_once(' ').expect("it says where to");
    file.strip_prefix(&inside).unwrap_or_else(|| panic!("{file} is not in {inside}")).to_owned()
}

/// The configuration as the image has it.
fn configuration(test: &str) -> String {
    let folder = TemporaryFolder::new(test);
    fs::create_dir_all(folder.path()).expect("a folder can be made");
    let file = configure(&folder);
    fs::read_to_string(folder.path().join(&file)).unwrap_or_else(|error| panic!("no step makes {file}: {error}"))
}

#[test]
fn only_the_port_is_another_than_on_hosts() {
    let (hosts, image) = (text(SOURCE), configuration("port"));
    assert_eq!(hosts.lines().count(), image.lines().count());
    let others: Vec<_> = hosts.lines().zip(image.lines()).filter(|(host, image)| host != image).collect();
    let port = only("EXPOSE ");
    assert_eq!(others, [("    listen 80;", format!("    listen {port};").as_str())]);
    assert!(port.parse::<u16>().is_ok_and(|port| port >= 1024), "who is not root may not listen on {port}");
    assert!(only("HEALTHCHECK ").contains(&format!("http://127.0.0.1:{port}/")));
}

#[test]
fn the_site_is_where_nginx_looks_for_it() {
    let folder = only(&format!("COPY {BUILT} "));
    assert!(configuration("site").contains(&format!("\n    root {folder};\n")), "nginx does not look in {folder}");
}

#[test]
fn what_is_copied_is_there_and_is_not_ignored() {
    let ignore = text(".containerignore");
    let copies = instructions().into_iter().filter(|instruction| instruction.name == "COPY");
    let from_here: Vec<String> = copies
        .filter(|copy| !copy.given.starts_with("--from="))
        .map(|copy| copy.given.split(' ').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(from_here, [SOURCE, BUILT]);
    for file in from_here {
        assert!(file == BUILT || project::root().join(&file).is_file(), "{file} is not there");
        assert!(ignore.lines().any(|line| line == format!("!{file}")), ".containerignore keeps {file} out");
    }
}

#[test]
fn nginx_takes_the_configuration() {
    let folder = TemporaryFolder::new("nginx");
    fs::create_dir_all(folder.path()).expect("a folder can be made");
    let file = configure(&folder);
    let chosen = env::var_os("NGINX").map(PathBuf::from);
    // Debian has it where not everybody's PATH leads.
    let usual = ["nginx", "/usr/sbin/nginx"].map(PathBuf::from);
    let is_there = |program: &PathBuf| Command::new(program).arg("-v").output().is_ok();
    let Some(nginx) = chosen.into_iter().chain(usual).find(is_there) else {
        println!("There is no nginx: its configuration for the container was not read by it.");
        return;
    };
    // As the image includes it.
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    let temporary: String = temporary.iter().map(|name| format!("{name}_temp_path {name};\n")).collect();
    let whole = format!("pid nginx.pid;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}include {file};\n}}\n");
    fs::write(folder.path().join("nginx.conf.whole"), whole).expect("a configuration can be written");
    let mut test = Command::new(nginx);
    test.args(["-t", "-e", "stderr", "-c", "nginx.conf.whole", "-p"]).arg(folder.path());
    let said = test.output().expect("nginx starts");
    assert!(said.status.success(), "nginx says: {}", String::from_utf8_lossy(&said.stderr));
}
