//! `wirewright init`

use std::path::PathBuf;

use wirewright_codegen::files::{Plan, read_folder, write_new};
use wirewright_codegen::generate::{Targets, generate};
use wirewright_codegen::language::json_schema;
use wirewright_codegen::rust::RustOptions;

use super::machine::find_runtime;
use super::terminal::print;
use super::{Answer, Failure, MessageFormat, report};

/// Write a small project: a commented spec, both packages with their tests, and the generated code
///
/// The folder must be new or empty. Everything but the generated files is yours to change from then on.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  wirewright init shop\n  cargo test --manifest-path shop/rust/Cargo.toml\n  swift test --package-path shop/swift"
)]
pub(crate) struct Arguments {
    /// The folder to write, new or empty
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Where the crate `wirewright` is that the Rust code depends on [default: beside the sources that this program was
    /// built from; where those are gone, crates.io]
    #[arg(long, value_name = "PATH")]
    runtime: Option<PathBuf>,
}

const SPEC: &str = "spec";
const RUST: &str = "rust/src";
const SWIFT: &str = "swift/Sources/Shop";

/// The files as they are, apart from the placeholder in Cargo.toml.
const FILES: [(&str, &str); 10] = [
    ("README.md", include_str!("init/README.md.txt")),
    (".gitignore", include_str!("init/gitignore.txt")),
    ("wirewright.toml", include_str!("init/wirewright.toml")),
    ("spec/api.yaml", include_str!("init/api.yaml")),
    ("spec/orders.yaml", include_str!("init/orders.yaml")),
    ("samples/order.json", include_str!("init/order.json")),
    ("rust/Cargo.toml", include_str!("init/Cargo.toml.txt")),
    ("rust/tests/orders.rs", include_str!("init/orders.rs.txt")),
    ("swift/Package.swift", include_str!("init/Package.swift.txt")),
    ("swift/Tests/ShopTests/OrderTests.swift", include_str!("init/OrderTests.swift.txt")),
];

impl Arguments {
    pub(crate) fn run(self) -> Result<Answer, Failure> {
        let runtime = find_runtime(self.runtime.as_deref())?.dependency();
        let mut files = FILES.map(|(path, text)| (path, text.replace("{{runtime}}", &runtime))).to_vec();
        files.push(("spec/wirewright.schema.json", format!("{:#}\n", json_schema())));
        write_new(&self.folder, &files).map_err(|error| Failure::files(&[error], MessageFormat::Text))?;
        self.generate()?;
        let shown = self.folder.display();
        print(&format!(
            "wrote a project to {shown}; its spec is {shown}/spec. Next:\n\
             \x20 cargo test --manifest-path {shown}/rust/Cargo.toml\n\
             \x20 swift test --package-path {shown}/swift\n\
             \x20 cd {shown} && wirewright validate --type CreateOrderRequest samples\n"
        ))?;
        Ok(Answer::Yes)
    }

    fn generate(&self) -> Result<(), Failure> {
        let refused = |errors: Vec<_>| Failure::files(&errors, MessageFormat::Text);
        let files = read_folder(&self.folder.join(SPEC), SPEC).map_err(refused)?;
        let generated = generate(
            files,
            &Targets { rust: Some(RustOptions::default()), swift: true, ..Targets::default() },
        );
        report(&generated.diagnostics, &generated.sources, MessageFormat::Text);
        for (folder, files) in [(RUST, &generated.rust), (SWIFT, &generated.swift)] {
            let plan = Plan::new(self.folder.join(folder), files).map_err(refused)?;
            plan.apply().map_err(|error| refused(vec![error]))?;
        }
        Ok(())
    }
}
