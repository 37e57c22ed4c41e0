//! What several tests need.

#![allow(dead_code, reason = "each test crate uses a part of it")]

pub mod language_server;
pub mod oracle;
pub mod probes;
pub mod scratch;
