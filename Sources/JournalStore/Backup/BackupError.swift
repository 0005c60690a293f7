public import CourseModel

/// Why a backup cannot be brought back; nothing has changed then.
public enum BackupError: Error, Hashable, Sendable {
    /// Something else than a backup of Parcours, or a part of it was overwritten.
    case notABackup(String)
    /// The end is missing.
    case cutShort(String)
    /// An entry would lie outside, or comes twice.
    case refusedPath(String, String)
    /// The manifest and the entries differ, or an entry's bytes are not those that were backed up.
    case changed(String, entry: String)
    /// There is something where the data shall go.
    case occupied(String)
    /// A line of a file of tombstones is none.
    case badTombstone(String, line: Int)

    /// What is the case and what to do, for people.
    public var sentence: Sentence {
        switch self {
        case .notABackup(let path):
            Sentence(
                fr: "\(printable(path))\u{A0}: ce n’est pas une sauvegarde de Parcours. Donnez un fichier fait par "
                    + "«\u{A0}parcours data backup\u{A0}».",
                en: "\(printable(path)): this is no backup of Parcours. Give a file made by “parcours data backup”.")
        case .cutShort(let path):
            Sentence(
                fr:
                    "\(printable(path))\u{A0}: la fin de la sauvegarde manque. Copiez-la de nouveau, ou prenez-en une autre.",
                en: "\(printable(path)): the end of the backup is missing. Copy it again, or take another one.")
        case .refusedPath(let path, let entry):
            Sentence(
                fr: "\(printable(path))\u{A0}: l’entrée «\u{A0}\(printable(entry))\u{A0}» n’a rien à faire dans une "
                    + "sauvegarde. Rien n’a été écrit\u{A0}; prenez une autre sauvegarde.",
                en: "\(printable(path)): the entry “\(printable(entry))” has no place in a backup. Nothing was "
                    + "written; take another backup.")
        case .changed(let path, let entry):
            Sentence(
                fr:
                    "\(printable(path))\u{A0}: «\u{A0}\(printable(entry))\u{A0}» n’est plus ce qui a été sauvegardé. Rien "
                    + "n’a été écrit\u{A0}; prenez une autre sauvegarde.",
                en: "\(printable(path)): “\(printable(entry))” is no longer what was backed up. Nothing was written; "
                    + "take another backup.")
        case .occupied(let path):
            Sentence(
                fr: "\(printable(path))\u{A0}: il y a déjà quelque chose ici. Donnez avec --data un dossier vide ou "
                    + "absent.",
                en: "\(printable(path)): there is something here already. With --data, give a folder that is empty or "
                    + "absent.")
        case .badTombstone(let path, let line):
            Sentence(
                fr: "\(printable(path)), ligne \(line)\u{A0}: cette ligne ne dit pas qui a été effacé. Rien n’a été "
                    + "fait\u{A0}; reprenez ce fichier d’une sauvegarde.",
                en: "\(printable(path)), line \(line): this line does not say who was erased. Nothing was done; bring "
                    + "this file back from a backup.")
        }
    }
}
