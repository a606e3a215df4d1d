import Everything
import EverythingSDK

/// What the session does with an SDK that has a shared instance, two delegates and classes of its own.
func session_everything() -> [String] {
    var told: [String] = []
    let session = ShopSession(
        configuration: ShopOptions(language: .pt, sandbox: true, timeout: 3),
        onLog: { entry in told.append("log \(entry.name) \(entry.parameters?.count ?? -1)") },
        onEvent: { event in
            let category = event.category.map { "\($0)" } ?? "-"
            let result = "\(event.language?.rawValue ?? "-") \(event.count ?? -1) \(event.paid.map { "\($0)" } ?? "-")"
            told.append("\(event) \(category) \(event.advice ?? "-") | \(result)")
        }
    )
    do { try session.start(sessionData: "a ticket") } catch { told.append("\(error)") }
    let shop = ESDShop.main
    let visit = ESDVisit(words: "words", number: 1)
    let details: [String: Any] = ["language": "en", "count": 4, "isPaid": true]
    shop.delegate?.shop(visit, didReport: true, code: "SHOP_CRASHED", details: details)
    shop.delegate?.shop(visit, didReport: false, code: "SHOP_SOLD", details: ["language": 1, "count": "4"])
    shop.delegate?.shop(visit, didReport: false, code: nil, details: nil)
    shop.delegate?.shopDidSleep()
    shop.journal?.write(line: ESDLine(title: "opened", more: ["a": 1]))
    shop.journal?.write(line: nil)
    session.close()
    shop.journal?.write(line: ESDLine(title: "late"))
    let set = shop.stubConfigurations[0]
    told.append("\(set.language ?? "-") \((set.extras ?? [:]).sorted { $0.key < $1.key })")
    told.append(shop.stubCalls.joined(separator: ", "))
    return told
}
