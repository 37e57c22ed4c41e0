//! What rustc says of the program, in words about the network.

use cargo_metadata::CompilerMessage;
use cargo_metadata::diagnostic::{Diagnostic, DiagnosticLevel};

use crate::failure::Failure;
use crate::networks::program::NAME;
use crate::networks::workspace::Network;

/// The errors of a build.
#[derive(Default)]
pub struct Mistakes {
    /// In the program, which names the networks.
    own: Vec<Diagnostic>,
    /// In the packages that it depends on, as rustc writes them.
    others: Vec<String>,
}

impl Mistakes {
    pub fn add(&mut self, CompilerMessage { target, message, .. }: CompilerMessage) {
        if !matches!(message.level, DiagnosticLevel::Error | DiagnosticLevel::Ice) {
            return;
        }
        match message.code {
            Some(_) if target.name == NAME => self.own.push(message),
            // The closing words of rustc have no code.
            None if target.name == NAME => {}
            _ => self.others.extend(message.rendered),
        }
    }

    /// The failure of the build.
    pub fn failure(self, networks: &[Network<'_>]) -> Failure {
        if !self.others.is_empty() {
            for rendered in &self.others {
                anstream::eprint!("{rendered}");
            }
            return Failure::new("the package of the network does not compile");
        }
        let Some(error) = self.own.first() else {
            return Failure::new("cargo cannot build the package of the network");
        };
        let paths: Vec<&str> = networks.iter().map(|network| network.path.as_str()).collect();
        // `type Network1 = …;` is in the fourth line; other lines name networks by their number.
        let named = error.spans.iter().flat_map(|span| &span.text).find_map(|line| {
            let at = line.text.find("Network")?;
            let digit = line.text[at..].chars().nth("Network".len())?;
            paths.get(usize::try_from(digit.to_digit(10)?).ok()?).copied()
        });
        let path = named.unwrap_or(paths[0]);
        let code = error.code.as_ref().map_or("", |code| code.code.as_str());
        match code {
            "E0412" | "E0425" | "E0432" | "E0433" | "E0573" => {
                let failure =
                    Failure::new(format!("there is no network `{path}`: {}", error.message));
                match near(error) {
                    Some(near) => failure.help(near),
                    None => failure,
                }
            }
            "E0603" => {
                Failure::new(format!("`{path}` cannot be used from outside: {}", error.message))
                    .help("declare the network and the modules around it as `pub`")
            }
            "E0107" => Failure::new(format!("the parameters of `{path}` have no defaults"))
                .help(format!("give their values: `{path}<10>`")),
            "E0277" => Failure::new(format!("`{path}` is not a network that `cnn!` declares")),
            _ => Failure::new(error.rendered.clone().unwrap_or_else(|| error.message.clone())),
        }
    }
}

/// What rustc proposes instead: the name of something similar.
fn near(error: &Diagnostic) -> Option<String> {
    error.children.iter().find_map(|child| {
        let span = child.spans.iter().find_map(|span| span.suggested_replacement.as_ref())?;
        Some(format!("{}: `{span}`", child.message))
    })
}
