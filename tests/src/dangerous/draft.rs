//! A spec in pieces.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use wirewright_codegen::load::InputFile;

/// A spec that may be refused.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Lines of the head, each of which can do without the others; the first says `api:`.
    pub head: Vec<String>,
    /// The name of each file, without its ending.
    pub stems: Vec<String>,
    /// The items.
    pub pieces: Vec<Piece>,
}

/// An item.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The index of its file.
    pub file: usize,
    /// The key that it stands below.
    pub section: &'static str,
    /// Its line.
    pub line: String,
}

/// What of a draft a diagnostic is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A line of the head.
    Head(usize),
    /// The name of a file.
    Stem(usize),
    /// A piece.
    Piece(usize),
}

/// The parts of a file, with their bytes.
type Lines = Vec<(Range<usize>, Part)>;

/// Where the parts of a draft stand.
#[derive(Debug, Default)]
pub struct Places {
    files: BTreeMap<String, (usize, Lines)>,
}

impl Places {
    /// The part at a place. The place of a file as a whole is its start, where the file's name is written.
    pub fn find(&self, path: &str, offset: usize) -> Part {
        let (index, parts) = self.files.get(path).unwrap_or_else(|| panic!("no file {path}"));
        let found = parts.iter().find(|(range, _)| range.contains(&offset));
        found.map_or(Part::Stem(*index), |(_, part)| *part)
    }
}

impl Draft {
    /// The files, and where everything stands in them. Files without a piece are left out.
    pub fn files(&self) -> (Vec<InputFile>, Places) {
        let mut places = Places::default();
        let mut files = Vec::new();
        for (index, stem) in self.stems.iter().enumerate() {
            let (text, parts) = self.text(index);
            let path = format!("spec/{stem}.yaml");
            if !parts.is_empty() && !places.files.contains_key(&path) {
                files.push(InputFile { path: path.clone(), bytes: text.into_bytes() });
                places.files.insert(path, (index, parts));
            }
        }
        (files, places)
    }

    fn text(&self, file: usize) -> (String, Lines) {
        let mut text = String::from("# hostile\n");
        let mut parts = Vec::new();
        let mut add = |text: &mut String, line: &str, part| {
            let start = text.len();
            text.push_str(line);
            text.push('\n');
            parts.push((start..text.len(), part));
        };
        if file == 0 {
            text.push_str("wirewright: 1\n");
            self.head.iter().enumerate().for_each(|(index, line)| add(&mut text, line, Part::Head(index)));
        }
        let mut sections: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, piece) in self.pieces.iter().enumerate().filter(|(_, piece)| piece.file == file) {
            sections.entry(piece.section).or_default().push(index);
        }
        for (section, pieces) in sections {
            text.push_str(&format!("{section}:\n"));
            for index in pieces {
                let line = self.pieces.get(index).map(|piece| piece.line.as_str()).unwrap_or_default();
                add(&mut text, &format!("  {line}"), Part::Piece(index));
            }
        }
        (text, parts)
    }

    /// The lines of the pieces.
    pub fn pieces(&self) -> Vec<String> {
        self.head.iter().chain(self.pieces.iter().map(|piece| &piece.line)).cloned().collect()
    }

    /// Takes parts out and returns their text. Files get a harmless name, and so does the API.
    pub fn take_out(&mut self, parts: &BTreeSet<Part>) -> Vec<String> {
        let mut taken = Vec::new();
        for part in parts.iter().rev() {
            taken.push(match *part {
                Part::Piece(index) => self.pieces.remove(index).line,
                Part::Head(0) => replaced(&mut self.head, 0, "api: Harmless".to_owned()),
                Part::Head(index) => self.head.remove(index),
                Part::Stem(index) => replaced(&mut self.stems, index, format!("file-{index}")),
            });
        }
        taken
    }
}

fn replaced(lines: &mut [String], index: usize, by: String) -> String {
    lines.get_mut(index).map(|line| std::mem::replace(line, by)).unwrap_or_default()
}
