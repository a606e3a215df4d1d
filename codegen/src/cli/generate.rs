//! `wirewright generate`

use wirewright_codegen::files::{ChangeKind, Files, Plan};
use wirewright_codegen::generate::generate_outputs;

use super::project::Project;
use super::terminal::{print, print_error};
use super::{Answer, Failure, MessageFormat, report};

/// Generate what wirewright.toml names, and print what changed
///
/// Looks for wirewright.toml in the current folder and in those above it. Nothing is written where a spec has a
/// mistake, or where a file that wirewright did not generate stands in the way.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  wirewright generate\n  wirewright generate --check   # in CI: exit code 1 and a diff when out of date"
)]
pub(crate) struct Arguments {
    /// Write nothing: print what would change as a diff, and exit with 1 if anything would
    #[arg(long)]
    check: bool,
    /// How mistakes in a spec are printed, on standard error
    #[arg(long, value_enum, default_value_t)]
    format: MessageFormat,
}

impl Arguments {
    pub(crate) fn run(self) -> Result<Answer, Failure> {
        let project = Project::find(self.format)?;
        let Some(outputs) = self.outputs(&project)? else {
            // With --check, 1 means out of date and nothing else.
            return if self.check { Err(Failure::Reported) } else { Ok(Answer::No) };
        };
        let plans = self.plan(&project, &outputs)?;
        if self.check { check(&plans, "wirewright generate") } else { apply(&plans, self.format) }
    }

    /// The files for each output folder; `None` where a spec has mistakes, which are reported.
    fn outputs(&self, project: &Project) -> Result<Option<Vec<(String, Files)>>, Failure> {
        let mut outputs = Vec::new();
        let mut failed = false;
        for api in &project.config.apis {
            let generated = generate_outputs(project.read(api, self.format)?, api);
            report(&generated.diagnostics, &generated.sources, self.format);
            failed |= generated.diagnostics.has_errors();
            outputs.extend(generated.folders);
        }
        Ok((!failed).then_some(outputs))
    }

    /// Compares everything with the disk before anything is written.
    fn plan(&self, project: &Project, outputs: &[(String, Files)]) -> Result<Vec<Plan>, Failure> {
        let (mut plans, mut refused) = (Vec::new(), Vec::new());
        for (folder, files) in outputs {
            match Plan::new(project.folder(folder), files) {
                Ok(plan) => plans.push(plan),
                Err(errors) => refused.extend(errors),
            }
        }
        if refused.is_empty() { Ok(plans) } else { Err(Failure::files(&refused, self.format)) }
    }
}

/// Writes what has to change, and says what that is.
pub(super) fn apply(plans: &[Plan], format: MessageFormat) -> Result<Answer, Failure> {
    for plan in plans {
        plan.apply().map_err(|error| Failure::files(&[error], format))?;
        for change in plan.changes() {
            let word = match change.kind() {
                ChangeKind::Create => "created",
                ChangeKind::Update => "updated",
                ChangeKind::Remove => "removed",
            };
            print(&format!("{word} {}\n", plan.shown_path(change)))?;
        }
    }
    if plans.iter().all(|plan| plan.changes().is_empty()) {
        print("everything is up to date\n")?;
    }
    Ok(Answer::Yes)
}

/// Prints what would change as a diff.
pub(super) fn check(plans: &[Plan], command: &str) -> Result<Answer, Failure> {
    let diff = plans.iter().map(Plan::diff).collect::<String>();
    if diff.is_empty() {
        return Ok(Answer::Yes);
    }
    print(&diff)?;
    print_error(&format!("the generated files are out of date; run: {command}\n"));
    Ok(Answer::No)
}
