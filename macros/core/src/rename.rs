//! serde's renaming rules (`#[serde(rename_all = "…")]`), to the letter of serde_derive 1.0.229.

/// A rule of `rename_all`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// `lowercase`: a field stays as it is, as in serde.
    Lower,
    /// `UPPERCASE`
    Upper,
    /// `PascalCase`
    Pascal,
    /// `camelCase`
    Camel,
    /// `snake_case`: a field stays as it is.
    Snake,
    /// `SCREAMING_SNAKE_CASE`
    ScreamingSnake,
    /// `kebab-case`
    Kebab,
    /// `SCREAMING-KEBAB-CASE`
    ScreamingKebab,
}

impl Rule {
    /// The rule of this name; `None` where serde knows none.
    pub fn from_name(name: &str) -> Option<Rule> {
        Some(match name {
            "lowercase" => Rule::Lower,
            "UPPERCASE" => Rule::Upper,
            "PascalCase" => Rule::Pascal,
            "camelCase" => Rule::Camel,
            "snake_case" => Rule::Snake,
            "SCREAMING_SNAKE_CASE" => Rule::ScreamingSnake,
            "kebab-case" => Rule::Kebab,
            "SCREAMING-KEBAB-CASE" => Rule::ScreamingKebab,
            _ => return None,
        })
    }

    /// What a field is called on the wire. `field` is its identifier without `r#`.
    pub fn apply_to_field(self, field: &str) -> String {
        match self {
            Rule::Lower | Rule::Snake => field.to_owned(),
            Rule::Upper | Rule::ScreamingSnake => field.to_ascii_uppercase(),
            Rule::Pascal => pascal_case(field),
            Rule::Camel => camel_case(field),
            Rule::Kebab => field.replace('_', "-"),
            Rule::ScreamingKebab => field.to_ascii_uppercase().replace('_', "-"),
        }
    }
}

/// What `rename_all = "camelCase"` makes of a field's identifier (without `r#`).
///
/// ```
/// use wirewright_macros_core::rename::camel_case;
///
/// assert_eq!(camel_case("payment_request_id"), "paymentRequestId");
/// assert_eq!(camel_case("line_1"), "line1");
/// ```
pub fn camel_case(field: &str) -> String {
    let pascal = pascal_case(field);
    let mut characters = pascal.chars();
    match characters.next() {
        Some(first) => std::iter::once(first.to_ascii_lowercase()).chain(characters).collect(),
        None => pascal,
    }
}

/// What `rename_all = "PascalCase"` makes of a field's identifier (without `r#`).
pub fn pascal_case(field: &str) -> String {
    let mut pascal = String::with_capacity(field.len());
    let mut capitalize = true;
    for character in field.chars() {
        if character == '_' {
            capitalize = true;
        } else if capitalize {
            pascal.push(character.to_ascii_uppercase());
            capitalize = false;
        } else {
            pascal.push(character);
        }
    }
    pascal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_rename_as_serde_does() {
        let cases = [
            ("lowercase", "order_line_2", "order_line_2"),
            ("UPPERCASE", "order_line_2", "ORDER_LINE_2"),
            ("PascalCase", "order_line_2", "OrderLine2"),
            ("camelCase", "order_line_2", "orderLine2"),
            ("snake_case", "order_line_2", "order_line_2"),
            ("SCREAMING_SNAKE_CASE", "order_line_2", "ORDER_LINE_2"),
            ("kebab-case", "order_line_2", "order-line-2"),
            ("SCREAMING-KEBAB-CASE", "order_line_2", "ORDER-LINE-2"),
            ("camelCase", "_private__x", "privateX"),
            ("camelCase", "ünder_score", "ünderScore"),
            ("camelCase", "__", ""),
        ];
        for (rule, field, wire) in cases {
            let renamed = Rule::from_name(rule).map(|rule| rule.apply_to_field(field));
            assert_eq!(renamed.as_deref(), Some(wire), "{rule} of {field}");
        }
        assert_eq!(Rule::from_name("Train-Case"), None);
    }
}
