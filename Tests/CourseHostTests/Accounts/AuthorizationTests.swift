import CourseModel
import JournalStore
import Testing

@testable import CourseHost

@Suite("Who may do what")
struct AuthorizationTests {
    private let own = LearnerID("own")
    private let other = LearnerID("other")
    private let mine = GroupID("mine")
    private let foreign = GroupID("foreign")

    /// The whole table: for each action and thing, who may. A new action that is not here fails `complete`.
    private static let table: [(Action, String, Set<String>)] = [
        (.readPublicPages, "site", ["nobody", "learner", "trainer", "administrator"]),
        (.browseCourses, "site", ["learner", "trainer", "administrator"]),
        (.learn, "site", ["learner", "trainer", "administrator"]),
        (.learn, "own", ["learner", "trainer", "administrator"]),
        (.learn, "learner in my group", []),
        (.learn, "learner elsewhere", []),
        (.importCourse, "site", ["trainer", "administrator"]),
        (.followGroup, "site", ["trainer", "administrator"]),
        (.followGroup, "my group", ["trainer", "administrator"]),
        (.followGroup, "another group", ["administrator"]),
        (.seeLearner, "own", ["learner", "trainer", "administrator"]),
        (.seeLearner, "learner in my group", ["trainer", "administrator"]),
        (.seeLearner, "learner elsewhere", ["administrator"]),
        (.manageAccounts, "site", ["administrator"]),
    ]

    private func resource(_ name: String) throws -> Subject {
        let (mine, foreign) = (try #require(mine), try #require(foreign))
        return switch name {
        case "own": .learner(try #require(own), groups: [])
        case "learner in my group": .learner(try #require(other), groups: [mine])
        case "learner elsewhere": .learner(try #require(other), groups: [foreign])
        case "my group": .group(mine)
        case "another group": .group(foreign)
        default: .site
        }
    }

    private func person(_ role: String) throws -> Person? {
        guard let role = Role(rawValue: role) else { return nil }
        return Person(try #require(own), roles: [role], trains: [try #require(mine)])
    }

    @Test("each role may exactly what the table says", arguments: ["nobody", "learner", "trainer", "administrator"])
    func matrix(role: String) throws {
        let person = try person(role)
        for (action, thing, allowed) in Self.table {
            let isAllowed = Authorization.allows(person, action, on: try resource(thing))
            #expect(isAllowed == allowed.contains(role), "\(role) \(action.rawValue) \(thing)")
        }
    }

    @Test("the table names every action, and somebody without a role may nothing but public pages")
    func complete() throws {
        #expect(Set(Self.table.map(\.0)) == Set(Action.allCases))
        let nobody = Person(try #require(own), roles: [])
        for (action, thing, _) in Self.table where action != .readPublicPages && thing != "own" {
            #expect(!Authorization.allows(nobody, action, on: try resource(thing)), "\(action.rawValue) \(thing)")
        }
    }
}
