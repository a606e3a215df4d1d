//! A compiled twin at work: requests in, answers out, in order. One that ends over a document, or takes too long, is
//! started again for the documents after it.

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use super::{Answer, Problem, protocol};

/// How much of what a program says before its end is kept.
const LAST_WORDS: usize = 2000;

/// How long it may take to start. A fresh program may be looked over by the system first.
const START: Duration = Duration::from_secs(60);

/// One of the twins.
#[derive(Debug)]
pub(super) struct Process {
    language: &'static str,
    program: PathBuf,
    fingerprint: String,
    timeout: Duration,
    running: Running,
}

impl Process {
    /// Starts a program and waits for its first words.
    pub(super) fn start(
        language: &'static str,
        program: PathBuf,
        fingerprint: &str,
        timeout: Duration,
    ) -> Result<Process, Problem> {
        let running =
            Running::start(&program).map_err(|error| Problem::Start { language, why: error.to_string() })?;
        let mut process =
            Process { language, program, fingerprint: fingerprint.to_owned(), timeout, running };
        process.greet()?;
        Ok(process)
    }

    fn greet(&mut self) -> Result<(), Problem> {
        let why = match self.running.answers.recv_timeout(START) {
            Ok(line) if line == self.fingerprint => return Ok(()),
            Ok(_) => "another run has built something else in the same folder; run again".to_owned(),
            Err(_) => self.running.end(),
        };
        Err(Problem::Start { language: self.language, why })
    }

    fn restart(&mut self) -> Result<(), Problem> {
        let error =
            |error: std::io::Error| Problem::Start { language: self.language, why: error.to_string() };
        self.running = Running::start(&self.program).map_err(error)?;
        self.greet()
    }

    /// Hands over requests; the answers come from [`Process::collect`].
    pub(super) fn submit(&mut self, requests: &[Vec<u8>]) {
        // Where the program has ended, the answers say so.
        let _ = self.running.requests.send(requests.concat());
    }

    /// The answers to the requests that were handed over, in order.
    pub(super) fn collect(&mut self, requests: &[Vec<u8>]) -> Result<Vec<Answer>, Problem> {
        let mut answers = Vec::with_capacity(requests.len());
        while answers.len() < requests.len() {
            let answer = match self.running.answers.recv_timeout(self.timeout) {
                Ok(line) => match protocol::answer(&line) {
                    Some(violations) => {
                        answers.push(Answer::Violations(violations));
                        continue;
                    }
                    None => Answer::Crashed(format!("it answered `{line}`")),
                },
                Err(RecvTimeoutError::Disconnected) => Answer::Crashed(self.running.end()),
                Err(RecvTimeoutError::Timeout) => Answer::TimedOut,
            };
            answers.push(answer);
            self.restart()?;
            self.submit(requests.get(answers.len()..).unwrap_or_default());
        }
        Ok(answers)
    }
}

/// A program, and the threads that write to it and read from it.
#[derive(Debug)]
struct Running {
    child: Child,
    requests: Sender<Vec<u8>>,
    answers: Receiver<String>,
    last_words: Arc<Mutex<VecDeque<u8>>>,
}

impl Running {
    fn start(program: &PathBuf) -> std::io::Result<Running> {
        let mut command = Command::new(program);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let gone = || std::io::Error::other("its pipes are gone");
        let mut stdin = child.stdin.take().ok_or_else(gone)?;
        let (requests, to_write) = channel::<Vec<u8>>();
        thread::spawn(move || {
            // Ends where nobody asks any more, or the program has ended.
            let _ = to_write.iter().try_for_each(|bytes| stdin.write_all(&bytes));
        });
        let stdout = child.stdout.take().ok_or_else(gone)?;
        let (to_read, answers) = channel();
        thread::spawn(move || {
            let mut lines = BufReader::new(stdout).lines().map_while(Result::ok);
            lines.try_for_each(|line| to_read.send(line))
        });
        let stderr = child.stderr.take().ok_or_else(gone)?;
        let last_words = Arc::default();
        let kept = Arc::clone(&last_words);
        thread::spawn(move || keep_last_words(stderr, &kept));
        Ok(Running { child, requests, answers, last_words })
    }

    /// How the program ended, with its last words.
    fn end(&mut self) -> String {
        let _ = self.child.kill();
        let status = self.child.wait().map_or_else(|error| error.to_string(), shown_status);
        // What it wrote is there by now, or a moment later.
        thread::sleep(Duration::from_millis(20));
        let said = self.last_words.lock().map(|bytes| bytes.iter().copied().collect::<Vec<u8>>());
        let said = String::from_utf8_lossy(&said.unwrap_or_default()).into_owned();
        let last = said.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default().to_owned();
        if last.is_empty() { status } else { format!("{status}: {last}") }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn shown_status(status: ExitStatus) -> String {
    status.to_string()
}

fn keep_last_words(mut stderr: impl Read, kept: &Mutex<VecDeque<u8>>) {
    let mut buffer = [0; 512];
    while let Ok(count @ 1..) = stderr.read(&mut buffer) {
        let Ok(mut kept) = kept.lock() else { return };
        kept.extend(buffer.iter().take(count));
        let excess = kept.len().saturating_sub(LAST_WORDS);
        kept.drain(..excess);
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    /// A stand-in for a twin: a shell script that has its say about each line.
    fn script(folder: &tempfile::TempDir, body: &str) -> PathBuf {
        use std::os::unix::fs::PermissionsExt;
        let path = folder.path().join("twin.sh");
        #[allow(clippy::disallowed_methods, reason = "a test, and about a program")]
        {
            std::fs::write(&path, format!("#!/bin/sh\n{body}\n")).unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
        }
        path
    }

    fn run(body: &str, documents: &[&str], timeout: u64) -> Result<Vec<Answer>, Problem> {
        let folder = tempfile::tempdir().unwrap();
        let program = script(&folder, body);
        let mut process = Process::start("Rust", program, "hello", Duration::from_millis(timeout))?;
        let requests: Vec<_> = documents.iter().map(|text| protocol::request(0, text.as_bytes())).collect();
        process.submit(&requests);
        process.collect(&requests)
    }

    const LOOP: &str = r#"echo hello; while read -r type document; do
        case $document in 61) echo ;; 62) echo "no such luck" >&2; exit 3 ;; 63) sleep 60 ;; 64) echo nonsense ;; esac
    done"#;

    #[test]
    fn documents_after_one_that_ends_the_program_are_answered() {
        let answers = run(LOOP, &["a", "b", "a", "d", "a"], 20_000).unwrap();
        let valid = Answer::Violations(Vec::new());
        let crashed = |why: &str| Answer::Crashed(why.to_owned());
        let expected = [
            valid.clone(),
            crashed("exit status: 3: no such luck"),
            valid.clone(),
            crashed("it answered `nonsense`"),
            valid,
        ];
        assert_eq!(answers, expected);
    }

    #[test]
    fn an_answer_that_does_not_come_is_not_waited_for() {
        let answers = run(LOOP, &["c", "a"], 500).unwrap();
        assert_eq!(answers, [Answer::TimedOut, Answer::Violations(Vec::new())]);
    }

    #[test]
    fn a_program_that_is_another_one_or_none_is_said() {
        let message = |body| run(body, &["a"], 500).unwrap_err().to_string();
        assert_eq!(
            message("echo good-bye; sleep 5"),
            "the program with the generated Rust does not run: another run has built something else in the same folder; \
             run again"
        );
        assert_eq!(
            message("echo 'no library' >&2; exit 127"),
            "the program with the generated Rust does not run: exit status: 127: no library"
        );
    }
}
