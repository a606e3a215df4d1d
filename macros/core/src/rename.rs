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

    /// What a variant is called on the wire. `variant` is its identifier without `r#`.
    pub fn apply_to_variant(self, variant: &str) -> String {
        match self {
            Rule::Pascal => variant.to_owned(),
            Rule::Lower => variant.to_ascii_lowercase(),
            Rule::Upper => variant.to_ascii_uppercase(),
            Rule::Camel => first_in_lower_case(variant),
            Rule::Snake => snake_case(variant),
            Rule::ScreamingSnake => snake_case(variant).to_ascii_uppercase(),
            Rule::Kebab => snake_case(variant).replace('_', "-"),
            Rule::ScreamingKebab => snake_case(variant).to_ascii_uppercase().replace('_', "-"),
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
    first_in_lower_case(&pascal_case(field))
}

fn first_in_lower_case(name: &str) -> String {
    let mut characters = name.chars();
    let first = characters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(characters).collect()
}

/// What `rename_all = "snake_case"` makes of a variant's identifier.
fn snake_case(variant: &str) -> String {
    let mut snake = String::with_capacity(variant.len() + 4);
    for (index, character) in variant.char_indices() {
        if index > 0 && character.is_uppercase() {
            snake.push('_');
        }
        snake.push(character.to_ascii_lowercase());
    }
    snake
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

    #[test]
    fn variants_are_renamed_as_serde_does() {
        let cases = [
            ("lowercase", "VeryTasty2", "verytasty2"),
            ("UPPERCASE", "VeryTasty2", "VERYTASTY2"),
            ("PascalCase", "VeryTasty2", "VeryTasty2"),
            ("camelCase", "VeryTasty2", "veryTasty2"),
            ("snake_case", "VeryTasty2", "very_tasty2"),
            ("SCREAMING_SNAKE_CASE", "VeryTasty2", "VERY_TASTY2"),
            ("kebab-case", "VeryTasty2", "very-tasty2"),
            ("SCREAMING-KEBAB-CASE", "VeryTasty2", "VERY-TASTY2"),
            ("snake_case", "HTTPÜbel", "h_t_t_p_Übel"),
            ("kebab-case", "Odd_Name", "odd--name"),
        ];
        for (rule, variant, wire) in cases {
            let renamed = Rule::from_name(rule).map(|rule| rule.apply_to_variant(variant));
            assert_eq!(renamed.as_deref(), Some(wire), "{rule} of {variant}");
        }
    }
}
