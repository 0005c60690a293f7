import CourseModel

/// What can be wrong in a lesson, and in the text of a quiz: LES001 to LES022.
extension NativeFault {
    static var notUTF8: NativeFault {
        NativeFault(
            "LES001", .error,
            Sentence(
                fr: "Le fichier n’est pas en UTF-8.",
                en: "The file is not UTF-8."),
            cure: Sentence(
                fr: "Enregistrez-le en UTF-8\u{A0}; la ligne indiquée porte le premier octet fautif.",
                en: "Save it as UTF-8; the line given holds the first bad byte."))
    }

    static var tooLarge: NativeFault {
        NativeFault(
            "LES002", .error,
            Sentence(
                fr: "Le fichier dépasse 256 Kio.",
                en: "The file is larger than 256 KiB."),
            cure: Sentence(
                fr: "Partagez-le en plusieurs leçons ou quiz.",
                en: "Split it into several lessons or quizzes."))
    }

    static var frontMatterUnreadable: NativeFault {
        NativeFault(
            "LES003", .error,
            Sentence(
                fr: "L’en-tête YAML est illisible.",
                en: "The YAML front matter cannot be read."),
            cure: Sentence(
                fr: "Écrivez une ligne «\u{A0}clé: valeur\u{A0}» par donnée, entre deux lignes "
                    + "«\u{A0}---\u{A0}»\u{A0}; mettez entre guillemets droits un texte qui contient «\u{A0}:\u{A0}» ou «\u{A0}#\u{A0}».",
                en: "Write one line \"key: value\" for each fact, between two lines \"---\"; put "
                    + "straight quotes around a text that holds \":\" or \"#\"."))
    }

    static func frontMatterKeyUnknown(key: String) -> NativeFault {
        NativeFault(
            "LES004", .warning,
            Sentence(
                fr: "L’en-tête porte une clé inconnue, «\u{A0}\(key)\u{A0}»\u{A0}; elle est ignorée.",
                en: "The front matter has an unknown key, \"\(key)\"; it is ignored."),
            cure: Sentence(
                fr: "Vérifiez l’orthographe de la clé ou retirez-la.",
                en: "Check the spelling of the key, or remove it."))
    }

    static func frontMatterValueUnfit(key: String) -> NativeFault {
        NativeFault(
            "LES005", .warning,
            Sentence(
                fr: "La valeur de «\u{A0}\(key)\u{A0}» n’a pas la forme attendue\u{A0}; elle est ignorée.",
                en: "The value of \"\(key)\" does not have the expected shape; it is ignored."),
            cure: Sentence(
                fr: "Donnez un texte, ou une liste de textes pour «\u{A0}objectives\u{A0}» et «\u{A0}sources\u{A0}».",
                en: "Give a text, or a list of texts for \"objectives\" and \"sources\"."))
    }

    static func durationUnreadable(text: String) -> NativeFault {
        NativeFault(
            "LES006", .warning,
            Sentence(
                fr: "La durée «\u{A0}\(text)\u{A0}» n’est pas lisible\u{A0}; elle est ignorée.",
                en: "The duration \"\(text)\" cannot be read; it is ignored."),
            cure: Sentence(
                fr: "Écrivez-la selon ISO 8601\u{A0}: PT6M, PT1H30M.",
                en: "Write it in ISO 8601: PT6M, PT1H30M."))
    }

    static var noTitle: NativeFault {
        NativeFault(
            "LES007", .warning,
            Sentence(
                fr: "Aucun titre n’est donné\u{A0}; le nom du fichier en tient lieu.",
                en: "There is no title; the file name stands in for it."),
            cure: Sentence(
                fr: "Ajoutez «\u{A0}title: …\u{A0}» à l’en-tête.",
                en: "Add \"title: …\" to the front matter."))
    }

    static var nothingToShow: NativeFault {
        NativeFault(
            "LES008", .error,
            Sentence(
                fr: "La leçon est vide.",
                en: "The lesson is empty."),
            cure: Sentence(
                fr: "Écrivez au moins un paragraphe après l’en-tête.",
                en: "Write at least one paragraph after the front matter."))
    }

    static var rawHTML: NativeFault {
        NativeFault(
            "LES009", .warning,
            Sentence(
                fr: "Du HTML brut est montré tel quel, comme du texte.",
                en: "Raw HTML is shown as it stands, as text."),
            cure: Sentence(
                fr: "Remplacez-le par du Markdown\u{A0}; pour parler d’une balise, mettez-la entre accents graves.",
                en: "Replace it by Markdown; to speak of a tag, put it between backquotes."))
    }

    static func imageWithoutAlternative(path: String) -> NativeFault {
        NativeFault(
            "LES010", .warning,
            Sentence(
                fr: "L’image «\u{A0}\(path)\u{A0}» n’a pas de texte de remplacement.",
                en: "The image \"\(path)\" has no alternative text."),
            cure: Sentence(
                fr: "Dites entre les crochets ce que l’image apprend\u{A0}:\u{A0}![Frise de 2014 à 2026](…).",
                en: "Say between the brackets what the image teaches: ![Timeline from 2014 to 2026](…)."))
    }

