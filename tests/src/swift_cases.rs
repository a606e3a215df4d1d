//! All cases as one Swift package with a program that runs documents through their types.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde::Deserialize;
use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::files::{Files, Plan};
use wirewright_codegen::model::Model;
use wirewright_codegen::swift;

use crate::documents::{self, Case, Document};
use crate::{Ran, mirrored};

/// How a document is read.
#[derive(Clone, Copy, Debug)]
pub enum Door {
    /// By the contract: `init(json:)`.
    Contract,
    /// By Foundation's `JSONDecoder`, which tells no reading errors of ours.
    Codable,
}

/// A document to run: how to read it, case, type, raw JSON and, where that is no text, its bytes in hexadecimal.
pub type Input<'a> = (&'a str, &'a str, &'a str, &'a str, &'a str);

/// All cases as one package.
pub struct Built {
    /// Its folder.
    pub folder: PathBuf,
    /// Each case with its model.
    pub models: Vec<(String, Model)>,
    /// The program that runs documents.
    pub program: PathBuf,
}

/// Builds all cases: of specs, of types written by hand, and those that pin the contract. All tests build the same
/// package, so that only the first one waits for it. `None` where there is no Swift.
pub fn build_all(target: &Path) -> Option<Built> {
    let folder = target.join("swift-cases");
    let cases = documents::cases().into_iter().chain(mirrored::cases()).chain(documents::wire());
    let models: Vec<_> = cases.map(|case| (case.name, case.model)).collect();
    write_package(&folder, &models);
    let program = build(&folder)?;
    Some(Built { folder, models, program })
}

/// Specs of one API share a module, for the support code takes most of the time and stands in each module: the module
/// of each API with its cases, in the order in which they come.
fn modules(models: &[(String, Model)]) -> Vec<(&str, Vec<&(String, Model)>)> {
    let mut modules: Vec<(&str, Vec<_>)> = Vec::new();
    for one in models {
        let name = one.1.api.name.text.as_str();
        match modules.iter_mut().find(|(module, _)| *module == name) {
            Some((_, cases)) => cases.push(one),
            None => modules.push((name, vec![one])),
        }
    }
    modules
}

/// The files of a module. Where several specs share it, the names of their files begin with the case.
fn module_files(cases: &[&(String, Model)]) -> Files {
    let mut all = Files::default();
    for (case, model) in cases {
        let mut diagnostics = Diagnostics::new();
        let files = swift::generate(model, &mut diagnostics);
        assert!(!diagnostics.has_errors(), "{case} has collisions in Swift");
        for (path, text) in files.iter() {
            match (path.starts_with("Support/"), cases.len()) {
                (true, _) if all.get(path).is_some() => {}
                (true, _) | (false, 1) => all.insert(path, text),
                (false, _) => all.insert(format!("{case}_{path}"), text),
            }
        }
    }
    all
}

/// Writes the package of some models; files that did not change are left alone, so that Swift builds little.
fn write_package(folder: &Path, models: &[(String, Model)]) {
    let mut manifest = String::from("// swift-tools-version:5.3\nimport PackageDescription\n\n");
    let modules = modules(models);
    let targets: Vec<String> = modules.iter().map(|(name, _)| format!("\"{name}\"")).collect();
    let depends = targets.join(", ");
    manifest.push_str("let package = Package(name: \"Cases\", targets: [\n");
    for (name, cases) in &modules {
        match cases.iter().find_map(|(_, model)| model.sdk.as_ref()) {
            None => writeln!(manifest, "    .target(name: \"{name}\"),"),
            Some(sdk) => writeln!(
                manifest,
                "    .target(name: \"{0}\"),\n    .target(name: \"{name}\", dependencies: [\"{0}\"]),",
                sdk.import
            ),
        }
        .expect("memory");
    }
    write!(manifest, "    .target(name: \"CaseRunner\", dependencies: [{depends}]),\n])\n").expect("memory");
    write_if_changed(&folder.join("Package.swift"), &manifest);
    for (name, cases) in &modules {
        let plan =
            Plan::new(folder.join("Sources").join(name), &module_files(cases)).expect("a folder of ours");
        plan.apply().expect("a writable folder");
    }
    for (_, model) in models {
        if let Some(sdk) = &model.sdk {
            let stub = Plan::new(folder.join("Sources").join(&sdk.import), &swift::generate_stub(model));
            stub.expect("a folder of ours").apply().expect("a writable folder");
        }
    }
    let runner_folder = folder.join("Sources/CaseRunner");
    write_if_changed(&runner_folder.join("main.swift"), &runner(models));
    for (case, driver) in session_drivers(models) {
        write_if_changed(&runner_folder.join(format!("{case}.swift")), &driver);
    }
}

