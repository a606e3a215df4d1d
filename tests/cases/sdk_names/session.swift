import RideKit
import SdkNames

/// What the session does with an SDK whose names are taken, and that holds one of its delegates itself.
func session_sdk_names() -> [String] {
    var told: [String] = []
    let sdk = RideKit.Progress.`default`
    var session: RideSession?
    weak var held: Held?
    do {
        let captured = Held()
        held = captured
        session = RideSession(
            configuration: RideOptions(default: "home", vendor: "me"),
            onLog: { entry in told.append("log \(entry.name)") },
            onEvent: { event in
                told.append("\(event.code) \(event.message ?? "-") \(event.result?.count ?? 0) \(captured.name)")
                if event.code == .arrived { session?.close() }
            }
        )
    }
    do { try session?.start(sessionData: "a ticket") } catch { told.append("\(error)") }
    sdk.receiver?.pass("BOARDED", event: RideKit.Notification(in: "hello", default: ["a": 1]))
    sdk.state?.pass("BOARDED", event: nil)
    sdk.session?.log(in: "second")
    sdk.receiver?.log(in: "first")
    sdk.onEvent?("BOARDED", "by the closure")
    told.append(held == nil ? "let go" : "kept")
    sdk.receiver?.pass("ARRIVED", event: nil)
    sdk.receiver?.pass("BOARDED", event: nil)
    sdk.onEvent?("BOARDED", "too late")
    told.append(held == nil ? "let go at the close" : "kept after the close")
    told.append("\(sdk.receiver == nil ? "gone" : "the SDK still has its delegate")")
    let set = sdk.stubConfigurations[0]
    told.append("\(set.vendor ?? "-") \(set.extras ?? [:]) \(sdk.stubSessionData)")
    told.append(sdk.stubCalls.joined(separator: ", "))

    var dropped: RideSession? = RideSession(configuration: RideOptions()) { _ in told.append("never") }
    do { try dropped?.start(sessionData: "another") } catch { told.append("\(error)") }
    dropped = nil
    sdk.receiver?.pass("BOARDED", event: nil)
    told.append("\(sdk.stubCalls.suffix(2))")
    return told
}

private final class Held {
    let name = "held"
}
