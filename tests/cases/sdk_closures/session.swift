import SdkClosures
import TicketGate

/// What the session does with an SDK that makes an instance per session and takes a closure.
func session_sdk_closures() -> [String] {
    var told: [String] = []
    let options = TicketOptions(
        language: "en", isDark: true, places: 2, mode: .walk, fee: ExactDecimal("1.50"), quiet: false)
    let first = GateSession(configuration: options) { event in
        told.append("first \(event.code) \(event.message ?? "-") \(event.advice ?? "-")")
    }
    do { try first.start(sessionData: "a ticket") } catch { told.append("\(error)") }
    let gates = TicketGate.Receiver.stubInstances
    told.append("\(gates.count) gate")
    gates[0].onState?("entered", "hello")
    gates[0].onState?("flown", nil)
    gates[0].onTick?()
    let set = gates[0].stubConfigurations[0]
    told.append("\(set.language ?? "-") \(set.isDark ?? false) \(set.places ?? 0) \(set.mode ?? "-") \(set.fee ?? "-") \(set.quiet ?? "-")")

    let second = GateSession(configuration: TicketOptions()) { event in
        told.append("second \(event.code)")
    }
    do { try second.start(sessionData: "another") } catch { told.append("\(error)") }
    gates[0].onState?("left", nil)
    TicketGate.Receiver.stubInstances.last?.onState?("left", nil)
    told.append("\(first.state) \(second.state)")
    told.append("first gate: " + gates[0].stubCalls.joined(separator: ", "))
    second.close()
    told.append("\(TicketGate.Receiver.stubInstances.count) gates, the first held by this function")
    do { try second.start(sessionData: "again") } catch { told.append("\(error)") }
    return told
}
