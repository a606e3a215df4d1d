// Times what the generated Swift does with the request, beside Foundation's decoder.
import Foundation

func least(_ name: String, _ run: () throws -> Int) throws {
    var least = Double.infinity
    var sum = 0
    for _ in 0..<100 {
        let start = DispatchTime.now().uptimeNanoseconds
        for _ in 0..<100 {
            sum += try run()
        }
        least = min(least, Double(DispatchTime.now().uptimeNanoseconds - start) / 100)
    }
    precondition(sum >= 0)
    print("  " + name.padding(toLength: 44, withPad: " ", startingAt: 0) + String(format: "%8.0f", least))
}

let document = FileManager.default.contents(atPath: CommandLine.arguments[1]) ?? Data()
let request = try PaymentRequest(json: document)
precondition(request.validate().isEmpty)
try least("validate()") { request.validate().count }
try least("init(json:), all mistakes told") { try PaymentRequest(json: document).regions?.count ?? 0 }
try least("JSONDecoder, the first mistake told") {
    try JSONDecoder().decode(PaymentRequest.self, from: document).regions?.count ?? 0
}
