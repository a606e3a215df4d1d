//! `wirewright twins` as people meet it: what it says where something is missing or wrong, and what it prints about
//! documents. Shell scripts stand in for cargo and swift; what real compilers make is compared in `tests/tests/twins.rs`.
#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "tests, and about the disk"
)]

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

const SPEC: &str = "\
wirewright: 1
api: Shop
doc: A shop.
scalars:
  Name: { type: string, maxLength: 3, doc: A name. }
enums:
  Size: { doc: How large., values: { S: { doc: Small. } } }
types:
  Order:
    doc: An order.
    fields:
      name: { type: Name, required: true, doc: A name. }
      count: { type: integer, minimum: 1, doc: How many. }
      size: { type: Size, doc: How large. }
";

/// Builds a program that says what the real one says first, then finds every document valid, but for some.
const CARGO: &str = r#"#!/bin/sh
[ "$1" = --version ] && exit 0
while [ $# -gt 0 ]; do
    case $1 in --manifest-path) manifest=$2 ;; --target-dir) target=$2 ;; esac
    shift
done
folder=$(dirname "$manifest")
name=$(sed -n 's/^name = "\(twins-.*\)"$/\1/p' "$manifest" | head -n 1)
first=$(sed -n 's/^ *println!("\([0-9a-f]*\)");$/\1/p' "$folder/main.rs")
mkdir -p "$target/debug"
{ echo '#!/bin/sh'; echo "echo $first"; cat "$(dirname "$0")/twin.sh"; } > "$target/debug/$name"
chmod +x "$target/debug/$name"
"#;

const SWIFT: &str = r#"#!/bin/sh
while [ $# -gt 0 ]; do
    case $1 in --package-path) package=$2 ;; --scratch-path) scratch=$2 ;; --product) name=$2 ;; esac
    shift
done
first=$(sed -n 's/^write(Array("\([0-9a-f]*\)\\n".utf8))$/\1/p' "$package/Sources/$name/main.swift")
mkdir -p "$scratch/debug"
{ echo '#!/bin/sh'; echo "echo $first"; cat "$(dirname "$0")/twin.sh"; } > "$scratch/debug/$name"
chmod +x "$scratch/debug/$name"
"#;

const ALWAYS_VALID: &str = "while read -r type document; do echo; done\n";

struct Machine {
    folder: TempDir,
}

impl Machine {
    /// A machine with both compilers, whose programs answer as said.
    fn new(twin: &str) -> Machine {
        let machine = Machine { folder: tempfile::tempdir().unwrap() };
        machine.write("project/spec/api.yaml", SPEC);
        machine.write("project/wirewright.toml", "[[api]]\nspec = 'spec'\n");
        machine.program("cargo", CARGO);
        machine.program("swift", SWIFT);
        machine.write("bin/twin.sh", twin);
        machine
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn program(&self, name: &str, text: &str) {
        self.write(&format!("bin/{name}"), text);
        let path = self.folder.path().join("bin").join(name);
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    fn remove(&self, name: &str) {
        fs::remove_file(self.folder.path().join("bin").join(name)).unwrap();
    }

    /// `PATH` has the stand-ins first, and what scripts need; the real compilers are in neither.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wirewright"));
        let bin = self.folder.path().join("bin");
        let tools = self.folder.path().join("tools");
        if !tools.exists() {
            fs::create_dir(&tools).unwrap();
            for tool in ["sh", "sed", "head", "cat", "mkdir", "chmod", "dirname", "sleep"] {
                let real = ["/bin", "/usr/bin"].map(|folder| Path::new(folder).join(tool));
                let real = real.iter().find(|path| path.exists()).unwrap();
                std::os::unix::fs::symlink(real, tools.join(tool)).unwrap();
            }
        }
        command.current_dir(self.folder.path().join("project"));
        command.env_clear().env("HOME", self.folder.path().join("home"));
        command.env("PATH", std::env::join_paths([bin, tools]).unwrap());
        command.arg("twins").args(arguments);
        command
    }

    fn run_with(&self, arguments: &[&str], input: &str) -> (i32, String, String) {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // It may not want to read.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let text = |bytes: Vec<u8>| {
            String::from_utf8(bytes).unwrap().replace(self.folder.path().to_str().unwrap(), "MACHINE")
        };
        (output.status.code().expect("no signal"), text(output.stdout), text(output.stderr))
    }

    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        self.run_with(arguments, "")
    }

    fn transcript(&self, arguments: &[&str], input: &str) -> String {
        let (code, stdout, stderr) = self.run_with(arguments, input);
        // The folder's name follows from its path, which differs from run to run.
        let stderr = stderr.lines().map(|line| match line.split_once("/.cache/wirewright/twins/") {
            Some((before, rest)) => {
                format!("{before}/.cache/wirewright/twins/HASH{}\n", rest.get(16..).unwrap_or_default())
            }
            None => format!("{line}\n"),
        });
        let stderr: String = stderr.collect();
        format!(
            "$ wirewright twins {}\n{stdout}-- standard error\n{stderr}-- exit code {code}\n\n",
            arguments.join(" ")
        )
    }
}

