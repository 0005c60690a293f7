internal import CourseModel
internal import JournalStore

/// What is said about journals, their checks and repairs.
enum JournalSentences {
    static func blobMissing(_ path: String, line: Int, _ name: String) -> Sentence {
        Sentence(
            fr:
                "\(path):\(line) : la valeur « blobs/\(name) » que cette ligne nomme manque ou est endommagée. Rien n’a "
                + "changé ; reprenez ce fichier d’une sauvegarde.",
            en: "\(path):\(line): the value “blobs/\(name)” that this line names is missing or damaged. Nothing has "
                + "changed; take that file from a backup.")
    }

    static let checking = Sentence(fr: "Vérification des journaux", en: "Checking journals")

    static func noJournal(_ path: String) -> Sentence {
        Sentence(fr: "\(path) : ce journal n’existe pas.", en: "\(path): there is no such journal.")
    }

    static func repairTarget(_ target: String) -> Sentence {
        Sentence(
            fr: "\(target) : donnez APPRENANT/COURS, par exemple ines/mon-cours, ou le chemin d’un journal.",
            en: "\(target): give LEARNER/COURSE, such as ines/my-course, or the path of a journal.")
    }

    static func notDamaged(_ path: String) -> Sentence {
        Sentence(
            fr: "\(path) : ce journal n’est pas endommagé, rien à réparer.",
            en: "\(path): this journal is not damaged, there is nothing to repair.")
    }

    static func repaired(_ repair: JournalRepair, isPlan: Bool) -> Sentence {
        let (path, kept, left) = (repair.path, repair.kept, repair.leftOut.count)
        return isPlan
            ? Sentence(
                fr: "\(path) : une réparation garderait \(kept) lignes et en laisserait \(left) de côté, dans "
                    + "\(repair.original). Rien n’a changé.",
                en: "\(path): a repair would keep \(kept) lines and leave out \(left), in \(repair.original). "
                    + "Nothing has changed.")
            : Sentence(
                fr:
                    "\(path) : réparé, \(kept) lignes gardées, \(left) laissées de côté. Le fichier endommagé est gardé : "
                    + "\(repair.original).",
                en: "\(path): repaired, \(kept) lines kept, \(left) left out. The damaged file is kept: "
                    + "\(repair.original).")
    }

    static func alteredVersion(_ course: String, _ version: String, _ path: String) -> Sentence {
        Sentence(
            fr:
                "\(path) : cette version du cours \(course) ne correspond plus à son empreinte. Reprenez ce dossier d’une "
                + "sauvegarde, ou importez le paquet de nouveau.",
            en: "\(path): this version of the course \(course) does not match its hash any more. Bring the folder back "
                + "from a backup, or import the package again.")
    }
}
