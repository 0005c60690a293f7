// swift-tools-version: 6.1
import PackageDescription

// A package of its own: a fuzzer has no `main` and would break a plain `swift build` of the engine.
let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "parcours", path: "../..")],
    targets: [
        .executableTarget(
            name: "Fuzz", dependencies: [.product(name: "CourseEngine", package: "parcours")],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])])
    ]
)
