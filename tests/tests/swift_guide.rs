//! The guide in the Swift package: its table is the spec's, and compilers take every example in it.
#![allow(clippy::expect_used, clippy::panic, reason = "tests, where a panic is the report")]

use std::path::{Path, PathBuf};

use wirewright_codegen::files::read_folder;
use wirewright_codegen::load::load;
use wirewright_tests::{objc, swift, swift_cases};

fn package() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/swift")
}

fn guide() -> String {
    std::fs::read_to_string(package().join("README.md")).expect("a guide")
}

/// A folder of the test, made anew.
fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// The fenced blocks of a language, in order.
fn blocks(language: &str) -> Vec<String> {
    let guide = guide();
    let opening = format!("```{language}\n");
    let blocks = guide.split(&opening).skip(1);
    let blocks: Vec<String> =
        blocks.map(|block| block.split("```\n").next().unwrap_or_default().to_owned()).collect();
    assert!(!blocks.is_empty(), "no {language} in the guide");
    blocks
}

#[test]
fn the_table_of_events_is_the_specs() {
    let spec = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/antom-checkout");
    let model = load(read_folder(&spec, "antom").expect("a spec")).model.expect("no mistakes");
    let event = model.enumeration(model.sdk.as_ref().expect("a binding").event);
    let mut table =
        String::from("| code | category | what happened | what to do |\n| --- | --- | --- | --- |\n");
    for value in &event.values {
        let category = value.category.and_then(|index| event.categories.get(index)).expect("a category");
        let cell = |text: &str| text.replace('|', "\\|").split_whitespace().collect::<Vec<_>>().join(" ");
        let action = cell(value.action.as_deref().expect("advice"));
        let (code, docs) = (&value.name.text, cell(&value.docs.text));
        table.push_str(&format!("| `{code}` | {} | {docs} | {action} |\n", category.name.text));
    }
    let guide = guide();
    let (before, rest) = guide.split_once("<!-- events -->\n").expect("a marker");
    let (found, after) = rest.split_once("<!-- end of events -->").expect("a marker");
    if found != table && std::env::var_os("INSTA_UPDATE").is_some_and(|update| update == "always") {
        let guide = format!("{before}<!-- events -->\n{table}<!-- end of events -->{after}");
        std::fs::write(package().join("README.md"), guide).expect("a writable guide");
        return;
    }
    assert_eq!(
        found, table,
        "INSTA_UPDATE=always cargo test -p wirewright-tests --test swift_guide writes it"
    );
}

#[test]
fn swift_takes_every_example() {
    let Some(_) = swift::command("swiftc") else { return };
    let folder = scratch("swift-guide");
    for (module, sources) in
        [("AMSComponent", "Stubs/AMSComponent"), ("AntomCheckout", "Sources/AntomCheckout")]
    {
        let files = swift_cases::swift_files(&package().join(sources));
        let files =
            files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "swift"));
        let mut swiftc = swift::command("swiftc").expect("it was there a moment ago");
        swiftc.args([
            "-emit-module",
            "-wmo",
            "-parse-as-library",
            "-swift-version",
            "5",
            "-module-name",
            module,
        ]);
        swiftc.arg("-I").arg(&folder).arg("-o").arg(folder.join(format!("{module}.swiftmodule"))).args(files);
        swift_cases::succeed(&mut swiftc, module);
    }
    for (index, block) in blocks("swift").iter().enumerate() {
        let file = folder.join(format!("Example{index}.swift"));
        let text = format!("import AMSComponent\nimport AntomCheckout\nimport Foundation\n\n{block}");
        std::fs::write(&file, text).expect("a file");
        let mut swiftc = swift::command("swiftc").expect("it was there a moment ago");
        swiftc.args(["-typecheck", "-parse-as-library", "-swift-version", "5", "-warnings-as-errors", "-I"]);
        swift_cases::succeed(
            swiftc.arg(&folder).arg(&file),
            &format!("the guide's example {index}:\n{block}"),
        );
    }
}

#[test]
fn clang_takes_every_example() {
    let folder = scratch("objc-guide");
    let includes = ["Sources/AntomCheckoutObjC/include", "Stubs/AMSComponent/include"];
    for (index, block) in blocks("objc").iter().enumerate() {
        let file = folder.join(format!("Example{index}.m"));
        std::fs::write(&file, block).expect("a file");
        let Some(mut clang) = objc::checker(&includes.map(|folder| package().join(folder))) else { return };
        swift_cases::succeed(clang.arg(&file), &format!("the guide's example in Objective-C:\n{block}"));
    }
}
