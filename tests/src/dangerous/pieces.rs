//! Drafts, piece by piece.

use super::draft::{Draft, Piece};
use super::random::{Deck, Random};
use super::{texts, words};

/// Makes drafts.
#[derive(Debug)]
pub struct Builder {
    random: Random,
    names: Deck,
    keys: Deck,
    texts: Deck,
    stems: Deck,
    identifiers: Deck,
}

/// What other pieces of a draft can refer to.
#[derive(Default)]
struct Declared {
    objects: Vec<String>,
    enums: Vec<(String, Vec<String>)>,
    scalars: Vec<String>,
    codes: Option<String>,
}

/// A text in quotes. Letters stand as they are; what does not print is escaped as YAML has it.
pub fn quoted(text: impl AsRef<str>) -> String {
    let mut out = String::from("\"");
    for letter in text.as_ref().chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            ' '..='~' => out.push(letter),
            _ if letter.is_alphanumeric() => out.push(letter),
            _ => out.push_str(&format!("\\U{:08X}", u32::from(letter))),
        }
    }
    out + "\""
}

/// A word as the name of a type, where it has letters.
fn camel(word: &str) -> String {
    let mut letters = word.chars().filter(char::is_ascii_alphanumeric).skip_while(char::is_ascii_digit);
    match letters.next() {
        Some(first) => std::iter::once(first.to_ascii_uppercase()).chain(letters).collect(),
        None => "Nameless".to_owned(),
    }
}

/// Whether a name in code can be made of a key.
fn has_words(key: &str) -> bool {
    let has = |is: fn(&char) -> bool| key.chars().any(|letter| is(&letter));
    key.is_empty()
        || has(char::is_ascii_alphanumeric) && !has(|letter| letter.is_alphanumeric() && !letter.is_ascii())
}

fn is_word(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_alphabetic())
        && word.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

impl Builder {
    /// Starts with a seed.
    pub fn new(seed: u64) -> Self {
        let mut random = Random::new(seed);
        let words: Vec<String> = words().into_iter().map(str::to_owned).collect();
        let all: Vec<String> = words.iter().cloned().chain(texts()).collect();
        let mut camels: Vec<String> = words.iter().map(|word| camel(word)).collect();
        camels.sort();
        camels.dedup();
        let identifiers = words.iter().filter(|word| is_word(word)).cloned().collect();
        Builder {
            names: Deck::new(camels, &mut random),
            keys: Deck::new(all, &mut random),
            texts: Deck::new(texts(), &mut random),
            stems: Deck::new(words, &mut random),
            identifiers: Deck::new(identifiers, &mut random),
            random,
        }
    }

    /// The next draft.
    pub fn draft(&mut self) -> Draft {
        let files = 1 + self.random.below(4);
        let stems = (0..files).map(|index| self.stem(index)).collect();
        let api = if self.random.chance(60) { self.names.draw() } else { self.keys.draw() };
        let mut draft = Draft { head: vec![format!("api: {}", quoted(&api))], stems, pieces: Vec::new() };
        draft.head.push(format!("doc: {}", self.text()));
        draft.head.push(format!("source: {}", self.text()));
        let mut declared = Declared::default();
        let mut add = |builder: &mut Builder, section, line: String| {
            let file = builder.random.below(files);
            draft.pieces.push(Piece { file, section, line });
        };
        for _ in 0..1 + self.random.below(2) {
            let line = self.scalar(&mut declared);
            add(self, "scalars", line);
        }
        for _ in 0..1 + self.random.below(2) {
            let line = self.enumeration(&mut declared);
            add(self, "enums", line);
        }
        for section in ["types", "requests", "responses", "types"] {
            let line = self.object(&mut declared);
            add(self, section, line);
        }
        let codes = self.codes(&mut declared);
        add(self, "codes", codes);
        for (section, line) in [
            ("events", self.events()),
            ("options", self.options(&declared)),
            ("operations", self.operation(&declared)),
            ("webhooks", self.webhook(&declared)),
        ] {
            add(self, section, line);
        }
        if self.random.chance(40) {
            let path = self.identifiers.draw();
            let texts = [self.text(), self.text(), self.text()];
            let [success, failure, pending] = texts;
            add(
                self,
                "responses",
                format!("Ended{}: {{ fields: {{ {path}: {{ type: string }} }} }}", camel(&path)),
            );
            draft.head.push(format!(
                "outcome: {{ status: {path}, success: [{success}], failure: [{failure}], pending: [{pending}] }}"
            ));
        }
        draft
    }

    fn stem(&mut self, index: usize) -> String {
        let word = self.stems.draw();
        match self.random.chance(15) {
            true => word,
            false if index == 0 => "api".to_owned(),
            false => word.to_ascii_lowercase(),
        }
    }

    /// A text, or a word, in quotes.
    fn text(&mut self) -> String {
        let text = if self.random.chance(70) { self.texts.draw() } else { self.keys.draw() };
        quoted(&text)
    }

    fn key(&mut self) -> String {
        quoted(self.keys.draw())
    }

