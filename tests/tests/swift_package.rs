//! The Swift package of Antom Checkout: its own tests in language mode 5, and its sources in mode 6, warnings being
//! errors in both.

#![expect(clippy::expect_used, reason = "a helper of a test: a failure is a failed test")]

use std::path::Path;

use wirewright_tests::{swift, swift_cases};

#[test]
fn the_package_passes_its_tests_in_both_modes() {
    let Some(mut command) = swift::command("swift") else { return };
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/swift");
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("swift-package");
    command.args(["test", "-Xswiftc", "-warnings-as-errors", "--package-path"]).arg(&package);
    command.arg("--scratch-path").arg(&scratch);
    // With the stand-in for the vendor's SDK, so that the session is tested, too.
    command.env("ANTOM_CHECKOUT_STUB", "1");
    swift_cases::succeed(&mut command, "swift test in mode 5");
    swift_cases::check_module_in_mode_6(&package, "AntomCheckout", Some(&scratch.join("debug/Modules")));
    // And as most compile it: where there is no SDK, there is no session.
    swift_cases::check_module_in_mode_6(&package, "AntomCheckout", None);
    insta::assert_snapshot!("interface", interface(&package, &scratch.join("debug/Modules")));
}

/// All that an app developer sees of the package, as the compiler prints it. Read it as a whole after each change: names are
/// what the package is used by.
fn interface(package: &Path, modules: &Path) -> String {
    let mut swiftc = swift::command("swiftc").expect("it was there a moment ago");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("AntomCheckout.swiftinterface");
    swiftc.args([
        "-typecheck",
        "-wmo",
        "-parse-as-library",
        "-swift-version",
        "5",
        "-enable-library-evolution",
    ]);
    swiftc
        .args(["-suppress-warnings", "-module-name", "AntomCheckout", "-emit-module-interface-path"])
        .arg(&file);
    swiftc.arg("-I").arg(modules).args(swift_cases::swift_files(&package.join("Sources/AntomCheckout")));
    swift_cases::succeed(&mut swiftc, "the interface of the package");
    let text = std::fs::read_to_string(file).expect("an interface");
    // What differs between compilers and systems, and what every type of the language has.
    let noise = [
        "// swift-",
        "import _",
        "@inlinable",
        "public var hashValue",
        "public func hash(into",
        "nonisolated ",
    ];
    let lines = text.lines().filter(|line| !noise.iter().any(|start| line.trim_start().starts_with(start)));
    lines.map(|line| line.replace("FoundationEssentials.", "Foundation.") + "\n").collect()
}
