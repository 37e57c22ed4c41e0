//! Sentences that messages have in common.

/// A message with the calls of blocks that led to what it is about.
pub fn in_calls(message: &str, calls: &str) -> String {
    if calls.is_empty() {
        return message.to_owned();
    }
    let help = message.find("\nhelp: ").unwrap_or(message.len());
    let (what, help) = message.split_at(help);
    format!("{what}\nin {calls}{help}")
}

/// `1 argument`, `2 arguments`
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