/// The programs that go through a session of each case that binds an SDK: `session.swift` beside the spec.
fn session_drivers(models: &[(String, Model)]) -> impl Iterator<Item = (&str, String)> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    models.iter().filter(|(_, model)| model.sdk.is_some()).map(move |(case, _)| {
        let driver = cases.join(case).join("session.swift");
        (
            case.as_str(),
            std::fs::read_to_string(driver).expect("a session.swift beside a spec that binds an SDK"),
        )
    })
}

/// What the sessions of a case say.
pub fn run_session(program: &Path, case: &str) -> String {
    let output = Command::new(program).arg(case).output().expect("the runner starts");
    assert!(output.status.success(), "{case}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Builds the package in language mode 5, warnings being errors, and returns the program. `None` where there is no Swift.
fn build(folder: &Path) -> Option<PathBuf> {
    let mut swift = crate::swift::command("swift")?;
    // Whole modules: one process a module instead of one per few files. With a number of threads the compiler still
    // writes an object per file, which is what SwiftPM links; without it a build from nothing fails.
    let flags = [
        "-warnings-as-errors",
        "-swift-version",
        "5",
        "-whole-module-optimization",
        "-num-threads",
        "2",
        "-Onone",
    ];
    swift.arg("build").arg("--package-path").arg(folder).args([
        "--product",
        "CaseRunner",
        "--disable-index-store",
    ]);
    swift.args(flags.iter().flat_map(|flag| ["-Xswiftc", flag]));
    succeed(&mut swift, "swift build in mode 5");
    Some(folder.join(".build/debug/CaseRunner"))
}

/// Checks the modules in language mode 6, warnings being errors.
pub fn check_mode_6(folder: &Path, models: &[(String, Model)]) {
    let modules = modules(models);
    let half = modules.len().div_ceil(2).max(1);
    std::thread::scope(|scope| {
        for modules in modules.chunks(half) {
            scope.spawn(move || {
                for (name, _) in modules {
                    check_module_in_mode_6(folder, name, Some(&folder.join(MODULES)));
                }
            });
        }
    });
}

/// Where a build leaves the modules that others import, stubs of SDKs among them.
pub const MODULES: &str = ".build/debug/Modules";

/// Checks the module `folder/Sources/module` in language mode 6, warnings being errors; with the modules of another
/// folder, if it needs some.
pub fn check_module_in_mode_6(folder: &Path, module: &str, modules: Option<&Path>) {
    let Some(mut swiftc) = crate::swift::command("swiftc") else { return };
    swiftc.args(["-typecheck", "-parse-as-library", "-wmo", "-swift-version", "6", "-warnings-as-errors"]);
    if let Some(modules) = modules {
        swiftc.arg("-I").arg(modules);
    }
    swiftc.args(["-module-name", module]).args(swift_files(&folder.join("Sources").join(module)));
    succeed(&mut swiftc, &format!("{module} in mode 6"));
}

/// Every file below a folder, by path.
pub fn swift_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a module").flatten() {
        match entry.path() {
            path if path.is_dir() => files.extend(swift_files(&path)),
            path => files.push(path),
        }
    }
    files.sort();
    files
}

