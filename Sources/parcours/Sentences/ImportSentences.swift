internal import CourseHost
internal import CourseModel
internal import Packaging

/// What `import` says.
enum ImportSentences {
    static let importing = Sentence(fr: "Import, en Mio", en: "Importing, in MiB")

    /// What was done, what changed, what to know.
    static func told(_ report: ImportReport, _ file: String) -> [Sentence] {
        var told = [outcome(report, file)]
        told += report.changes.map(ImportSentences.changes) ?? []
        if !report.hosts.isEmpty {
            let hosts = report.hosts.prefix(10).joined(separator: ", ")
            told.append(
                Sentence(
                    fr: "  Des activités mènent à d’autres sites : \(hosts)",
                    en: "  Activities lead to other sites: \(hosts)"))
        }
        let grave = report.findings.count { $0.severity != .note }
        if grave > 0 {
            told.append(
                Sentence(
                    fr: "  \(grave) \(grave == 1 ? "constat" : "constats") : « parcours check \(file) » dit tout.",
                    en: "  \(grave) \(grave == 1 ? "finding" : "findings"): “parcours check \(file)” says all."))
        }
        return told
    }

    private static func outcome(_ report: ImportReport, _ file: String) -> Sentence {
        let short = report.version.prefix(12)
        let size = "\(report.files)"
        return switch report.outcome {
        case .new:
            Sentence(
                fr: "\(file) : « \(report.title) » est importé (\(size) fichiers, version \(short)).",
                en: "\(file): “\(report.title)” is imported (\(size) files, version \(short)).")
        case .updated:
            Sentence(
                fr: "\(file) : nouvelle version \(short) de « \(report.title) », pour les nouvelles inscriptions.",
                en: "\(file): new version \(short) of “\(report.title)”, for new enrolments.")
        case .same:
            Sentence(
                fr: "\(file) : déjà importé à l’identique, rien n’a changé.",
                en: "\(file): imported before, the very same bytes; nothing has changed.")
        case .restored:
            Sentence(
                fr: "\(file) : version \(short) déjà importée ; elle est de nouveau celle des nouvelles inscriptions.",
                en: "\(file): version \(short) was imported before; it is again the one for new enrolments.")
        }
    }

    /// One line a kind of change that there is.
    static func changes(_ changes: CourseChanges) -> [Sentence] {
        let activities: [([CourseChanges.Named], Sentence)] = [
            (changes.added, Sentence(fr: "étapes ajoutées", en: "activities added")),
            (changes.removed, Sentence(fr: "étapes supprimées", en: "activities removed")),
            (changes.renamed, Sentence(fr: "étapes renommées", en: "activities renamed")),
            (changes.moved, Sentence(fr: "étapes déplacées", en: "activities moved")),
            (changes.resequenced, Sentence(fr: "règles de séquencement modifiées", en: "sequencing changed")),
            (changes.relaunched, Sentence(fr: "contenu lancé modifié", en: "launched content changed")),
        ]
        let files: [([String], Sentence)] = [
            (changes.filesAdded, Sentence(fr: "fichiers ajoutés", en: "files added")),
            (changes.filesChanged, Sentence(fr: "fichiers modifiés", en: "files changed")),
            (changes.filesRemoved, Sentence(fr: "fichiers supprimés", en: "files removed")),
        ]
        return activities.compactMap { line($0.map { "\($0.id) (\($0.title))" }, $1) } + files.compactMap(line)
    }

    /// « étapes ajoutées : 12 : a, b, c … »
    private static func line(_ names: [String], _ label: Sentence) -> Sentence? {
        guard !names.isEmpty else { return nil }
        let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " …" : "")
        return Sentence(
            fr: "  \(label.french) (\(names.count)) : \(shown)", en: "  \(label.english) (\(names.count)): \(shown)")
    }

    /// Why a package did not get in; nothing of it has stayed.
    static func failure(_ file: String, _ error: any Error) -> Failure {
        switch error {
        case let unusable as LoadedCourse.Unusable:
            let errors = unusable.findings.filter { $0.severity == .error }
            return failure(file, (errors.isEmpty ? unusable.findings : errors).prefix(3))
        case let error as PackageError: return failure(file, [error.finding(in: "")])
        default: return Failure.keeping(file, error)
        }
    }

    private static func failure(_ file: String, _ findings: some Sequence<Finding>) -> Failure {
        func text(_ finding: Finding, _ language: Language) -> String {
            let place = finding.file + (finding.line.map { ":\($0) " } ?? (finding.file.isEmpty ? "" : " "))
            return "\(place)\(finding.code) \(finding.message.text(language)) \(finding.cure.text(language))"
        }
        return Failure(
            4,
            Sentence(
                fr: (["\(file) : ce paquet n’a pas été importé ; rien n’en est gardé."]
                    + findings.map { text($0, .french) }).joined(separator: "\n  "),
                en: (["\(file): this package was not imported; nothing of it is kept."]
                    + findings.map { text($0, .english) }).joined(separator: "\n  ")))
    }
}
