internal import ArgumentParser
internal import CourseModel
internal import Glibc

/// What a command says: messages on stderr, results on stdout.
enum Console {
    /// A message for people.
    static func say(_ text: String) {
        write(text.withoutCommands(but: "\n") + "\n", to: 2)
    }

    /// A result, whole.
    static func give(_ text: String) throws(Failure) {
        guard write(text, to: 1) else { throw Failure(5, CommandSentences.cannotWrite("stdout", errno)) }
    }

    @discardableResult
    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                return false
            }
            rest = rest.dropFirst(written)
        }
        return true
    }
}

/// Why a command ends without its result: what people are told, and the exit code.
struct Failure: Error {
    /// As the contract lists them: 1 findings, 2 usage, 3 refused, 4 unreadable input, 5 data folder, 70 our defect.
    var code: Int32
    var sentence: Sentence

    init(_ code: Int32, _ sentence: Sentence) {
        self.code = code
        self.sentence = sentence
    }

    func leave() {
        Console.say(sentence.text(Failure.language))
        exit(code)
    }

    /// The language of messages, from `--lang` or the locale.
    nonisolated static var language: Language { GlobalOptions.chosenLanguage() }
}

extension String {
    /// The text without what would steer a terminal.
    func withoutCommands(but kept: Unicode.Scalar? = nil) -> String {
        var clean = UnicodeScalarView()
        for scalar in unicodeScalars { clean.append(scalar.isCommand && scalar != kept ? " " : scalar) }
        return String(clean)
    }
}
