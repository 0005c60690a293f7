import CourseModel
import FoundationEssentials
import Glibc
import JournalStore

@testable import CourseHost

/// A data folder that goes away with the test, and people in it.
final class AccountPlace {
    let path: String
    let folder: DataFolder
    let noon = Instant(milliseconds: 1_763_913_600_000)

    init() throws {
        path = "/tmp/parcours-accounts-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
        folder = try DataFolder(path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func after(seconds: Int64) -> Instant { Instant(milliseconds: noon.milliseconds + seconds * 1000) }

    /// Somebody who has been invited.
    func invited(_ login: String, roles: Set<Role> = [.learner]) throws -> Secret {
        let account = NewAccount(LearnerProfile(login: login, name: login), roles: roles)
        return try NewAccount.make([account], in: folder, at: noon)[0] ?? Secret()
    }
}
