//! Writing source text line by line, with the indentation counted, not guessed; and what may not stand in it.

/// Collects lines. Cannot fail; a line never ends with white space.
///
/// ```
/// use wirewright_codegen::text::CodeWriter;
///
/// let mut writer = CodeWriter::default();
/// writer.line("enum Wire {");
/// writer.indented(|writer| writer.line("case a"));
/// writer.line("}");
/// assert_eq!(writer.finish(), "enum Wire {\n    case a\n}\n");
/// ```
#[derive(Clone, Debug, Default)]
pub struct CodeWriter {
    text: String,
    level: usize,
}

impl CodeWriter {
    /// Columns of one level of indentation.
    pub const INDENT: usize = 4;

    /// Writes one line; an empty one gets no indentation.
    pub fn line(&mut self, line: impl AsRef<str>) {
        let line = line.as_ref().trim_end();
        if !line.is_empty() {
            self.text.push_str(&" ".repeat(self.column()));
            self.text.push_str(line);
        }
        self.text.push('\n');
    }

    /// Writes an empty line, unless the last one is empty or there is none.
    pub fn blank(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Writes with one more level of indentation.
    pub fn indented(&mut self, write: impl FnOnce(&mut CodeWriter)) {
        self.level += 1;
        write(self);
        self.level -= 1;
    }

    /// The column in which the next line starts.
    pub fn column(&self) -> usize {
        self.level * CodeWriter::INDENT
    }

    /// The whole text.
    pub fn finish(self) -> String {
        self.text
    }
}

/// Whether a character shows nothing of itself, or changes how others are shown: controls, marks that turn the
/// direction of a line, joiners, tags. None of them stands as it is in what we write or say.
///
/// ```
/// use wirewright_codegen::text::is_hidden;
/// assert!(is_hidden('\u{202e}') && is_hidden('\0') && !is_hidden('é'));
/// ```
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
}

/// Whether Windows takes a file's name, up to its first dot, for a device.
///
/// ```
/// use wirewright_codegen::text::is_device;
/// assert!(is_device("NUL.rs") && is_device("com1") && !is_device("console.rs"));
/// ```
pub fn is_device(file_name: &str) -> bool {
    let stem = file_name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    match stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt")) {
        Some(number) => matches!(number.as_bytes(), [b'0'..=b'9']) || matches!(number, "¹" | "²" | "³"),
        None => matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$" | "clock$"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_do_not_pile_up_and_have_no_white_space() {
        let mut writer = CodeWriter::default();
        writer.blank();
        writer.indented(|writer| {
            writer.line("a  ");
            writer.blank();
            writer.blank();
            writer.line("");
            writer.line("b");
        });
        assert_eq!(writer.finish(), "    a\n\n\n    b\n");
    }
}
