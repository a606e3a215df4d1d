//! Documents in batches, until one of them is told apart.

use std::collections::BTreeMap;

use super::{Input, Problem, Run, Verdict, shrink};
use crate::documents::Documents;
use crate::judge::UnknownType;
use crate::model::{Model, ObjectDef};

/// How many documents are handed over at once.
const BATCH: usize = 256;

/// What a comparison found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// So many documents, and all agree on each.
    Agree(usize),
    /// They do not.
    Disagree(Box<Disagreement>),
}

/// The first document of which not all say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// How many documents stand before it.
    pub index: usize,
    /// The document as it was met.
    pub input: Input,
    /// The smallest document that was found in it of which not all say the same.
    pub shrunk: Input,
    /// What is said of the shrunk one.
    pub verdict: Verdict,
}

/// Compares documents until they are all done or one is told apart, which is then shrunk.
///
/// # Errors
/// Those of `run`.
pub fn first_disagreement(
    inputs: impl IntoIterator<Item = Input>,
    run: &mut Run<'_>,
) -> Result<Outcome, Problem> {
    let mut inputs = inputs.into_iter();
    let mut count = 0;
    loop {
        let batch: Vec<Input> = inputs.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            return Ok(Outcome::Agree(count));
        }
        let verdicts = run(&batch)?;
        let mut pairs = batch.iter().zip(verdicts).enumerate();
        if let Some((index, (input, verdict))) = pairs.find(|(_, (_, verdict))| !verdict.agree()) {
            let (shrunk, verdict) = shrink(input, verdict, run)?;
            let index = count + index;
            return Ok(Outcome::Disagree(Box::new(Disagreement {
                index,
                input: input.clone(),
                shrunk,
                verdict,
            })));
        }
        count += batch.len();
    }
}

/// Random documents of one type, or of all objects of a model in turn, those with many fields and rules more often, and
/// an enum now and then.
///
/// # Errors
/// Where the model has no type of the name.
pub fn random_inputs<'m>(
    model: &'m Model,
    type_name: Option<&str>,
    seed: u64,
) -> Result<impl Iterator<Item = Input> + use<'m>, UnknownType> {
    let names = type_name.map_or_else(|| schedule(model), |name| vec![name.to_owned()]);
    let mut makers: BTreeMap<String, Documents<'m>> = BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        if !makers.contains_key(name) {
            // Another sequence for each type.
            let seed = seed.wrapping_mul(0x9E37_79B9).wrapping_add(index as u64);
            makers.insert(name.clone(), Documents::new(model, name, seed)?);
        }
    }
    let mut turns = names.into_iter().cycle();
    Ok(std::iter::from_fn(move || {
        let type_name = turns.next()?;
        let document = makers.get_mut(&type_name)?.next_document();
        Some(Input { type_name, document })
    }))
}

/// The types in the order in which documents are made of them: one that has more to get wrong has more turns.
fn schedule(model: &Model) -> Vec<String> {
    let turns = |object: &ObjectDef| 1 + (object.fields.len() + 2 * object.rules.len()) / 8;
    let most = model.objects.iter().map(turns).max().unwrap_or(1);
    let mut names = Vec::new();
    for round in 0..most {
        let objects = model.objects.iter().filter(|object| turns(object) > round);
        names.extend(objects.map(|object| object.name.text.clone()));
        // Of enums there is little to say.
        let mut enums = model.enums.iter().skip(round).step_by(most);
        names.extend(enums.by_ref().map(|def| def.name.text.clone()));
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::{InputFile, load};

    #[test]
    fn every_type_has_its_turn() {
        let fields: String = (0..20).map(|number| format!("f{number}: {{ type: string }}, ")).collect();
        let spec = format!(
            "wirewright: 1\napi: Shop\nenums: {{ E: {{ values: {{ A: {{}} }} }}, F: {{ values: {{ B: {{}} }} }} }}\n\
             types: {{ Small: {{ fields: {{}} }}, Large: {{ fields: {{ {fields} }} }} }}\n"
        );
        let file = InputFile { path: "api.yaml".to_owned(), bytes: spec.into_bytes() };
        let model = load(vec![file]).model.unwrap();
        let names = |name| -> Vec<String> {
            random_inputs(&model, name, 1).unwrap().take(7).map(|input| input.type_name).collect()
        };
        assert_eq!(names(None), ["Small", "Large", "E", "Large", "F", "Large", "Small"]);
        assert_eq!(names(Some("E")), ["E"; 7]);
        let unknown = random_inputs(&model, Some("Smal"), 1).err().unwrap();
        assert_eq!(unknown.suggestion.as_deref(), Some("Small"));
    }
}
