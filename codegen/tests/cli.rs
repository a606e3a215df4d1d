//! The command line as people and scripts meet it: output, exit codes, what is written and what is not.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests, and about the disk"
)]

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const SPEC: &str = "\
wirewright: 1
api: Shop
doc: A shop.
types:
  Order:
    doc: An order.
    fields:
      name: { type: string, required: true, maxLength: 3, doc: A name. }
      count: { type: integer, minimum: 1, doc: How many. }
";

const CONFIG: &str = "[[api]]\nspec = 'spec'\nrust = 'out/rust'\nswift = 'out/swift'\n";

fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "spec/api.yaml", SPEC);
    write(folder.path(), "wirewright.toml", CONFIG);
    folder
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn wirewright(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_wirewright"));
    command.current_dir(folder).args(arguments).env_remove("CLICOLOR_FORCE");
    command
}

/// Exit code, standard output, standard error.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    parts(wirewright(folder, arguments).output().unwrap())
}

fn parts(output: Output) -> (i32, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().expect("no signal, so no panic"), text(output.stdout), text(output.stderr))
}

/// Exit code and output as one text for a snapshot.
fn transcript(folder: &Path, arguments: &[&str]) -> String {
    let (code, stdout, stderr) = run(folder, arguments);
    let text = format!(
        "$ wirewright {}\n{stdout}-- standard error\n{stderr}-- exit code {code}\n",
        arguments.join(" ")
    );
    text.replace(folder.to_str().unwrap(), "PROJECT")
}

#[test]
fn generate_prints_what_changed_and_then_nothing_changes() {
    let project = project();
    let (code, first, _) = run(project.path(), &["generate"]);
    assert_eq!(code, 0);
    assert!(
        first.starts_with("created out/rust/api.rs\ncreated out/rust/lib.rs\ncreated out/swift/"),
        "{first}"
    );
    assert_eq!(
        run(project.path(), &["generate"]),
        (0, "everything is up to date\n".to_owned(), String::new())
    );
    assert_eq!(run(project.path(), &["generate", "--check"]), (0, String::new(), String::new()));
    // From a folder below the project the paths are those that lead there.
    write(project.path(), "spec/api.yaml", &SPEC.replace("An order.", "One order."));
    let (code, changed, _) = run(&project.path().join("spec"), &["generate"]);
    assert_eq!((code, changed.lines().next()), (0, Some("updated ../out/rust/api.rs")));
}

#[test]
fn vectors_are_written_where_they_have_a_folder() {
    let project = project();
    let with = "vectors = 'out/vectors'\nswiftTests = 'out/tests'\n";
    write(project.path(), "wirewright.toml", &format!("{CONFIG}{with}"));
    write(project.path(), "out/tests/OwnTests.swift", "// by hand\n");
    let (code, written, _) = run(project.path(), &["generate"]);
    assert_eq!(code, 0);
    for file in ["rust/vectors.rs", "vectors/Order.json", "tests/VectorTests.swift"] {
        assert!(written.contains(&format!("created out/{file}\n")), "{written}");
    }
    let text = fs::read_to_string(project.path().join("out/vectors/Order.json")).unwrap();
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert_eq!(file["vectors"][0]["violations"], serde_json::json!([]));
    assert!(fs::read_to_string(project.path().join("out/rust/lib.rs")).unwrap().ends_with("mod vectors;\n"));
    assert_eq!(run(project.path(), &["generate", "--check"]).0, 0);
    // A type that is gone takes its vectors along; what people wrote stays.
    write(project.path(), "spec/api.yaml", &SPEC.replace("Order:", "Basket:"));
    let (_, changed, _) = run(project.path(), &["generate"]);
    assert!(changed.contains("removed out/vectors/Order.json\n"), "{changed}");
    write(project.path(), "wirewright.toml", CONFIG);
    let (_, changed, _) = run(project.path(), &["generate"]);
    assert!(changed.contains("removed out/rust/vectors.rs\n"), "{changed}");
    assert!(project.path().join("out/tests/OwnTests.swift").exists());
}

#[test]
fn check_mode_prints_a_diff_and_writes_nothing() {
    let project = project();
    run(project.path(), &["generate"]);
    write(project.path(), "spec/api.yaml", &SPEC.replace("maxLength: 3", "maxLength: 4"));
    let before = fs::read(project.path().join("out/rust/api.rs")).unwrap();
    let (code, diff, message) = run(project.path(), &["generate", "--check"]);
    assert_eq!(
        (code, message.as_str()),
        (1, "the generated files are out of date; run: wirewright generate\n")
    );
    assert!(diff.starts_with("--- a/out/rust/api.rs\n+++ b/out/rust/api.rs\n@@ "), "{diff}");
    assert!(
        diff.contains("\n-    #[validate(max_length = 3)]\n+    #[validate(max_length = 4)]\n"),
        "{diff}"
    );
    assert_eq!(fs::read(project.path().join("out/rust/api.rs")).unwrap(), before);
}