    /// The name of a type: as a word has it, now and then.
    fn name(&mut self) -> String {
        if self.random.chance(3) { self.keys.draw() } else { self.names.draw() }
    }

    fn documented(&mut self) -> String {
        let mut parts = vec![format!("doc: {}", self.text())];
        if self.random.chance(30) {
            parts.push(format!("source: {}", self.text()));
        }
        if self.random.chance(20) {
            parts.push(format!("deprecated: {}", self.text()));
        }
        parts.join(", ")
    }

    /// Names of its own in one language or both, now and then.
    fn overrides(&mut self, percent: usize, spell: fn(&str) -> String) -> String {
        let mut text = String::new();
        for language in ["rust", "swift"] {
            if self.random.chance(percent) {
                let word = self.identifiers.draw();
                let word = if self.random.chance(10) { word } else { spell(&word) };
                text.push_str(&format!(", {language}: {{ name: {} }}", quoted(&word)));
            }
        }
        text
    }

    /// Names of its own for a type that Swift may have already.
    fn type_overrides(&mut self, name: &str) -> String {
        if self.random.chance(40) {
            return format!(", swift: {{ name: Own{} }}", camel(name));
        }
        self.overrides(6, camel)
    }

    fn scalar(&mut self, declared: &mut Declared) -> String {
        let name = self.name();
        let constraint = match self.random.below(4) {
            0 => format!("const: {}", self.text()),
            1 => format!("enum: [{}, other]", self.text()),
            2 => "pattern: \"^[\\\"\\\\\\\\{}]+$\"".to_owned(),
            _ => "maxLength: 20000".to_owned(),
        };
        let line = format!(
            "{}: {{ type: string, {constraint}, {}{} }}",
            quoted(&name),
            self.documented(),
            self.type_overrides(&name)
        );
        declared.scalars.push(name);
        line
    }

    fn values(
        &mut self,
        count: usize,
        more: &mut dyn FnMut(&mut Builder) -> String,
    ) -> (String, Vec<String>) {
        let mut lines = Vec::new();
        let mut keys: Vec<String> = Vec::new();
        while keys.len() < count {
            let key = self.keys.draw();
            if keys.contains(&key) {
                continue;
            }
            // Texts without a letter need a name in code.
            let named = self.random.chance(if has_words(&key) { 10 } else { 97 });
            let name = if named {
                format!(", name: {}", quoted(camel(&self.identifiers.draw())))
            } else {
                String::new()
            };
            let more = more(self);
            lines.push(format!("{}: {{ {}{name}{more} }}", quoted(&key), self.documented()));
            keys.push(key);
        }
        (lines.join(", "), keys)
    }

    fn enumeration(&mut self, declared: &mut Declared) -> String {
        let name = self.name();
        let open = self.random.chance(70);
        let (values, keys) = self.values(3, &mut |_| String::new());
        let line = format!(
            "{}: {{ open: {open}, {}{}, values: {{ {values} }} }}",
            quoted(&name),
            self.documented(),
            self.type_overrides(&name)
        );
        declared.enums.push((name, keys));
        line
    }

    fn codes(&mut self, declared: &mut Declared) -> String {
        let name = self.name();
        let (values, keys) =
            self.values(2, &mut |builder| format!(", action: {}, retry: same", builder.text()));
        declared.codes = keys.first().cloned();
        format!("{}: {{ {values} }}", quoted(&name))
    }

    fn events(&mut self) -> String {
        let name = self.name();
        let mut categories: Vec<String> = Vec::new();
        while categories.len() < 2 {
            let mut word = camel(&self.identifiers.draw());
            if let Some(first) = word.get_mut(..1) {
                first.make_ascii_lowercase();
            }
            if !categories.contains(&word) {
                categories.push(word);
            }
        }
        let list: Vec<String> = categories.iter().map(quoted).collect();
        let (values, _) = self.values(3, &mut |builder| {
            let category = quoted(builder.random.pick(&categories));
            format!(", action: {}, category: {category}", builder.text())
        });
        format!(
            "{}: {{ {}{}, categories: [{}], codes: {{ {values} }} }}",
            quoted(&name),
            self.documented(),
            self.type_overrides(&name),
            list.join(", ")
        )
    }

    fn options(&mut self, declared: &Declared) -> String {
        let dictionary = self.text();
        let mut entries = Vec::new();
        let mut seen = Vec::new();
        for index in 0..4 {
            let (key, names) = self.field_key(&mut seen);
            let ty = match (index, declared.enums.first()) {
                (0, Some((name, keys))) => {
                    format!("type: {}, fallback: {}", quoted(name), quoted(self.random.pick(keys)))
                }
                (1, _) => "type: boolean, wire: string, default: true".to_owned(),
                (2, _) => format!("type: string, maxLength: 9, {}", self.default()),
                _ => "type: datetime".to_owned(),
            };
            let place = if self.random.chance(60) { format!(", in: {dictionary}") } else { String::new() };
            entries.push(format!("{key}: {{ {ty}{place}{names}, {} }}", self.documented()));
        }
        let name = self.name();
        format!(
            "{}: {{ {}{}, entries: {{ {} }} }}",
            quoted(&name),
            self.documented(),
            self.type_overrides(&name),
            entries.join(", ")
        )
    }

