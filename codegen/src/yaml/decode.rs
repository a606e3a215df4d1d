//! Bytes to text: encoding, size, characters.

use super::{MAXIMUM_FILE, MAXIMUM_TOTAL};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::{FileId, SourceMap, Span};

/// Adds a file to the sources. A byte order mark at its start is dropped.
///
/// `None` where the bytes cannot be a spec (too large, not UTF-8, a control character): that has been reported then.
pub fn add_file(
    path: &str,
    bytes: &[u8],
    sources: &mut SourceMap,
    diagnostics: &mut Diagnostics,
) -> Option<FileId> {
    if let Some((code, message)) = too_large(bytes, sources) {
        let file = sources.add(path, "");
        diagnostics
            .push(Diagnostic::about_file(code, message, file).help("split the spec into smaller files"));
        return None;
    }
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK).unwrap_or(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            diagnostics.push(not_utf8(path, bytes, error.valid_up_to(), sources));
            return None;
        }
    };
    let file = sources.add(path, text);
    match forbidden_character(text) {
        None => Some(file),
        Some((start, character)) => {
            let span = span(file, start, start + character.len_utf8());
            let message = format!("the character {} is not allowed in YAML", name(character));
            diagnostics.push(
                Diagnostic::new(Code::FileCharacter, message, span, "here")
                    .help("remove it; in double quotes it can be written as an escape, such as `\\u0000`"),
            );
            None
        }
    }
}

fn too_large(bytes: &[u8], sources: &SourceMap) -> Option<(Code, String)> {
    if bytes.len() > MAXIMUM_FILE {
        let message = format!("the file has {} bytes, more than {MAXIMUM_FILE}", bytes.len());
        return Some((Code::FileTooLarge, message));
    }
    let others: usize = sources.files().map(|(_, file)| file.text.len()).sum();
    (others + bytes.len() > MAXIMUM_TOTAL).then(|| {
        let message = format!("with this file the spec has more than {MAXIMUM_TOTAL} bytes");
        (Code::FilesTooLarge, message)
    })
}

/// Keeps the part before the mistake as the file's text, so that the excerpt shows the line it stands in.
fn not_utf8(path: &str, bytes: &[u8], valid: usize, sources: &mut SourceMap) -> Diagnostic {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let file = sources.add(path, "");
        return Diagnostic::about_file(Code::FileEncoding, "the file is UTF-16, not UTF-8", file)
            .help("save the file as UTF-8");
    }
    let line_end =
        bytes.iter().skip(valid).position(|byte| *byte == b'\n').map_or(bytes.len(), |at| valid + at);
    let shown = String::from_utf8_lossy(bytes.get(..line_end).unwrap_or(bytes)).into_owned();
    let file = sources.add(path, shown);
    let span = span(file, valid, valid + char::REPLACEMENT_CHARACTER.len_utf8());
    let byte = bytes.get(valid).copied().unwrap_or_default();
    let message = format!("byte {valid} of the file, 0x{byte:02X}, is not UTF-8");
    Diagnostic::new(Code::FileEncoding, message, span, "not UTF-8 from here").help("save the file as UTF-8")
}

/// The first character that the YAML specification does not call printable.
fn forbidden_character(text: &str) -> Option<(usize, char)> {
    let forbidden = |character: char| match character {
        '\t' | '\n' | '\r' | '\u{85}' => false,
        '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}' => true,
        _ => character.is_control(),
    };
    // Plain ASCII is passed over by bytes: files are large and nearly all of it.
    let start = text.bytes().position(|byte| !matches!(byte, b' '..=b'~' | b'\n'))?;
    text.get(start..)?
        .char_indices()
        .find(|(_, character)| forbidden(*character))
        .map(|(at, character)| (start + at, character))
}

fn name(character: char) -> String {
    match character {
        '\u{FEFF}' => "U+FEFF (byte order mark)".to_owned(),
        _ => format!("U+{:04X}", u32::from(character)),
    }
}

/// Offsets fit: [`MAXIMUM_FILE`] is far below 4 GiB.
pub(super) fn span(file: FileId, start: usize, end: usize) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { file, start: offset(start), end: offset(end.max(start)) }
}

const BYTE_ORDER_MARK: &[u8] = &[0xEF, 0xBB, 0xBF];
