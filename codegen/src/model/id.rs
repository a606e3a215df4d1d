//! Ids of the model's items, and the one place that turns an id into its item.

use super::{EnumDef, Model, Module, ObjectDef, OperationDef, OptionsDef, ScalarDef, WebhookDef};

macro_rules! ids {
    ($($(#[$doc:meta])* $id:ident => $table:ident: $item:ident, $accessor:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $id(pub(crate) usize);

        impl Model {
            /// The item of an id of this model.
            #[expect(clippy::indexing_slicing, reason = "ids are made by the model that holds the item")]
            pub fn $accessor(&self, id: $id) -> &$item {
                &self.$table[id.0]
            }
        }
    )*};
}

ids! {
    /// Id of a [`Module`].
    ModuleId => modules: Module, module;
    /// Id of a [`ScalarDef`].
    ScalarId => scalars: ScalarDef, scalar;
    /// Id of an [`ObjectDef`].
    ObjectId => objects: ObjectDef, object;
    /// Id of an [`EnumDef`].
    EnumId => enums: EnumDef, enumeration;
    /// Id of an [`OptionsDef`].
    OptionsId => options: OptionsDef, option_set;
    /// Id of an [`OperationDef`].
    OperationId => operations: OperationDef, operation;
    /// Id of a [`WebhookDef`].
    WebhookId => webhooks: WebhookDef, webhook;
}

/// Id of any item, as [`Module::items`] lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemId {
    /// A named scalar.
    Scalar(ScalarId),
    /// An object type, a request or a response.
    Object(ObjectId),
    /// An enum, result codes or event codes.
    Enum(EnumId),
    /// Configuration options.
    Options(OptionsId),
    /// A call of the API.
    Operation(OperationId),
    /// A notification.
    Webhook(WebhookId),
}
