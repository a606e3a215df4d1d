//! What one request costs: validators written by hand, by our derive, by our generator and by other crates.

#[allow(missing_docs, reason = "fields are what their names say")]
pub mod request;

pub mod peer;

/// The same request as our generator makes it of `spec/api.yaml`.
pub mod generated {
    include!(concat!(env!("OUT_DIR"), "/generated.rs"));
}

#[allow(missing_docs, reason = "fields are what their names say")]
pub mod others;

pub mod tools;
