//! What a plan would change, as unified diffs.

use similar::TextDiff;

use super::plan::{Change, Plan};

impl Plan {
    /// The changes as one unified diff, in the order of [`changes`](Plan::changes); empty where there are none.
    pub fn diff(&self) -> String {
        self.changes.iter().map(|change| self.diff_of(change)).collect()
    }

    fn diff_of(&self, change: &Change) -> String {
        let path = self.shown_path(change);
        let old = change.old.as_deref().map(String::from_utf8_lossy);
        let new = change.new.as_deref();
        if old.as_ref().zip(new).is_some_and(|(old, new)| old.replace("\r\n", "\n") == new) {
            return format!(
                "--- a/{path}\n+++ b/{path}\nThe two differ in line endings only: CRLF became LF.\n"
            );
        }
        let from = old.as_ref().map_or("/dev/null".to_owned(), |_| format!("a/{path}"));
        let to = new.map_or("/dev/null".to_owned(), |_| format!("b/{path}"));
        let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
        TextDiff::from_lines(old.as_ref(), new).unified_diff().header(&from, &to).to_string()
    }
}
