//! The request's types as the generator makes them.

fn main() {
    wirewright_codegen::build_script::generate("spec", "generated.rs");
}
