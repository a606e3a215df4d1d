//! `#[derive(SwiftMirror)]`: a mark for `wirewright mirror`. It expands to nothing but the mistakes in its attributes.

use proc_macro2::TokenStream;
use syn::{Attribute, Data, DeriveInput, Field};

use crate::attr::SwiftName;
use crate::errors::Errors;

pub(super) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let mut check = |attributes: &[Attribute]| {
        errors.also(SwiftName::read(attributes));
    };
    check(&input.attrs);
    match &input.data {
        Data::Struct(data) => data.fields.iter().for_each(|field| check(&field.attrs)),
        Data::Enum(data) => {
            for variant in &data.variants {
                check(&variant.attrs);
                variant.fields.iter().for_each(|field: &Field| check(&field.attrs));
            }
        }
        Data::Union(_) => errors.at(&input.ident, "`SwiftMirror` is for structs and enums"),
    }
    errors.into_compile_errors()
}
