import DoorKit
import SdkObjC

/// What the session does with codes whose texts would like to be code, and with an SDK that holds its delegate.
func session_sdk_objc() -> [String] {
    var told: [String] = []
    let options = DoorOptions(colour: .red, squeaks: false, widthInMm: 900)
    let session = DoorSession(configuration: options) { event in
        told.append("\(event.code.isRecognized) \(event.advice ?? "-") \(event.colour?.rawValue ?? "-")")
    }
    do { try session.start(sessionData: "key") } catch { told.append("\(error)") }
    let door = DOORDoor.main
    for code in DoorEvent.knownCases {
        door.delegate?.door(
            1, didSay: DOOREvent(code: code.rawValue, details: ["colour": "blue"], count: 1), at: [:])
    }
    door.delegate?.door(1, didSay: nil, at: ["a": 1])
    door.delegate?.doorIsHot(true)
    session.close()
    let set = door.stubConfigurations[0]
    told.append("\(set.colour ?? "-") \((set.extras ?? [:]).sorted { $0.key < $1.key })")
    told.append(door.stubCalls.joined(separator: ", "))
    told.append(door.delegate == nil ? "the delegate is gone" : "the SDK still holds the delegate")
    return told
}