#[test]
fn mistakes_in_a_spec_stop_everything() {
    let project = project();
    write(project.path(), "spec/api.yaml", &SPEC.replace("integer", "intger"));
    insta::assert_snapshot!(
        [
            &["generate"][..],
            &["generate", "--check"],
            &["check"],
            &["check", "--format", "short"],
            &["check", "spec"]
        ]
        .map(|arguments| transcript(project.path(), arguments))
        .join("\n")
    );
    let (code, line, _) = run(project.path(), &["check", "--format", "json"]);
    let line: serde_json::Value = serde_json::from_str(&line).unwrap();
    assert_eq!((code, &line["code"], &line["primary"]["line"]), (1, &"WW0301".into(), &9.into()));
    assert!(!project.path().join("out").exists());
}

#[test]
fn what_is_missing_or_in_the_way_is_a_diagnostic() {
    let empty = tempfile::tempdir().unwrap();
    let mut all = transcript(empty.path(), &["generate"]);
    write(empty.path(), "wirewright.toml", CONFIG);
    all += &transcript(empty.path(), &["generate"]);
    fs::create_dir(empty.path().join("spec")).unwrap();
    all += &transcript(empty.path(), &["check"]);
    write(empty.path(), "wirewright.toml", "[[api]]\nspec = '../spec'\nswfit = 'x'\n");
    all += &transcript(empty.path(), &["generate"]);
    write(empty.path(), "wirewright.toml", "[[api]\n");
    all += &transcript(empty.path(), &["check"]);
    let project = project();
    write(project.path(), "out/rust/lib.rs", "// by hand\n");
    all += &transcript(project.path(), &["generate"]);
    assert!(!project.path().join("out/swift").exists(), "one refusal and nothing at all is written");
    insta::assert_snapshot!(all);
}

/// A link that leads nowhere: the one refusal that root gets, too.
#[cfg(unix)]
#[test]
fn a_refusal_to_write_is_a_diagnostic() {
    let project = project();
    fs::create_dir(project.path().join("out")).unwrap();
    std::os::unix::fs::symlink("nowhere/at/all", project.path().join("out/rust")).unwrap();
    insta::assert_snapshot!(transcript(project.path(), &["generate"]));
}

#[test]
fn the_same_spec_gives_the_same_bytes_in_any_folder_and_locale() {
    let texts = ["C", "tr_TR.UTF-8"].map(|locale| {
        let project = project();
        write(project.path(), "spec/more.yaml", "types:\n  Item: { doc: An item., fields: {} }\n");
        let output =
            wirewright(project.path(), &["generate"]).env("LC_ALL", locale).env("TZ", locale).output();
        assert!(output.unwrap().status.success());
        [
            "out/rust/api.rs",
            "out/rust/lib.rs",
            "out/rust/more.rs",
            "out/swift/API.swift",
            "out/swift/More.swift",
        ]
        .map(|path| fs::read_to_string(project.path().join(path)).unwrap())
    });
    assert_eq!(texts[0], texts[1]);
}

