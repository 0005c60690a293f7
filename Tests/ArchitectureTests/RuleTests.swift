import Testing

@Suite("Each rule of the house can fail")
struct RuleTests {
    @Test(
        "A forbidden import is found",
        arguments: [
            ("CourseModel", "import Foundation"), ("CourseModel", "import Learning"), ("CourseModel", "import Glibc"),
            ("Assessment", "internal import FoundationEssentials"), ("Sequencing", "import RuntimeData"),
            ("RuntimeData", "public import Sequencing"), ("Learning", "import Dispatch"),
            ("Learning", "import JournalStore"), ("Records", "private import Glibc"), ("Records", "import CourseHost"),
            ("Packaging", "import JournalStore"), ("Packaging", "import FoundationXML"),
            ("Packaging", "import Learning"), ("JournalStore", "import Packaging"), ("JournalStore", "import Terminal"),
            ("CourseHost", "import Terminal"), ("CourseHost", "import CLibXML2"),
            ("Terminal", "import JournalStore"), ("Terminal", "import Sequencing"), ("Terminal", "import RuntimeData"),
            ("Authoring", "import JournalStore"), ("parcours", "import Sequencing"), ("parcours", "import Assessment"),
            ("parcours", "@preconcurrency import Foundation"), ("parcours", "import struct Foundation.Date"),
            ("parcours", "import Glibc; import RuntimeData"), ("Utilities", "let value = 1"),
        ])
    func findsImport(room: String, text: String) {
        #expect(Rule.onlyAllowedImports.breaches([SwiftSource(text, in: room)]).count == 1)
    }

    @Test(
        "An allowed import passes",
        arguments: [
            ("Learning", "public import Sequencing"), ("Terminal", "private import CTerminal"),
            ("parcours", "internal import ArgumentParser"), ("Packaging", "import CLibXML2"),
            ("CourseModel", "// import Foundation"), ("CourseModel", "let text = \"\"\"\nimport Foundation\n\"\"\""),
            ("CourseModel", "/* /* */ import Foundation */"), ("CourseModel", "let important = 1"),
        ])
    func passesImport(room: String, text: String) {
        #expect(Rule.onlyAllowedImports.breaches([SwiftSource(text, in: room)]).isEmpty)
    }

    @Test("A breach names the file and the line")
    func namesLine() {
        let file = SwiftSource("/* two\nlines */\nimport Glibc\n", in: "Learning", file: "A/B.swift")
        #expect(
            Rule.onlyAllowedImports.breaches([file]) == ["Sources/Learning/A/B.swift:3: Learning may not import Glibc"])
    }

    @Test("A library that two files of a room import is found", arguments: Rooms.sealed.sorted())
    func findsSecondImporter(library: String) {
        let first = SwiftSource("import \(library)", in: "Packaging", file: "One.swift")
        let second = SwiftSource("internal import \(library)", in: "Packaging", file: "Two.swift")
        #expect(Rule.sealedLibraries.breaches([first, second]).count == 1)
        #expect(Rule.sealedLibraries.breaches([first]).isEmpty)
    }

    @Test(
        "A trap is found",
        arguments: [
            "let a = try! read()", "let b = c as! Int", "fatalError(\"no\")", "default: preconditionFailure()",
            "final class Box: @unchecked Sendable {}", "nonisolated(unsafe) var n = 0", "let d = XMLDocument()",
            "print(\"\\(try! read())\")", "let e = \"it's\" as! String", "unsafeBitCast(f, to: Int.self)",
        ])
    func findsTrap(text: String) {
        #expect(Rule.noTraps.breaches([SwiftSource(text, in: "Learning")]).count == 1)
    }

    @Test(
        "What only looks like a trap passes",
        arguments: [
            "// never try! here", "let a = \"fatalError(\"", "let b = #\"\\(try! c)\"#", "func myfatalError() {}",
            "let d = try? read()", "let e = \"\\\" as! \"",
        ])
    func passesNoTrap(text: String) {
        #expect(Rule.noTraps.breaches([SwiftSource(text, in: "Learning")]).isEmpty)
    }

    @Test("Work left over is found, and words that only hold it are not")
    func findsLeftovers() {
        let found = ["// TODO: later", "/* FIXME */", "let a = 1  // XXX", "// HACK around it"]
        for text in found { #expect(Rule.noLeftovers.breaches([SwiftSource(text, in: "Records")]).count == 1) }
        #expect(Rule.noLeftovers.breaches([SwiftSource("let MASTODONT = TODOS", in: "Records")]).isEmpty)
    }

    @Test("A long file is found unless it is known, and a file known as long is found once it is short")
    func findsLongFiles() {
        let lines = { (count: Int) in String(repeating: "let a = 1\n", count: count) }
        let long = SwiftSource(lines(Rooms.lineLimit + 1), in: "Learning")
        let short = SwiftSource(lines(Rooms.lineLimit), in: "Learning")
        #expect(Rule.shortFiles([long], known: []).count == 1)
        #expect(Rule.shortFiles([long], known: [long.path]).isEmpty)
        #expect(Rule.shortFiles([short], known: []).isEmpty)
        #expect(Rule.shortFiles([short], known: [short.path]).count == 1)
        #expect(Rule.shortFiles([], known: ["Sources/Gone.swift"]).count == 1)
    }
}
