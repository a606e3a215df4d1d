//! Paths of rules: `order.goods?[*].delivery?.address`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote_spanned};
use syn::parse::{Parse, ParseStream};
use syn::{Ident, Token, bracketed};

use super::Place;

/// A path from a struct down to a field. It has at least one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldPath(pub Vec<Step>);

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The field.
    pub field: Ident,
    /// `?`: the field is an `Option` (or `Nullable`) and the path goes on inside it. One per layer, so an
    /// `Option<Nullable<T>>` has two. The last step of a path needs none.
    pub layers: Vec<Place>,
    /// `[*]`: the field is a list and the path goes on with every element.
    pub each: Option<Place>,
}

impl Step {
    /// The field itself.
    pub fn new(field: Ident) -> Step {
        Step { field, layers: Vec::new(), each: None }
    }

    /// With so many `?`.
    pub fn optional(mut self, layers: usize) -> Step {
        self.layers = vec![Place::default(); layers];
        self
    }

    /// With `[*]`.
    pub fn each(mut self) -> Step {
        self.each = Some(Place::default());
        self
    }
}

/// An expansion nests a block per step, and documents nest 128 deep at most.
const MAX_STEPS: usize = 32;

impl Parse for FieldPath {
    fn parse(input: ParseStream<'_>) -> syn::Result<FieldPath> {
        let mut steps = vec![input.parse()?];
        while let Some(dot) = input.parse::<Option<Token![.]>>()? {
            if steps.len() == MAX_STEPS {
                return Err(syn::Error::new(dot.span, format!("a path has at most {MAX_STEPS} steps")));
            }
            steps.push(input.parse()?);
        }
        Ok(FieldPath(steps))
    }
}

impl Parse for Step {
    fn parse(input: ParseStream<'_>) -> syn::Result<Step> {
        let mut step = Step::new(input.parse()?);
        while let Some(question) = input.parse::<Option<Token![?]>>()? {
            step.layers.push(Place(question.span));
        }
        if input.peek(syn::token::Bracket) {
            let content;
            let bracket = bracketed!(content in input);
            content
                .parse::<Token![*]>()
                .map_err(|_| syn::Error::new(bracket.span.join(), "expected `[*]`"))?;
            if !content.is_empty() {
                return Err(content.error("expected `[*]`"));
            }
            step.each = Some(Place(bracket.span.join()));
        }
        Ok(step)
    }
}

impl ToTokens for FieldPath {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        for (index, step) in self.0.iter().enumerate() {
            if index > 0 {
                tokens.extend(quote_spanned!(step.field.span()=> .));
            }
            step.to_tokens(tokens);
        }
    }
}

impl ToTokens for Step {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.field.to_tokens(tokens);
        for layer in &self.layers {
            tokens.extend(quote_spanned!(layer.0=> ?));
        }
        if let Some(each) = self.each {
            tokens.extend(quote_spanned!(each.0=> [*]));
        }
    }
}
