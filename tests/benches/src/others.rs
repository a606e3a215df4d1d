//! The same request with the derives of other crates, and as a JSON Schema. What they have no word for (unique elements,
//! date-times, URIs in our sense, countries, rules) calls the functions of the peer, so that each is at its best.

pub mod garde;
pub mod schema;
pub mod validator;

use crate::peer::countries::is_country;
use crate::peer::text::{has_duplicates, is_date_time, is_uri};

fn is_product(text: &str) -> bool {
    matches!(text, "CASHIER_PAYMENT" | "AGREEMENT_PAYMENT")
}
