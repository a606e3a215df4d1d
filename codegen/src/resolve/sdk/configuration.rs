//! What an SDK is set up with.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{ItemId, OptionsId, SdkConfiguration, SdkConfigurationType};
use crate::resolve::Resolver;
use crate::resolve::names::Found;
use crate::source::Spanned;
use crate::syntax::spec::SdkConfigurationSpec;

impl Resolver<'_> {
    pub(super) fn sdk_configuration(&mut self, spec: &SdkConfigurationSpec) -> Option<SdkConfiguration> {
        let options = self.sdk_options(&spec.options);
        if let (Some(class), Some(structure)) = (&spec.class, &spec.structure) {
            let message = "a configuration is a class or a structure";
            let diagnostic =
                Diagnostic::new(Code::SdkShape, message, structure.span, "remove one of the two");
            self.report(diagnostic.also(class.span, "a class"));
        }
        let class =
            spec.class.as_ref().map(|name| SdkConfigurationType { name: name.value.clone(), is_class: true });
        let structure = spec
            .structure
            .as_ref()
            .map(|name| SdkConfigurationType { name: name.value.clone(), is_class: false });
        let options = options?;
        let set = self.model.option_set(options);
        let has_properties = set.entries.iter().any(|entry| !entry.in_dictionary);
        let own = set.dictionary.clone();
        let ty = class.or(structure);
        if let (Some(dictionary), true) = (&spec.dictionary, own.is_some() || ty.is_none()) {
            let message = match own {
                Some(_) => "the options name their dictionary themselves, by `in`",
                None => "a configuration without a type is the dictionary itself",
            };
            self.report(Diagnostic::new(Code::SdkShape, message, dictionary.span, "remove this"));
        }
        if ty.is_none() && has_properties {
            let message = "some options are properties, but the configuration has no type to hold them";
            let diagnostic =
                Diagnostic::new(Code::SdkShape, message, spec.options.span, "not all in a dictionary");
            self.report(diagnostic.help("name the vendor's `class` or `struct` beside `options`"));
        }
        if ty.is_some() {
            self.sdk_configuration_names(spec, options);
        }
        let dictionary = own.or_else(|| spec.dictionary.as_ref().map(|name| name.value.clone()));
        Some(SdkConfiguration { options, ty, dictionary })
    }

    /// The properties of the vendor's configuration are called like the options, and like their dictionary.
    fn sdk_configuration_names(&mut self, spec: &SdkConfigurationSpec, options: OptionsId) {
        let set = self.model.option_set(options);
        let own = set.dictionary.as_ref().map(|name| Spanned::new(name.clone(), spec.options.span));
        let dictionary = own.or_else(|| spec.dictionary.clone());
        let is_property = |in_dictionary: bool| !in_dictionary || dictionary.is_none();
        let entries = set.entries.iter().filter(|entry| is_property(entry.in_dictionary));
        let entries = entries.map(|entry| Spanned::new(entry.name.text.clone(), entry.name.span));
        let names: Vec<Spanned<String>> = dictionary.clone().into_iter().chain(entries).collect();
        for name in &names {
            self.sdk_name(name);
        }
        self.sdk_distinct(&names.iter().collect::<Vec<_>>(), "two properties of the configuration are");
    }

    fn sdk_options(&mut self, name: &Spanned<String>) -> Option<OptionsId> {
        match self.names.look_up(&name.value) {
            Some(Found::Item(ItemId::Options(id))) => Some(id),
            Some(Found::Item(_)) => {
                let message = format!("`{}` is not a set of options", name.value);
                self.report(Diagnostic::new(
                    Code::NotAType,
                    message,
                    name.span,
                    "not declared below `options`",
                ));
                None
            }
            Some(Found::Broken) => None,
            None => {
                self.names.unknown(name, "set of options", self.diagnostics);
                None
            }
        }
    }
}
