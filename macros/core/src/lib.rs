//! Attribute grammar, expansion and pattern compiler shared by wirewright's derives and its generator.

pub mod pattern;
