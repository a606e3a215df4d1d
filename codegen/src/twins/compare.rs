//! Documents in batches, until one of them is told apart.

use super::{Input, Problem, Run, Verdict, shrink};
use crate::documents::Documents;
use crate::judge::UnknownType;
use crate::model::Model;

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

/// Random documents of one type, or of all objects of a model in turn, an enum now and then.
///
/// # Errors
/// Where the model has no type of the name.
pub fn random_inputs<'m>(
    model: &'m Model,
    type_name: Option<&str>,
    seed: u64,
) -> Result<impl Iterator<Item = Input> + use<'m>, UnknownType> {
    let objects = model.objects.iter().map(|object| object.name.text.as_str());
    let enums: Vec<&str> = model.enums.iter().map(|def| def.name.text.as_str()).collect();
    let names: Vec<String> = match type_name {
        Some(name) => vec![name.to_owned()],
        None => objects.chain(enums).map(str::to_owned).collect(),
    };
    let objects = if type_name.is_some() { 1 } else { model.objects.len() };
    let makers = names.iter().enumerate().map(|(index, name)| {
        // Another sequence for each type.
        Documents::new(model, name, seed.wrapping_mul(0x9E37_79B9).wrapping_add(index as u64))
    });
    let mut makers: Vec<Documents<'m>> = makers.collect::<Result<_, _>>()?;
    let enums = names.len().saturating_sub(objects);
    Ok((0_usize..).map_while(move |number| {
        // Every twentieth document is of an enum; without objects all are.
        let of_enum = enums > 0 && (objects == 0 || number % 20 == 19);
        let at = if of_enum { objects + number / 20 % enums } else { number % objects.max(1) };
        let document = makers.get_mut(at)?.next_document();
        Some(Input { type_name: names.get(at)?.clone(), document })
    }))
}
