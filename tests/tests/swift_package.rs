//! The Swift package of Antom Checkout: its own tests in language mode 5, and its sources in mode 6, warnings being
//! errors in both.

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
}
