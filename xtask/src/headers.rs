//! The headers that a host should send, for hosts that read them from a file.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::pages::NOT_FOUND;
use crate::{open_data, script};

/// The policy that `index.html` has, before its one script that stands in it: only our own files, and YouTube's player
/// after a click.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; connect-src 'self'; \
    frame-src 'self' https://www.youtube-nocookie.com; manifest-src 'self'; worker-src 'self'; \
    base-uri 'none'; form-action 'self'";

/// The file of the script that stands in the head of each page.
pub const HEAD_SCRIPT: &str = "head.js";

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
pub fn head_script() -> &'static str {
    &HEAD_CODE
}

/// The content security policy of pages.
pub fn policy() -> &'static str {
    &PAGE_POLICY
}

/// The file that static hosts such as Netlify and Cloudflare Pages read.
pub const STATIC_HOST: &str = "_headers";

/// Where the configuration for nginx is kept.
pub const NGINX: &str = "hosts/nginx.conf";

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

/// The folder of the widget.
pub const EMBED_DIR: &str = "embed";

/// Kept for ever: its name has the hash of its contents.
pub const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// Asked about each time.
pub const REVALIDATE: &str = "no-cache";

/// The rules for a static host.
///
/// A rule's `*` may stand once, so hashed files are named by what comes before their hash.
pub fn static_host() -> String {
    let hashed =
        ["/boot-*", "/catalog-*", "/early-*", "/embed-*", "/genomic-plans-*", "/lazy-*", "/split-*", "/style-*"];
    let hashed: String =
        hashed.iter().map(|path| format!("{path}\n  ! Cache-Control\n  Cache-Control: {IMMUTABLE}\n")).collect();
    // Hosts know the other kinds of files by themselves.
    let table = "text/csv; charset=utf-8";
    let kinds = [(open_data::CSV, table), (open_data::COUNTRIES, table), (open_data::DCAT, "application/ld+json")];
    let kinds: String = kinds.iter().map(|(file, kind)| format!("/{file}\n  Content-Type: {kind}\n")).collect();
    let everywhere: String = EVERYWHERE.iter().map(|(name, value)| format!("  {name}: {value}\n")).collect();
    let policy = policy();
    format!(
        "/*\n  Content-Security-Policy: {policy}; {FRAMING}\n{everywhere}  Cache-Control: {REVALIDATE}\n\
         /{EMBED_DIR}/*\n  ! Content-Security-Policy\n{hashed}{kinds}"
    )
}

/// The configuration for nginx; it is kept in the repository as `hosts/nginx.conf`, for those who look for it there.
pub fn nginx() -> String {
    let everywhere: String =
        EVERYWHERE.iter().map(|(name, value)| format!("    add_header {name} '{value}' always;\n")).collect();
    let policy = policy();
    format!(
        r#"# National Genomic Plans on nginx: put dist/ into the folder of `root`, this file into
# /etc/nginx/conf.d/, and set the three values below. Written by `cargo xtask build` from
# xtask/src/headers.rs; a test compares the two, and another runs the real nginx with it.

# Names with a hash never change.
map $uri $genomic_plans_cache {{
    "~-[0-9a-f]{{13,16}}(_bg)?\.[a-z]+$" "{IMMUTABLE}";
    default "{REVALIDATE}";
}}

# Only the widget may be framed by others; its policy is only in its pages. As it was asked for, because `$uri` is
# another where a page is not there; and nothing but its pages, so that no other can be asked for in a roundabout way.
map $request_uri $genomic_plans_policy {{
    "~^/{EMBED_DIR}/([a-z][a-z]/)?(index\.html)?($|\?)" "";
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
    charset_types text/css text/csv text/plain text/javascript application/json application/manifest+json application/xml image/svg+xml;
    types {{
        text/html html;
        text/css css;
        text/csv csv;
        text/javascript js;
        text/plain txt;
        application/json json;
        application/ld+json jsonld;
        application/manifest+json webmanifest;
        application/wasm wasm;
        application/xml xml;
        image/png png;
        image/svg+xml svg;
    }}
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
        let kept = files::text(&project::root().join(super::NGINX)).expect("it is there");
        assert_eq!(kept, super::nginx(), "`cargo xtask build` writes it anew");
    }
}
