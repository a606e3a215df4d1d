//! Both specs of this crate, into `OUT_DIR`.

fn main() {
    wirewright_codegen::build_script::generate_all(&[("spec", "weather.rs"), ("tides", "tides.rs")]);
}
