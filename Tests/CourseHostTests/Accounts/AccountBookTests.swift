import CourseModel
import FoundationEssentials
import JournalStore
import Testing

@testable import CourseHost

@Suite("Signing in")
struct AccountBookTests {
    private let password = "une phrase assez longue"

    @Test("an invitation is good once; then the password signs in, and nothing else does")
    func wholeWay() async throws {
        let place = try AccountPlace()
        let code = try place.invited("Ines@ville.fr")
        let book = AccountBook(place.folder)
        await #expect(throws: AccountBook.Refusal.badPassword) {
            try await book.accept(code, password: "court", replacing: nil, at: place.noon)
        }
        let token = try await book.accept(code, password: password, replacing: nil, at: place.noon)
        #expect(try await book.person(token, at: place.noon)?.roles == [.learner])
        await #expect(throws: AccountBook.Refusal.noInvitation) {
            try await book.accept(code, password: password, replacing: nil, at: place.noon)
        }
        for (login, tried) in [("ines@ville.fr", "une autre phrase"), ("nobody", password), ("", "")] {
            await #expect(throws: AccountBook.Refusal.wrong) {
                try await book.signIn(login: login, password: tried, from: "n", replacing: nil, at: place.noon)
            }
        }
        let again = try await book.signIn(
            login: "ines@ville.fr", password: password, from: "n", replacing: token, at: place.noon)
        #expect(again != token)
        #expect(try await book.person(token, at: place.noon) == nil)
        #expect(try await book.person(again, at: place.noon) != nil)
    }

    @Test("an invitation ends after a week, and with a block")
    func invitationEnds() async throws {
        let place = try AccountPlace()
        let code = try place.invited("ines")
        let book = AccountBook(place.folder)
        #expect(try await book.invited(code, at: place.after(seconds: 7 * 86_400 - 1)) != nil)
        #expect(try await book.invited(code, at: place.after(seconds: 7 * 86_400)) == nil)
        #expect(try await book.invited(Secret(), at: place.noon) == nil)
        try place.folder.changeAccounts { $0[0].isBlocked = true }
        #expect(try await book.invited(code, at: place.noon) == nil)
    }

    @Test("a session ends half an hour after its last use, twelve hours after it began, with a block and when closed")
    func sessionsEnd() async throws {
        let place = try AccountPlace()
        let book = AccountBook(place.folder)
        let token = try await book.accept(
            try place.invited("ines"), password: password, replacing: nil, at: place.noon)
        #expect(try await book.person(token, at: place.after(seconds: 1799)) != nil)
        #expect(try await book.person(token, at: place.after(seconds: 3600)) == nil)
        for half in 1...23 {
            #expect(try await book.person(token, at: place.after(seconds: Int64(half) * 1799)) != nil)
        }
        #expect(try await book.person(token, at: place.after(seconds: 12 * 3600)) == nil)
        try place.folder.changeAccounts { $0[0].isBlocked = true }
        #expect(try await book.person(token, at: place.after(seconds: 23 * 1799)) == nil)
        try place.folder.changeAccounts { $0[0].isBlocked = false }
        #expect(try await book.person(token, at: place.after(seconds: 23 * 1799)) != nil)
        try await book.signOut(token)
        #expect(try await book.person(token, at: place.after(seconds: 23 * 1799)) == nil)
    }

    @Test("what another program changes counts at the next request, and sessions outlive the server")
    func otherPrograms() async throws {
        let place = try AccountPlace()
        let book = AccountBook(place.folder)
        let token = try await book.accept(
            try place.invited("ines"), password: password, replacing: nil, at: place.noon)
        #expect(try await AccountBook(place.folder).person(token, at: place.noon) != nil)
        try place.folder.changeAccounts { $0[0].roles = [.administrator] }
        #expect(try await book.person(token, at: place.noon)?.roles == [.administrator])
        try place.folder.changeSessions { $0 = [] }
        #expect(try await book.person(token, at: place.noon) == nil)
    }

    @Test("after five wrong tries one waits, longer each time; a blocked account looks like a wrong password")
    func delays() async throws {
        let place = try AccountPlace()
        let book = AccountBook(place.folder)
        _ = try await book.accept(try place.invited("ines"), password: password, replacing: nil, at: place.noon)
        for _ in 1...SignInDelay.freeForAccount {
            await #expect(throws: AccountBook.Refusal.wrong) {
                try await book.signIn(login: "ines", password: "faux", from: "n", replacing: nil, at: place.noon)
            }
        }
        await #expect(throws: AccountBook.Refusal.wait(seconds: 1)) {
            try await book.signIn(login: "ines", password: password, from: "n", replacing: nil, at: place.noon)
        }
        try place.folder.changeAccounts { $0[0].isBlocked = true }
        await #expect(throws: AccountBook.Refusal.wrong) {
            try await book.signIn(
                login: "ines", password: password, from: "n", replacing: nil, at: place.after(seconds: 2))
        }
        await #expect(throws: AccountBook.Refusal.wait(seconds: 2)) {
            try await book.signIn(
                login: "ines", password: password, from: "n", replacing: nil, at: place.after(seconds: 2))
        }
    }

    @Test("a new password needs the old one, and ends the other sessions")
    func changes() async throws {
        let place = try AccountPlace()
        let book = AccountBook(place.folder)
        let first = try await book.accept(
            try place.invited("ines"), password: password, replacing: nil, at: place.noon)
        let second = try await book.signIn(
            login: "ines", password: password, from: "n", replacing: nil, at: place.noon)
        let learner = try #require(try await book.person(second, at: place.noon)?.learner)
        await #expect(throws: AccountBook.Refusal.wrong) {
            try await book.change("faux", to: "encore une phrase", of: learner, keeping: second)
        }
        try await book.change(password, to: "encore une phrase", of: learner, keeping: second)
        #expect(try await book.person(first, at: place.noon) == nil)
        #expect(try await book.sessions(of: learner, at: place.noon, seenFrom: second).map(\.isThis) == [true])
        _ = try await book.signIn(
            login: "ines", password: "encore une phrase", from: "n", replacing: nil, at: place.noon)
    }

    @Test("no secret stands in a file: neither token, nor code, nor password")
    func nothingInFiles() async throws {
        let place = try AccountPlace()
        let code = try place.invited("ines")
        let token = try await AccountBook(place.folder).accept(
            code, password: password, replacing: nil, at: place.noon)
        for name in ["accounts", "sessions"] {
            let text = try String(contentsOfFile: "\(place.path)/\(name).jsonl", encoding: .utf8)
            #expect(!text.isEmpty)
            for secret in [code.text, token.text, password, "ines"] { #expect(!text.contains(secret)) }
        }
    }
}
