//! Adapters for what holds other values.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::hash::BuildHasher;
use std::marker::PhantomData;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{self, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{CheckAs, DeserializeAs, ONE_OR_MANY_TOKEN, OneOrMany, SerializeAs};
use crate::from_json::unless_null;
use crate::json::{Node, Reader};
use crate::{Nullable, Path};

impl<T, A: SerializeAs<T>> SerializeAs<Option<T>> for Option<A> {
    fn serialize_as<S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => serializer.serialize_some(&Written::<T, A>(value, PhantomData)),
            None => serializer.serialize_none(),
        }
    }
}

impl<'de, T, A: DeserializeAs<'de, T>> DeserializeAs<'de, Option<T>> for Option<A> {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_option(OptionVisitor::<T, A>(PhantomData))
    }
}

impl<T, A: CheckAs<T>> CheckAs<Option<T>> for Option<A> {
    fn check_as(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        unless_null(reader, node, path, A::check_as);
    }
}

impl<T, A: SerializeAs<T>> SerializeAs<Nullable<T>> for Nullable<A> {
    fn serialize_as<S: Serializer>(value: &Nullable<T>, serializer: S) -> Result<S::Ok, S::Error> {
        match value {
            Nullable::Value(value) => A::serialize_as(value, serializer),
            Nullable::Null => serializer.serialize_none(),
        }
    }
}

impl<'de, T, A: DeserializeAs<'de, T>> DeserializeAs<'de, Nullable<T>> for Nullable<A> {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<Nullable<T>, D::Error> {
        Ok(Option::<A>::deserialize_as(deserializer)?.map_or(Nullable::Null, Nullable::Value))
    }

    fn null() -> Option<Nullable<T>> {
        Some(Nullable::Null)
    }
}

impl<T, A: CheckAs<T>> CheckAs<Nullable<T>> for Nullable<A> {
    fn check_as(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        unless_null(reader, node, path, A::check_as);
    }
}

impl<T, A: SerializeAs<T>> SerializeAs<Box<T>> for Box<A> {
    fn serialize_as<S: Serializer>(value: &Box<T>, serializer: S) -> Result<S::Ok, S::Error> {
        A::serialize_as(value, serializer)
    }
}

impl<'de, T, A: DeserializeAs<'de, T>> DeserializeAs<'de, Box<T>> for Box<A> {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<Box<T>, D::Error> {
        A::deserialize_as(deserializer).map(Box::new)
    }

    fn null() -> Option<Box<T>> {
        A::null().map(Box::new)
    }
}

impl<T, A: CheckAs<T>> CheckAs<Box<T>> for Box<A> {
    fn check_as(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        A::check_as(reader, node, path);
    }
}

impl<T, A: SerializeAs<T>> SerializeAs<Vec<T>> for Vec<A> {
    fn serialize_as<S: Serializer>(value: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(value.iter().map(|item| Written::<T, A>(item, PhantomData)))
    }
}

impl<'de, T, A: DeserializeAs<'de, T>> DeserializeAs<'de, Vec<T>> for Vec<A> {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
        let items = Vec::<Read<T, A>>::deserialize(deserializer)?;
        Ok(items.into_iter().map(|item| item.0).collect())
    }
}

impl<T, A: CheckAs<T>> CheckAs<Vec<T>> for Vec<A> {
    fn check_as(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        reader.list(node, false, path, A::check_as);
    }
}

impl<T, A: SerializeAs<T>> SerializeAs<BTreeMap<String, T>> for BTreeMap<String, A> {
    fn serialize_as<S: Serializer>(value: &BTreeMap<String, T>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(value.iter().map(|(key, value)| (key, Written::<T, A>(value, PhantomData))))
    }
}

/// Reads the entries of a map. serde's own maps keep the last of those with one key; here that is a mistake.
struct MapVisitor<M, A>(PhantomData<(M, A)>);

