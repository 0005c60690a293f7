import CourseModel

/// What can be strange about a folder or an archive without doing harm.
extension Fault {
    static func oneFolderDown(_ folder: String) -> Fault {
        Fault(
            "PKG090", .warning,
            Sentence(
                fr: "Le manifeste est dans le dossier « \(folder) », pas à la racine ; ce dossier sert de racine.",
                en: "The manifest is in the folder “\(folder)”, not at the root; that folder serves as the root."),
            cure: Sentence(
                fr: "Refaites l’archive depuis l’intérieur du dossier.", en: "Make the archive from inside the folder.")
        )
    }

    static func litter(_ count: Int) -> Fault {
        Fault(
            "PKG091", .note,
            Sentence(
                fr: count == 1
                    ? "Un fichier caché du système est ignoré." : "\(count) fichiers cachés du système sont ignorés.",
                en: count == 1 ? "One hidden system file is ignored." : "\(count) hidden system files are ignored."),
            cure: Sentence(
                fr: "Rien à faire ; ils alourdissent l’archive.", en: "Nothing to do; they only weigh."))
    }

    static func legacyNames(_ count: Int) -> Fault {
        Fault(
            "PKG092", .warning,
            Sentence(
                fr: count == 1
                    ? "Un nom de fichier n’est pas en UTF-8." : "\(count) noms de fichier ne sont pas en UTF-8.",
                en: count == 1 ? "One file name is not UTF-8." : "\(count) file names are not UTF-8."),
            cure: Sentence(
                fr: "Refaites l’archive avec un outil qui marque les noms comme UTF-8.",
                en: "Make the archive with a tool that marks names as UTF-8."))
    }

    static func backslashNames(_ count: Int) -> Fault {
        Fault(
            "PKG093", .warning,
            Sentence(
                fr: count == 1
                    ? "Un nom de l’archive contient « \\ » ; il vaut « / »."
                    : "\(count) noms de l’archive contiennent « \\ » ; il vaut « / ».",
                en: count == 1
                    ? "One name of the archive holds “\\”; it counts as “/”."
                    : "\(count) names of the archive hold “\\”; it counts as “/”."),
            cure: Sentence(
                fr: "Refaites l’archive avec un autre outil.", en: "Make the archive with another tool."))
    }

    static func collidingNames(_ one: String, _ other: String) -> Fault {
        Fault(
            "PKG094", .warning,
            Sentence(
                fr: "« \(one) » et « \(other) » ne diffèrent que par la casse ou la forme des accents ; "
                    + "les deux sont gardés.",
                en: "“\(one)” and “\(other)” differ in letter case or form of accents only; both are kept."),
            cure: Sentence(
                fr: "Renommez l’un des deux : d’autres systèmes n’en gardent qu’un.",
                en: "Rename one of them: other systems keep only one."))
    }
}

/// Pairs of paths that other systems take for the same.
func collisions(among entries: [PackageFiles.Entry]) -> [Fault] {
    var known: [String: String] = [:]  // equal by canonical equivalence, as these keys must be
    return entries.compactMap { entry in
        known.updateValue(entry.path, forKey: entry.path.lowercased()).map { .collidingNames($0, entry.path) }
    }
}
