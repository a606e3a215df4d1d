import PanelKit
import SdkDictionary

/// What the session does with an SDK that takes the dictionary itself, and holds its delegate weakly.
func session_sdk_dictionary() -> [String] {
    var told: [String] = []
    var session: PanelSession? = PanelSession(configuration: PanelOptions(debug: true, additional: ["x": "y"])) { event in
        told.append("\(event) \(event.category.map { "\($0)" } ?? "-")")
    }
    do { try session?.start(sessionData: "data") } catch { told.append("\(error)") }
    let panel = Panel.stubInstances[0]
    panel.delegate?.panelDidSay("SDK_SHOWN")
    panel.delegate?.panelDidSay("SDK_HIDDEN")
    told.append(panel.stubConfigurations.map { $0.sorted { $0.key < $1.key } }.description)
    session = nil
    told.append(panel.stubCalls.joined(separator: ", "))
    told.append(panel.delegate == nil ? "the delegate is gone" : "the delegate is still there")
    return told
}
