import CourseHost
import CourseModel
import HTTPTypes
import JournalStore
import Testing

@testable import Web

@Suite("Who may take which route")
struct RouteRightsTests {
    /// Every route with those who may take it, where people sign in. A route that is not here fails the test.
    private static let table: [String: Set<String>] = [
        "GET /": everybody, "GET /courses/:course": everybody, "GET /courses/:course/play": everybody,
        "POST /courses/:course/play": everybody, "POST /courses/:course/notes": everybody, "GET /me": everybody,
        "GET /search": everybody, "GET /accessibility": anybody, "GET /courses/:course/files/:version/*path": everybody,
        "POST /courses/:course/play/content": everybody, "POST /api/import": trainers,
        "GET /import": trainers, "POST /import": trainers, "POST /import/publish": trainers,
        "GET /launch": everybody, "POST /launch": everybody,
        "POST /preferences": anybody, "GET /help": anybody, "GET /assets/:name": anybody,
        "GET /sign-in": anybody, "POST /sign-in": anybody, "POST /sign-out": anybody,
        "GET /invitation/:code": anybody, "POST /invitation/:code": anybody,
        "GET /account": everybody, "POST /account/password": everybody, "POST /account/sessions": everybody,
        "GET /groups": trainers, "GET /groups/:group": trainers,
    ]
    private static let anybody: Set = ["nobody", "learner", "trainer", "administrator"]
    private static let everybody: Set = ["learner", "trainer", "administrator"]
    private static let trainers: Set = ["trainer", "administrator"]

    private func name(_ route: Route) -> String { "\(route.method.rawValue) /\(route.pattern.joined(separator: "/"))" }

    @Test("the table names every route, and no other")
    func complete() {
        #expect(Set(Routes.all.map(name)) == Set(Self.table.keys))
        #expect(Routes.all.count == Self.table.count)
    }

    @Test("each role may take exactly the routes of the table", arguments: anybody.sorted())
    func matrix(role: String) throws {
        let learner = try #require(LearnerID("someone"))
        let person = Role(rawValue: role).map { Person(learner, roles: [$0]) }
        for route in Routes.all {
            let isAllowed = Authorization.allows(person, route.action)
            #expect(isAllowed == Self.table[name(route)]?.contains(role), "\(role): \(name(route))")
        }
    }

    @Test("with open access nobody follows others or makes accounts")
    func open() {
        let closed = Set(Action.allCases).subtracting(Call.openActions)
        #expect(closed == [.followGroup, .seeLearner, .manageAccounts])
    }
}
