// What examples print, in the pages that show it. The examples of the guide include this file.

/// Compares a text with the code block after `<!-- printed: name -->` in a file of the repository, or, with `BLESS=1`,
/// writes it there.
pub fn check(file: &str, name: &str, text: &str) {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let page = std::fs::read_to_string(&path).unwrap();
    let marker = format!("<!-- printed: {name} -->\n");
    let (before, rest) = page.split_once(&marker).expect(name);
    // In doc comments, every line begins as that of the marker does.
    let prefix = before.rsplit('\n').next().unwrap();
    let (fence, rest) = rest.split_once('\n').unwrap();
    let end = format!("\n{prefix}```\n");
    let (shown, after) = rest.split_once(&end).unwrap();
    let lines = text.trim_end().lines().map(|line| format!("{prefix}{line}").trim_end().to_owned());
    let text = lines.collect::<Vec<_>>().join("\n");
    if std::env::var_os("BLESS").is_some() {
        let page = [before, &marker, fence, "\n", &text, &end, after].concat();
        std::fs::write(path, page).unwrap();
    } else {
        assert_eq!(shown, text, "{file}, {name}");
    }
}
