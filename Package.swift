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
  dependencies: [],
  targets: [
    library("CLibXML2", pkgConfig: "libxml-2.0", package: "libxml2-dev"),
    library("CZip", pkgConfig: "libzip", package: "libzip-dev"),
    room("CourseModel"),
    room("Packaging", on: ["CourseModel", "CLibXML2", "CZip"]),
    room("Authoring", on: ["CourseModel", "Packaging"]),
    tests(of: "Packaging", with: ["CourseModel"]),
    tests(of: "Authoring", with: ["CourseModel", "Packaging"]),
  ]
)
