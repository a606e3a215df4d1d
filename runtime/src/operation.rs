//! What an API can be asked to do, and what it tells by itself.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Outcome, Validate};

/// A call of an API. The generator implements it on an empty type per operation, so that a client of any kind can
/// send it: the path, the bytes and the meaning are here, the transport is not.
pub trait Operation {
    /// What is sent.
    type Request: Serialize + Validate;
    /// What comes back.
    type Response: DeserializeOwned + Validate;

    /// Its name in the spec: `createPaymentSession`.
    const NAME: &'static str;
    /// The HTTP method, upper case.
    const METHOD: &'static str;
    /// The path below the host, with a leading slash.
    const PATH: &'static str;

    /// The key that makes a repeated request safe, where the request has one.
    fn idempotency_key(request: &Self::Request) -> Option<&str> {
        let _ = request;
        None
    }

    /// How the call ended; [`Outcome::Unrecognized`] where the API does not say.
    fn outcome(response: &Self::Response) -> Outcome {
        let _ = response;
        Outcome::Unrecognized
    }
}

/// A notification that an API sends.
pub trait Webhook {
    /// What arrives.
    type Payload: DeserializeOwned + Validate;
    /// What is answered.
    type Acknowledgement;

    /// Its name in the spec: `notifyPayment`.
    const NAME: &'static str;
}
