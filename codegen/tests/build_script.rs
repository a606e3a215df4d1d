//! The door for build scripts.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    clippy::unwrap_used,
    reason = "tests, and about the disk"
)]

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
    assert!(first.starts_with(&format!("{}/api.yaml:6:38: [WW0406] ", spec.display())), "{first}");
    assert_eq!(first.lines().count(), 1);
    // What others write there is their business: links, and things that are no files.
    fs::create_dir_all(out.join("theirs/second.rs")).unwrap();
    generate_into(&spec, &out, "second.rs").unwrap();
    assert!(generate_into(&spec, &out, "theirs").unwrap_err().contains("is not a regular file"));
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

#[test]
fn unchanged_input_leaves_the_file_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (spec, out) = (folder.path().join("spec"), folder.path().join("out"));
    fs::create_dir(&spec).unwrap();
    fs::write(spec.join("api.yaml"), SPEC).unwrap();
    generate_into(&spec, &out, "shop.rs").unwrap();
    let file = fs::File::options().write(true).open(out.join("shop.rs")).unwrap();
    let long_ago = std::time::SystemTime::UNIX_EPOCH;
    file.set_modified(long_ago).unwrap();
    fs::write(spec.join("api.yaml"), SPEC.to_owned() + "# A comment.\n").unwrap();
    generate_into(&spec, &out, "shop.rs").unwrap();
    assert_eq!(fs::metadata(out.join("shop.rs")).unwrap().modified().unwrap(), long_ago);
    fs::write(spec.join("api.yaml"), SPEC.replace("name", "title")).unwrap();
    generate_into(&spec, &out, "shop.rs").unwrap();
    assert_ne!(fs::metadata(out.join("shop.rs")).unwrap().modified().unwrap(), long_ago);
}

/// Objects in each other, by a field that is written as `ty` is with the name of the next one in it.
fn chain(length: usize, ty: &str) -> String {
    let mut spec = String::from("wirewright: 1\napi: Chain\ntypes:\n");
    for number in 0..length {
        let next = ty.replace('T', &format!("T{}", number + 1));
        spec += &format!("  T{number}:\n    fields:\n      next: {{ type: {next} }}\n");
    }
    spec + &format!("  T{length}: {{}}\n")
}

#[test]
fn deep_nesting_is_said_where_included_code_cannot_help_itself() {
    let folder = tempfile::tempdir().unwrap();
    let (spec, out) = (folder.path().join("spec"), folder.path().join("out"));
    fs::create_dir(&spec).unwrap();
    let mut text = String::new();
    for (length, ty) in
        [(20, "T"), (21, "T"), (7, "list<T>"), (8, "list<T>"), (300, "T"), (300, "map<list<T>>")]
    {
        fs::write(spec.join("api.yaml"), chain(length, ty)).unwrap();
        let warning = generate_into(&spec, &out, "chain.rs").unwrap();
        text += &format!(
            "{length} {ty}: {}\n",
            warning.replace(&*folder.path().to_string_lossy(), "[FOLDER]").trim_end()
        );
    }
    // Types on a cycle are looked at once each.
    let cycle = chain(300, "T").replace("T300: {}", "T300: { fields: { next: { type: T0 } } }");
    fs::write(spec.join("api.yaml"), cycle).unwrap();
    text += &generate_into(&spec, &out, "chain.rs")
        .unwrap()
        .replace(&*folder.path().to_string_lossy(), "[FOLDER]");
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(text);
    });
}
