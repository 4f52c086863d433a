//! One request → one response, out of the site in memory.

use crate::output::Output;
use crate::text::escape;
use std::io::Cursor;
use tiny_http::{Header, Method, Request, Response, StatusCode};

/// Where browsers ask for news.
pub(super) const NEWS: &str = "/-/news";
const SCRIPT: (&str, &str) = ("/-/serve.js", include_str!("client.js"));
const STYLE: (&str, &str) = ("/-/serve.css", include_str!("client.css"));

type Answer = Response<Cursor<Vec<u8>>>;

/// Whether the request names this machine. A page elsewhere could let its own name point to 127.0.0.1 and read what is served
/// here (DNS rebinding); its name would then stand in `Host`.
pub(super) fn is_local(request: &Request) -> bool {
    let host = request
        .headers()
        .iter()
        .find(|header| header.field.equiv("Host"));
    let name = host.map_or("", |header| header.value.as_str());
    let name = name
        .rsplit_once(':')
        .filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()))
        .map_or(name, |(name, _)| name);
    matches!(name, "localhost" | "127.0.0.1" | "[::1]")
}

pub(super) fn refusal() -> Answer {
    answer(
        403,
        "text/plain; charset=utf-8",
        b"This server answers only to 127.0.0.1 and localhost.".to_vec(),
    )
}

pub(super) fn page(request: &Request, site: &Output, problems: &str, version: u64) -> Answer {
    if !is_local(request) {
        return refusal();
    }
    if !matches!(request.method(), Method::Get | Method::Head) {
        return answer(
            405,
            "text/plain; charset=utf-8",
            b"This server only shows pages.".to_vec(),
        );
    }
    let path = request.url().split(['?', '#']).next().unwrap_or_default();
    match path {
        _ if path == SCRIPT.0 => {
            return answer(200, "text/javascript; charset=utf-8", SCRIPT.1.into());
        }
        _ if path == STYLE.0 => return answer(200, "text/css; charset=utf-8", STYLE.1.into()),
        _ => {}
    }
    let path = percent_decode(path.trim_start_matches('/'));
    let file = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.clone()
    };
    if let Some(bytes) = site.get(&file) {
        return found(200, &file, bytes, problems, version);
    }
    if site.get(&format!("{path}/index.html")).is_some() {
        let location = Header::from_bytes("Location", format!("/{path}/"))
            .expect("a path of the site is a header's text");
        return answer(301, "text/plain", Vec::new()).with_header(location);
    }
    match site.get("404.html") {
        Some(bytes) => found(404, "404.html", bytes, problems, version),
        None => found(503, "error.html", NO_SITE_YET.as_bytes(), problems, version),
    }
}

const NO_SITE_YET: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Not built yet</title></head><body></body></html>";

fn found(status: u16, file: &str, bytes: &[u8], problems: &str, version: u64) -> Answer {
    let kind = content_type(file);
    if kind.starts_with("text/html") {
        return answer(
            status,
            kind,
            with_client(&String::from_utf8_lossy(bytes), problems, version).into_bytes(),
        );
    }
    answer(status, kind, bytes.to_vec())
}

/// The page with the script that reloads it, and with the problems of the content before everything else.
fn with_client(html: &str, problems: &str, version: u64) -> String {
    let mut client = format!(
        "<link rel=\"stylesheet\" href=\"{}\"><script defer src=\"{}?{version}\"></script>",
        STYLE.0, SCRIPT.0
    );
    if !problems.is_empty() {
        client += &format!(
            "<aside id=\"portolan-problems\" role=\"alert\"><pre>{}</pre></aside>",
            escape(problems)
        );
    }
    let body = html
        .find("<body")
        .and_then(|at| Some(at + html[at..].find('>')? + 1));
    match body {
        Some(at) => format!("{}{client}{}", &html[..at], &html[at..]),
        None => html.to_owned() + &client,
    }
}

fn answer(status: u16, kind: &str, bytes: Vec<u8>) -> Answer {
    let header =
        |name: &str, value: &str| Header::from_bytes(name, value).expect("both are plain words");
    Response::from_data(bytes)
        .with_status_code(StatusCode(status))
        .with_header(header("Content-Type", kind))
        .with_header(header("Cache-Control", "no-store"))
        .with_header(header("X-Content-Type-Options", "nosniff"))
}

fn content_type(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "xml" | "graphml" => "application/xml",
        _ => "text/plain; charset=utf-8",
    }
}

fn percent_decode(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = path
            .get(at + 1..at + 3)
            .and_then(|code| u8::from_str_radix(code, 16).ok());
        match code.filter(|_| bytes[at] == b'%') {
            Some(byte) => {
                decoded.push(byte);
                at += 3;
            }
            None => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}
