//! The command line: `wirewright --help`.

mod cli;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// One YAML spec in, Rust and Swift twins out.
#[derive(Parser)]
#[command(
    version,
    propagate_version = true,
    after_help = "\
Exit codes: 0 all is well; 1 the answer is no (mistakes in the spec, output out of date, violations in a document, twins that disagree);
2 the command could not do its work.

Start with `wirewright init DIR`: it writes a small project that generates and passes its tests."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Generate(cli::generate::Arguments),
    Check(cli::check::Arguments),
    Validate(cli::validate::Arguments),
    Twins(cli::twins::Arguments),
    Dump(cli::dump::Arguments),
    Explain(cli::explain::Arguments),
    Schema(cli::schema::Arguments),
    Init(cli::init::Arguments),
    Mirror(cli::mirror::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Arguments::parse().command {
        Command::Generate(arguments) => arguments.run(),
        Command::Check(arguments) => arguments.run(),
        Command::Validate(arguments) => arguments.run(),
        Command::Twins(arguments) => arguments.run(),
        Command::Dump(arguments) => arguments.run(),
        Command::Explain(arguments) => arguments.run(),
        Command::Schema(arguments) => arguments.run(),
        Command::Init(arguments) => arguments.run(),
        Command::Mirror(arguments) => arguments.run(),
    };
    outcome.map_or_else(cli::Failure::finish, cli::Answer::exit_code)
}
