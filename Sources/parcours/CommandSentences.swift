internal import CourseModel
internal import Glibc
internal import Packaging

/// What commands say, in every language.
enum CommandSentences {
    static func cannotWrite(_ place: String, _ number: Int32) -> Sentence {
        let reason = String(cString: strerror(number))
        return Sentence(
            fr: "\(place) : écriture impossible (\(reason)). Libérez de la place ou choisissez un autre endroit.",
            en: "\(place): cannot write (\(reason)). Free some space or choose another place.")
    }

    static func noSuchCourse(_ name: String) -> Sentence {
        Sentence(
            fr: "\(name) : ni un dossier de cours, ni un cours connu. Donnez le chemin d’un dossier qui contient "
                + "imsmanifest.xml, ou d’un fichier zip.",
            en: "\(name): neither a course folder nor a known course. Give the path of a folder that holds "
                + "imsmanifest.xml, or of a zip file.")
    }

    static func noSuchLearner(_ name: String) -> Sentence {
        Sentence(
            fr: "\(name) : aucun apprenant de ce nom dans ces données.",
            en: "\(name): no learner of that name in this data.")
    }

    static func noEnrolment(_ learner: String, _ course: String) -> Sentence {
        Sentence(
            fr: "\(learner) n’a pas commencé le cours \(course).", en: "\(learner) has not begun the course \(course).")
    }

    static func lineNumber(_ last: Int) -> Sentence {
        Sentence(
            fr: "--at : donnez un numéro de ligne du journal, de 1 à \(last).",
            en: "--at: give a line number of the journal, from 1 to \(last).")
    }

    static func unfitting(_ path: String, line: Int) -> Sentence {
        Sentence(
            fr: "\(path):\(line) : cette ligne ne correspond pas au cours. Rien n’a changé ; reprenez ce journal d’une "
                + "sauvegarde, ou signalez-nous ce défaut.",
            en:
                "\(path):\(line): this line does not fit the course. Nothing has changed; take the journal from a backup, "
                + "or report this defect to us.")
    }

    static func pinned(_ version: String) -> Sentence {
        Sentence(
            fr:
                "Vous suivez la version \(version.prefix(8))… commencée auparavant ; la version de ce dossier vaut pour "
                + "les nouvelles inscriptions.",
            en: "You follow version \(version.prefix(8))… that you began before; the version of this folder is for new "
                + "enrolments.")
    }

    static func defect(_ what: String) -> Sentence {
        Sentence(
            fr: "Défaut de parcours, à nous signaler : \(what)", en: "A defect of parcours, to report to us: \(what)")
    }

    static let badLearner = Sentence(
        fr: "--learner\u{A0}: donnez un nom de 1 à 128 caractères, par exemple --learner ines.",
        en: "--learner: give a name of 1 to 128 characters, such as --learner ines.")

    static let sharedFilesMissing = Sentence(
        fr: "Le dossier Scorm/ est introuvable. Lancez parcours depuis le projet, installez-le avec « make install », "
            + "ou indiquez PARCOURS_SHARE.",
        en: "The folder Scorm/ is not found. Run parcours from the project, install it with “make install”, "
            + "or set PARCOURS_SHARE.")

    static let localLearner = Sentence(fr: "Apprenant de ce poste", en: "Learner of this machine")

    static func tablesUnreadable(_ file: String, _ what: String) -> Sentence {
        Sentence(
            fr: "\(file) : table illisible (\(what)). Réinstallez parcours.",
            en: "\(file): unreadable table (\(what)). Install parcours again.")
    }

    static func unusable(_ path: String, _ findings: [Finding]) -> Sentence {
        let errors = findings.filter { $0.severity == .error }.prefix(3)
        let french = errors.map { "\($0.file):\($0.line ?? 1) \($0.message.french) \($0.cure.french)" }
        let english = errors.map { "\($0.file):\($0.line ?? 1) \($0.message.english) \($0.cure.english)" }
        return Sentence(
            fr: (["\(path) : rien à suivre ici. « parcours check » dit tout :"] + french).joined(separator: "\n  "),
            en: (["\(path): nothing to follow here. “parcours check” says all:"] + english).joined(separator: "\n  "))
    }

    static func notKept(_ path: String, _ what: String) -> Sentence {
        Sentence(
            fr: "\(path) : le dossier de données ne l’a pas pris (\(what)). Vérifiez la place et les droits.",
            en: "\(path): the data folder did not take it (\(what)). Check space and permissions.")
    }

    static func versionMissing(_ id: String, _ version: String) -> Sentence {
        Sentence(
            fr:
                "\(id) : la version \(version.prefix(12))… du cours manque dans courses/. Restaurez-la depuis une sauvegarde.",
            en: "\(id): version \(version.prefix(12))… of the course is missing in courses/. Restore it from a backup.")
    }

    static func cursor(_ cursor: String) -> Sentence {
        Sentence(fr: "Curseur pour --since : \(cursor)", en: "Cursor for --since: \(cursor)")
    }

    static func after(line: Int, _ time: String) -> Sentence {
        Sentence(fr: "Après la ligne \(line), \(time)", en: "After line \(line), \(time)")
    }

    static func noData(_ path: String) -> Sentence {
        Sentence(
            fr:
                "\(path) : ce dossier de données n’existe pas. Commencez un cours avec « parcours learn », ou donnez --data.",
            en: "\(path): that data folder does not exist. Begin a course with “parcours learn”, or give --data.")
    }

    static let badCursor = Sentence(
        fr: "--since : ce curseur ne vient pas d’un export de parcours.",
        en: "--since: that cursor is not from an export of parcours.")

    /// « 3 journaux vérifiés, tous intacts. »
    static func checked(_ count: Int, damaged: Int) -> Sentence {
        let (journal, journaux) = (
            count < 2 ? "journal vérifié" : "journaux vérifiés", count == 1 ? "journal" : "journals"
        )
        return damaged == 0
            ? Sentence(fr: "\(count) \(journal), aucun dommage.", en: "\(count) \(journaux) checked, no damage.")
            : Sentence(
                fr: "\(count) \(journal), \(damaged) \(damaged == 1 ? "endommagé" : "endommagés").",
                en: "\(count) \(journaux) checked, \(damaged) damaged.")
    }

    /// Why a package cannot be read at all, and what to do.
    static func unreadable(_ path: String, _ error: PackageError) -> Sentence {
        let finding = error.finding(in: path)
        return Sentence(
            fr: "\(path) : \(finding.message.french) \(finding.cure.french)",
            en: "\(path): \(finding.message.english) \(finding.cure.english)")
    }
}
