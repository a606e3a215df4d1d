//! What the benchmarks of generated code share: a spec, its files, a Swift toolchain.

use std::path::{Path, PathBuf};
use std::process::{Command, exit};
use std::time::{Duration, Instant};

/// Says what stands in the way and ends.
pub fn give_up(why: &str) -> ! {
    eprintln!("error: {why}");
    exit(2)
}

/// The program of a Swift toolchain; ends where there is none.
pub fn swift(program: &str) -> Command {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../swift/install.sh");
    let output = Command::new(script).arg("--find").output();
    let folder = output.ok().filter(|output| output.status.success());
    let Some(folder) = folder.and_then(|output| String::from_utf8(output.stdout).ok()) else {
        give_up("there is no Swift toolchain; `tests/swift/install.sh` installs one");
    };
    let folder = PathBuf::from(folder.trim_end());
    let mut command = Command::new(folder.join(program));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder).chain(std::env::split_paths(&path));
    command.env("PATH", std::env::join_paths(folders).unwrap_or(path));
    command
}

/// Runs a command and gives the time that it took; ends with its words where it fails.
pub fn time(command: &mut Command) -> Duration {
    let start = Instant::now();
    match command.output() {
        Ok(output) if output.status.success() => start.elapsed(),
        Ok(output) => give_up(&String::from_utf8_lossy(&[output.stdout, output.stderr].concat())),
        Err(error) => give_up(&format!("{}: {error}", command.get_program().to_string_lossy())),
    }
}

/// Writes files into a new folder and gives their paths.
pub fn write<'f>(folder: &Path, files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Vec<PathBuf> {
    let _ = std::fs::remove_dir_all(folder);
    let write = |(path, text): (&str, &str)| {
        let path = folder.join(path);
        let written = std::fs::create_dir_all(path.parent().unwrap_or(folder))
            .and_then(|()| std::fs::write(&path, text));
        match written {
            Ok(()) => path,
            Err(error) => give_up(&format!("{}: {error}", path.display())),
        }
    };
    files.into_iter().map(write).collect()
}
