//! What rustc, cargo and rust-analyzer make of declarations. Each test starts some of them, so these
//! are the slow ones.

mod chain;
mod dependencies;
mod editor;
mod generated;
mod help;
mod hygiene;
mod language_server;
mod no_std;
#[path = "../common/oracle.rs"]
mod oracle;
#[path = "../common/probes.rs"]
mod probes;
mod pytorch;
mod robustness;
mod rustc;
mod scaling;
mod scratch;
mod shared;
mod skip;
mod ui;
mod weight_files;
