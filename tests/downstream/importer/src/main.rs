//! Opens a session at a server that is not there.

use antom_checkout::CreatePaymentSession;
use importer::{Transport, call, next, request};

struct Printer;

impl Transport for Printer {
    fn send(&mut self, method: &str, path: &str, body: &str) -> Result<String, String> {
        println!("{method} {path} {body}");
        Ok(r#"{"result":{"resultCode":"SUCCESS","resultStatus":"S"},"paymentSessionData":"a&&SG&&1"}"#
            .to_owned())
    }
}

fn main() {
    match call::<CreatePaymentSession>(&mut Printer, &request("pay-1", "BRL", 2129)) {
        Ok(response) => println!("{:?} {response:?}", next(&response)),
        Err(error) => println!("{error:?}"),
    }
}
