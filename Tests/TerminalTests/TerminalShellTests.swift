import CourseModel
import Glibc
import Learning
import Testing

@testable import Terminal

/// The whole shell on pipes and on a pseudo-terminal. One at a time: signals belong to the process.
@Suite("Terminal shell", .serialized)
struct TerminalShellTests {
    @Test("In a pipe, plain text from the first screen to the goodbye")
    func plainInPipe() throws {
        let (output, asked) = try run("n\nquitter\n", isPlain: true)
        #expect(asked == [.screen(1), .navigate(.suspendAll)])
        #expect(output.hasPrefix("Mission SPASER – Qu’est-ce qu’un SPASER ?\n"))
        #expect(output.hasSuffix("> \nTout est enregistré. À bientôt\u{A0}!\n"))
        #expect(!output.contains("\u{1B}") && !output.contains("█") && !output.contains("│"))
    }

    @Test("The end of input is a goodbye, a last line without its end is still read", arguments: [("", 0), ("n", 1)])
    func endOfInput(input: String, requests: Int) throws {
        let (_, asked) = try run(input, isPlain: true)
        #expect(asked.count == requests + 1 && asked.last == .navigate(.suspendAll))
    }

    @Test("On a full screen, keys lead, and no colour is sent where none is wanted", arguments: [true, false])
    func fullScreen(hasColor: Bool) throws {
        let (output, asked) = try run("\u{1B}[Cmq", isPlain: false, hasColor: hasColor)
        #expect(asked == [.screen(1), .navigate(.suspendAll)])
        #expect(output.contains("\u{1B}[36m") == hasColor)
    }

    @Test("A stale request is not made: the fresh state is shown instead")
    func stale() throws {
        var fresh = SampleCourse.start
        fresh.current = .lesson(id: "l1", SampleCourse.lesson, screen: 1)
        let (output, asked) = try run("n\nq\n", isPlain: true, elsewhere: .view(fresh))
        #expect(asked == [.navigate(.suspendAll)])
        #expect(output.contains(Words.elsewhere.french.prefix(20)))
    }

    @Test("What ends elsewhere ends here, and nothing more is asked", arguments: [true, false])
    func over(isPlain: Bool) throws {
        let end = Sentence(fr: "C’est fini ailleurs.", en: "It is over elsewhere.")
        let (output, asked) = try run(isPlain ? "n\nn\n" : "nn", isPlain: isPlain, elsewhere: .over(end))
        #expect(asked == [])
        #expect(output.contains(end.french))
    }

    @Test("Trouble on the way out is said instead of a promise")
    func troubleAtTheEnd() throws {
        let trouble = Sentence(fr: "Le disque est plein.", en: "The disk is full.")
        let (output, _) = try run("q\n", isPlain: true, reply: .failed(trouble))
        #expect(output.hasSuffix("\nLe disque est plein.\n"))
    }

    @Test("Where there is nothing to go on with, the shell says why and ends, and asks for nothing more")
    func over() throws {
        let reason = Sentence(fr: "Effacé.", en: "Erased.")
        let (output, asked) = try run("n\nn\nq\n", isPlain: true, reply: .over(reason))
        #expect(asked == [.screen(1)])
        #expect(output.hasSuffix("\nEffacé.\n"))
    }

    @Test("Nobody reads any more: the shell ends without a trap")
    func brokenPipe() throws {
        let (input, output) = (try Pipe(), try Pipe())
        input.fill("n\nn\n")
        close(output.reader)
        var shell = TerminalShell(
            options: TerminalOptions(isPlain: true, hasColor: false, input: input.reader, output: output.writer),
            language: .french, view: SampleCourse.start, perform: { _ in .view(SampleCourse.start) })
        shell.run()
        close(input.reader)
        close(output.writer)
    }

    @Test("A terminal is raw while the shell runs and as before afterwards")
    func restores() throws {
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var number: Int32 = -1
        var locked: Int32 = 0
        try #require(ioctl(master, 0x4004_5431, &locked) == 0, "TIOCSPTLCK")
        try #require(ioctl(master, 0x8004_5430, &number) == 0, "TIOCGPTN")
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        try #require(slave >= 0)
        defer {
            close(master)
            close(slave)
        }
        var before = termios()
        tcgetattr(slave, &before)
        var during = termios()
        var view = SampleCourse.start
        view.courseTitle = "\u{1B}]0;x\u{07}"
        let keys = Array("nq".utf8)
        #expect(write(master, keys, 1) == 1)
        var shell = TerminalShell(
            options: TerminalOptions(isPlain: false, hasColor: true, input: slave, output: slave), language: .french,
            view: view,
            perform: { _ in
                tcgetattr(slave, &during)
                _ = write(master, Array(keys.dropFirst()), 1)
                return .view(view)
            })
        shell.run()
        var after = termios()
        tcgetattr(slave, &after)
        #expect(before.c_lflag & UInt32(ICANON) != 0)
        #expect(during.c_lflag & UInt32(ICANON) == 0)
        #expect(after.c_lflag == before.c_lflag && after.c_iflag == before.c_iflag)
        var buffer = [UInt8](repeating: 0, count: 60_000)
        let count = read(master, &buffer, buffer.count)
        let output = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
        #expect(output.contains("\u{1B}[?1049h") && !output.contains("\u{1B}]") && !output.contains("\u{07}"))
    }

    @Test("A signal to end makes the shell return at once, without a request")
    func signal() throws {
        let (input, output) = (try Pipe(), try Pipe())
        var asked: [LearnerRequest] = []
        var shell = TerminalShell(
            options: TerminalOptions(isPlain: true, hasColor: false, input: input.reader, output: output.writer),
            language: .french, view: SampleCourse.start,
            perform: { request in
                asked.append(request)
                return .view(SampleCourse.start)
            },
            refresh: {
                kill(getpid(), SIGTERM)
                return nil
            })
        shell.run()
        #expect(asked == [])
        for descriptor in [input.reader, input.writer, output.reader, output.writer] { close(descriptor) }
    }

    private func run(
        _ typed: String, isPlain: Bool, hasColor: Bool = false, elsewhere: TerminalShell.Reply? = nil,
        reply: TerminalShell.Reply? = nil
    ) throws -> (output: String, asked: [LearnerRequest]) {
        let (input, output) = (try Pipe(), try Pipe())
        input.fill(typed)
        var course = SampleCourse()
        var shell = TerminalShell(
            options: TerminalOptions(isPlain: isPlain, hasColor: hasColor, input: input.reader, output: output.writer),
            language: .french, view: course.view,
            perform: { request in
                let done = course.perform(request)
                return reply ?? done
            },
            refresh: { elsewhere })
        shell.run()
        close(input.reader)
        close(output.writer)
        return (output.drain(), course.asked)
    }
}

private struct Pipe {
    let reader: Int32
    let writer: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        (reader, writer) = (ends[0], ends[1])
    }

    /// Writes all there will be.
    func fill(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(writer, bytes, bytes.count)
        close(writer)
    }

    /// Reads to the end.
    func drain() -> String {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while case let count = read(reader, &buffer, buffer.count), count > 0 { all += buffer.prefix(count) }
        close(reader)
        return String(decoding: all, as: UTF8.self)
    }
}
