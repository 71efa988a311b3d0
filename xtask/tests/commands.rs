//! How the commands are called, and what is said of a call that is wrong.

use std::process::Command;
use std::{env, str};

use site::{files, process};
use xtask::hooks;

/// The exit code of a call, and what is on stdout and on stderr.
fn call(words: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_xtask")).args(words).output().expect("it can be called");
    let text = |bytes: &[u8]| str::from_utf8(bytes).expect("it is text").trim_end().to_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

/// The commands that the help names.
fn commands() -> Vec<String> {
    let (code, help, _) = call(&[]);
    assert_eq!(code, Some(0));
    let (_, list) = help.split_once("Commands:\n").expect("it lists commands");
    let names = list.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn the_help_names_every_command() {
    let expected = [
        "serve",
        "test",
        "build",
        "preview",
        "examples",
        "reproduce",
        "package",
        "bench",
        "fuzz",
        "data",
        "new-country",
        "hooks",
    ];
    assert_eq!(commands(), expected);
    assert_eq!(call(&[]), call(&["--help"]));
}

#[test]
fn each_command_is_explained_with_an_example() {
    let data = ["record", "links", "add"].map(|task| format!("data {task}"));
    for command in commands().into_iter().chain(data) {
        let words: Vec<&str> = command.split(' ').collect();
        let (code, help, _) = call(&[&["help"], &words[..]].concat());
        assert_eq!((code, call(&[&words[..], &["--help"]].concat()).1), (Some(0), help.clone()), "{command}");
        let example = help.lines().find_map(|line| line.strip_prefix("Example: cargo xtask ")).unwrap_or_default();
        assert!(example.starts_with(&command), "{command} has the example {example:?}");
        // What a shell would make of the quotes.
        let example: Vec<String> = example.split('"').enumerate().fold(Vec::new(), |mut words, (at, part)| {
            let is_quoted = at % 2 == 1;
            let parts = if is_quoted { vec![part] } else { part.split_whitespace().collect() };
            words.extend(parts.into_iter().map(str::to_owned));
            words
        });
        let words: Vec<&str> = example.iter().map(String::as_str).chain(["--help"]).collect();
        assert_eq!(call(&words).0, Some(0), "the example of {command} is a wrong call");
    }
}

#[test]
fn what_was_called_before_can_still_be_called() {
    let calls = [
        "serve --port 1 --dev",
        "test --only core a_sentence_ends",
        "build --dev --out target/other --site https://a.example/",
        "preview --port 9000",
        "examples --port 9000",
        "bench --quick --no-build --only widget",
        "fuzz --target query --seconds 1 --seed 7",
        "data --check",
        "data record note",
        "data links --report links.md",
        "set-up",
    ];
    for words in calls {
        // Asked for at the end, the help comes only where everything before it is right.
        let words: Vec<&str> = ["--verbose"].into_iter().chain(words.split(' ')).chain(["--help"]).collect();
        assert_eq!(call(&words).0, Some(0), "{words:?}");
    }
}

#[test]
fn a_wrong_call_is_told_in_a_sentence() {
    let check = |words: &[&str], expected: &str| {
        assert_eq!(call(words), (Some(2), String::new(), format!("error: {expected} explains the call.")));
    };
    check(&["biuld"], "unrecognized subcommand 'biuld'; a similar subcommand exists: 'build'. `cargo xtask --help`");
    check(
        &["serve", "--prot", "1"],
        "unexpected argument '--prot' found; a similar argument exists: '--port'. `cargo xtask serve --help`",
    );
    check(
        &["test", "--only", "cor"],
        "invalid value 'cor' for '--only <GROUP>' [possible values: core, components, browser]; \
         a similar value exists: 'core'. `cargo xtask test --help`",
    );
    check(
        &["test", "offline"],
        "the following required arguments were not provided: --only <GROUP>. `cargo xtask test --help`",
    );
    check(
        &["new-country", "JP"],
        "invalid value 'JP' for '<CODE>': JP is no country of Europe in site/src/open_data/authority.rs. \
         `cargo xtask new-country --help`",
    );
}

#[test]
fn git_is_told_of_the_hooks_and_told_to_forget_them() {
    let checkout = env::temp_dir().join(format!("genomic-plans-hooks-{}", std::process::id()));
    files::write(&checkout.join("file"), "").expect("it can be written");
    let git = |arguments: &[&str]| {
        let mut git = Command::new("git");
        // A hook or a rebase that runs the tests says which repository it is in.
        git.env_remove("GIT_DIR").env_remove("GIT_WORK_TREE").env_remove("GIT_INDEX_FILE");
        process::stdout_of(git.current_dir(&checkout).args(arguments))
    };
    let check = |remove, expected: Option<&str>| {
        hooks::set(&checkout, remove).expect("git can do it");
        assert_eq!(git(&["config", "--local", "core.hooksPath"]).as_deref(), expected);
    };
    git(&["init", "--quiet"]).expect("git is there");
    check(true, None);
    check(false, Some("tools/hooks"));
    check(false, Some("tools/hooks"));
    check(true, None);
    git(&["config", "core.hooksPath", "mine"]).expect("git can do it");
    let error = hooks::set(&checkout, true).expect_err("the hooks are somebody's own").to_string();
    assert_eq!(error, "git has other hooks here, in mine: `git config --unset core.hooksPath` lets go of them.");
    files::remove(&checkout).ok();
}
