#[derive(SwiftMirror)]
union Either { a: u8, b: u8 }
