//! What rustc says about mistakes in the derives' input: one mistake, one error, on the token that is wrong.
//!
//! One mistake per file in `ui/<topic>/`, the expected text beside it. After a wanted change run
//! `TRYBUILD=overwrite cargo test -p wirewright-tests --test ui` and read the difference.

#[test]
fn mistakes_are_reported_where_they_are() {
    trybuild::TestCases::new().compile_fail("ui/*/*.rs");
}