    static func addressOutside(address: String) -> NativeFault {
        NativeFault(
            "LES011", .error,
            Sentence(
                fr: "«\u{A0}\(address)\u{A0}» ne désigne pas un fichier du module.",
                en: "\"\(address)\" does not name a file of the module."),
            cure: Sentence(
                fr: "Donnez un chemin relatif à ce fichier, à l’intérieur du module\u{A0}: ../media/frise.png.",
                en: "Give a path relative to this file, inside the module: ../media/timeline.png."))
    }

    static func linkRefused(address: String) -> NativeFault {
        NativeFault(
            "LES012", .warning,
            Sentence(
                fr: "Le lien vers «\u{A0}\(address)\u{A0}» est retiré, son texte reste.",
                en: "The link to \"\(address)\" is removed, its text stays."),
            cure: Sentence(
                fr: "Employez une adresse https:, http:, mailto:, tel: ou un fichier du module.",
                en: "Use an https:, http:, mailto: or tel: address, or a file of the module."))
    }

    static var tooDeep: NativeFault {
        NativeFault(
            "LES013", .warning,
            Sentence(
                fr: "Des éléments sont imbriqués trop profondément\u{A0}; le reste est montré comme du texte.",
                en: "Elements are nested too deeply; the rest is shown as text."),
            cure: Sentence(
                fr: "Simplifiez les listes et citations imbriquées.",
                en: "Simplify the nested lists and quotes."))
    }

    static var tablesTooLarge: NativeFault {
        NativeFault(
            "LES014", .error,
            Sentence(
                fr: "Les tableaux du fichier sont trop grands\u{A0}: plus de 64 colonnes ou de 10\u{202F}000 cases.",
                en: "The tables of the file are too large: over 64 columns or 10,000 cells."),
            cure: Sentence(
                fr: "Découpez le tableau, ou joignez-le comme fichier.",
                en: "Split the table, or attach it as a file."))
    }

    static func calloutUnknown(word: String) -> NativeFault {
        NativeFault(
            "LES015", .warning,
            Sentence(
                fr: "L’encadré «\u{A0}\(word)\u{A0}» n’existe pas\u{A0}; son contenu est montré sans cadre.",
                en: "There is no call-out \"\(word)\"; its content is shown without a frame."),
            cure: Sentence(
                fr: "Écrivez\u{A0}::: exemple,\u{A0}::: attention ou\u{A0}::: activite.",
                en: "Write ::: exemple, ::: attention or ::: activite."))
    }

    static var calloutOpen: NativeFault {
        NativeFault(
            "LES016", .warning,
            Sentence(
                fr: "Un encadré n’est pas fermé\u{A0}; il s’arrête avec l’écran ou à l’encadré suivant.",
                en: "A call-out is not closed; it ends with the screen or at the next call-out."),
            cure: Sentence(
                fr: "Fermez-le par une ligne «\u{A0}:::\u{A0}».",
                en: "Close it with a line \":::\"."))
    }

    static var calloutNotOpen: NativeFault {
        NativeFault(
            "LES017", .warning,
            Sentence(
                fr: "Une ligne «\u{A0}:::\u{A0}» ne ferme aucun encadré\u{A0}; elle est ignorée.",
                en: "A line \":::\" closes no call-out; it is ignored."),
            cure: Sentence(
                fr: "Retirez-la, ou ouvrez l’encadré plus haut.",
                en: "Remove it, or open the call-out above."))
    }

    static var breakUnderText: NativeFault {
        NativeFault(
            "LES018", .warning,
            Sentence(
                fr: "«\u{A0}---\u{A0}» touche la ligne du dessus\u{A0}; ailleurs, ce serait un titre.",
                en: "\"---\" touches the line above; elsewhere this would be a heading."),
            cure: Sentence(
                fr: "Laissez une ligne vide avant «\u{A0}---\u{A0}».",
                en: "Leave an empty line before \"---\"."))
    }

    static var ruleIgnored: NativeFault {
        NativeFault(
            "LES019", .note,
            Sentence(
                fr: "Ce filet ne sépare pas d’écrans\u{A0}; il est ignoré.",
                en: "This rule does not part screens; it is ignored."),
            cure: Sentence(
                fr: "Écrivez «\u{A0}---\u{A0}» pour passer à l’écran suivant.",
                en: "Write \"---\" to go to the next screen."))
    }

    static var furtherFindings: NativeFault {
        NativeFault(
            "LES020", .note,
            Sentence(
                fr: "D’autres remarques ne sont pas listées.",
                en: "Further findings are not listed."),
            cure: Sentence(
                fr: "Corrigez celles-ci, puis relancez la vérification.",
                en: "Mend these, then check again."))
    }

    static var emptyScreen: NativeFault {
        NativeFault(
            "LES021", .note,
            Sentence(
                fr: "Un écran vide est ignoré.",
                en: "An empty screen is ignored."),
            cure: Sentence(
                fr: "Retirez l’un des deux «\u{A0}---\u{A0}».",
                en: "Remove one of the two \"---\"."))
    }

    static var paragraphTooLarge: NativeFault {
        NativeFault(
            "LES022", .error,
            Sentence(
                fr: "Un passage sans ligne vide dépasse 32\u{A0}Kio\u{A0}; son écran ou encadré n’est pas montré.",
                en: "A passage without an empty line is larger than 32 KiB; its screen or call-out is not shown."),
            cure: Sentence(
                fr: "Séparez les paragraphes par une ligne vide.",
                en: "Part the paragraphs by an empty line."))
    }
}
