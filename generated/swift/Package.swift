// swift-tools-version:5.3
import Foundation
import PackageDescription

let package = Package(
    name: "AntomCheckout",
    platforms: [.iOS(.v11)],
    products: [.library(name: "AntomCheckout", targets: ["AntomCheckout"])],
    targets: [
        .target(name: "AntomCheckout"),
        .testTarget(name: "AntomCheckoutTests", dependencies: ["AntomCheckout"]),
        .testTarget(name: "VectorTests", dependencies: ["AntomCheckout"]),
    ]
)

// For apps in Objective-C: the texts of options and events as constants.
#if canImport(ObjectiveC)
package.products.append(.library(name: "AntomCheckoutObjC", targets: ["AntomCheckoutObjC"]))
package.targets.append(.target(name: "AntomCheckoutObjC"))
#endif

// The vendor's SDK is no Swift package, and runs on devices only. With ANTOM_CHECKOUT_STUB=1 a stand-in takes its place,
// so that `CheckoutSession` is compiled and tested anywhere: ANTOM_CHECKOUT_STUB=1 swift test
if ProcessInfo.processInfo.environment["ANTOM_CHECKOUT_STUB"] == "1" {
    package.targets.append(.target(name: "AMSComponent", path: "Stubs/AMSComponent", exclude: ["include"]))
    package.targets.first { $0.name == "AntomCheckout" }?.dependencies.append("AMSComponent")
    package.targets.append(
        .testTarget(name: "CheckoutSessionTests", dependencies: ["AntomCheckout", "AMSComponent"])
    )
}
