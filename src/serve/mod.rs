//! The site on this machine: built in memory, served at 127.0.0.1, built again on every change, and reloaded in the browser.
//!
//! While the content has errors, the last good site stays, with the errors shown on every page.

mod answer;
mod watch;

use crate::Wanted;
use crate::math::Formulas;
use crate::output::Output;
use crate::report::{self, Format};
use std::io::{self, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};
use tiny_http::{Request, Server};

/// How many ports are tried for a free one to name.
const PORTS_TRIED: u16 = 50;
/// A browser that went away is noticed when the next sign of life cannot be sent.
const SIGN_OF_LIFE: Duration = Duration::from_secs(15);

/// What is served, and how often it has changed.
#[derive(Default)]
struct State {
    site: Output,
    /// What is wrong with the content, as HTML; empty if nothing is.
    problems: String,
    version: u64,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

/// Serves the map at `root` until the process is ended.
///
/// # Errors
/// A sentence that says why it cannot: there is no map, or the port is in use.
pub fn serve(root: &Path, port: u16, open: bool) -> Result<(), String> {
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    let shared = Arc::new(Shared::default());
    let watcher = watch::start(root)
        .map_err(|error| format!("cannot watch `{}`: {error}", root.display()))?;
    let mut formulas = rebuild(root, &shared, None);
    if formulas.is_none() && !root.join("content/map.toml").is_file() {
        return Err(crate::load::LoadError::NoMap(root.to_owned()).to_string());
    }
    let server = Server::from_listener(listener, None).map_err(|error| error.to_string())?;
    let url = format!("http://{address}/");
    say(&format!("the site is at {url} (end with Ctrl-C)"));
    if open && let Err(error) = open::that_detached(&url) {
        say(&format!("no browser could be opened: {error}"));
    }
    let answering = Arc::clone(&shared);
    std::thread::spawn(move || {
        for request in server.incoming_requests() {
            let shared = Arc::clone(&answering);
            // One thread a request: a browser keeps one open for news, and a handful of readers is the most there will be.
            std::thread::spawn(move || {
                // A browser that goes away in the middle is nobody's fault.
                let _ = answer(request, &shared);
            });
        }
    });
    while watcher.wait() {
        formulas = rebuild(root, &shared, formulas);
    }
    Ok(())
}

/// `serve` talks to a person at a terminal.
fn say(line: &str) {
    println!("{line}");
    let _ = io::stdout().flush();
}

fn listen(port: u16) -> Result<TcpListener, String> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
        Ok(listener) => Ok(listener),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => {
            let next = (port.saturating_add(1)..=port.saturating_add(PORTS_TRIED))
                .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok());
            let hint = next
                .map(|port| format!("; `--port {port}` is free"))
                .unwrap_or_default();
            Err(format!("port {port} is in use{hint}"))
        }
        Err(error) => Err(format!("cannot listen on port {port}: {error}")),
    }
}

/// Builds the site again and tells the browsers.
fn rebuild(root: &Path, shared: &Shared, known: Option<Formulas>) -> Option<Formulas> {
    let start = Instant::now();
    let built = crate::build(root, &Wanted::default(), known.as_ref(), &|_| {});
    let (site, problems, line, formulas) = match built {
        Ok(site) => {
            let text = report::render(&site.diags, &site.sources, Format::Human { colour: false });
            eprint!("{text}");
            let tally = report::tally(&site.diags)
                .map(|tally| format!(", {tally}"))
                .unwrap_or_default();
            let did = if site.output.is_some() {
                "built"
            } else {
                "not built; the last good site stays"
            };
            let line = format!("{did} in {:.2} s{tally}", start.elapsed().as_secs_f64());
            (site.output, text, line, Some(site.formulas))
        }
        Err(error) => (
            None,
            error.to_string(),
            format!("not built: {error}"),
            known,
        ),
    };
    say(&line);
    let mut state = shared
        .state
        .lock()
        .expect("no thread panics while it holds the state");
    if let Some(site) = site {
        state.site = site;
    }
    state.problems = problems;
    state.version += 1;
    shared.changed.notify_all();
    formulas
}

fn answer(request: Request, shared: &Shared) -> io::Result<()> {
    if request.url().starts_with(answer::NEWS) {
        return news(request, shared);
    }
    let response = {
        let state = shared
            .state
            .lock()
            .expect("no thread panics while it holds the state");
        answer::page(&request, &state.site, &state.problems, state.version)
    };
    response.send(request)
}

/// Server-sent events: one for each new version of the site.
fn news(request: Request, shared: &Shared) -> io::Result<()> {
    if !answer::is_local(&request) {
        return answer::refusal().send(request);
    }
    let shown = request
        .url()
        .split_once('?')
        .and_then(|(_, version)| version.parse().ok());
    let mut browser = request.into_writer();
    write!(
        browser,
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n: hello\n\n"
    )?;
    browser.flush()?;
    let lock = || {
        shared
            .state
            .lock()
            .expect("no thread panics while it holds the state")
    };
    // The page says which version it shows; a change between its loading and this request must not be missed.
    let mut seen = shown.unwrap_or_else(|| lock().version);
    loop {
        let waited = shared
            .changed
            .wait_timeout_while(lock(), SIGN_OF_LIFE, |state| state.version == seen);
        let version = waited
            .expect("no thread panics while it holds the state")
            .0
            .version;
        let sign = if version == seen {
            ": still here\n\n".to_owned()
        } else {
            format!("data: {version}\n\n")
        };
        seen = version;
        browser.write_all(sign.as_bytes())?;
        browser.flush()?;
    }
}
