//! JSON to try a reader with.

use proptest::prelude::*;
use serde_json::Value;

/// Any JSON, with the dataset's own keys among the keys.
pub(crate) fn any_json() -> impl Strategy<Value = Value> {
    let key = prop_oneof![
        prop::sample::select(
            &[
                "code",
                "name",
                "resources",
                "id",
                "kind",
                "year",
                "period",
                "url",
                "sources",
                "figures",
                "countries",
                "youtube",
                "declaration",
                "native_names",
                "date",
                "added",
                "introduction",
                "schema",
                "europe",
                "plan",
                "legal_basis",
                "gdi",
                "member",
                "partners",
                "samples",
                "reference_cohort",
                "resource",
                "authors",
            ][..]
        )
        .prop_map(str::to_owned),
        any::<String>(),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 24, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::hash_map(key.clone(), inner, 0..6)
                .prop_map(|map| map.into_iter().collect::<serde_json::Map<_, _>>().into()),
        ]
    })
}

/// The JSON pointers of all values.
pub(crate) fn walk(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(n, item)| walk(item, &format!("{at}/{n}"), found)),
        Value::Object(map) => map.iter().for_each(|(key, item)| walk(item, &format!("{at}/{key}"), found)),
        _ => {}
    }
}
