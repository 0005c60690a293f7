public import CourseModel

extension PackageError {
    /// The error as a finding on a file; always of severity error.
    public func finding(in file: String) -> Finding {
        fault.finding(in: file, at: position)
    }

    private var position: Position? {
        switch self {
        case .malformedXML(let position, _), .documentType(let position), .limit(_, let position): position
        case .unreadable, .noSuchFile, .noManifest, .manifestTooLarge, .notAPackage, .damagedArchive, .refusedEntry,
            .tooLarge:
            nil
        }
    }

    var fault: Fault {
        switch self {
        case .unreadable, .noSuchFile, .noManifest: absence
        case .malformedXML(_, let reason):
            Fault(
                "PKG004", .error,
                Sentence(
                    fr: "Le fichier n’est pas du XML bien formé" + (reason.map { " : \($0.french)." } ?? "."),
                    en: "The file is not well-formed XML" + (reason.map { ": \($0.english)." } ?? ".")),
                cure: Sentence(
                    fr: "Corrigez la balise à cette ligne, ou exportez de nouveau le cours depuis son outil.",
                    en: "Correct the tag on this line, or export the course from its tool again."))
        case .documentType:
            Fault(
                "PKG005", .error,
                Sentence(
                    fr: "Une déclaration DOCTYPE est refusée : elle peut faire lire d’autres fichiers.",
                    en: "A DOCTYPE declaration is refused: it can make other files be read."),
                cure: Sentence(
                    fr: "Supprimez la déclaration DOCTYPE ; un manifeste n’en a pas besoin.",
                    en: "Delete the DOCTYPE declaration; a manifest needs none."))
        case .manifestTooLarge, .limit: excessOfXML
        case .notAPackage:
            Fault(
                "PKG095", .error,
                Sentence(
                    fr: "Ce fichier n’est pas un paquet : ni un zip, ni un dossier.",
                    en: "This file is no package: neither a zip nor a folder."),
                cure: Sentence(
                    fr: "Donnez le zip que l’outil auteur a exporté, ou le dossier décompressé.",
                    en: "Give the zip that the authoring tool exported, or the unpacked folder."))
        case .damagedArchive(let reason):
            Fault(
                "PKG007", .error,
                Sentence(
                    fr: "L’archive zip ne se lit pas (\(reason)).", en: "The zip archive cannot be read (\(reason))."),
                cure: Sentence(
                    fr: "Téléchargez ou exportez de nouveau le paquet, sans mot de passe ni découpage.",
                    en: "Download or export the package again, without password or splitting."))
        case .refusedEntry(let name, let fault): PackageError.refusal(of: name, fault)
        case .tooLarge(let bound): PackageError.excess(bound)
        }
    }

    private var absence: Fault {
        switch self {
        case .unreadable(let path, let reason):
            Fault(
                "PKG001", .error,
                Sentence(fr: "« \(path) » ne se lit pas : \(reason).", en: "“\(path)” cannot be read: \(reason)."),
                cure: Sentence(
                    fr: "Vérifiez le chemin et vos droits de lecture.",
                    en: "Check the path and your right to read it."))
        case .noSuchFile(let path):
            Fault(
                "PKG002", .error,
                Sentence(
                    fr: "Le fichier « \(path) » n’est pas dans le paquet.",
                    en: "The file “\(path)” is not in the package."),
                cure: Sentence(
                    fr: "Ajoutez le fichier, ou corrigez son adresse.", en: "Add the file, or correct its address."))
        default:
            Fault(
                "PKG003", .error,
                Sentence(
                    fr: "Aucun manifeste : ni imsmanifest.xml ni cmi5.xml à la racine du paquet.",
                    en: "No manifest: neither imsmanifest.xml nor cmi5.xml at the root of the package."),
                cure: Sentence(
                    fr: "Placez imsmanifest.xml à la racine, puis refaites l’archive depuis ce dossier.",
                    en: "Put imsmanifest.xml at the root, then make the archive from that folder."))
        }
    }

    private var excessOfXML: Fault {
        let what: Sentence
        switch self {
        case .limit(.depth, _):
            what = Sentence(
                fr: "plus de \(XMLLimit.depth) éléments imbriqués", en: "more than \(XMLLimit.depth) nested elements")
        case .limit(.attributes, _):
            what = Sentence(
                fr: "plus de \(XMLLimit.attributes) attributs", en: "more than \(XMLLimit.attributes) attributes")
        case .limit(.tag, _):
            what = Sentence(fr: "une balise de plus de 64 Kio", en: "a tag of more than 64 KiB")
        default:
            what = Sentence(fr: "plus de 8 Mio", en: "more than 8 MiB")
        }
        return Fault(
            "PKG006", .error,
            Sentence(
                fr: "Le fichier XML dépasse ce que le moteur accepte : \(what.french).",
                en: "The XML file is beyond what the engine accepts: \(what.english)."),
            cure: Sentence(fr: "Simplifiez ou scindez le cours.", en: "Simplify or split the course."))
    }

    private static func refusal(of name: String, _ fault: EntryFault) -> Fault {
        Fault(
            "PKG008", .error,
            Sentence(
                fr: "L’entrée « \(name) » est refusée : \(fault.sentence.french).",
                en: "The entry “\(name)” is refused: \(fault.sentence.english)."),
            cure: Sentence(
                fr: "Refaites le paquet avec des fichiers ordinaires, chacun une seule fois.",
                en: "Make the package again from ordinary files, each of them once."))
    }

    private static func excess(_ limit: PackageLimit) -> Fault {
        return Fault(
            "PKG009", .error,
            Sentence(
                fr: "Le paquet dépasse ce que le moteur accepte (\(limit.sentence.french)).",
                en: "The package is beyond what the engine accepts (\(limit.sentence.english))."),
            cure: Sentence(fr: "Allégez ou scindez le cours.", en: "Lighten or split the course."))
    }
}

extension PackageError.EntryFault {
    /// The fault after a colon.
    var sentence: Sentence {
        switch self {
        case .escapes: Sentence(fr: "son chemin sort du paquet", en: "its path leaves the package")
        case .symbolicLink: Sentence(fr: "c’est un lien symbolique", en: "it is a symbolic link")
        case .specialFile: Sentence(fr: "ce n’est pas un fichier ordinaire", en: "it is not an ordinary file")
        case .duplicate: Sentence(fr: "un autre fichier porte ce nom", en: "another file has this name")
        case .encrypted: Sentence(fr: "elle est chiffrée", en: "it is encrypted")
        case .method: Sentence(fr: "sa compression est inconnue", en: "its compression is unknown")
        case .headersDisagree: Sentence(fr: "ses deux en-têtes se contredisent", en: "its two headers disagree")
        case .overlaps: Sentence(fr: "elle en recouvre une autre", en: "it overlaps another one")
        case .lyingSize: Sentence(fr: "sa taille annoncée est fausse", en: "its declared size is false")
        case .bomb: Sentence(fr: "elle enfle plus de 200 fois", en: "it inflates more than 200 times")
        case .name: Sentence(fr: "son nom est trop long ou illisible", en: "its name is too long or unreadable")
        case .changed: Sentence(fr: "elle a changé pendant la lecture", en: "it changed while it was read")
        case .damaged: Sentence(fr: "son contenu est abîmé", en: "its content is damaged")
        }
    }
}
