//! The few kinds of Swift nodes that the output is made of. Names in them are final, texts are escaped.

/// A file of the package.
#[derive(Debug, Default)]
pub(crate) struct SwiftFile {
    /// What it declares.
    pub(crate) items: Vec<Item>,
}

/// A declaration at the top of a file.
#[derive(Debug)]
pub(crate) enum Item {
    /// A type or an extension.
    Type(TypeDecl),
    /// One line: a type alias.
    Alias {
        /// Lines of its documentation.
        docs: Vec<String>,
        /// The line.
        line: String,
    },
}

/// A type or an extension, with its members.
#[derive(Debug)]
pub(crate) struct TypeDecl {
    /// Lines of its documentation.
    pub(crate) docs: Vec<String>,
    /// What stands before the brace: `public struct Amount: WireModel`.
    pub(crate) head: String,
    /// Its members, in order.
    pub(crate) members: Vec<Member>,
}

/// A member of a type.
#[derive(Debug)]
pub(crate) enum Member {
    /// A case of an enum.
    Case {
        /// Lines of its documentation.
        docs: Vec<String>,
        /// What stands behind `case`.
        text: String,
    },
    /// A property or a type alias of one line.
    Line {
        /// Lines of its documentation.
        docs: Vec<String>,
        /// The line.
        text: String,
    },
    /// A constant list, an element per line.
    List {
        /// Lines of its documentation.
        docs: Vec<String>,
        /// What stands before the bracket: `public static let codes: [ResultCode] =`.
        head: String,
        /// The elements.
        elements: Vec<String>,
    },
    /// A constant made by a call, an argument per line.
    Call {
        /// What stands before the arguments: `static let a = Wire.Pattern`.
        head: String,
        /// The arguments.
        arguments: Vec<String>,
    },
    /// An initialiser, a function or a computed property.
    Function(Function),
    /// A type inside of the type.
    Type(TypeDecl),
}

/// An initialiser, a function or a computed property.
#[derive(Debug)]
pub(crate) struct Function {
    /// Lines of its documentation.
    pub(crate) docs: Vec<String>,
    /// What stands before the parameters: `public init`.
    pub(crate) head: String,
    /// The parameters; `None` for a computed property.
    pub(crate) parameters: Option<Vec<String>>,
    /// What stands between the parameters and the brace, with its space: ` throws`.
    pub(crate) tail: String,
    /// What it does.
    pub(crate) body: Vec<Statement>,
}

/// A statement.
#[derive(Clone, Debug)]
pub(crate) enum Statement {
    /// One line.
    Line(String),
    /// A call whose arguments are broken over lines where they do not fit into one.
    Call {
        /// The function.
        function: String,
        /// Its arguments.
        arguments: Vec<String>,
    },
    /// An `if`; broken before its operators where it does not fit into one line.
    If {
        /// What is joined by the operator.
        conditions: Vec<String>,
        /// ` && ` or ` || `.
        operator: &'static str,
        /// The statements.
        body: Vec<Statement>,
    },
    /// Statements in braces behind a head; the head may end with the parameters of a closure.
    Block {
        /// What stands before the brace: `if a == nil`.
        head: String,
        /// What stands behind the brace: ` validator, element, index in`.
        parameters: String,
        /// The statements.
        body: Vec<Statement>,
    },
    /// A `switch` over self: patterns and what each does.
    Switch(Vec<(String, String)>),
}

impl Statement {
    /// One line.
    pub(crate) fn line(text: impl Into<String>) -> Statement {
        Statement::Line(text.into())
    }

    /// Statements in braces.
    pub(crate) fn block(head: impl Into<String>, body: Vec<Statement>) -> Statement {
        Statement::Block { head: head.into(), parameters: String::new(), body }
    }

    /// A call.
    pub(crate) fn call(function: impl Into<String>, arguments: Vec<String>) -> Statement {
        Statement::Call { function: function.into(), arguments }
    }
}
