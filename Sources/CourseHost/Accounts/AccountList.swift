public import CourseModel
public import JournalStore
internal import Records

/// A list of people from a spreadsheet, checked as a whole: either all of it can be made, or it says what to mend.
public struct AccountList: Sendable {
    /// What is wrong with the list, and where.
    public struct Fault: Error, Hashable, Sendable {
        public enum Reason: Hashable, Sendable {
            case notATable
            case missingColumn(String)
            case unknownColumn(String)
            case badLogin
            case repeatedLogin(String, firstLine: Int)
            case badRole(String)
            case unknownGroup(String)
        }

        /// The line of the file, from 1.
        public let line: Int
        public let reason: Reason
    }

    /// The columns, in French as records have them; `login` and `nom` must be there. Several roles or groups: with blanks.
    public static let columns = ["login", "nom", "prenom", "courriel", "organisme_nom", "roles", "groupes", "anime"]

    /// Everybody in the list, with the line.
    public let people: [(line: Int, account: NewAccount)]

    /// Reads a list; throws every fault at once.
    public init(csv text: String, groups: [Group]) throws(Faults) {
        guard let table = CSVTable(text) else { throw Faults([Fault(line: 1, reason: .notATable)]) }
        let names = table.header.map { $0.filter { !$0.isWhitespace }.lowercased() }
        var faults = names.filter { !Self.columns.contains($0) }.map { Fault(line: 1, reason: .unknownColumn($0)) }
        faults += ["login", "nom"].filter { !names.contains($0) }.map { Fault(line: 1, reason: .missingColumn($0)) }
        guard faults.isEmpty else { throw Faults(faults) }
        var people: [(line: Int, account: NewAccount)] = []
        var lines: [String: Int] = [:]
        for row in table.rows {
            let person = ListedPerson(row, names, groups: Set(groups.map(\.id)))
            faults += person.faults
            let login = person.login.lowercased()
            if let first = lines[login], !login.isEmpty {
                faults.append(Fault(line: row.line, reason: .repeatedLogin(person.login, firstLine: first)))
            }
            lines[login] = lines[login] ?? row.line
            people.append((row.line, person.account))
        }
        guard faults.isEmpty else { throw Faults(faults) }
        self.people = people
    }

    /// Everything that is wrong with a list.
    public struct Faults: Error, Sendable {
        public let all: [Fault]

        init(_ all: [Fault]) { self.all = all }

        /// The file could not be read as UTF-8 text.
        public static let unreadable = Faults([Fault(line: 1, reason: .notATable)])
    }

    /// Makes the accounts that are not there yet: who can choose a password with which code, and how many were there.
    public func make(
        in folder: DataFolder, at now: Instant
    ) throws(JournalError) -> (made: [(login: String, code: Secret)], known: Int) {
        let codes = try NewAccount.make(people.map(\.account), in: folder, at: now)
        let made = zip(people, codes).compactMap { person, code in
            code.map { (login: person.account.profile.login ?? "", code: $0) }
        }
        return (made, people.count - made.count)
    }

    /// How many accounts `make` would make, and how many are there.
    public func planned(in folder: DataFolder) throws(JournalError) -> (made: Int, known: Int) {
        var known: Set<[UInt8]> = []
        for account in try folder.accounts() {
            if let login = try folder.profile(of: account.learner)?.login { known.insert(Array(login.utf8)) }
        }
        let there = people.count { known.contains(Array(($0.account.profile.login ?? "").utf8)) }
        return (people.count - there, there)
    }
}

/// One row of the list, read.
private struct ListedPerson {
    var login = ""
    var account: NewAccount
    var faults: [AccountList.Fault] = []

    init(_ row: CSVTable.Row, _ names: [String], groups: Set<GroupID>) {
        func cell(_ name: String) -> String? {
            guard let place = names.firstIndex(of: name), row.cells.indices.contains(place) else { return nil }
            let text = row.cells[place].split(separator: " ").joined(separator: " ")
            return text.isEmpty ? nil : text
        }
        login = cell("login") ?? ""
        let (family, given) = (cell("nom"), cell("prenom"))
        let name = [given, family].compactMap(\.self).joined(separator: " ")
        account = NewAccount(
            LearnerProfile(
                login: login, name: name.isEmpty ? login : name, givenName: given, familyName: family,
                email: cell("courriel"), organization: cell("organisme_nom")))
        if !LearnerProfile.isUsable(login: login) { faults.append(.init(line: row.line, reason: .badLogin)) }
        if let roles = cell("roles")?.split(separator: " ").map(String.init) {
            account.roles = Set(roles.compactMap { Role(named: $0) })
            faults += roles.filter { Role(named: $0) == nil }.map { .init(line: row.line, reason: .badRole($0)) }
        }
        for (column, path) in [("groupes", \NewAccount.groups), ("anime", \NewAccount.trains)] {
            for text in cell(column)?.split(separator: " ").map(String.init) ?? [] {
                guard let group = GroupID(text), groups.contains(group) else {
                    faults.append(.init(line: row.line, reason: .unknownGroup(text)))
                    continue
                }
                account[keyPath: path].insert(group)
            }
        }
    }
}

extension Role {
    /// A role by its name, in French or English.
    public init?(named name: String) {
        switch name.lowercased() {
        case "apprenant", "apprenante", "learner": self = .learner
        case "formateur", "formatrice", "trainer": self = .trainer
        case "administrateur", "administratrice", "administrator", "admin": self = .administrator
        default: return nil
        }
    }
}
