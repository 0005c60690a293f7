import CourseModel
import FoundationEssentials
import Packaging
import Testing

@Suite("The limits of packages")
struct PackageLimitTests {
    @Test(
        "the guide lists every limit as the table has it, in both languages, and no other", arguments: Language.allCases
    )
    func guide(language: Language) throws {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let guide = try String(contentsOfFile: "/\(root)/Courses/README.md", encoding: .utf8)
            .replacing("\u{A0}", with: " ")
        let heading = language == .french ? "limites :\n\n" : "limits:\n\n"
        let start = try #require(guide.ranges(of: heading).last).upperBound
        let listed = guide[start...].split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
        #expect(
            listed.map { $0.dropFirst(2) }
                == PackageLimit.allCases.map { $0.sentence.text(language).replacing("\u{A0}", with: " ")[...] })
    }

    @Test("numbers read as people write them")
    func numbers() {
        #expect(PackageLimit.entries.sentence.english == "20,000 files and folders")
        #expect(PackageLimit.entries.sentence.french == "20\u{A0}000\u{A0}fichiers et dossiers")
        #expect(PackageLimit.archiveBytes.sentence.english == "archive: 1 GiB")
        #expect(PackageLimit.list.english.hasSuffix("30 seconds an import"))
    }
}
