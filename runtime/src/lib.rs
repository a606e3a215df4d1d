//! What generated and hand-written wirewright models depend on: validation, open enums, wire formats.
