//! This process and two others on this machine compute, each a part of each step: `cargo test -p train --features remote
//! --test remote`.

#![cfg(feature = "remote")]

mod common;

use std::net::TcpListener;
use std::net::TcpStream;
use std::process::Child;
use std::thread::sleep;
use std::time::Duration;

use common::{Folder, accuracy, stdout, train};

/// A process that computes for others, until it is dropped.
struct Server {
    process: Child,
    port: u16,
}

impl Server {
    fn new() -> Server {
        // The system chooses a free port, which is then free again.
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let process = train(&["--serve", &port.to_string()]).spawn().unwrap();
        for _ in 0..500 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Server { process, port };
            }
            sleep(Duration::from_millis(20));
        }
        panic!("the server does not answer");
    }

    fn address(&self) -> String {
        format!("ws://127.0.0.1:{}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn three_processes_learn_as_well_as_one() {
    let folder = Folder::new("remote");
    let servers = [Server::new(), Server::new()];
    let [first, second] = servers.each_ref().map(Server::address);
    let run = |name: &str, batch: &str, device: &str| {
        let output = folder.path(name);
        let output = output.to_str().unwrap();
        let fixed = ["--epochs", "8", "--plain", "--output", output, "--batch", batch];
        accuracy(&stdout(&mut train(&[&fixed[..], &["--device", device]].concat())))
    };
    let here = run("here", "30", "cpu");
    let there = run("there", "30", &first);
    let all = run("all", "10", &format!("cpu,{first},{second}"));
    assert!(here > 93.0 && there > 93.0 && all > 93.0, "{here}, {there} and {all}");
}

#[test]
fn servers_that_would_exchange_tensors_are_refused() {
    let folder = Folder::new("servers");
    let server = Server::new();
    let twice = format!("{0},{0}", server.address());
    for (devices, strategy) in
        [(&twice, "main"), (&twice, "sharded"), (&format!("cpu,{}", server.address()), "sharded")]
    {
        let output = folder.path("run");
        let output = output.to_str().unwrap();
        let arguments = ["--device", devices, "--strategy", strategy, "--output", output];
        let error = common::stderr(&mut train(&arguments));
        assert!(error.contains("this machine: "), "{devices} {strategy}: {error}");
    }
}