/// Runs a command of the toolchain and shows what it said where it failed.
pub fn succeed(command: &mut Command, what: &str) {
    let output = command.output().expect("Swift runs");
    let (text, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let said: Vec<&str> =
        text.lines().chain(errors.lines()).filter(|line| !is_noise(line)).take(60).collect();
    assert!(output.status.success(), "{what}:\n{}", said.join("\n"));
}

/// Runs the documents of some cases, in order.
pub fn run_documents(program: &Path, cases: &[Case], door: Door) -> Vec<Ran> {
    let inputs = cases.iter().flat_map(|case| case.documents.iter().map(|one| input(case, one, door)));
    run(program, &inputs.collect::<Vec<_>>())
}

fn input<'a>(case: &'a Case, one: &'a Document, door: Door) -> Input<'a> {
    let door = match door {
        Door::Contract => "contract",
        Door::Codable => "codable",
    };
    (door, &case.name, &one.type_name, &one.document, one.hex.as_deref().unwrap_or_default())
}

/// Runs documents through the program.
fn run(program: &Path, inputs: &[Input<'_>]) -> Vec<Ran> {
    let mut child = Command::new(program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the runner starts");
    let mut stdin = child.stdin.take().expect("piped");
    let lines: String = inputs.iter().map(|input| serde_json::json!(input).to_string() + "\n").collect();
    let writer = std::thread::spawn(move || std::io::Write::write_all(&mut stdin, lines.as_bytes()));
    let output = child.wait_with_output().expect("the runner ends");
    writer.join().expect("no panic").expect("the runner reads all");
    assert!(output.status.success(), "the runner failed: {}", output.status);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let answers: Vec<Ran> = text.lines().map(answer).collect();
    assert_eq!(answers.len(), inputs.len(), "an answer a document");
    answers
}

#[derive(Deserialize)]
struct Answer {
    violations: Vec<String>,
    written: Option<String>,
}

fn answer(line: &str) -> Ran {
    let answer: Answer = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    Ran { violations: answer.violations, written: answer.written.as_deref().map(crate::json) }
}

fn runner(models: &[(String, Model)]) -> String {
    let mut text = String::from(RUNNER);
    let modules = modules(models);
    for (module, _) in &modules {
        writeln!(text, "import {module}").expect("memory");
    }
    for (module, cases) in modules {
        writeln!(text, "\nfunc line(_ violation: {module}.Violation) -> String {{").expect("memory");
        text.push_str(
            "    switch violation.limit {\n    case nil: return \"\\(violation.pointer) \\(violation.code)\"\n    \
             case .integer(let number)?: return \"\\(violation.pointer) \\(violation.code) \\(number)\"\n    \
             case .text(let text)?: return \"\\(violation.pointer) \\(violation.code) \\(quoted(text))\"\n    }\n}\n",
        );
        for (case, object) in
            cases.iter().flat_map(|(case, model)| model.objects.iter().map(move |one| (case, one)))
        {
            let name = object.name.swift.as_ref().unwrap_or(&object.name.text);
            writeln!(
                text,
                "register(\"{case}\", \"{}\", {{ try {module}.{name}(json: $0) }}, {{ $0.validate().map(line) }}) {{\n    \
                 ($0 as? {module}.UnreadableDocument)?.violations.map(line)\n}}",
                object.name.text
            )
            .expect("memory");
        }
    }
    text.push_str("\nswitch CommandLine.arguments.dropFirst().first {\ncase nil: runAll()\n");
    for (case, _) in session_drivers(models) {
        writeln!(text, "case \"{case}\"?: session_{case}().forEach {{ print($0) }}").expect("memory");
    }
    text.push_str("case let name?: fatalError(\"no such session: \\(name)\")\n}\n");
    text
}

/// One line of JSON in, one out: `[door, case, type, document, bytes]` to `{violations, written}`.
const RUNNER: &str = r#"import Foundation

struct Answer: Encodable {
    var violations: [String]
    var written: String?
}

final class Runners {
    var table: [String: (Data, Bool) -> Answer] = [:]
}

let runners = Runners()

func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let data = (try? encoder.encode([text])) ?? Data()
    return String(String(decoding: data, as: UTF8.self).dropFirst().dropLast())
}

func register<Model: Codable>(
    _ name: String, _ type: String, _ read: @escaping (Data) throws -> Model,
    _ validate: @escaping (Model) -> [String], _ errors: @escaping (Error) -> [String]?
) {
    runners.table[name + "/" + type] = { document, isCodable in
        do {
            let value = isCodable ? try JSONDecoder().decode(Model.self, from: document) : try read(document)
            // Not every number that is read can be written by JSONEncoder.
            let data = try? JSONEncoder().encode(value)
            return Answer(violations: validate(value), written: data.map { String(decoding: $0, as: UTF8.self) })
        } catch {
            return Answer(violations: errors(error) ?? ["no reading error: \(error)"], written: nil)
        }
    }
}

func runAll() {
    while let line = readLine() {
        guard let input = try? JSONDecoder().decode([String].self, from: Data(line.utf8)),
            let run = runners.table[input[1] + "/" + input[2]]
        else { fatalError("no such type: \(line)") }
        let document = input[4].isEmpty ? Data(input[3].utf8) : Data(input[4].split(separator: " ").compactMap { UInt8($0, radix: 16) })
        let data = (try? JSONEncoder().encode(run(document, input[0] == "codable"))) ?? Data()
        print(String(decoding: data, as: UTF8.self))
    }
}

"#;

fn write_if_changed(path: &Path, text: &str) {
    if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

/// Progress, and remarks on flags.
fn is_noise(line: &str) -> bool {
    ["[", "remark:", "warning: ignoring '-enable-batch-mode'"].iter().any(|start| line.starts_with(start))
}
