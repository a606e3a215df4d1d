//! Writing source text line by line, with the indentation counted, not guessed.

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
