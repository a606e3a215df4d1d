//! A user of the door for build scripts: two specs, one at the crate's root and one in a module of its own, in a crate
//! that denies more than most.
#![forbid(unsafe_code)]
#![deny(warnings, missing_docs, rust_2018_idioms, unreachable_pub, unused_qualifications, unnameable_types)]
#![deny(missing_debug_implementations, single_use_lifetimes, let_underscore_drop, unused_lifetimes)]
#![deny(
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::cargo,
    clippy::unwrap_used,
    clippy::allow_attributes
)]
#![allow(clippy::cargo_common_metadata, clippy::multiple_crate_versions, reason = "nobody publishes this")]

include!(concat!(env!("OUT_DIR"), "/weather.rs"));

/// The tides, which other stations measure.
pub mod tides {
    include!(concat!(env!("OUT_DIR"), "/tides.rs"));
}

/// Nothing outside of this crate sees it.
mod inner {
    include!(concat!(env!("OUT_DIR"), "/tides.rs"));
}

/// The level that a tide's document says.
///
/// # Errors
/// Where it cannot be read.
pub fn level(document: &str) -> Result<i64, serde_json::Error> {
    serde_json::from_str::<inner::Measure>(document).map(|measure| measure.level)
}
