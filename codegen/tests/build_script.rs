//! The door for build scripts.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "tests, and about the disk")]

use std::fs;

use wirewright_codegen::build_script::generate_into;

const SPEC: &str = "\
wirewright: 1
api: Shop
types:
  Order:
    fields:
      name: { type: string, pattern: tea }
";

#[test]
fn one_file_is_generated_and_others_are_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (spec, out) = (folder.path().join("spec"), folder.path().join("out"));
    fs::create_dir(&spec).unwrap();
    fs::write(spec.join("api.yaml"), SPEC).unwrap();
    let first = generate_into(&spec, &out, "first.rs").unwrap();
    assert!(first.contains("warning[WW0406]"), "{first}");
    generate_into(&spec, &out, "second.rs").unwrap();
    let text = fs::read_to_string(out.join("first.rs")).unwrap();
    // Both would be refused by `include!`.
    assert!(!text.lines().any(|line| line.starts_with("#![") || line.starts_with("//!")), "{text}");
    assert!(text.contains("pub struct Order"));
    assert!(out.join("second.rs").is_file());
}

#[test]
fn mistakes_are_rendered_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (spec, out) = (folder.path().join("spec"), folder.path().join("out"));
    assert!(generate_into(&spec, &out, "shop.rs").unwrap_err().starts_with("error[WW0705]"));
    fs::create_dir(&spec).unwrap();
    fs::write(spec.join("api.yaml"), SPEC.replace("string", "strnig")).unwrap();
    let mistakes = generate_into(&spec, &out, "shop.rs").unwrap_err();
    assert!(mistakes.contains("did you mean `string`?"), "{mistakes}");
    assert!(!out.exists());
}
