//! The Objective-C backend, for apps that are written in it: what an SDK's options and events are spelled like, as
//! constants. It reads the model of a spec whose `sdk` says `objc: true`.
//!
//! | spec | Objective-C |
//! | --- | --- |
//! | event codes, enums of options and results | `NSString *` as a typed enum, one constant per value |
//! | categories | `NS_ENUM` with `Unknown = 0`, and a function from a code to its category |
//! | advice | a function from a code to a text, or nil |
//! | options | constants of the dictionary's keys, and of the names of properties |
//!
//! Stages: [`names`] picks every identifier and reports collisions; then nothing fails: [`print`] writes the header and
//! the implementation, [`stub`] a header of the vendor's SDK to check code against. Nothing of a spec becomes code:
//! texts pass through [`literal`] and [`docs`].

mod docs;
mod literal;
mod names;
mod print;
mod stub;

use crate::diagnostic::Diagnostics;
use crate::files::{Files, header};
use crate::model::Model;

/// Emits the header and the implementation, with paths below the target's folder. No files where the spec does not ask
/// for Objective-C, or where names collide, which is a diagnostic.
pub fn generate(model: &Model, diagnostics: &mut Diagnostics) -> Files {
    let mut files = Files::default();
    let Some((sdk, prefix)) = model.sdk.as_ref().and_then(|sdk| Some((sdk, sdk.objc_prefix.as_deref()?)))
    else {
        return files;
    };
    let mut collisions = Diagnostics::new();
    let sets = names::pick(model, sdk, prefix, &mut collisions);
    let failed = collisions.has_errors();
    diagnostics.append(collisions);
    if !failed {
        let head = header(&model.module(sdk.module).path);
        let module = format!("{}ObjC", model.api.name.text);
        files.insert(format!("include/{module}.h"), print::header_file(&head, &module, model, sdk, &sets));
        files.insert(format!("{module}.m"), print::implementation_file(&head, &module, &sets));
    }
    files
}

/// A header of the vendor's SDK with the declarations that its binding tells of, beside the stub in Swift: code in
/// Objective-C is checked against it. None where the spec does not ask for Objective-C, or where the binding has parts
/// that Objective-C cannot call.
pub fn generate_stub(model: &Model) -> Files {
    let mut files = Files::default();
    if let Some(sdk) =
        model.sdk.as_ref().filter(|sdk| sdk.objc_prefix.is_some() && stub::is_callable(model, sdk))
    {
        let head = header(&model.module(sdk.module).path);
        let path = format!("include/{0}/{0}-Swift.h", sdk.import);
        files.insert(path, stub::header_file(&head, model, sdk));
    }
    files
}
