internal import CourseModel
internal import JournalStore

/// What is said of backups.
enum BackupSentences {
    static let backingUp = Sentence(fr: "Sauvegarde", en: "Backing up")
    static let restoring = Sentence(fr: "Restauration", en: "Restoring")

    static func exists(_ path: String) -> Sentence {
        Sentence(
            fr:
                "\(path)\u{A0}: ce fichier existe déjà, et une sauvegarde n’en remplace jamais une autre. Donnez un autre nom.",
            en: "\(path): this file is there already, and a backup never replaces another one. Give another name.")
    }

    static func backedUp(_ path: String, _ report: BackupReport) -> Sentence {
        Sentence(
            fr: "\(path)\u{A0}: apprenants \(report.learners), fichiers \(report.files), octets \(report.bytes).",
            en: "\(path): learners \(report.learners), files \(report.files), bytes \(report.bytes).")
    }

    static func skipped(_ path: String) -> Sentence {
        Sentence(
            fr: "\(path)\u{A0}: ni fichier ni dossier\u{A0}; ce n’est pas dans la sauvegarde.",
            en: "\(path): neither a file nor a folder; it is not in the backup.")
    }

    static func restored(_ path: String, _ report: BackupReport) -> Sentence {
        Sentence(
            fr:
                "\(path)\u{A0}: apprenants \(report.learners), fichiers \(report.files), octets \(report.bytes)\u{A0}; effacés, "
                + "donc laissés dehors\u{A0}: \(report.keptOut.count).",
            en: "\(path): learners \(report.learners), files \(report.files), bytes \(report.bytes); erased, so kept "
                + "out: \(report.keptOut.count).")
    }
}
