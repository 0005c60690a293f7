public import CourseModel
import Glibc

extension JournalError {
    /// What is the case, for people.
    public var sentence: Sentence {
        let file = printable(path)
        return switch reason {
        case .system(let call, let number):
            Sentence(
                fr: "\(file)\u{A0}: l’opération « \(call) » a échoué (\(systemText(number))). "
                    + "Rien n’a été confirmé.",
                en: "\(file): the operation “\(call)” failed (\(systemText(number))). Nothing was acknowledged."
            )
        case .locked:
            Sentence(
                fr: "\(file)\u{A0}: un autre programme garde ce verrou.",
                en: "\(file): another program holds this lock.")
        case .damaged(let line):
            Sentence(
                fr: "\(file), ligne \(line)\u{A0}: cette ligne est endommagée. Ce parcours reste lisible, "
                    + "mais rien n’y est plus écrit.",
                en: "\(file), line \(line): this line is damaged. The enrolment can be read, but nothing is written "
                    + "to it any more.")
        case .unknownKind(let kind, let line):
            Sentence(
                fr: "\(file), ligne \(line)\u{A0}: un programme plus récent a écrit un événement « \(kind) » "
                    + "que cette version ne connaît pas. Ce parcours est en lecture seule.",
                en: "\(file), line \(line): a newer program wrote a “\(kind)” event that this version does not "
                    + "know. The enrolment is read-only."
            )
        case .newerFormat(let format):
            Sentence(
                fr: "\(file)\u{A0}: ces données sont au format « \(printable(format)) », plus récent que ce programme.",
                en: "\(file): this data has the format “\(printable(format))”, newer than this program."
            )
        case .replaced:
            Sentence(
                fr: "\(file)\u{A0}: ce fichier a été remplacé ou raccourci pendant qu’il servait.",
                en: "\(file): this file was replaced or shortened while in use.")
        case .notADataFolder:
            Sentence(
                fr: "\(file)\u{A0}: ce dossier contient autre chose que des données de Parcours.",
                en: "\(file): this folder holds something other than Parcours data.")
        case .unreadable:
            Sentence(
                fr: "\(file)\u{A0}: ce fichier ne se lit pas comme il le devrait.",
                en: "\(file): this file cannot be read as what it should be.")
        case .altered:
            Sentence(
                fr: "\(file)\u{A0}: le contenu n’est plus celui que le nom de ce fichier annonce.",
                en: "\(file): the content is not the one that the file’s name says any more.")
        case .malformedRecord:
            Sentence(
                fr: "\(file)\u{A0}: l’enregistrement demandé est mal formé. Rien n’a été écrit.",
                en: "\(file): the requested record is malformed. Nothing was written.")
        case .tooLarge(let bytes):
            Sentence(
                fr: "\(file)\u{A0}: l’enregistrement demandé fait \(bytes)\u{A0}octets\u{A0}; "
                    + "une ligne en contient au plus \(JournalLine.largest). Rien n’a été écrit.",
                en: "\(file): the requested record has \(bytes) bytes; a line holds \(JournalLine.largest) at most. "
                    + "Nothing was written.")
        case .learnerExists:
            Sentence(
                fr: "\(file)\u{A0}: cette personne est déjà inscrite.",
                en: "\(file): this learner is there already.")
        }
    }

    /// What to do about it, for people.
    public var cure: Sentence {
        switch reason {
        case .system(_, ENOSPC), .system(_, EDQUOT):
            Sentence(
                fr: "Libérez de la place sur le disque, puis recommencez.",
                en: "Make room on the disk, then try again.")
        case .system(_, EACCES), .system(_, EPERM), .system(_, EROFS):
            Sentence(
                fr: "Vérifiez les droits d’écriture sur ce dossier.",
                en: "Check that this folder may be written.")
        case .system(_, ENOENT), .system(_, ENOTDIR):
            Sentence(fr: "Vérifiez le chemin indiqué.", en: "Check the path.")
        case .system:
            Sentence(
                fr: "Vérifiez le disque, relancez le programme, puis refaites la dernière action.",
                en: "Check the disk, restart the program, then repeat the last action.")
        case .locked:
            Sentence(
                fr: "Fermez l’autre programme ou attendez qu’il ait fini, puis recommencez.",
                en: "Close the other program or wait until it is done, then try again.")
        case .damaged:
            Sentence(
                fr: "Reprenez ce fichier d’une sauvegarde, ou voyez avec « parcours data repair --dry-run » "
                    + "ce qui peut en être gardé.",
                en: "Bring this file back from a backup, or see with “parcours data repair --dry-run” "
                    + "what can be kept of it."
            )
        case .unknownKind, .newerFormat:
            Sentence(
                fr: "Utilisez une version plus récente de Parcours.",
                en: "Use a newer version of Parcours.")
        case .replaced:
            Sentence(fr: "Rouvrez ce parcours.", en: "Open the enrolment again.")
        case .notADataFolder:
            Sentence(
                fr: "Indiquez un dossier vide ou un dossier de données avec « --data ».",
                en: "Name an empty folder or a data folder with “--data”."
            )
        case .unreadable, .altered:
            Sentence(fr: "Reprenez ce fichier d’une sauvegarde.", en: "Bring this file back from a backup.")
        case .malformedRecord, .tooLarge:
            Sentence(
                fr: "Corrigez la demande\u{A0}; le journal est intact.",
                en: "Correct the request; the journal is intact.")
        case .learnerExists:
            Sentence(fr: "Choisissez un autre identifiant.", en: "Choose another login.")
        }
    }
}

/// The system's own words, in English as the system gives them.
private func systemText(_ number: Int32) -> String {
    strerror(number).map { String(cString: $0) } ?? "errno \(number)"
}

/// A path or name for a terminal: what could steer it is shown as a code point.
func printable(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
        if JSONScanner.mustBeEscaped(scalar.value) {
            result += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
}