#[test]
fn twins_that_agree_are_counted() {
    let machine = Machine::new(ALWAYS_VALID);
    let documents = "{\"type\":\"Order\",\"document\":{\"name\":\"a\"}}\n\n{\"type\":\"Size\",\"document\":\"\\\"S\\\"\"}\n";
    machine.write("project/documents.jsonl", documents);
    let (code, stdout, stderr) = machine.run(&["documents.jsonl"]);
    assert_eq!((code, stdout.as_str()), (0, "2 documents agree (judge, Rust, Swift)\n"), "{stderr}");
    assert!(stderr.starts_with("building in MACHINE/home/.cache/wirewright/twins/"), "{stderr}");
    // Nothing has changed, so there is nothing to say.
    assert_eq!(machine.run_with(&["-"], documents), (0, stdout, String::new()));
    // A line of its own for each document.
    let (code, stdout, _) = machine.run(&["documents.jsonl", "--format", "json"]);
    let expected = "{\"agree\":true,\"judge\":[],\"line\":1,\"rust\":[],\"swift\":[],\"type\":\"Order\"}\n\
                    {\"agree\":true,\"judge\":[],\"line\":3,\"rust\":[],\"swift\":[],\"type\":\"Size\"}\n";
    assert_eq!((code, stdout.as_str()), (0, expected));
}

#[test]
fn the_first_disagreement_is_shrunk() {
    let machine = Machine::new(ALWAYS_VALID);
    let documents = r#"{"type": "Order", "document": {"name": "abc", "count": 12}}
{"type": "Order", "document": {"name": "abc", "size": "L", "count": -12}}
"#;
    let mut all = machine.transcript(&["-"], documents);
    all += &machine.transcript(&["-", "--format", "json"], documents);
    insta::assert_snapshot!(all);
    let (code, stdout, _) = machine.run(&["--random", "50", "--seed", "3", "--type", "Order"]);
    assert_eq!(code, 1, "{stdout}");
    assert_eq!(machine.run(&["--random", "50", "--seed", "3", "--type", "Order"]).1, stdout);
    // Documents that were made stand in the lines, so that they can be kept.
    let (code, stdout, _) = machine.run(&["--random", "50", "--format", "json"]);
    let first: serde_json::Value = serde_json::from_str(stdout.lines().next().unwrap()).unwrap();
    assert_eq!((code, stdout.lines().count()), (1, 50));
    assert!(first["document"].is_string() && first["line"] == 1, "{first}");
}

#[test]
fn a_program_that_ends_over_a_document_disagrees() {
    // `{"name":"b"}` ends it.
    let twin = "while read -r type document; do case $document in *2262227d) echo oh no >&2; exit 4 ;; *) echo ;; esac; done\n";
    let machine = Machine::new(twin);
    let documents = "{\"type\":\"Order\",\"document\":{\"name\":\"a\"}}\n{\"type\":\"Order\",\"document\":{\"name\":\"b\"}}\n";
    let mut all = machine.transcript(&["-"], documents);
    all += &machine.transcript(&["-", "--format", "json"], documents);
    insta::assert_snapshot!(all);
}

#[test]
fn what_is_wrong_is_said_before_anything_is_built() {
    let machine = Machine::new(ALWAYS_VALID);
    let mut all = machine.transcript(&["--type", "Ordr"], "");
    all += &machine.transcript(&["--type", "Name"], "");
    all += &machine.transcript(&["-"], "{\"type\":\"Order\",\"document\":{}}\n{\"type\":\"Order\"}\n");
    all += &machine.transcript(&["-"], "\n{\"type\":\"Sizee\",\"document\":{}}\n");
    all += &machine.transcript(&["-"], "{\"type\":\"Order\",\"document\":\"\\ud800\"}\n");
    all += &machine.transcript(&["missing.jsonl"], "");
    all += &machine.transcript(&["--runtime", "spec"], "");
    all += &machine.transcript(&["--spec", "nowhere"], "");
    machine.write("project/file", "");
    all += &machine.transcript(&["--build-dir", "file/below"], "");
    machine.write("project/wirewright.toml", "[[api]]\nspec = 'spec'\n[[api]]\nspec = 'spec'\n");
    all += &machine.transcript(&[], "");
    machine.write("project/spec/api.yaml", &SPEC.replace("integer", "intger"));
    all += &machine.transcript(&["--spec", "spec"], "");
    assert!(!machine.folder.path().join("home").exists());
    insta::assert_snapshot!(all);
}

#[test]
fn compilers_that_are_missing_or_fail_are_said() {
    let machine = Machine::new(ALWAYS_VALID);
    machine.program("cargo", "#!/bin/sh\n[ \"$1\" = --version ] && exit 0\nfor i in 1 2 3; do echo \"error $i\" >&2; done; exit 101\n");
    let mut all = machine.transcript(&["--build-dir", "build"], "");
    machine.program("cargo", CARGO);
    machine.program("swift", "#!/bin/sh\necho 'error: no'; exit 1\n");
    all += &machine.transcript(&["--build-dir", "build"], "");
    machine.program("swift", SWIFT);
    machine.write("bin/twin.sh", "echo 'a library is missing' >&2; exit 127\n");
    let document = "{\"type\": \"Order\", \"document\": {\"name\": \"abc\"}}\n";
    let arguments = ["-", "--build-dir", "build"];
    all += &machine.transcript(&arguments, document).replace("exit status: 127", "status 127");
    machine.remove("cargo");
    all += &machine.transcript(&["--build-dir", "build"], "");
    machine.remove("swift");
    all += &machine.transcript(&["--build-dir", "build"], "");
    insta::assert_snapshot!(all);
}

#[test]
fn a_reader_that_goes_away_is_no_mistake() {
    let machine = Machine::new(ALWAYS_VALID);
    let mut child = machine
        .command(&["--random", "3000", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(!stderr.contains("error") && output.status.code() == Some(2), "{stderr}");
}
