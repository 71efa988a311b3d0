//! The headers that a host should send, for hosts that read them from a file.
// Longer than most: the same headers for three kinds of hosts, so that they cannot differ.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::names::{COUNTRIES_CSV, DCAT, DOCUMENTS_CSV, EMBED, HEAD_SCRIPT, NOT_FOUND, STATIC_HOST};
use crate::{files, script};

/// The policy that `index.html` has, before its one script that stands in it: only our own files, and YouTube's player
/// after a click.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    frame-src 'self' https://www.youtube-nocookie.com; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'self'";

static HEAD_CODE: LazyLock<String> = LazyLock::new(|| {
    let code = script::strip(HEAD_SCRIPT, include_str!("../../js/head.js"));
    code.expect("it is tested").trim_end().to_owned()
});

/// The content security policy of pages: [`POLICY`] with the script in their head, by its hash.
static PAGE_POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = STANDARD.encode(Sha256::digest(head_script()));
    POLICY.replacen("script-src 'self'", &format!("script-src 'self' 'sha256-{hash}'"), 1)
});

/// The script that stands in the head of each page, as it is sent.
pub(crate) fn head_script() -> &'static str {
    &HEAD_CODE
}

/// The content security policy of pages.
pub fn policy() -> &'static str {
    &PAGE_POLICY
}

/// What a page may use of the device: nothing, but what YouTube's player asks for after a click.
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), usb=(), \
    autoplay=(self \"https://www.youtube-nocookie.com\"), encrypted-media=(self \"https://www.youtube-nocookie.com\"), \
    fullscreen=(self \"https://www.youtube-nocookie.com\"), picture-in-picture=(self \"https://www.youtube-nocookie.com\")";

/// What every answer has.
pub const EVERYWHERE: [(&str, &str); 4] = [
    ("Permissions-Policy", PERMISSIONS),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Access-Control-Allow-Origin", "*"),
];

/// Who may frame a page: only the site itself, other than the widget, which is for everybody.
pub const FRAMING: &str = "frame-ancestors 'self'";

/// What the pages for frames have in the place of a policy: a part of their own, which forbids nobody to frame them.
/// (`frame-ancestors *` would, where a page is no `http`, such as a file or an app's; and the whole policy would be
/// another than theirs, which names the site's address for frames without an origin.)
const FRAMED_BY_ALL: &str = "base-uri 'none'";

/// Kept for ever: its name has the hash of its contents.
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// Asked about each time.
const REVALIDATE: &str = "no-cache";

/// What each kind of file is, by the end of its name; the last says whether its text is in UTF-8 and does not say so.
const KINDS: [(&str, &str, bool); 17] = [
    ("css", "text/css", true),
    ("csv", "text/csv", true),
    ("html", "text/html", true),
    ("ico", "image/x-icon", false),
    ("jpg", "image/jpeg", false),
    ("js", "text/javascript", true),
    ("json", "application/json", true),
    // JSON-LD is UTF-8 by itself, and its type has no charset.
    ("jsonld", "application/ld+json", false),
    ("md", "text/plain", true),
    ("png", "image/png", false),
    ("svg", "image/svg+xml", true),
    ("ts", "text/plain", true),
    ("txt", "text/plain", true),
    ("wasm", "application/wasm", false),
    ("webmanifest", "application/manifest+json", true),
    ("webp", "image/webp", false),
    ("xml", "application/xml", true),
];

/// The headers of a file of a built site, by its path, beside those of its kind. Only the widget may be framed by others,
/// and its policy is only in its pages.
pub fn of(site: &Path, file: &Path) -> Vec<(&'static str, String)> {
    // As the build has written it for hosts: the script in the head may be another since.
    let rules = files::text(&site.join(STATIC_HOST)).unwrap_or_default();
    let written = rules.lines().find_map(|line| line.strip_prefix("  Content-Security-Policy: "));
    let policy = written.map_or_else(|| format!("{}; {FRAMING}", policy()), str::to_owned);
    let policy = (!file.starts_with(EMBED)).then_some(("Content-Security-Policy", policy));
    policy.into_iter().chain(EVERYWHERE.map(|(name, value)| (name, value.to_owned()))).collect()
}

/// What a file is, by its name.
pub fn content_type(name: &str) -> String {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    match KINDS.iter().find(|(kind, ..)| *kind == end) {
        Some((_, kind, true)) => format!("{kind}; charset=utf-8"),
        Some((_, kind, false)) => (*kind).to_owned(),
        None => "application/octet-stream".to_owned(),
    }
}

/// How long a file may be kept without asking: one whose name has the hash of its contents never changes.
pub fn cache_control(name: &str) -> &'static str {
    if is_hashed(name) { IMMUTABLE } else { REVALIDATE }
}

