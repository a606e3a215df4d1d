//! Lines of Rust text, and the text of attributes.
//!
//! Not prettyplease: it tears `==` in attributes apart, which then no longer parse, and breaks lines at 89 columns.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// Columns of a line, as in this workspace's `rustfmt.toml`.
const WIDTH: usize = 110;

/// Collects the lines of one item.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    text: String,
}

impl Lines {
    /// A line of code at a level of four spaces.
    pub(crate) fn line(&mut self, level: usize, code: &str) {
        if !code.is_empty() {
            self.text.extend(std::iter::repeat_n("    ", level));
            self.text.push_str(code);
        }
        self.text.push('\n');
    }

    /// A doc comment.
    pub(crate) fn docs(&mut self, level: usize, lines: &[String]) {
        for line in lines {
            self.line(level, format!("/// {line}").trim_end());
        }
    }

    /// An attribute with arguments; nothing where there are none.
    pub(crate) fn attribute(&mut self, level: usize, path: &str, arguments: TokenStream) {
        if arguments.is_empty() {
            return;
        }
        let flat = format!("#[{path}({})]", flat_text(arguments.clone()));
        if fits(level, &flat) {
            self.line(level, &flat);
            return;
        }
        self.broken(level, &format!("#[{path}"), arguments, "]");
    }

    /// Arguments in parentheses, one per line; those that are too long have theirs on lines of their own again. A
    /// single one that has arguments itself shares the lines of the parentheses: `all(any(`.
    fn broken(&mut self, level: usize, before: &str, arguments: TokenStream, after: &str) {
        let parts = split_at_commas(arguments);
        if let [only] = parts.as_slice()
            && let Some((head, inner)) = split_group(only)
        {
            return self.broken(level, &format!("{before}({head}"), inner, &format!("){after}"));
        }
        self.line(level, &format!("{before}("));
        for part in parts {
            let flat = flat_text(part.iter().cloned().collect()) + ",";
            match split_group(&part) {
                Some((head, inner)) if !fits(level + 1, &flat) => self.broken(level + 1, &head, inner, ","),
                _ => self.line(level + 1, &flat),
            }
        }
        self.line(level, &format!("){after}"));
    }

    /// The lines collected.
    pub(crate) fn finish(self) -> String {
        self.text
    }
}

/// A string literal. Everything that does not print is escaped, and so is what turns the direction of a line.
pub(crate) fn literal(text: &str) -> String {
    format!("{text:?}")
}

fn fits(level: usize, code: &str) -> bool {
    level * 4 + code.chars().count() <= WIDTH
}

fn split_at_commas(arguments: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut parts = vec![Vec::new()];
    for tree in arguments {
        match (&tree, parts.last_mut()) {
            (TokenTree::Punct(punct), _) if punct.as_char() == ',' => parts.push(Vec::new()),
            (_, Some(part)) => part.push(tree),
            (_, None) => {}
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// What stands before the parentheses at the end, and what stands in them.
fn split_group(part: &[TokenTree]) -> Option<(String, TokenStream)> {
    match part {
        [head @ .., TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            Some((flat_text(head.iter().cloned().collect()), group.stream()))
        }
        _ => None,
    }
}

/// Tokens of an attribute on one line, spaced as people space them.
fn flat_text(tokens: TokenStream) -> String {
    let mut text = String::new();
    let mut operator = String::new();
    for tree in tokens {
        match tree {
            TokenTree::Punct(punct) => {
                operator.push(punct.as_char());
                if punct.spacing() == Spacing::Alone {
                    push_operator(&mut text, &std::mem::take(&mut operator));
                }
            }
            TokenTree::Group(group) => push_group(&mut text, &group),
            TokenTree::Ident(ident) => push_word(&mut text, &ident.to_string()),
            TokenTree::Literal(literal) => push_word(&mut text, &literal.to_string()),
        }
    }
    text
}

fn push_operator(text: &mut String, operator: &str) {
    match operator {
        "," => text.push_str(", "),
        "=" | "==" | "!=" | "<" | "<=" | ">" | ">=" => {
            text.push(' ');
            text.push_str(operator);
            text.push(' ');
        }
        _ => text.push_str(operator),
    }
}

fn push_word(text: &mut String, word: &str) {
    if text.ends_with(|last: char| last.is_alphanumeric() || "_\"])?".contains(last)) {
        text.push(' ');
    }
    text.push_str(word);
}

fn push_group(text: &mut String, group: &proc_macro2::Group) {
    let (open, close) = match group.delimiter() {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace => ("{ ", " }"),
        Delimiter::None => ("", ""),
    };
    if text.ends_with(" in") {
        text.push(' ');
    }
    text.push_str(open);
    text.push_str(&flat_text(group.stream()));
    text.push_str(close);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(arguments: &str) -> String {
        let mut lines = Lines::default();
        lines.attribute(0, "validate", arguments.parse().unwrap());
        lines.finish()
    }

    #[test]
    fn short_attributes_stand_on_one_line() {
        for arguments in [
            "required, min_length = 1, pattern = \"^[A-Z]{3}$\", nested",
            "minimum = -5, items(max_length = 6, values(nested)), one_of(\"A\", true, -1)",
            "rule(id = \"a-b\", when(a?.b[*].c == \"X\"), require(r#type, b??.c))",
            "rule(id = \"x\", when(all(kind in [\"A\", \"B\"], not(present(a?[*].b)))), forbid(c))",
            "category = CheckoutEventCategory::Status, krate = ::renamed::core",
            "rule(id = \"y\", compare(low <= high))",
        ] {
            assert_eq!(printed(arguments), format!("#[validate({arguments})]\n"));
        }
    }

    #[test]
    fn long_attributes_parse_to_the_same_tokens() {
        let long = "a_long_word_of_an_attribute";
        let arguments = format!(
            "rule(id = \"{long}\", when(all({long}?.{long} != \"{long}\", {long} >= -1)), require({long}))"
        );
        let text = printed(&arguments);
        assert!(text.lines().all(|line| line.len() <= WIDTH), "{text}");
        let tokens =
            |text: &str| text.parse::<TokenStream>().unwrap().to_string().replace(' ', "").replace(",)", ")");
        assert_eq!(tokens(&text), tokens(&format!("#[validate({arguments})]")));
    }

    #[test]
    fn string_literals_escape_what_does_not_print() {
        assert_eq!(literal("a\"b\\\n\u{202e}é"), "\"a\\\"b\\\\\\n\\u{202e}é\"");
    }
}
