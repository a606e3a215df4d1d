//! Validating what is valid allocates nothing.

use allocation_counter::measure;
use wirewright::Validate;
use wirewright_benches::generated;
use wirewright_benches::request::{DOCUMENT, PaymentRequest};

fn allocations<T: serde::de::DeserializeOwned + Validate>(document: &str) -> u64 {
    let request: T = serde_json::from_str(document).expect("a request");
    measure(|| _ = request.validate()).count_total
}

#[test]
fn a_valid_request_costs_no_allocation() {
    assert_eq!(allocations::<PaymentRequest>(DOCUMENT), 0);
    assert_eq!(allocations::<generated::PaymentRequest>(DOCUMENT), 0);
}

#[test]
fn the_counter_counts() {
    let broken = DOCUMENT.replace("CASHIER", "CASH");
    assert_ne!(allocations::<PaymentRequest>(&broken), 0);
    assert_ne!(allocations::<generated::PaymentRequest>(&broken), 0);
}
