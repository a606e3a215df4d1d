//! Words that Rust keeps for itself. Source: the Rust Reference, "Keywords", edition 2024 (read 2026-11).

/// How an identifier must be spelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Spelling {
    /// As it is.
    Plain,
    /// With `r#` before it.
    Raw,
    /// Not at all; an underscore behind it makes another word of it.
    Impossible,
}

/// How Rust takes this word as an identifier.
pub(crate) fn spelling(word: &str) -> Spelling {
    match word {
        "self" | "Self" | "super" | "crate" | "_" => Spelling::Impossible,
        _ if KEYWORDS.contains(&word) => Spelling::Raw,
        _ => Spelling::Plain,
    }
}

/// Names that neither an item nor a module of the API can take: `Self`, the primitive types, which our text and that
/// of derives uses, and the crates and the module that our paths begin with.
pub(crate) fn is_reserved_item(word: &str) -> bool {
    RESERVED_ITEMS.contains(&word)
}

/// Strict and reserved keywords of the 2024 edition that can be raw identifiers.
const KEYWORDS: [&str; 48] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

const RESERVED_ITEMS: [&str; 25] = [
    "Self",
    "bool",
    "char",
    "f32",
    "f64",
    "i8",
    "i16",
    "i32",
    "i64",
    "i128",
    "isize",
    "str",
    "u8",
    "u16",
    "u32",
    "u64",
    "u128",
    "usize",
    "alloc",
    "core",
    "serde",
    "serde_json",
    "std",
    "wirewright",
    "wire",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keyword_is_spelled_so_that_rust_takes_it() {
        for word in KEYWORDS {
            assert!(
                syn::parse_str::<syn::Ident>(word).is_err() || SOFT.contains(&word),
                "{word} needs no r#"
            );
            assert!(syn::parse_str::<syn::Ident>(&format!("r#{word}")).is_ok(), "r#{word}");
        }
        assert_eq!(spelling("self"), Spelling::Impossible);
        assert_eq!(spelling("order"), Spelling::Plain);
    }

    /// Reserved since 2024 only, so the parser takes them as words of older editions.
    const SOFT: [&str; 1] = ["gen"];
}
