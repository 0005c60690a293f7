import Assessment
import CourseModel
import FoundationEssentials
import Packaging
import Testing

@Suite("The trainers' guide")
struct TrainerGuideTests {
    /// The indented examples of `Courses/README.md` that begin as a lesson or quiz does.
    private func examples() throws -> [String] {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let guide = try String(contentsOfFile: "/\(root)/Courses/README.md", encoding: .utf8)
        var examples: [[Substring]] = [[]]
        for line in guide.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("    ") {
                examples[examples.count - 1].append(line.dropFirst(4))
            } else if line.isEmpty {
                examples[examples.count - 1].append(line)
            } else {
                examples.append([])
            }
        }
        return examples.map { $0.joined(separator: "\n").trimmed }.filter { $0.hasPrefix("---") || $0.hasPrefix("=") }
    }

    @Test("shows examples that are read without a finding")
    func read() throws {
        let examples = try examples()
        #expect(examples.count == 3)
        let (lesson, lessonFindings) = readLesson(Array(examples[0].utf8), file: "lessons/l1.md")
        #expect(lessonFindings.places == [])
        #expect(lesson?.screens.count == 2)
        let (quiz, quizFindings) = readQuiz(Array(examples[1].utf8), file: "quizzes/q1.md")
        #expect(quizFindings.places == [])
        #expect(quiz?.items.map(\.id) == ["m1-q1"])
        let (entry, entryFindings) = readQuiz(Array("# T\n\n## q {#a}\n\(examples[2])".utf8), file: "quizzes/q1.md")
        #expect(entryFindings.places == [])
        #expect(tree(entry?.items[0].generalFeedback ?? []) == "p Calcul : 21,4 + 9,8 + 17,3 − 1,2 = 47,3.")
    }
}

extension String {
    fileprivate var trimmed: String {
        var rest = self[...]
        while rest.first == "\n" { rest.removeFirst() }
        while rest.last == "\n" { rest.removeLast() }
        return String(rest)
    }
}
