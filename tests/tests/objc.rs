//! The generated Objective-C: clang takes it without a warning, and what it does when it runs is what the spec says.
#![allow(clippy::expect_used, clippy::panic, reason = "tests, where a panic is the report")]

use std::path::{Path, PathBuf};
use std::process::Command;

use wirewright_codegen::diagnostic::Diagnostics;
use wirewright_codegen::files::{Files, read_folder};
use wirewright_codegen::load::load;
use wirewright_codegen::model::{EnumDef, Model};
use wirewright_codegen::objc;
use wirewright_tests::documents::cases;
use wirewright_tests::objc::{checker, foundation, write};
use wirewright_tests::{swift, swift_cases};

/// The models that ask for Objective-C: Antom's, and those of the cases.
fn models() -> Vec<(String, Model)> {
    let antom = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/antom-checkout");
    let antom = load(read_folder(&antom, "antom").expect("a spec")).model.expect("no mistakes");
    let mut models: Vec<_> = cases().into_iter().map(|case| (case.name, case.model)).collect();
    models.push(("antom".to_owned(), antom));
    models.retain(|(_, model)| model.sdk.as_ref().is_some_and(|sdk| sdk.objc_prefix.is_some()));
    assert!(models.len() >= 2, "too few models ask for Objective-C");
    models
}

/// The generated files of a model on disk, and the folder that they are in.
fn generated(test: &str, name: &str, model: &Model) -> (PathBuf, Files) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test).join(name);
    let files = objc::generate(model, &mut Diagnostics::new());
    write(&folder.join("own"), &files);
    write(&folder.join("vendor"), &objc::generate_stub(model));
    (folder, files)
}

#[test]
fn clang_takes_it_without_a_warning() {
    for (name, model) in models() {
        let (folder, _) = generated("objc-checked", &name, &model);
        let module = format!("{}ObjC", model.api.name.text);
        let vendor = &model.sdk.as_ref().expect("it binds an SDK").import;
        let main = folder.join("main.m");
        let text =
            format!("#include <{vendor}/{vendor}-Swift.h>\n#import <{module}.h>\n#include <{module}.h>\n");
        std::fs::write(&main, text).expect("a file");
        let includes = [folder.join("own/include"), folder.join("vendor/include")];
        for standard in ["gnu11", "c99"] {
            let Some(mut clang) = checker(&includes) else { return };
            clang.arg(format!("-std={standard}")).arg(folder.join(format!("own/{module}.m"))).arg(&main);
            swift_cases::succeed(&mut clang, &format!("{name} as {standard}"));
        }
    }
}

#[test]
fn it_does_what_the_spec_says() {
    for (name, model) in models() {
        let (folder, files) = generated("objc-run", &name, &model);
        let module = format!("{}ObjC", model.api.name.text);
        let header = files.get(&format!("include/{module}.h")).expect("a header");
        let sdk = model.sdk.as_ref().expect("it binds an SDK");
        let mut calls = String::new();
        let mut expected = Vec::new();
        for (set, constants) in constants(header) {
            let texts: Vec<&str> = texts(&model, &set, sdk.objc_prefix.as_deref().expect("a prefix"));
            assert_eq!(constants.len(), texts.len(), "{name}: {set}");
            for (constant, text) in constants.iter().zip(texts) {
                calls.push_str(&format!("    print_text({constant});\n"));
                expected.push(hexadecimal(text));
            }
            if set.ends_with("Event") {
                functions(&set, &constants, model.enumeration(sdk.event), &mut calls, &mut expected);
            }
        }
        let Some(lines) = run(&folder, &module, &calls) else { return };
        assert!(expected.len() > 10, "{name}");
        assert_eq!(lines, expected, "{name}");
    }
}

/// The constants that a header declares, by their type, in order.
fn constants(header: &str) -> Vec<(String, Vec<String>)> {
    let mut sets: Vec<(String, Vec<String>)> = Vec::new();
    for line in header.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        if let ["FOUNDATION_EXPORT", set, "const", name, ..] = words.as_slice() {
            match sets.last_mut() {
                Some((last, names)) if last == set => names.push((*name).to_owned()),
                _ => sets.push(((*set).to_owned(), vec![(*name).to_owned()])),
            }
        }
    }
    sets
}

/// What the constants of a type must be, from the model.
fn texts<'m>(model: &'m Model, set: &str, prefix: &str) -> Vec<&'m str> {
    let sdk = model.sdk.as_ref().expect("it binds an SDK");
    let name = set.strip_prefix(prefix).expect("the prefix");
    let options = model.option_set(sdk.configuration.options);
    if let Some(enumeration) = model.enums.iter().find(|enumeration| enumeration.name.text == name) {
        return enumeration.values.iter().map(|value| value.name.text.as_str()).collect();
    }
    if name.ends_with("ResultKey") {
        return sdk.result.iter().map(|key| key.name.text.as_str()).collect();
    }
    let in_dictionary = name == format!("{}Key", options.name.text);
    assert!(in_dictionary || name == format!("{}Property", options.name.text), "{name}");
    let entries = options.entries.iter().filter(|entry| entry.in_dictionary == in_dictionary);
    entries.map(|entry| entry.name.text.as_str()).collect()
}

/// Calls of the functions of an event's codes, unknown ones too, and what they answer.
fn functions(
    set: &str,
    constants: &[String],
    event: &EnumDef,
    calls: &mut String,
    expected: &mut Vec<String>,
) {
    for (constant, value) in constants.iter().zip(&event.values) {
        calls.push_str(&format!("    print_number({set}GetCategory({constant}));\n"));
        expected.push(value.category.map_or(0, |index| index + 1).to_string());
        calls.push_str(&format!("    print_text({set}GetAdvice({constant}));\n"));
        expected.push(value.action.as_deref().map_or("nil".to_owned(), hexadecimal));
    }
    calls.push_str(&format!(
        "    print_number({set}GetCategory(@\"SDK_NEW\"));\n    print_text({set}GetAdvice(@\"SDK_NEW\"));\n"
    ));
    expected.extend(["0".to_owned(), "nil".to_owned()]);
}

fn hexadecimal(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// Compiles the implementation, a program with these calls and our runtime, and runs them. The lines that it prints.
fn run(folder: &Path, module: &str, calls: &str) -> Option<Vec<String>> {
    let main = folder.join("calls.m");
    let text = format!(
        "#import <{module}.h>\n\nvoid print_text(NSString *_Nullable text);\nvoid print_number(long number);\nvoid run(void);\n\n\
         void run(void) {{\n{calls}}}\n"
    );
    std::fs::write(&main, text).expect("a file");
    let mut objects = Vec::new();
    for source in [folder.join(format!("own/{module}.m")), main, foundation().join("runtime.c")] {
        let object = folder.join(format!("{}.o", source.file_stem()?.to_string_lossy()));
        let mut clang = swift::command("clang")?;
        clang.args(["-fobjc-runtime=gcc", "-c", "-o"]).arg(&object).arg("-I").arg(folder.join("own/include"));
        // Our own Foundation comes before any other one.
        clang.arg("-I").arg(foundation()).arg(&source);
        swift_cases::succeed(&mut clang, &source.to_string_lossy());
        objects.push(object);
    }
    let program = folder.join("program");
    swift_cases::succeed(swift::command("clang")?.args(&objects).arg("-o").arg(&program), "linking");
    let output = Command::new(program).output().expect("it runs");
    assert!(output.status.success(), "{}", output.status);
    Some(String::from_utf8(output.stdout).expect("text").lines().map(str::to_owned).collect())
}
