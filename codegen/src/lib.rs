//! Generates Rust and Swift twins of an API from one YAML spec.

pub mod files;
pub mod model;
pub mod source;
pub mod words;
