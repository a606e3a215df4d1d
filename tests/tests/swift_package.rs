//! The Swift package of Antom Checkout: its own tests in language mode 5, and its sources in mode 6, warnings being
//! errors in both.

use std::path::Path;

use wirewright_tests::{swift, swift_cases};

#[test]
fn the_package_passes_its_tests_in_both_modes() {
    let Some(mut command) = swift::command("swift") else { return };
    let package = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/swift");
    command.args(["test", "-Xswiftc", "-warnings-as-errors", "--package-path"]).arg(&package);
    command.arg("--scratch-path").arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join("swift-package"));
    swift_cases::succeed(&mut command, "swift test in mode 5");
    swift_cases::check_module_in_mode_6(&package, "AntomCheckout");
}
