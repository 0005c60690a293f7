// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A room of the engine; `architecture` in README.md says who may lean on whom.
func room(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, with more: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + more, swiftSettings: strict)
}

func library(_ name: String, pkgConfig: String, package: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let package = Package(
  name: "parcours",
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")
  ],
  targets: [
    room("CourseModel"),
    room("Assessment", on: ["CourseModel"]),
    tests(of: "Assessment", with: ["CourseModel"]),
    library("CMarkdown", pkgConfig: "libcmark-gfm", package: "libcmark-gfm-dev libcmark-gfm-extensions-dev"),
    room(
      "Packaging",
      on: ["CourseModel", "Assessment", "CMarkdown", .product(name: "Yams", package: "Yams")]),
    tests(of: "Packaging", with: ["CourseModel", "Assessment"]),
  ]
)