#[test]
fn documents_are_validated() {
    let project = project();
    write(project.path(), "documents/good.json", r#"{"name":"tea"}"#);
    write(project.path(), "documents/deep/bad.json", r#"{"name":"coffee","count":0}"#);
    write(project.path(), "documents/broken.json", "{");
    write(project.path(), "empty/note.txt", "");
    let all: [&[&str]; 9] = [
        &["--type", "Order", "documents/good.json"],
        &["--type", "Order", "documents"],
        &["--type", "Order", "--format", "json", "documents/deep"],
        &["--type", "Order", "--spec", "spec", "documents/good.json"],
        &["--type", "Order", "missing.json", "documents/deep"],
        &["--type", "Order", "empty"],
        &["--type", "Ordre", "documents"],
        &["--type", "Order"],
        &["documents"],
    ];
    let transcripts = all.map(|arguments| transcript(project.path(), &[&["validate"], arguments].concat()));
    insta::assert_snapshot!(transcripts.join("\n"));
}

#[test]
fn a_document_comes_from_standard_input() {
    let project = project();
    let mut child = wirewright(project.path(), &["validate", "--type", "Order", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(br#"{"name":"coffee"}"#).unwrap();
    let expected = "-: /name: This text is too long. (maxLength, 3)\n".to_owned();
    assert_eq!(parts(child.wait_with_output().unwrap()), (1, expected, String::new()));
}

#[test]
fn stages_are_dumped() {
    let project = project();
    let all: [&[&str]; 3] =
        [&["--stage", "nodes"], &["--stage", "model"], &["--stage", "spec", "--format", "yaml"]];
    let transcripts = all.map(|arguments| transcript(project.path(), &[&["dump"], arguments].concat()));
    insta::assert_snapshot!(transcripts.join("\n"));
    for stage in ["nodes", "spec", "model"] {
        let (code, text, _) = run(project.path(), &["dump", "--format", "debug", "--stage", stage]);
        assert!(code == 0 && text.contains("name"), "{stage}: {text}");
    }
}

#[test]
fn codes_are_explained() {
    let folder = tempfile::tempdir().unwrap();
    let explain = |code| transcript(folder.path(), &["explain", code]);
    insta::assert_snapshot!(["ww0406", "maxLength", "rule:any", "WW9999"].map(explain).join("\n"));
    let (_, list, _) = run(folder.path(), &["explain"]);
    for code in wirewright_codegen::diagnostic::Code::ALL {
        assert!(list.contains(code.id()));
    }
}

#[test]
fn each_help_has_an_example() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["generate", "check", "validate", "dump", "explain", "schema", "init"] {
        let (code, help, _) = run(folder.path(), &[command, "--help"]);
        assert_eq!(code, 0);
        assert!(help.contains(&format!("Example:\n  wirewright {command}")), "{help}");
    }
}

#[test]
fn a_closed_pipe_is_no_panic() {
    let folder = tempfile::tempdir().unwrap();
    let mut child =
        wirewright(folder.path(), &["schema"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut message = String::new();
    child.stderr.take().unwrap().read_to_string(&mut message).unwrap();
    let code = child.wait().unwrap().code();
    // The text may be gone into the pipe before it is closed.
    assert!(matches!(code, Some(0 | 2)) && message.is_empty(), "{code:?} {message}");
}

#[test]
fn init_refuses_a_folder_that_is_not_empty() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "mine.txt", "");
    let (code, _, message) = run(folder.path(), &["init", "."]);
    assert_eq!(code, 2);
    assert!(message.starts_with("error[WW0707]: the folder `.` is not empty"), "{message}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// The other codes are held to the same by `tests/tests/bad.rs`.
#[test]
fn each_code_of_files_and_configuration_has_a_snapshot() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots");
    let shown: String = fs::read_dir(folder)
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .collect();
    let codes = wirewright_codegen::diagnostic::Code::ALL.iter().filter(|code| code.id().starts_with("WW07"));
    let missing: Vec<_> = codes.filter(|code| !shown.contains(&format!("error[{code}]"))).collect();
    assert!(missing.is_empty(), "no snapshot shows {missing:?}");
}

const SDK: &str = "\
events: { Happening: { codes: { SDK_DONE: { doc: It is done. } } } }
options: { Settings: { entries: { quiet: { type: boolean, wire: string, doc: No sound. } } } }
sdk:
  name: ShopSession
  module: ShopKit
  objc: true
  entry: { class: SHOPPage, shared: main }
  configuration: { options: Settings }
  configure: { selector: 'setUp:' }
  create: { selector: 'open:' }
  destroy: { selector: close }
  delegates: { delegate: { protocol: SHOPDelegate, callbacks: { 'say:': { arguments: { code: { type: string, event: Happening } } } } } }
";

#[test]
fn what_a_binding_asks_for_and_its_folders_fit() {
    let project = project();
    write(project.path(), "wirewright.toml", &format!("{CONFIG}stub = 'out/stub'\nobjc = 'out/objc'\n"));
    let nothing_bound = transcript(project.path(), &["generate"]);
    write(project.path(), "spec/api.yaml", &format!("{SPEC}{SDK}"));
    write(project.path(), "wirewright.toml", CONFIG);
    let no_folder = transcript(project.path(), &["generate"]);
    assert!(!project.path().join("out").exists());
    assert_eq!(run(project.path(), &["check"]).0, 0);
    write(project.path(), "wirewright.toml", &format!("{CONFIG}stub = 'out/stub'\nobjc = 'out/objc'\n"));
    assert_eq!(run(project.path(), &["generate"]).0, 0);
    for file in ["objc/ShopObjC.m", "objc/include/ShopObjC.h", "stub/include/ShopKit/ShopKit-Swift.h"] {
        assert!(project.path().join("out").join(file).is_file(), "{file}");
    }
    insta::assert_snapshot!(nothing_bound + &no_folder);
}
