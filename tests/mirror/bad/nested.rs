#[derive(Serialize, Deserialize, Validate, SwiftMirror)]
struct Id(#[validate(min_length = 1)] String);

#[derive(Serialize, Deserialize, Validate, SwiftMirror)]
struct Tags(#[validate(min_items = 1)] Vec<String>);

#[derive(Serialize, Deserialize, Validate, SwiftMirror)]
struct Line { #[validate(nested)] id: Id }

#[derive(Serialize, Deserialize, SwiftMirror)]
struct Order {
    id: Id,
    lines: Vec<Line>,
    by_name: BTreeMap<String, Line>,
    tags: Tags,
    at: DateTime,
    days: Vec<Date>,
}
