//! As a JSON Schema, for jsonschema.

use jsonschema::Validator;
use serde_json::{Value, json};

use super::{is_country, is_date_time, is_uri};

/// A validator of the request.
pub fn validator() -> Validator {
    jsonschema::options()
        .with_format("iso3166-1-alpha2", is_country)
        .with_format("date-time", is_date_time)
        .with_format("uri", is_uri)
        .should_validate_formats(true)
        .build(&schema())
        .expect("a schema")
}

fn object(required: &[&str], properties: Value) -> Value {
    json!({ "type": "object", "required": required, "properties": properties })
}

fn text(minimum: u64, maximum: u64) -> Value {
    json!({ "type": "string", "minLength": minimum, "maxLength": maximum })
}

fn form(format: &str) -> Value {
    json!({ "type": "string", "format": format })
}

fn integer(minimum: u64, maximum: u64) -> Value {
    json!({ "type": "integer", "minimum": minimum, "maximum": maximum })
}

fn schema() -> Value {
    let method = object(&["type"], json!({ "type": text(1, 64) }));
    let properties = json!({
        "requestId": text(1, 64),
        "product": { "type": "string", "enum": ["CASHIER_PAYMENT", "AGREEMENT_PAYMENT"] },
        "amount": amount(),
        "order": order(),
        "method": method,
        "factor": object(&["isAuthorization"], json!({ "isAuthorization": { "type": "boolean" } })),
        "regions": { "type": "array", "maxItems": 20, "uniqueItems": true, "items": form("iso3166-1-alpha2") },
        "expiresAt": form("date-time"),
        "returnUrl": { "type": "string", "maxLength": 2048, "format": "uri" },
    });
    let mut schema = object(&["requestId", "product", "amount", "order", "method", "returnUrl"], properties);
    schema["if"] = json!({ "properties": { "method": { "properties": { "type": { "const": "CARD" } } } } });
    schema["then"] = json!({ "required": ["factor"] });
    schema
}

fn amount() -> Value {
    let currency = json!({ "type": "string", "pattern": "^[A-Z]{3}$" });
    object(&["currency", "value"], json!({ "currency": currency, "value": integer(1, 100_000_000_000) }))
}

fn order() -> Value {
    let properties = json!({
        "orderId": text(1, 64),
        "description": { "type": "string", "maxLength": 256 },
        "goods": { "type": "array", "minItems": 1, "maxItems": 100, "items": goods() },
        "buyer": buyer(),
        "shipTo": object(
            &["country"],
            json!({ "country": form("iso3166-1-alpha2"), "postCode": { "type": "string", "maxLength": 32 } }),
        ),
    });
    object(&["orderId", "description", "goods"], properties)
}

fn goods() -> Value {
    let properties = json!({
        "sku": { "type": "string", "maxLength": 32, "pattern": "^[A-Za-z0-9-]+$" },
        "name": text(1, 128),
        "quantity": integer(1, 9999),
        "url": form("uri"),
    });
    object(&["sku", "name", "quantity"], properties)
}

fn buyer() -> Value {
    let properties = json!({
        "buyerId": { "type": "string", "maxLength": 64 },
        "email": { "type": "string", "maxLength": 64, "pattern": "^[^@ ]+@[^@ ]+$" },
        "phone": { "type": "string", "pattern": "^\\+[0-9]{4,15}$" },
    });
    let mut schema = object(&[], properties);
    schema["anyOf"] = json!([{ "required": ["buyerId"] }, { "required": ["email"] }]);
    schema
}
