//! Enums, newtypes, aliases, types in modules, names.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::marker::PhantomData;

use serde::{Deserialize, Serialize};
use wirewright::{FromJson, OpenEnum, Redact, SwiftMirror, Unrecognized, Validate};

/// Identifies a parcel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJson, Validate, SwiftMirror)]
pub struct ParcelId(#[validate(pattern = "^[A-Z]{2}[0-9]{4}$")] pub String);

/// Grams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, FromJson, Validate, SwiftMirror)]
#[from_json(serde)]
#[serde(transparent)]
pub struct Grams {
    /// How many.
    #[validate(maximum = 30000)]
    pub count: u32,
}

/// Labels that are on it: no type of its own in Swift.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJson, Validate, SwiftMirror)]
pub struct Labels(#[validate(max_items = 2, items(min_length = 1))] pub Vec<String>);

/// Another name for a list.
pub type Stops = Vec<places::Stop>;

/// Where it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum, SwiftMirror)]
#[open_enum(category = Stage)]
pub enum State {
    /// On its way.
    #[open_enum("ON_THE_WAY", category = Stage::Moving)]
    OnTheWay,
    /// It can't go on.
    #[open_enum("STUCK", category = Stage::AtRest, action = "Call the depot.")]
    Stuck,
    /// Anything else.
    #[open_enum(unrecognized)]
    Other(Unrecognized<Self>),
}

/// Kinds of states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// It moves.
    Moving,
    /// It does not.
    AtRest,
}

/// A size that no other than these is.
#[derive(Clone, Debug, PartialEq, Eq, Hash, OpenEnum, SwiftMirror)]
#[open_enum(closed)]
pub enum Size {
    /// Fits a letter box.
    #[open_enum("S")]
    Small,
    /// Does not.
    #[open_enum("L")]
    Large,
    /// Anything else.
    #[open_enum(unrecognized)]
    Other(Unrecognized<Self>),
}

/// How fast, as serde writes it by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, FromJson, SwiftMirror)]
#[serde(rename_all = "kebab-case")]
pub enum Speed {
    /// By road.
    ByRoad,
    /// By air.
    #[serde(rename = "air")]
    #[swift(name = "flying")]
    ByAir,
    /// Not in JSON.
    #[serde(skip)]
    #[allow(dead_code, reason = "what is not in JSON is in Rust")]
    Hidden,
}

/// Places, in a module of their own.
pub mod places {
    use serde::Serialize;
    use wirewright::{FromJson, SwiftMirror, Validate};

    /// A stop on the way to [`super::Parcel`]'s end.
    #[derive(Clone, Debug, PartialEq, Serialize, FromJson, Validate, SwiftMirror)]
    #[swift(name = "ParcelStop")]
    pub struct Stop {
        /// Where.
        #[validate(min_length = 1)]
        pub city: String,
        /// What comes after it.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[validate(nested)]
        pub next: Option<Box<Stop>>,
    }
}

/// A parcel.
#[derive(Clone, PartialEq, Serialize, FromJson, Redact, Validate, SwiftMirror)]
#[serde(rename_all = "camelCase")]
pub struct Parcel {
    /// Its id.
    #[validate(nested)]
    pub id: ParcelId,
    /// How heavy it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub weight: Option<Grams>,
    /// Its labels.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub labels: Option<Labels>,
    /// Where it is.
    pub state: State,
    /// How large it is.
    #[validate(nested)]
    pub size: Size,
    /// How fast it is, one per leg.
    #[validate(unique_items)]
    pub speeds: Vec<Speed>,
    /// Its way.
    #[validate(max_items = 2, items(nested))]
    pub way: Stops,
    /// Notes by language.
    #[serde(skip_serializing_if = "HashMap::is_empty", default)]
    #[validate(values(max_length = 5))]
    pub notes: HashMap<String, Box<str>>,
    /// The sender's secret.
    #[redact]
    #[serde(rename = "x-secret", skip_serializing_if = "Option::is_none")]
    pub secret: Option<Cow<'static, str>>,
    /// Small numbers by name.
    pub counts: BTreeMap<String, Vec<u8>>,
    /// Not for others.
    #[serde(skip)]
    pub cache: Option<u64>,
    /// Whether it was insured.
    #[deprecated(note = "ask the insurer")]
    pub r#type: bool,
}

/// Opens a locker.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, FromJson, wirewright::Redact, SwiftMirror)]
pub struct Pin(#[redact] pub String);

/// A locker, with what is kept out of logs by its type.
#[derive(Clone, Debug, PartialEq, Serialize, FromJson, Validate, SwiftMirror)]
pub struct Locker {
    /// Opens it.
    pub pin: Pin,
    /// The one behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[validate(nested)]
    pub behind: Option<Box<Self>>,
    /// Since when it is free; an absent one is null.
    pub free_since: wirewright::Nullable<i64>,
}

/// Who runs a depot: what is in JSON, and what is not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJson, Validate, SwiftMirror)]
#[from_json(serde)]
#[serde(transparent)]
pub struct Owner {
    /// Its name.
    #[validate(min_length = 1)]
    pub name: String,
    /// Not in JSON.
    #[serde(skip)]
    pub cached: u8,
    /// Nothing at all.
    pub marker: PhantomData<u8>,
}

/// A newtype of a newtype of a list of newtypes: no type of its own in Swift.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJson, Validate, SwiftMirror)]
pub struct Shelves(#[validate(nested)] pub Shelf);

/// Parcels on a shelf.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, FromJson, Validate, SwiftMirror)]
pub struct Shelf(#[validate(max_items = 2, items(nested))] pub Vec<ParcelId>);

/// What opens a door.
#[derive(Clone, PartialEq, Serialize, Deserialize, FromJson, Redact, SwiftMirror)]
pub struct DoorCode(#[redact] pub String);

/// A depot.
#[derive(Clone, PartialEq, Serialize, FromJson, Redact, Validate, SwiftMirror)]
pub struct Depot {
    /// Who runs it; read by its own name alone.
    #[serde(alias = "owner")]
    #[validate(nested)]
    pub owner: Owner,
    /// What is in it.
    #[validate(nested)]
    pub shelves: Shelves,
    /// Its doors: secret, since their type is.
    pub doors: Vec<DoorCode>,
    /// Bounds that are wider than the type.
    #[validate(minimum = -1, maximum = 1000)]
    pub floors: u8,
    /// Two bounds on one side.
    #[validate(minimum = 5, exclusive_minimum = 3)]
    pub gates: u8,
}