macro_rules! read_maps {
    ($([$($bounds:tt)*] $Map:ty, $Adapter:ty;)*) => {$(
        impl<'de, T, A: DeserializeAs<'de, T>, $($bounds)*> DeserializeAs<'de, $Map> for $Adapter {
            fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<$Map, D::Error> {
                deserializer.deserialize_map(MapVisitor::<$Map, A>(PhantomData))
            }
        }

        impl<'de, T, A: DeserializeAs<'de, T>, $($bounds)*> Visitor<'de> for MapVisitor<$Map, A> {
            type Value = $Map;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a map")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut members: M) -> Result<$Map, M::Error> {
                let mut map = <$Map>::default();
                while let Some((key, value)) = members.next_entry::<String, Read<T, A>>()? {
                    if map.insert(key, value.into_value()).is_some() {
                        return Err(de::Error::custom("a key stands twice"));
                    }
                }
                Ok(map)
            }
        }

        impl<T, A: CheckAs<T>, $($bounds)*> CheckAs<$Map> for $Adapter {
            fn check_as(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
                reader.map(node, path, A::check_as);
            }
        }
    )*};
}

read_maps! {
    [] BTreeMap<String, T>, BTreeMap<String, A>;
    [S: BuildHasher + Default] HashMap<String, T, S>, HashMap<String, A, S>;
}

impl<T, A: SerializeAs<T>> SerializeAs<Vec<T>> for OneOrMany<A> {
    fn serialize_as<S: Serializer>(value: &Vec<T>, serializer: S) -> Result<S::Ok, S::Error> {
        Vec::<A>::serialize_as(value, serializer)
    }
}

impl<'de, T, A: DeserializeAs<'de, T>> DeserializeAs<'de, Vec<T>> for OneOrMany<A> {
    fn deserialize_as<D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
        A::deserialize_one_or_many(deserializer)
    }
}

impl<T, A: CheckAs<T>> CheckAs<Vec<T>> for OneOrMany<A> {
    fn check_as(reader: &mut Reader, node: Node<'_>, path: &Path<'_>) {
        reader.list(node, true, path, A::check_as);
    }
}

/// What every adapter does but that of decimals.
pub(crate) fn one_or_many<'de, T, A: DeserializeAs<'de, T>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_newtype_struct(ONE_OR_MANY_TOKEN, OneOrManyVisitor::<T, A>(PhantomData))
}

/// A value that serde writes through its adapter.
struct Written<'a, T, A>(&'a T, PhantomData<A>);

impl<T, A: SerializeAs<T>> Serialize for Written<'_, T, A> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        A::serialize_as(self.0, serializer)
    }
}

/// A value that serde read through its adapter.
pub(super) struct Read<T, A>(T, PhantomData<A>);

impl<T, A> Read<T, A> {
    pub(super) fn into_value(self) -> T {
        self.0
    }
}

impl<'de, T, A: DeserializeAs<'de, T>> Deserialize<'de> for Read<T, A> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        A::deserialize_as(deserializer).map(|value| Read(value, PhantomData))
    }
}

struct OptionVisitor<T, A>(PhantomData<(T, A)>);

impl<'de, T, A: DeserializeAs<'de, T>> Visitor<'de> for OptionVisitor<T, A> {
    type Value = Option<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value or null")
    }

    fn visit_none<E: de::Error>(self) -> Result<Option<T>, E> {
        Ok(A::null())
    }

    fn visit_unit<E: de::Error>(self) -> Result<Option<T>, E> {
        Ok(A::null())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        A::deserialize_as(deserializer).map(Some)
    }
}

struct OneOrManyVisitor<T, A>(PhantomData<(T, A)>);

impl<'de, T, A: DeserializeAs<'de, T>> OneOrManyVisitor<T, A> {
    fn one<E: de::Error>(value: impl IntoDeserializer<'de, E>) -> Result<Vec<T>, E> {
        A::deserialize_as(value.into_deserializer()).map(|value| vec![value])
    }
}

impl<'de, T, A: DeserializeAs<'de, T>> Visitor<'de> for OneOrManyVisitor<T, A> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list or its only element")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
        A::deserialize_as(deserializer).map(|value| vec![value])
    }

    fn visit_seq<S: SeqAccess<'de>>(self, items: S) -> Result<Vec<T>, S::Error> {
        Vec::<A>::deserialize_as(SeqAccessDeserializer::new(items))
    }

    fn visit_map<M: MapAccess<'de>>(self, entries: M) -> Result<Vec<T>, M::Error> {
        A::deserialize_as(MapAccessDeserializer::new(entries)).map(|value| vec![value])
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Vec<T>, E> {
        Self::one(value)
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Vec<T>, E> {
        Self::one(value)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Vec<T>, E> {
        Self::one(value)
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Vec<T>, E> {
        Self::one(value)
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Vec<T>, E> {
        Self::one(value)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Vec<T>, E> {
        Self::one(value)
    }
}
