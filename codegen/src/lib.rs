//! Generates Rust and Swift twins of an API from one YAML spec.

pub mod build_script;
pub mod check;
#[cfg(feature = "cli")]
pub mod config;
pub mod diagnostic;
pub mod facts;
pub mod files;
pub mod generate;
pub mod judge;
#[cfg(feature = "cli")]
pub mod language;
pub mod load;
pub mod model;
pub mod resolve;
pub mod rust;
pub mod source;
pub mod swift;
pub mod syntax;
pub mod text;
pub mod words;
pub mod yaml;