    fn default(&mut self) -> String {
        let short: String = self.texts.draw().chars().take(9).collect();
        format!("default: {}", quoted(&short))
    }

    fn operation(&mut self, declared: &Declared) -> String {
        let mut name = camel(&self.identifiers.draw());
        if let Some(first) = name.get_mut(..1).filter(|_| self.random.chance(70)) {
            first.make_ascii_lowercase();
        }
        let request = quoted(self.random.pick(&declared.objects));
        let response = quoted(self.random.pick(&declared.objects));
        let codes =
            declared.codes.as_ref().map_or(String::new(), |code| format!(", codes: [{}]", quoted(code)));
        let path = self.random.pick(&["/v1/{id}/it's", "/%22;%20$(x)", "/a..b/../c", "/*/'+!"]).to_string();
        format!(
            "{name}: {{ method: POST, path: {}, request: {request}, response: {response}{codes}, {}{} }}",
            quoted(&path),
            self.documented(),
            self.type_overrides(&name)
        )
    }

    fn webhook(&mut self, declared: &Declared) -> String {
        let name = camel(&self.identifiers.draw());
        let payload = quoted(self.random.pick(&declared.objects));
        let answer = quoted(self.random.pick(&declared.objects));
        format!("{name}: {{ payload: {payload}, acknowledgement: {answer}, {} }}", self.documented())
    }

    /// A key that the object does not have yet, and its names in code.
    fn field_key(&mut self, seen: &mut Vec<String>) -> (String, String) {
        loop {
            let key = self.keys.draw();
            if seen.contains(&key) {
                continue;
            }
            let percent = if has_words(&key) { 6 } else { 97 };
            seen.push(key.clone());
            return (quoted(&key), self.overrides(percent, snake));
        }
    }

    fn object(&mut self, declared: &mut Declared) -> String {
        let name = self.name();
        let mut seen = Vec::new();
        let mut fields = Vec::new();
        for _ in 0..5 {
            let (key, mut more) = self.field_key(&mut seen);
            let ty = self.field_type(&name, declared);
            if self.random.chance(15) && !ty.starts_with("type: \"") {
                more.push_str(", required: true");
            }
            if self.random.chance(10) {
                more.push_str(", nullable: true");
            }
            if self.random.chance(10) {
                more.push_str(", sensitive: true");
            }
            if self.random.chance(10) {
                more.push_str(&format!(", aliases: [{}]", self.key()));
            }
            fields.push(format!("{key}: {{ {ty}{more}, {} }}", self.documented()));
        }
        let keep = if self.random.chance(20) { ", unknownFields: keep" } else { "" };
        let rules = self.rules(&seen);
        let line = format!(
            "{}: {{ {}{}{keep}{rules}, fields: {{ {} }} }}",
            quoted(&name),
            self.documented(),
            self.type_overrides(&name),
            fields.join(", ")
        );
        declared.objects.push(name);
        line
    }

    fn rules(&mut self, keys: &[String]) -> String {
        let words: Vec<&String> = keys.iter().filter(|key| is_word(key)).collect();
        let [first, .., last] = words.as_slice() else { return String::new() };
        let doc = self.text();
        format!(
            ", rules: [{{ id: first, doc: {doc}, when: {{ any: [{{ field: {0}, present: true }}, {{ field: {1}, present: false }}] }}, require: [{1}] }}, {{ id: second, atMostOneOf: [{0}, {1}] }}]",
            quoted(first),
            quoted(last)
        )
    }

    fn field_type(&mut self, own: &str, declared: &Declared) -> String {
        match self.random.below(12) {
            0 | 1 => format!("type: string, maxLength: 9, {}", self.default()),
            2 => format!("type: string, const: {}", self.text()),
            3 => format!("type: string, enum: [{}, other]", self.text()),
            4 => "type: integer, wire: string, minimum: 3".to_owned(),
            5 => "type: decimal, maximum: 9.5".to_owned(),
            6 => format!("type: {}", quoted(own)),
            7 => "type: list<string>, items: { pattern: \"^a\\\\\\\\d$\", maxLength: 3 }".to_owned(),
            8 => match declared.enums.first() {
                Some((name, keys)) => {
                    format!("type: {}, fallback: {}", quoted(name), quoted(self.random.pick(keys)))
                }
                None => "type: json".to_owned(),
            },
            9 => match declared.scalars.first() {
                Some(name) => format!("type: {}", quoted(name)),
                None => "type: date".to_owned(),
            },
            10 => match declared.objects.last() {
                Some(name) => format!("type: {}", quoted(format!("map<{name}>"))),
                None => "type: map<json>".to_owned(),
            },
            _ => "type: datetime".to_owned(),
        }
    }
}

/// A word as the name of a member.
fn snake(word: &str) -> String {
    word.to_ascii_lowercase()
}
