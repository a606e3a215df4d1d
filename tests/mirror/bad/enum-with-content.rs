#[derive(Serialize, Deserialize, SwiftMirror)]
enum Payment { Card(String), Cash }
