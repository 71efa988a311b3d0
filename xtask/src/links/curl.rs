//! One address, asked by the system's curl.

use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use super::report::Answer;

/// A server that takes longer is as good as gone for a visitor.
const SECONDS: &str = "20";

/// Servers may send more than they are asked for; more than this is not taken.
const LONGEST: &str = "1000000";

/// What curl ends with where an answer takes too long or is too long.
const CUT_OFF: [i32; 2] = [28, 63];

/// Asks an address for its head; and, after a pause, for its beginning where the head is refused: many servers
/// only know how to send a whole page, and say so in many ways.
pub(super) fn ask(address: &str, agent: &str, pause: Duration) -> Answer {
    let answer = request(address, agent, &["--head"]);
    let may_know_no_head = matches!(answer, Answer::Gone(_) | Answer::Status(400..=428 | 430..));
    if !may_know_no_head {
        return answer;
    }
    thread::sleep(pause);
    request(address, agent, &["--range", "0-1023"])
}

fn request(address: &str, agent: &str, how: &[&str]) -> Answer {
    let mut curl = Command::new("curl");
    // Settings of the one who runs it must not change what is found; this has to come first.
    curl.arg("--disable").args(how).args(["--silent", "--show-error", "--globoff", "--location"]);
    curl.args(["--max-redirs", "10", "--max-time", SECONDS, "--max-filesize", LONGEST, "--user-agent", agent]);
    curl.args(["--proto", "=http,https", "--proto-redir", "=http,https", "--suppress-connect-headers"]);
    curl.args(["--output", "/dev/null", "--dump-header", "-", "--write-out", "%{url_effective}", "--url", address]);
    match curl.stdin(Stdio::null()).output() {
        Ok(output) if output.status.success() => read(&String::from_utf8_lossy(&output.stdout)),
        // A page that is too long has answered all the same.
        Ok(output) if output.status.code().is_some_and(|code| CUT_OFF.contains(&code)) => {
            match read(&String::from_utf8_lossy(&output.stdout)) {
                answer @ (Answer::Fine | Answer::Moved(_)) => answer,
                _ => Answer::Failed(reason(&String::from_utf8_lossy(&output.stderr))),
            }
        }
        Ok(output) => Answer::Failed(reason(&String::from_utf8_lossy(&output.stderr))),
        Err(error) => Answer::Failed(format!("curl cannot be started: {error}")),
    }
}

/// What curl prints: the heads of all answers on the way, and the address at its end.
fn read(said: &str) -> Answer {
    let statuses = said.lines().filter_map(|line| {
        let status = line.strip_prefix("HTTP/")?.split(' ').nth(1)?;
        status.trim().parse().ok()
    });
    // What begins with 1 is not the answer yet.
    let statuses: Vec<u16> = statuses.filter(|status| *status >= 200).collect();
    let end = said.lines().last().unwrap_or_default().trim();
    match statuses.as_slice() {
        [] => Answer::Failed("the answer has no status".to_owned()),
        [.., status @ (404 | 410)] => Answer::Gone(*status),
        // 416: there is no such beginning, of an empty page for one.
        [way @ .., 200..=299 | 416] => match way.is_empty() || !way.iter().all(|step| matches!(step, 301 | 308)) {
            true => Answer::Fine,
            false => Answer::Moved(end.to_owned()),
        },
        [.., status] => Answer::Status(*status),
    }
}

/// The reason in what curl complains of: `curl: (6) Could not resolve host: example.org`.
fn reason(complaint: &str) -> String {
    let line = complaint.lines().find(|line| !line.trim().is_empty()).unwrap_or("curl gives no reason");
    line.split_once(") ").map_or(line, |(_, reason)| reason).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use super::{Answer, ask, read, reason, request};
    use crate::server::{Options, Server};
    use crate::{files, process};

    #[test]
    fn an_answer_is_read_from_the_heads_on_the_way() {
        let check = |statuses: &[&str], expected: Answer| {
            let heads: String = statuses.iter().map(|status| format!("{status}\r\nServer: x\r\n\r\n")).collect();
            assert_eq!(read(&format!("{heads}https://example.org/new")), expected, "{statuses:?}");
        };
        let moved = || Answer::Moved("https://example.org/new".to_owned());
        check(&["HTTP/2 200"], Answer::Fine);
        check(&["HTTP/1.1 103 Early Hints", "HTTP/1.1 206 Partial Content"], Answer::Fine);
        check(&["HTTP/1.1 301 Moved Permanently", "HTTP/2 308", "HTTP/2 200"], moved());
        // Only for now, so the old address stays the right one.
        check(&["HTTP/1.1 301 Moved Permanently", "HTTP/2 302", "HTTP/2 200"], Answer::Fine);
        check(&["HTTP/2 301", "HTTP/2 404"], Answer::Gone(404));
        check(&["HTTP/2 410"], Answer::Gone(410));
        check(&["HTTP/2 503"], Answer::Status(503));
        check(&[], Answer::Failed("the answer has no status".to_owned()));
    }

    #[test]
    fn a_reason_is_what_curl_complains_of() {
        let check = |complaint, expected: &str| assert_eq!(reason(complaint), expected);
        check("curl: (6) Could not resolve host: example.org\n", "Could not resolve host: example.org");
        check("\ncurl: option --url: no\nmore", "curl: option --url: no");
        check("", "curl gives no reason");
    }

    #[test]
    fn a_server_is_asked_for_the_head_and_then_for_the_page() {
        if process::on_path("curl").is_none() {
            return;
        }
        let dir = std::env::temp_dir().join(format!("genomic-plans-links-{}", std::process::id()));
        files::write(&dir.join("there.txt"), "It is there.").expect("the folder can be written");
        let mut server = Server::start(Options::of_site(dir.clone(), 0, "/")).expect("a port is free");
        let root = server.address();
        let is_first = AtomicBool::new(true);
        server.inject_fault(Box::new(move |path, answer| match path {
            "/moved" => {
                answer.status = 301;
                answer.set("Location", "/there.txt");
            }
            "/busy" => answer.status = 429,
            "/there.txt?head" if is_first.swap(false, Ordering::Relaxed) => answer.status = 405,
            "/long" => {
                answer.status = 200;
                answer.body = vec![0; 1_100_000];
            }
            _ => {}
        }));
        let check = |path: &str, expected: Answer, requests: &[&str]| {
            server.forget_requests();
            assert_eq!(ask(&format!("{root}{path}"), "test", Duration::ZERO), expected, "{path}");
            assert_eq!(server.requests(), requests);
        };
        check("there.txt", Answer::Fine, &["/there.txt"]);
        check("moved", Answer::Moved(format!("{root}there.txt")), &["/moved", "/there.txt"]);
        check("there.txt?head", Answer::Fine, &["/there.txt?head", "/there.txt?head"]);
        check("missing", Answer::Gone(404), &["/missing", "/missing"]);
        check("busy", Answer::Status(429), &["/busy"]);
        assert_eq!(request(&format!("{root}long"), "test", &[]), Answer::Fine);
        server.stop();
        let answer = ask(&root, "test", Duration::ZERO);
        assert!(matches!(answer, Answer::Failed(_)), "{answer:?}");
        files::remove(&dir).expect("the folder can be removed");
    }
}
