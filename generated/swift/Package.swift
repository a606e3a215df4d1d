// swift-tools-version:5.3
import PackageDescription

let package = Package(
    name: "AntomCheckout",
    platforms: [.iOS(.v11)],
    products: [.library(name: "AntomCheckout", targets: ["AntomCheckout"])],
    targets: [
        .target(name: "AntomCheckout"),
        .testTarget(name: "AntomCheckoutTests", dependencies: ["AntomCheckout"]),
    ]
)
