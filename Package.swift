// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A room of the engine; the table in README.md says who may lean on whom.
func room(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, with more: [Target.Dependency] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: [.target(name: name)] + more, swiftSettings: strict)
}

func library(_ name: String, pkgConfig: String, packages: [String]) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt(packages)])
}

let package = Package(
    name: "parcours",
    products: [
        .library(name: "CourseEngine", targets: ["CourseModel", "Learning", "Packaging", "JournalStore"]),
        .executable(name: "parcours", targets: ["parcours"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        room("CourseModel"),
        room("Assessment", on: ["CourseModel"]),
        room("RuntimeData", on: ["CourseModel"]),
        room("Sequencing", on: ["CourseModel"]),
        room("Learning", on: ["CourseModel", "Assessment", "RuntimeData", "Sequencing"]),
        room("Records", on: ["CourseModel"]),
        room("RecordIndex", on: ["CourseModel", "Records", .product(name: "GRDB", package: "GRDB.swift")]),
        room(
            "Packaging",
            on: [
                "CourseModel", "Assessment", "CLibXML2", "CMarkdown", "CZip", .product(name: "Yams", package: "Yams"),
            ]),
        room("Authoring", on: ["CourseModel", "Assessment", "Packaging"]),
        room("JournalStore", on: ["CourseModel", "CCrypto", "CDisk"]),
        room(
            "CourseHost",
            on: [
                "CourseModel", "Assessment", "RuntimeData", "Sequencing", "Learning", "Records", "RecordIndex",
                "Packaging", "JournalStore", "CSodium", "CZip",
            ]),
        room("Terminal", on: ["CourseModel", "Assessment", "Learning", "CTerminal"]),
        .target(
            name: "Web",
            dependencies: [
                "CourseModel", "Assessment", "Learning", "Packaging", "CourseHost",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                "CZlib",
            ],
            exclude: ["Pages", "Deployment"],
            swiftSettings: strict),
        .executableTarget(
            name: "parcours",
            dependencies: [
                "CourseModel", "Learning", "Records", "RecordIndex", "Packaging", "Authoring", "JournalStore",
                "CourseHost", "Terminal", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "SequencingBench", dependencies: ["CourseModel", "RuntimeData", "Sequencing", "Learning"],
            path: "Tests/Benchmarks/sequencing", exclude: ["run"], swiftSettings: strict),
        .executableTarget(
            name: "JournalBench", dependencies: ["CourseModel", "JournalStore"],
            path: "Tests/Benchmarks/journal/JournalBench", swiftSettings: strict),
        .target(name: "CTerminal"),
        .systemLibrary(name: "CDisk"),
        library("CLibXML2", pkgConfig: "libxml-2.0", packages: ["libxml2-dev"]),
        library(
            "CMarkdown", pkgConfig: "libcmark-gfm", packages: ["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
        library("CCrypto", pkgConfig: "libcrypto", packages: ["libssl-dev"]),
        library("CSodium", pkgConfig: "libsodium", packages: ["libsodium-dev"]),
        library("CZlib", pkgConfig: "zlib", packages: ["zlib1g-dev"]),
        library("CZip", pkgConfig: "libzip", packages: ["libzip-dev"]),
        tests(of: "CourseModel"),
        tests(of: "Assessment", with: ["CourseModel"]),
        tests(of: "RuntimeData", with: ["CourseModel"]),
        tests(of: "Sequencing", with: ["CourseModel"]),
        tests(of: "Learning", with: ["CourseModel", "Assessment", "RuntimeData", "Sequencing"]),
        tests(of: "Records", with: ["CourseModel"]),
        tests(of: "RecordIndex", with: ["CourseModel", "Records"]),
        tests(of: "Packaging", with: ["CourseModel", "Assessment"]),
        tests(of: "Authoring", with: ["CourseModel", "Packaging"]),
        tests(of: "JournalStore", with: ["CourseModel"]),
        tests(
            of: "CourseHost",
            with: [
                "CourseModel", "Assessment", "RuntimeData", "Sequencing", "Learning", "Packaging", "JournalStore",
                "Records",
                "RecordIndex",
            ]),
        tests(of: "Terminal", with: ["CourseModel", "Assessment", "Learning"]),
        tests(
            of: "Web",
            with: [
                "CourseModel", "Learning", "JournalStore", "CourseHost",
                .product(name: "HTTPTypes", package: "swift-http-types"),
            ]),
        .testTarget(name: "ArchitectureTests", swiftSettings: strict),
    ]
)
