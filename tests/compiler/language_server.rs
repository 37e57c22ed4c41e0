//! A client of rust-analyzer, as far as a test needs one.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};

use crate::scratch::TARGET;

/// rust-analyzer with one open file.
pub struct LanguageServer {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    uri: String,
    requests: u64,
    version: u64,
}

/// Where in the file something is asked for, as the protocol has it: from 0, in UTF-16.
fn position(text: &str, offset: usize) -> Value {
    let before = &text[..offset];
    let line = before.rsplit('\n').next().unwrap_or_default();
    json!({ "line": before.matches('\n').count(), "character": line.encode_utf16().count() })
}

/// The code of an answer to a request that is to be sent again.
const SERVER_CANCELLED: i64 = -32802;

impl LanguageServer {
    /// Starts the rust-analyzer that `RUST_ANALYZER` names, or the one of the `PATH`. `None` where
    /// there is none: rustup has a program of that name also if it is not installed.
    pub fn start(directory: &str, file: &str, text: &str) -> Option<LanguageServer> {
        let program = env::var("RUST_ANALYZER").unwrap_or("rust-analyzer".to_owned());
        let version = Command::new(&program).arg("--version").output().ok()?;
        if !version.status.success() {
            return None;
        }
        let mut process = Command::new(&program)
            .current_dir(directory)
            .env("CARGO_TARGET_DIR", TARGET)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let to = process.stdin.take()?;
        let from = BufReader::new(process.stdout.take()?);
        let uri = format!("file://{directory}/{file}");
        let mut server = LanguageServer { process, to, from, uri, requests: 0, version: 1 };
        let root = format!("file://{directory}");
        server.request(
            "initialize",
            &json!({
                "processId": null,
                "rootUri": root,
                "capabilities": {
                    "experimental": { "serverStatusNotification": true },
                    "textDocument": {
                        "definition": { "linkSupport": true },
                        "hover": { "contentFormat": ["markdown"] },
                    },
                },
                "initializationOptions": {
                    "checkOnSave": false,
                    "cachePriming": { "enable": false },
                    "cargo": { "extraArgs": ["--offline"] },
                },
            }),
        );
        server.notify("initialized", &json!({}));
        let document =
            json!({ "uri": server.uri, "languageId": "rust", "version": 1, "text": text });
        server.notify("textDocument/didOpen", &json!({ "textDocument": document }));
        loop {
            let message = server.receive();
            if message["method"] == "experimental/serverStatus"
                && message["params"]["quiescent"] == true
            {
                assert_ne!(message["params"]["health"], "error", "{message}");
                return Some(server);
            }
        }
    }

    /// The file has another text.
    pub fn change(&mut self, text: &str) {
        self.version += 1;
        let document = json!({ "uri": self.uri, "version": self.version });
        let changes = json!([{ "text": text }]);
        let params = json!({ "textDocument": document, "contentChanges": changes });
        self.notify("textDocument/didChange", &params);
    }

    /// What is shown where the pointer rests.
    pub fn hover(&mut self, text: &str, offset: usize) -> String {
        let answer = self.ask("textDocument/hover", text, offset);
        answer["contents"]["value"].as_str().unwrap_or_default().to_owned()
    }

    /// Where the definitions are: files, and lines from 0.
    pub fn definitions(&mut self, text: &str, offset: usize) -> Vec<(String, u64)> {
        let answer = self.ask("textDocument/definition", text, offset);
        let links = answer.as_array().cloned().unwrap_or_default();
        let place = |link: &Value| {
            let uri = link["targetUri"].as_str()?.to_owned();
            Some((uri, link["targetSelectionRange"]["start"]["line"].as_u64()?))
        };
        links.iter().filter_map(place).collect()
    }

    /// The words that complete the text there, without the aliases that are shown in parentheses.
    pub fn completions(&mut self, text: &str, offset: usize) -> Vec<String> {
        let answer = self.ask("textDocument/completion", text, offset);
        let items = if answer.is_array() { answer } else { answer["items"].clone() };
        let label = |item: &Value| Some(item["label"].as_str()?.split('(').next()?.to_owned());
        items.as_array().into_iter().flatten().filter_map(label).collect()
    }

    /// What is marked as wrong, without cargo.
    pub fn diagnostics(&mut self) -> Vec<String> {
        let document = json!({ "uri": self.uri });
        let answer = self.request("textDocument/diagnostic", &json!({ "textDocument": document }));
        let items = answer["items"].as_array().cloned().unwrap_or_default();
        items.iter().filter_map(|item| item["message"].as_str().map(str::to_owned)).collect()
    }

    fn ask(&mut self, method: &str, text: &str, offset: usize) -> Value {
        let document = json!({ "uri": self.uri });
        let params = json!({ "textDocument": document, "position": position(text, offset) });
        self.request(method, &params)
    }

    fn request(&mut self, method: &str, params: &Value) -> Value {
        loop {
            self.requests += 1;
            let id = self.requests;
            self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
            let answer = loop {
                let message = self.receive();
                if message["id"] == id && message.get("method").is_none() {
                    break message;
                }
            };
            // The server cancels what it is asked while it is still loading.
            if answer["error"]["code"] == SERVER_CANCELLED {
                sleep(Duration::from_millis(200));
                continue;
            }
            assert!(answer.get("error").is_none(), "{method}: {answer}");
            return answer["result"].clone();
        }
    }

    fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        write!(self.to, "Content-Length: {}\r\n\r\n{text}", text.len()).unwrap();
        self.to.flush().unwrap();
    }

    /// The next message. What the server asks is answered with nothing.
    fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert_ne!(self.from.read_line(&mut line).unwrap(), 0, "rust-analyzer has ended");
            if line.trim().is_empty() {
                break;
            }
            if let Some(number) = line.to_lowercase().strip_prefix("content-length:") {
                length = number.trim().parse().unwrap();
            }
        }
        let mut text = vec![0; length];
        self.from.read_exact(&mut text).unwrap();
        let message: Value = serde_json::from_slice(&text).unwrap();
        if let (Some(id), Some(_)) = (message.get("id"), message.get("method")) {
            self.send(&json!({ "jsonrpc": "2.0", "id": id, "result": null }));
        }
        message
    }
}

impl Drop for LanguageServer {
    fn drop(&mut self) {
        // A test that ends needs no answer any more.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
