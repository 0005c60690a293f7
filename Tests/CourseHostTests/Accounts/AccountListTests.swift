import CourseModel
import JournalStore
import Testing

@testable import CourseHost

@Suite("A list of accounts")
struct AccountListTests {
    private func groups() throws -> [CourseModel.Group] { [Group(try #require(GroupID("g1")), name: "Un")] }

    @Test("people, roles and groups come out as they stand, from a spreadsheet's CSV")
    func reads() throws {
        let text =
            "\u{FEFF}login;nom;prenom;roles;groupes;anime\r\n"
            + "ines@ville.fr;\"Roy; née \"\"Luz\"\"\";Inès;;g1;\r\n\r\npaul;Petit;;formateur learner;;g1\r\n"
        let list = try AccountList(csv: text, groups: try groups())
        #expect(list.people.map(\.line) == [2, 4])
        #expect(list.people[0].account.profile.familyName == "Roy; née \"Luz\"")
        #expect(list.people[0].account.profile.name == "Inès Roy; née \"Luz\"")
        #expect(list.people[0].account.roles == [.learner])
        #expect(list.people[0].account.groups.map(\.text) == ["g1"])
        #expect(list.people[1].account.roles == [.learner, .trainer])
        #expect(list.people[1].account.trains.map(\.text) == ["g1"])
    }

    @Test(
        "every fault is named with its line",
        arguments: [
            ("", [AccountList.Fault(line: 1, reason: .notATable)]),
            ("login,nom\n\"a", [.init(line: 1, reason: .notATable)]),
            (
                "login,name\n",
                [
                    .init(line: 1, reason: .unknownColumn("name")), .init(line: 1, reason: .missingColumn("nom")),
                ]
            ),
            (
                "login,nom,roles,groupes\n,X,,\na,A,roi,\nA,B,,nulle-part\n",
                [
                    .init(line: 2, reason: .badLogin), .init(line: 3, reason: .badRole("roi")),
                    .init(line: 4, reason: .unknownGroup("nulle-part")),
                    .init(line: 4, reason: .repeatedLogin("A", firstLine: 3)),
                ]
            ),
        ])
    func faults(text: String, expected: [AccountList.Fault]) throws {
        let groups = try groups()
        let error = #expect(throws: AccountList.Faults.self) { try AccountList(csv: text, groups: groups) }
        #expect(error?.all == expected)
    }

    @Test("a list makes what is not there, twice makes nothing new, and a learner of the terminal keeps the folder")
    func makes() throws {
        let place = try AccountPlace()
        let known = LearnerProfile(login: "ines", name: "Inès")
        var chance = SystemRandomNumberGenerator()
        let learner = try place.folder.findOrCreate(known, as: LearnerID(using: &chance))
        let list = try AccountList(csv: "login,nom\nines,Roy\npaul,Petit\n", groups: [])
        #expect(try list.planned(in: place.folder) == (2, 0))
        #expect(try list.make(in: place.folder, at: place.noon).made.map(\.login) == ["ines", "paul"])
        #expect(try place.folder.accounts().map(\.learner).contains(learner))
        #expect(try place.folder.profile(of: learner)?.name == "Inès")
        #expect(try list.planned(in: place.folder) == (0, 2))
        #expect(try list.make(in: place.folder, at: place.noon).made.isEmpty)
        #expect(try place.folder.accounts().count == 2)
    }
}
