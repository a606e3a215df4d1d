//! `wirewright explain`

use wirewright_codegen::diagnostic::Code;

use super::terminal::print;
use super::{Answer, Failure};

/// Explain the code of a diagnostic or of a violation
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  wirewright explain WW0406\n  wirewright explain maxLength\n  wirewright explain            # lists all codes"
)]
pub(crate) struct Arguments {
    /// The code, such as WW0406 or maxLength [default: list all codes]
    code: Option<String>,
}

impl Arguments {
    pub(crate) fn run(self) -> Result<Answer, Failure> {
        match &self.code {
            None => print(&list())?,
            Some(code) => print(&explain(code)?)?,
        }
        Ok(Answer::Yes)
    }
}

fn explain(code: &str) -> Result<String, Failure> {
    if let Some(code) = Code::from_id(code) {
        let severity = code.severity().as_str();
        return Ok(format!("{severity}[{code}]: {}\n\n{}\n", code.summary(), code.explanation()));
    }
    if code.starts_with(wirewright::codes::RULE_PREFIX) {
        let text = "A rule of the spec is not met. Its `id` stands behind the colon, its meaning in the spec's `rules`.";
        return Ok(format!("violation {code}\n\n{text}\n"));
    }
    match wirewright::codes::message(code) {
        Some(message) => Ok(format!("violation {code}: {message}\n")),
        None => {
            Err(Failure::Message(format!("there is no code `{code}`; `wirewright explain` lists them all")))
        }
    }
}

fn list() -> String {
    let mut out = "Mistakes in a spec:\n".to_owned();
    for code in Code::ALL {
        out += &format!("  {code}  {:7}  {}\n", code.severity().as_str(), code.summary());
    }
    out += "\nViolations in a document:\n";
    for (code, message) in wirewright::codes::ALL {
        out += &format!("  {code:16}  {message}\n");
    }
    out
}
