//! What `#[derive(Redact)]` shows, and what it does not.

#![expect(dead_code, reason = "secrets are not read")]

use wirewright::Redact;

/// Has no `Debug`.
struct Secret;

#[derive(Redact)]
struct Named<'a, T, U: Clone, const N: usize>
where
    U: Copy,
{
    r#type: &'a str,
    #[redact]
    secret: Option<T>,
    #[redact]
    none: Option<Secret>,
    shown: [U; N],
}

#[derive(Redact)]
struct Tuple<T>(#[redact] T, u8);

#[derive(Redact)]
struct Newtype(#[redact] String);

#[derive(Redact)]
struct Unit;

#[derive(Redact)]
struct Braces {}

#[derive(Redact)]
enum Credentials<T> {
    Password {
        user: &'static str,
        #[redact]
        password: T,
    },
    Token(#[redact] Secret),
    Pair(u8, #[redact] String, u8),
    r#None,
    Empty {},
}

#[derive(Redact)]
enum Never {}

#[test]
fn secrets_do_not_show() {
    let named = Named { r#type: "card", secret: Some(Secret), none: None, shown: [1_u8, 2] };
    assert_eq!(
        format!("{named:?}"),
        r#"Named { type: "card", secret: [redacted], none: [redacted], shown: [1, 2] }"#
    );
    assert_eq!(format!("{:?}", Tuple(Secret, 1)), "Tuple([redacted], 1)");
    assert_eq!(format!("{:?}", Newtype("x".to_owned())), "Newtype([redacted])");
    assert_eq!(format!("{Unit:?} {:?}", Braces {}), "Unit Braces");
}

#[test]
fn secrets_in_variants_do_not_show() {
    let shown = |credentials: Credentials<Secret>| format!("{credentials:?}");
    assert_eq!(
        shown(Credentials::Password { user: "me", password: Secret }),
        r#"Password { user: "me", password: [redacted] }"#
    );
    assert_eq!(shown(Credentials::Token(Secret)), "Token([redacted])");
    assert_eq!(shown(Credentials::Pair(1, String::new(), 2)), "Pair(1, [redacted], 2)");
    assert_eq!(shown(Credentials::r#None) + &shown(Credentials::Empty {}), "NoneEmpty");
    fn is_debug<T: std::fmt::Debug>() {}
    is_debug::<Never>();
}

#[test]
fn the_alternate_form_is_laid_out_as_usual() {
    assert_eq!(format!("{:#?}", Tuple("x", 1)), "Tuple(\n    [redacted],\n    1,\n)");
}
