//! Generates Rust and Swift twins of an API from one YAML spec.

pub mod diagnostic;
pub mod files;
pub mod model;
pub mod source;
pub mod words;
pub mod yaml;
