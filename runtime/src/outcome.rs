//! How a call ended.

/// How a call ended, as its response says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It succeeded.
    Success,
    /// It failed. Result codes tell whether it may be repeated, see [`Retry`](crate::Retry).
    Failure,
    /// Not known yet: ask again, or wait for the notification. Never treat it as a failure.
    Pending,
    /// The response has a status that the spec does not list, or none.
    Unrecognized,
}
