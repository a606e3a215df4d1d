//! The validator that a Rust engineer writes by hand for [`PaymentRequest`]: every violation with its JSON Pointer, no
//! path and no allocation before something is wrong. What the others are measured by; it is never made slower.

use std::borrow::Cow;

use crate::request::{Address, Amount, Buyer, Goods, Method, Order, PaymentRequest};

pub(crate) mod countries;
pub(crate) mod text;

use countries::is_country;
use text::{
    has_duplicates, is_currency, is_date_time, is_email, is_longer, is_phone, is_shorter, is_sku, is_uri,
};

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// JSON Pointer of the value.
    pub pointer: String,
    /// The keyword that it breaks, or the rule.
    pub code: &'static str,
    /// The limit of the keyword, as text; empty without one.
    pub limit: Cow<'static, str>,
}

/// All that is wrong with a request, in the order of its fields; rules come last.
pub fn problems(request: &PaymentRequest) -> Vec<Problem> {
    let mut problems = Vec::new();
    let PaymentRequest {
        request_id,
        product,
        amount,
        order,
        method,
        factor,
        regions,
        expires_at,
        return_url,
    } = request;
    check_length(request_id, 1, 64, &mut problems, || "/requestId".to_owned());
    if product != "CASHIER_PAYMENT" && product != "AGREEMENT_PAYMENT" {
        report(&mut problems, "enum", "", || "/product".to_owned());
    }
    check_amount(amount, &mut problems);
    check_order(order, &mut problems);
    check_method(method, &mut problems);
    if let Some(regions) = regions {
        check_regions(regions, &mut problems);
    }
    if expires_at.as_ref().is_some_and(|time| !is_date_time(time)) {
        report(&mut problems, "format", "date-time", || "/expiresAt".to_owned());
    }
    check_max_length(return_url, 2048, &mut problems, || "/returnUrl".to_owned());
    if !is_uri(return_url) {
        report(&mut problems, "format", "uri", || "/returnUrl".to_owned());
    }
    if method.r#type == "CARD" && factor.is_none() {
        report(&mut problems, "rule:card-needs-factor", "", || "/factor".to_owned());
    }
    problems
}

fn check_amount(amount: &Amount, problems: &mut Vec<Problem>) {
    let Amount { currency, value } = amount;
    if !is_currency(currency) {
        report(problems, "pattern", "^[A-Z]{3}$", || "/amount/currency".to_owned());
    }
    check_range(*value, 1, 100_000_000_000, problems, || "/amount/value".to_owned());
}

fn check_order(order: &Order, problems: &mut Vec<Problem>) {
    let Order { order_id, description, goods, buyer, ship_to } = order;
    check_length(order_id, 1, 64, problems, || "/order/orderId".to_owned());
    check_max_length(description, 256, problems, || "/order/description".to_owned());
    if goods.is_empty() {
        report(problems, "minItems", "1", || "/order/goods".to_owned());
    }
    if goods.len() > 100 {
        report(problems, "maxItems", "100", || "/order/goods".to_owned());
    }
    for (index, goods) in goods.iter().enumerate() {
        check_goods(index, goods, problems);
    }
    if let Some(buyer) = buyer {
        check_buyer(buyer, problems);
    }
    if let Some(address) = ship_to {
        check_address(address, problems);
    }
}

fn check_goods(index: usize, goods: &Goods, problems: &mut Vec<Problem>) {
    let Goods { sku, name, quantity, url } = goods;
    check_max_length(sku, 32, problems, || format!("/order/goods/{index}/sku"));
    if !is_sku(sku) {
        report(problems, "pattern", "^[A-Za-z0-9-]+$", || format!("/order/goods/{index}/sku"));
    }
    check_length(name, 1, 128, problems, || format!("/order/goods/{index}/name"));
    check_range(*quantity, 1, 9999, problems, || format!("/order/goods/{index}/quantity"));
    if url.as_ref().is_some_and(|url| !is_uri(url)) {
        report(problems, "format", "uri", || format!("/order/goods/{index}/url"));
    }
}

fn check_buyer(buyer: &Buyer, problems: &mut Vec<Problem>) {
    let Buyer { buyer_id, email, phone } = buyer;
    if let Some(buyer_id) = buyer_id {
        check_max_length(buyer_id, 64, problems, || "/order/buyer/buyerId".to_owned());
    }
    if let Some(email) = email {
        check_max_length(email, 64, problems, || "/order/buyer/email".to_owned());
        if !is_email(email) {
            report(problems, "pattern", "^[^@ ]+@[^@ ]+$", || "/order/buyer/email".to_owned());
        }
    }
    if phone.as_ref().is_some_and(|phone| !is_phone(phone)) {
        report(problems, "pattern", "^\\+[0-9]{4,15}$", || "/order/buyer/phone".to_owned());
    }
    if buyer_id.is_none() && email.is_none() {
        report(problems, "rule:buyer-is-known", "", || "/order/buyer".to_owned());
    }
}

fn check_address(address: &Address, problems: &mut Vec<Problem>) {
    let Address { country, post_code } = address;
    if !is_country(country) {
        report(problems, "format", "iso3166-1-alpha2", || "/order/shipTo/country".to_owned());
    }
    if let Some(post_code) = post_code {
        check_max_length(post_code, 32, problems, || "/order/shipTo/postCode".to_owned());
    }
}

fn check_method(method: &Method, problems: &mut Vec<Problem>) {
    check_length(&method.r#type, 1, 64, problems, || "/method/type".to_owned());
}

fn check_regions(regions: &[String], problems: &mut Vec<Problem>) {
    if regions.len() > 20 {
        report(problems, "maxItems", "20", || "/regions".to_owned());
    }
    if has_duplicates(regions) {
        report(problems, "uniqueItems", "", || "/regions".to_owned());
    }
    for (index, region) in regions.iter().enumerate() {
        if !is_country(region) {
            report(problems, "format", "iso3166-1-alpha2", || format!("/regions/{index}"));
        }
    }
}

#[inline]
fn check_length(
    text: &str,
    minimum: usize,
    maximum: usize,
    problems: &mut Vec<Problem>,
    pointer: impl Fn() -> String,
) {
    if is_shorter(text, minimum) {
        report(problems, "minLength", minimum.to_string(), &pointer);
    }
    check_max_length(text, maximum, problems, pointer);
}

#[inline]
fn check_max_length(text: &str, maximum: usize, problems: &mut Vec<Problem>, pointer: impl Fn() -> String) {
    if is_longer(text, maximum) {
        report(problems, "maxLength", maximum.to_string(), pointer);
    }
}

#[inline]
fn check_range(
    value: i64,
    minimum: i64,
    maximum: i64,
    problems: &mut Vec<Problem>,
    pointer: impl Fn() -> String,
) {
    if value < minimum {
        report(problems, "minimum", minimum.to_string(), &pointer);
    }
    if value > maximum {
        report(problems, "maximum", maximum.to_string(), pointer);
    }
}

#[cold]
#[inline(never)]
fn report(
    problems: &mut Vec<Problem>,
    code: &'static str,
    limit: impl Into<Cow<'static, str>>,
    pointer: impl Fn() -> String,
) {
    problems.push(Problem { pointer: pointer(), code, limit: limit.into() });
}
