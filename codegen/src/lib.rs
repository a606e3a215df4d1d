//! Generates Rust and Swift twins of an API from one YAML spec.
//!
//! Most users meet it as the command `wirewright` (the feature `cli`, on by default), or from a build script, see
//! [`build_script`]. As a library: [`load`] reads a spec and gives a checked [`model`] and everything that is wrong with
//! it, [`generate`] turns it into the files of both languages, [`files`] writes them.

pub mod build_script;
pub mod check;
#[cfg(feature = "cli")]
pub mod config;
pub mod diagnostic;
#[cfg(feature = "cli")]
pub mod documents;
pub mod facts;
pub mod files;
pub mod generate;
pub mod judge;
#[cfg(feature = "cli")]
pub mod language;
pub mod load;
#[cfg(feature = "cli")]
pub mod mirror;
pub mod model;
pub mod objc;
pub mod resolve;
pub mod rust;
pub mod source;
pub mod swift;
pub mod syntax;
pub mod text;
#[cfg(feature = "cli")]
pub mod twins;
#[cfg(feature = "cli")]
pub mod vectors;
pub mod words;
pub mod yaml;