/// Whether Trunk has put a hash in a name: `style-1f0e3dad99908345.css`, `app-…_bg.wasm`.
///
/// Trunk writes 64 bits without leading zeros; one name in 4096 has fewer than 13 digits left, and
/// is then only asked about more often than it needs.
fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| {
        (13..=16).contains(&hash.len()) && hash.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// The rules for a static host.
///
/// A rule's `*` may stand once, so hashed files are named by what comes before their hash.
///
/// Where two rules are for one file, Cloudflare joins the values of a header, unless the later rule has taken away what
/// was there by a line with `!`; Netlify passes over such a line, and has the later value take the place of the earlier
/// one. So each rule that says otherwise than the one before it both takes away and sets.
pub(crate) fn static_host() -> String {
    let hashed =
        ["/boot-*", "/catalog-*", "/early-*", "/embed-*", "/genomic-plans-*", "/lazy-*", "/split-*", "/style-*"];
    let hashed: String =
        hashed.iter().map(|path| format!("{path}\n  ! Cache-Control\n  Cache-Control: {IMMUTABLE}\n")).collect();
    // Hosts know the other kinds of files by themselves.
    let kinds = [DOCUMENTS_CSV, COUNTRIES_CSV, DCAT];
    let kinds: String = kinds.map(|file| format!("/{file}\n  Content-Type: {}\n", content_type(file))).concat();
    let everywhere: String = EVERYWHERE.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    let policy = policy();
    format!(
        "/*\n  Content-Security-Policy: {policy}; {FRAMING}\n{everywhere}  Cache-Control: {REVALIDATE}\n\
         /{EMBED}*\n  ! Content-Security-Policy\n  Content-Security-Policy: {FRAMED_BY_ALL}\n{hashed}{kinds}"
    )
}

/// The configuration for nginx; it is kept in the repository as `hosts/nginx.conf`, for those who look for it there.
pub fn nginx() -> String {
    let everywhere: String =
        EVERYWHERE.iter().map(|(name, value)| format!("    add_header {name} '{value}' always;\n")).collect();
    let policy = policy();
    // What it does for HTML by itself.
    let in_utf8 = KINDS.iter().filter(|(end, _, is_in_utf8)| *is_in_utf8 && *end != "html").map(|(_, kind, _)| *kind);
    let charset_types = in_utf8.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(" ");
    let types: String = KINDS.iter().map(|(end, kind, _)| format!("        {kind} {end};\n")).collect();
    format!(
        r#"# National Genomic Plans on nginx: put dist/ into the folder of `root`, this file into
# /etc/nginx/conf.d/, and set the three values below. It belongs to the site of the same build: the
# policy has the hash of a script in its pages. Written by `cargo xtask build` from
# site/src/headers.rs; a test compares the two, and another runs the real nginx with it.

# Names with a hash never change.
map $uri $genomic_plans_cache {{
    "~-[0-9a-f]{{13,16}}(_bg)?\.[a-z]+$" "{IMMUTABLE}";
    default "{REVALIDATE}";
}}

# Only the widget may be framed by others; its policy is only in its pages. As it was asked for, because `$uri` is
# another where a page is not there; and nothing but its pages, so that no other can be asked for in a roundabout way.
map $request_uri $genomic_plans_policy {{
    "~^/{EMBED}([a-z][a-z]/)?(index\.html)?($|\?)" "";
    default "{policy}; {FRAMING}";
}}

server {{
    listen 80;
    # With TLS, and this server behind no other:
    #     listen 443 ssl;
    #     ssl_certificate /etc/ssl/genomic-plans.pem;
    #     ssl_certificate_key /etc/ssl/genomic-plans.key;
    # and beside the other headers, once the whole host is reached by https:
    #     add_header Strict-Transport-Security "max-age=63072000" always;
    server_name _;
    server_tokens off;
    # Behind another server, this one does not know by which name and protocol it was asked.
    absolute_redirect off;
    root /srv/genomic-plans;

    charset utf-8;
    charset_types {charset_types};
    types {{
{types}    }}
    # The files beside each other with .gz; with the module for brotli, `brotli_static on;` sends those with .br.
    gzip_static on;
    gzip_vary on;
    index index.html;
    error_page 404 /{NOT_FOUND};

    add_header Content-Security-Policy $genomic_plans_policy always;
{everywhere}    add_header Cache-Control $genomic_plans_cache always;

    location / {{
        try_files $uri $uri/ =404;
    }}

    # Files for the host, and not for visitors.
    location = /{STATIC_HOST} {{
        return 404;
    }}

    # They are sent in the place of the files that they are of, and not by themselves.
    location ~ "\.(gz|br)$" {{
        return 404;
    }}
}}
"#
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use crate::{files, project};

    #[test]
    fn a_static_host_is_told_what_it_does_not_know() {
        let rules = super::static_host();
        let check = |expected: &str| assert!(rules.contains(expected), "{expected} is not in {rules}");
        check("/*\n  Content-Security-Policy: ");
        check("  Access-Control-Allow-Origin: *\n");
        check("\n/lazy-*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n/split-*\n");
        check("\n/data/resources.csv\n  Content-Type: text/csv; charset=utf-8\n");
        check("\n/data/countries.csv\n  Content-Type: text/csv; charset=utf-8\n");
        check("\n/data/dcat.jsonld\n  Content-Type: application/ld+json\n");
    }

    /// What a host sends with a path: names in small letters, and values.
    type Sent = BTreeMap<String, String>;

    /// The lines of each rule that is for a path, in order; `*` stands for anything.
    fn rules_for<'a>(rules: &'a str, path: &str) -> Vec<Vec<&'a str>> {
        let mut matching: Vec<Vec<&str>> = Vec::new();
        let mut matches = false;
        for line in rules.lines() {
            if let Some(line) = line.strip_prefix("  ") {
                matching.last_mut().filter(|_| matches).into_iter().for_each(|rule| rule.push(line));
            } else {
                matches = match line.split_once('*') {
                    Some((begin, end)) => path.starts_with(begin) && path.ends_with(end),
                    None => path == line,
                };
                matching.extend(matches.then(Vec::new));
            }
        }
        matching
    }

    /// As Cloudflare Pages does it: a rule first takes away what its lines with `!` name; what it sets is joined to
    /// what is there from a rule before it.
    /// <https://developers.cloudflare.com/pages/configuration/headers/>
    fn cloudflare(rules: &str, path: &str) -> Sent {
        let mut sent = Sent::new();
        for rule in rules_for(rules, path) {
            for name in rule.iter().filter_map(|line| line.strip_prefix("! ")) {
                sent.remove(&name.to_ascii_lowercase());
            }
            for (name, value) in
                rule.iter().filter(|line| !line.starts_with('!')).filter_map(|line| line.split_once(": "))
            {
                let joined = sent.entry(name.to_ascii_lowercase()).or_default();
                joined.push_str(if joined.is_empty() { "" } else { ", " });
                joined.push_str(value);
            }
        }
        sent
    }

    /// As Netlify does it: a line that is no name with a value is passed over; a later rule has its values take the place
    /// of those before (`headersForPath` in github.com/netlify/primitives), and within a rule they are joined.
    /// <https://docs.netlify.com/manage/routing/headers/>
    fn netlify(rules: &str, path: &str) -> Sent {
        let mut sent = Sent::new();
        for rule in rules_for(rules, path) {
            let mut own = Sent::new();
            for (name, value) in rule.iter().filter_map(|line| line.split_once(':')) {
                let joined = own.entry(name.trim().to_ascii_lowercase()).or_default();
                joined.push_str(if joined.is_empty() { "" } else { ", " });
                joined.push_str(value.trim());
            }
            sent.extend(own);
        }
        sent
    }

    #[test]
    fn each_host_reads_the_rules_as_they_are_meant() {
        let rules = super::static_host();
        for host in [cloudflare, netlify] {
            let sent = |path: &str, name: &str| host(&rules, path).remove(&name.to_ascii_lowercase());
            assert!(super::policy().contains(super::FRAMED_BY_ALL));
            // Everybody may frame the widget, and nobody else anything else; each page has one policy.
            for path in ["/embed/", "/embed/ie/", "/embed/index.html", "/embed/ie/index.html"] {
                assert_eq!(sent(path, "Content-Security-Policy").as_deref(), Some(super::FRAMED_BY_ALL), "{path}");
            }
            for path in ["/", "/ie/", "/about/", "/data/", "/embed", "/embed.js", "/404.html", "/widget.js", "/xembed/"]
            {
                let policy = format!("{}; {}", super::policy(), super::FRAMING);
                assert_eq!(sent(path, "Content-Security-Policy"), Some(policy), "{path}");
            }
            // As this project's own server sends it.
            let hashed = "/catalog-1f0e3dad99908345.json /embed-1f0e3dad99908345.js /lazy-1f0e3dad99908345.wasm";
            for path in "/ /embed/ie/ /ie/ /sw.js /data/catalog.json /data/countries.csv /data/dcat.jsonld"
                .split(' ')
                .chain(hashed.split(' '))
            {
                let name = path.rsplit('/').next().unwrap_or_default();
                assert_eq!(sent(path, "Cache-Control").as_deref(), Some(super::cache_control(name)), "{path}");
                for (name, value) in super::EVERYWHERE {
                    assert_eq!(sent(path, name).as_deref(), Some(value), "{path}");
                }
            }
            assert_eq!(sent("/data/dcat.jsonld", "Content-Type").as_deref(), Some("application/ld+json"));
            // Cloudflare reads no longer line, and no more rules.
            assert!(rules.lines().all(|line| line.len() <= 2_000) && rules.lines().count() <= 100);
        }
    }

    #[test]
    fn the_policy_has_the_script_in_the_head() {
        let policy = super::policy();
        assert!(policy.contains("; script-src 'self' 'sha256-"), "{policy}");
        assert!(policy.contains("=' 'wasm-unsafe-eval'; "), "{policy}");
        let code = super::head_script();
        assert!(!code.contains("</") && !code.contains("<!--") && !code.contains("{{ "), "{code}");
    }

    #[test]
    fn the_configuration_for_nginx_is_the_one_in_the_repository() {
        let kept = files::text(&project::root().join(crate::names::NGINX)).expect("it is there");
        assert_eq!(kept, super::nginx(), "`cargo xtask build` writes it anew");
    }
}
