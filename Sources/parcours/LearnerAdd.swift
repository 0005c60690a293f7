internal import ArgumentParser
internal import CourseModel
internal import JournalStore

extension LearnerCommand {
    /// Makes a learner.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: words("Inscrit un apprenant.", "Adds a learner."),
            discussion: words(
                """
                EXEMPLES
                  parcours learner add ines
                  parcours learner add ines --family-name Martin --given-name Inès
                  parcours learner add ines --organization "Ville de Nantes" --json

                Ces données ne sont écrites que dans learner.json\u{A0}; ailleurs, la personne est un identifiant opaque.
                """,
                """
                EXAMPLES
                  parcours learner add ines
                  parcours learner add ines --family-name Martin --given-name Inès
                  parcours learner add ines --organization "Ville de Nantes" --json

                This data is written to learner.json only; everywhere else the person is an opaque identifier.
                """))

        @Argument(help: help("Le nom de connexion.", "The login.")) var login: String
        @Option(help: help("Comment la personne est appelée.", "How the person is addressed.")) var name: String?
        @Option(help: help("Prénom.", "Given name.")) var givenName: String?
        @Option(help: help("Nom de famille.", "Family name.")) var familyName: String?
        @Option(help: help("Adresse électronique.", "E-mail address.")) var email: String?
        @Option(help: help("Organisme.", "Organization.")) var organization: String?
        @Flag(help: help("Résultat en JSON.", "Result as JSON.")) var json = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            guard isUsable(login) else { throw Failure(2, LearnerSentences.badLogin) }
            let folder = try Failure.translating { () throws(JournalError) in try DataFolder(global.dataFolderPath) }
            let full = [givenName, familyName].compactMap { $0 }.joined(separator: " ")
            let profile = LearnerProfile(
                login: login, name: name ?? (full.isEmpty ? login : full), givenName: givenName,
                familyName: familyName, email: email, organization: organization)
            var chance = SystemRandomNumberGenerator()
            let id = LearnerID(using: &chance)
            do throws(JournalError) {
                try folder.create(id, profile)
            } catch {
                guard case .learnerExists = error.reason else { throw Failure(error) }
                throw Failure(3, LearnerSentences.taken(login))
            }
            try Console.give(
                json
                    ? jsonLine(LearnerAnswer(id, profile))
                    : LearnerSentences.added(login, id).text(global.language) + "\n")
        }

        /// Without a blank, and not the word for the local learner.
        private func isUsable(_ login: String) -> Bool {
            LearnerProfile.isUsable(login: login) && login != "local" && !login.contains(where: \.isWhitespace)
        }
    }
}

/// Who a learner is, for programs.
struct LearnerAnswer: Encodable {
    var id: String
    var login: String?
    var name: String
    var givenName: String?
    var familyName: String?
    var email: String?
    var organization: String?
    /// How many courses were begun, and when something last happened; where the command looks.
    var enrolments: Int?
    var lastAccess: String?
    var courses: [Course]?

    /// How far the learner is in one course.
    struct Course: Encodable {
        var course: String
        var title: String
        var version: String
        var firstAccess: String?
        var lastAccess: String?
        var completedAt: String?
        var completion: String
        var success: String
        var unitsDone: Int
        var unitsTotal: Int
        var scoreScaled: Double?
        var durationSeconds: Int64
        /// Where the learner is.
        var current: String?
        /// The last line of the journal.
        var line: Int
        var activities: [Activity]
    }

    /// An activity that was attempted.
    struct Activity: Encodable {
        var id: String
        var title: String
        var status: String
        var attempts: Int
        var lastSeen: String?
    }

    init(_ id: LearnerID, _ profile: LearnerProfile?) {
        self.id = id.text
        (login, name) = (profile?.login, profile?.name ?? "")
        (givenName, familyName) = (profile?.givenName, profile?.familyName)
        (email, organization) = (profile?.email, profile?.organization)
    }
}
