//! The binding of a vendor's SDK.

use super::spec::{
    SdkCallSpec, SdkCallbackSpec, SdkConfigurationSpec, SdkDelegateSpec, SdkResultKeySpec, SdkSpec,
    SdkValueSpec,
};
use super::table::{Entries, mapping};
use super::{Reader, keys};
use crate::source::Spanned;
use crate::yaml::Node;

impl Reader<'_> {
    /// Reads `sdk:`; all mistakes are reported before the first part that is missing ends it.
    pub(super) fn sdk(&mut self, node: &Node) -> Option<SdkSpec> {
        let entries = Entries::read(&keys::SDK, node, self.diagnostics);
        let minimum = entries.node("minimum");
        let minimum = minimum.map(|node| Entries::read(&keys::SDK_MINIMUM, node, self.diagnostics));
        let minimum_of = |key: &str| minimum.as_ref().and_then(|entries| entries.text(key));
        let entry = self.part(&keys::SDK_ENTRY, &entries, "entry");
        let configuration = self.configuration(&entries);
        let [configure, create, destroy] =
            ["configure", "create", "destroy"].map(|key| self.call(&entries, key));
        let delegates = self.each(entries.map("delegates"), Self::delegate);
        let closures = self.each(entries.map("closures"), Self::callback);
        let classes = self.each(entries.map("classes"), Self::class);
        let result = self.each(entries.map("result"), Self::result_key);
        let entry = entry?;
        Some(SdkSpec {
            name: entries.text("name")?,
            docs: self.docs(&entries),
            place: format!("{}#/sdk", self.file_name),
            module: entries.text("module")?,
            minimum_ios: minimum_of("ios"),
            minimum_xcode: minimum_of("xcode"),
            objc: entries.flag("objc"),
            prefix: entries.text("prefix"),
            entry: entry.text("class")?,
            shared: entry.text("shared"),
            configuration: configuration?,
            configure: configure?,
            create: create?,
            destroy: destroy?,
            delegates,
            closures,
            classes,
            result,
        })
    }

    fn part<'n>(
        &mut self,
        table: &'static super::table::Table,
        entries: &Entries<'n>,
        key: &str,
    ) -> Option<Entries<'n>> {
        entries.node(key).map(|node| Entries::read(table, node, self.diagnostics))
    }

    /// What can be read of the entries of a mapping.
    fn each<T>(
        &mut self,
        pairs: &[(Node, Node)],
        read: fn(&mut Self, Spanned<String>, &Node) -> Option<T>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for (key, value) in pairs {
            let Some(text) = key.text() else { continue };
            found.extend(read(self, Spanned::new(text.to_owned(), key.span), value));
        }
        found
    }

    fn configuration(&mut self, entries: &Entries<'_>) -> Option<SdkConfigurationSpec> {
        let entries = self.part(&keys::SDK_CONFIGURATION, entries, "configuration")?;
        Some(SdkConfigurationSpec {
            options: entries.text("options")?,
            class: entries.text("class"),
            structure: entries.text("struct"),
            dictionary: entries.text("dictionary"),
        })
    }

    fn call(&mut self, entries: &Entries<'_>, key: &'static str) -> Option<SdkCallSpec> {
        let span = entries.key(key)?;
        let entries = self.part(&keys::SDK_CALL, entries, key)?;
        let (selector, swift) = (entries.text("selector"), entries.text("swift"));
        Some(SdkCallSpec { key, span, selector, swift, argument: entries.text("argument") })
    }

    fn delegate(&mut self, property: Spanned<String>, node: &Node) -> Option<SdkDelegateSpec> {
        let entries = Entries::read(&keys::SDK_DELEGATE, node, self.diagnostics);
        let callbacks = self.each(entries.map("callbacks"), Self::callback);
        let weak = entries.text("weak").is_none() || entries.flag("weak");
        Some(SdkDelegateSpec { property, protocol: entries.text("protocol")?, weak, callbacks })
    }

    fn callback(&mut self, name: Spanned<String>, node: &Node) -> Option<SdkCallbackSpec> {
        let entries = Entries::read(&keys::SDK_CALLBACK, node, self.diagnostics);
        let arguments = self.each(entries.map("arguments"), Self::sdk_value);
        Some(SdkCallbackSpec { name, swift: entries.text("swift"), docs: self.docs(&entries), arguments })
    }

    fn class(&mut self, name: Spanned<String>, node: &Node) -> Option<(Spanned<String>, Vec<SdkValueSpec>)> {
        let pairs = mapping(node, "a class of an SDK", self.diagnostics)?;
        Some((name, self.each(pairs, Self::sdk_value)))
    }

    fn sdk_value(&mut self, name: Spanned<String>, node: &Node) -> Option<SdkValueSpec> {
        let entries = Entries::read(&keys::SDK_VALUE, node, self.diagnostics);
        Some(SdkValueSpec {
            name,
            ty: entries.text("type")?,
            nullable: entries.flag("nullable"),
            event: entries.text("event"),
            role: entries.text("role"),
        })
    }

    fn result_key(&mut self, text: Spanned<String>, node: &Node) -> Option<SdkResultKeySpec> {
        let entries = Entries::read(&keys::SDK_RESULT_KEY, node, self.diagnostics);
        let (rust, swift) = self.targets(&entries);
        let name = super::spec::NameSpec { text, word: None, rust, swift };
        Some(SdkResultKeySpec { name, docs: self.docs(&entries), ty: entries.text("type")? })
    }
}
