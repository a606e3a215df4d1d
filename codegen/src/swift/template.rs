//! Templates: Swift text with `{{name}}` where a model comes in.
//!
//! A line that is nothing but `{{name}}` takes any number of lines, each indented as the placeholder is; none of them
//! leaves no line behind. Elsewhere in a line stands one text. Texts come escaped.

use std::collections::BTreeMap;

/// What is filled in, by name.
#[derive(Debug, Default)]
pub(super) struct Values(BTreeMap<&'static str, Vec<String>>);

impl Values {
    /// One text.
    pub(super) fn text(mut self, name: &'static str, text: impl Into<String>) -> Values {
        self.0.insert(name, vec![text.into()]);
        self
    }

    /// Any number of lines.
    pub(super) fn lines(mut self, name: &'static str, lines: Vec<String>) -> Values {
        self.0.insert(name, lines);
        self
    }

    fn get(&self, name: &str) -> &[String] {
        let found = self.0.get(name);
        debug_assert!(found.is_some(), "the template names `{name}`, which nothing fills");
        found.map(Vec::as_slice).unwrap_or_default()
    }
}

/// The template with everything filled in.
pub(super) fn fill(template: &str, values: &Values) -> String {
    let mut text = String::new();
    for line in template.lines() {
        let indentation: String = line.chars().take_while(|letter| *letter == ' ').collect();
        match line.trim().strip_prefix("{{").and_then(|line| line.strip_suffix("}}")) {
            Some(name) => {
                for line in values.get(name) {
                    let separator = if line.is_empty() { "" } else { indentation.as_str() };
                    text.push_str(&format!("{separator}{line}\n"));
                }
            }
            None => text.push_str(&format!("{}\n", fill_line(line, values))),
        }
    }
    text
}

fn fill_line(line: &str, values: &Values) -> String {
    let mut filled = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        filled.push_str(before);
        filled.push_str(&values.get(name).concat());
        rest = after;
    }
    filled + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_lines_are_filled_in() {
        let values = Values::default()
            .text("a", "A")
            .lines("none", Vec::new())
            .lines("two", vec!["1".to_owned(), String::new(), "2".to_owned()]);
        let filled = fill("x {{a}}{{a}} y\n    {{two}}\n    {{none}}\nend {\n}\n", &values);
        assert_eq!(filled, "x AA y\n    1\n\n    2\nend {\n}\n");
    }
}
