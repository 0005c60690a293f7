import CourseModel

/// What can be wrong in a quiz of our dialect: QUI001 to QUI028.
extension NativeFault {
    static var noQuestion: NativeFault {
        NativeFault(
            "QUI001", .error,
            Sentence(
                fr: "Le quiz n’a aucune question lisible.",
                en: "The quiz has no question that can be read."),
            cure: Sentence(
                fr: "Écrivez chaque question sous un titre «\u{A0}## Question {#identifiant}\u{A0}».",
                en: "Write each question under a heading \"## Question {#identifier}\"."))
    }

    static func masteryOutOfRange(text: String) -> NativeFault {
        NativeFault(
            "QUI002", .error,
            Sentence(
                fr: "Le seuil de maîtrise «\u{A0}\(text)\u{A0}» n’est pas compris entre 0 (exclu) et 100\u{A0}%.",
                en: "The mastery \"\(text)\" does not lie between 0 (excluded) and 100 %."),
            cure: Sentence(
                fr: "Écrivez 80\u{A0}% ou 0,8.",
                en: "Write 80 % or 0.8."))
    }

    static func attemptsOutOfRange(text: String) -> NativeFault {
        NativeFault(
            "QUI003", .error,
            Sentence(
                fr: "Le nombre de tentatives «\u{A0}\(text)\u{A0}» n’est pas un entier de 1 à 1000.",
                en: "The number of attempts \"\(text)\" is not a whole number from 1 to 1000."),
            cure: Sentence(
                fr: "Écrivez attempts: 3, ou retirez la ligne pour ne pas limiter.",
                en: "Write attempts: 3, or remove the line for no limit."))
    }

    static func keyNotSupported(key: String) -> NativeFault {
        NativeFault(
            "QUI004", .error,
            Sentence(
                fr: "«\u{A0}\(key)\u{A0}» (réserves, tirages, variables) n’est pas encore pris en charge.",
                en: "\"\(key)\" (pools, draws, variables) is not supported yet."),
            cure: Sentence(
                fr: "Écrivez des questions fixes et retirez cette clé.",
                en: "Write fixed questions and remove this key."))
    }

    static var textBeforeQuestions: NativeFault {
        NativeFault(
            "QUI005", .warning,
            Sentence(
                fr: "Le texte avant la première question n’est pas montré.",
                en: "The text before the first question is not shown."),
            cure: Sentence(
                fr: "Placez-le dans une leçon ou dans une question.",
                en: "Put it in a lesson or in a question."))
    }

    static var identifierMissing: NativeFault {
        NativeFault(
            "QUI006", .error,
            Sentence(
                fr: "La question n’a pas d’identifiant utilisable\u{A0}; elle est laissée de côté.",
                en: "The question has no usable identifier; it is left out."),
            cure: Sentence(
                fr: "Terminez le titre par {#m1-q1}\u{A0}: lettres sans accent, chiffres, points, tirets, 64 au plus.",
                en: "End the heading with {#m1-q1}: unaccented letters, digits, points, dashes, 64 at most."))
    }

    static func identifierRepeated(id: String) -> NativeFault {
        NativeFault(
            "QUI007", .error,
            Sentence(
                fr: "L’identifiant «\u{A0}\(id)\u{A0}» sert déjà plus haut\u{A0}; la question est laissée de côté.",
                en: "The identifier \"\(id)\" is used above; the question is left out."),
            cure: Sentence(
                fr: "Donnez un identifiant propre à chaque question.",
                en: "Give each question an identifier of its own."))
    }

    static func pointsUnfit(text: String) -> NativeFault {
        NativeFault(
            "QUI008", .error,
            Sentence(
                fr: "Le nombre de points «\u{A0}\(text)\u{A0}» n’est pas un nombre supérieur à 0 (1000 au plus).",
                en: "The points \"\(text)\" are not a number above 0 (1000 at most)."),
            cure: Sentence(
                fr: "Écrivez points=1 ou points=0,5.",
                en: "Write points=1 or points=0.5."))
    }

    static func attributeUnknown(text: String) -> NativeFault {
        NativeFault(
            "QUI009", .warning,
            Sentence(
                fr: "«\u{A0}\(text)\u{A0}» n’est pas compris dans le titre de la question\u{A0}; il est ignoré.",
                en: "\"\(text)\" is not understood in the heading of the question; it is ignored."),
            cure: Sentence(
                fr: "Les accolades portent #identifiant, objective=… et points=….",
                en: "The braces hold #identifier, objective=… and points=…."))
    }

    static var promptMissing: NativeFault {
        NativeFault(
            "QUI010", .error,
            Sentence(
                fr: "La question n’a pas de texte.",
                en: "The question has no text."),
            cure: Sentence(
                fr: "Écrivez la question dans le titre «\u{A0}##\u{A0}» ou dessous.",
                en: "Write the question in the heading \"##\" or below it."))
    }

    static var answerMissing: NativeFault {
        NativeFault(
            "QUI011", .error,
            Sentence(
                fr: "La question n’a ni option ni réponse attendue.",
                en: "The question has neither an option nor an expected answer."),
            cure: Sentence(
                fr: "Ajoutez des options «\u{A0}- ( )\u{A0}» et «\u{A0}- (x)\u{A0}», ou une ligne "
                    + "«\u{A0}= réponse\u{A0}».",
                en: "Add options \"- ( )\" and \"- (x)\", or a line \"= answer\"."))
    }

    static var rightOptionMissing: NativeFault {
        NativeFault(
            "QUI012", .error,
            Sentence(
                fr: "Aucune option n’est juste.",
                en: "No option is right."),
            cure: Sentence(
                fr: "Cochez la bonne\u{A0}: «\u{A0}- (x)\u{A0}» ou «\u{A0}- [x]\u{A0}».",
                en: "Mark the right one: \"- (x)\" or \"- [x]\"."))
    }

    static var rightOptionsTooMany: NativeFault {
        NativeFault(
            "QUI013", .error,
            Sentence(
                fr: "Plusieurs options sont justes dans une question à réponse unique.",
                en: "Several options are right where only one may be chosen."),
            cure: Sentence(
                fr: "Ne gardez qu’un «\u{A0}(x)\u{A0}», ou passez à des crochets «\u{A0}[ ]\u{A0}», «\u{A0}[x]\u{A0}».",
                en: "Keep one \"(x)\" only, or change to brackets \"[ ]\", \"[x]\"."))
    }

    static var optionsMixed: NativeFault {
        NativeFault(
            "QUI014", .error,
            Sentence(
                fr: "La question mêle «\u{A0}( )\u{A0}» et «\u{A0}[ ]\u{A0}».",
                en: "The question mixes \"( )\" and \"[ ]\"."),
            cure: Sentence(
                fr: "Parenthèses pour une réponse unique, crochets pour plusieurs.",
                en: "Round brackets for one answer, square brackets for several."))
    }

    static var optionMalformed: NativeFault {
        NativeFault(
            "QUI015", .error,
            Sentence(
                fr: "La ligne ressemble à une option, mais sa marque n’est pas comprise.",
                en: "The line looks like an option, but its mark is not understood."),
            cure: Sentence(
                fr: "Écrivez «\u{A0}- ( ) texte\u{A0}», «\u{A0}- (x) texte\u{A0}», «\u{A0}- [ ] "
                    + "texte\u{A0}» ou «\u{A0}- [x] texte\u{A0}».",
                en: "Write \"- ( ) text\", \"- (x) text\", \"- [ ] text\" or \"- [x] text\"."))
    }

    static var optionTextUnfit: NativeFault {
        NativeFault(
            "QUI016", .error,
            Sentence(
                fr: "L’option n’a pas de texte, ou plus d’un paragraphe.",
                en: "The option has no text, or more than one paragraph."),
            cure: Sentence(
                fr: "Écrivez l’option en un paragraphe, son retour en citation dessous.",
                en: "Write the option in one paragraph, its feedback as a quote below."))
    }

    static var feedbackAstray: NativeFault {
        NativeFault(
            "QUI017", .error,
            Sentence(
                fr: "Le retour n’est rattaché à aucune option.",
                en: "The feedback belongs to no option."),
            cure: Sentence(
                fr: "Décalez le «\u{A0}>\u{A0}» de deux espaces sous son option\u{A0}; pour un retour "
                    + "général, laissez une ligne vide et placez-le à la fin.",
                en: "Indent the \">\" by two blanks under its option; for general feedback, leave an "
                    + "empty line and put it last."))
    }

    static var lineNotUnderstood: NativeFault {
        NativeFault(
            "QUI018", .error,
            Sentence(
                fr: "Cette ligne n’est pas comprise après les réponses.",
                en: "This line is not understood after the answers."),
            cure: Sentence(
                fr: "Placez le texte de la question avant les réponses\u{A0}; décalez la suite d’une "
                    + "option de deux espaces.",
                en:
                    "Put the text of the question before the answers; indent the rest of an option by two blanks, begin that of a feedback with \">\"."
            ))
    }

    static func kindNotSupported(french: String, english: String) -> NativeFault {
        NativeFault(
            "QUI019", .error,
            Sentence(
                fr: "Ce type de question (\(french)) n’est pas encore pris en charge\u{A0}; elle est laissée de côté.",
                en: "This kind of question (\(english)) is not supported yet; it is left out."),
            cure: Sentence(
                fr: "Récrivez-la en choix, texte court ou nombre.",
                en: "Rewrite it as a choice, a short text or a number."))
    }

    static func numberUnreadable(text: String) -> NativeFault {
        NativeFault(
            "QUI020", .error,
            Sentence(
                fr: "«\u{A0}\(text)\u{A0}» n’est pas un nombre avec une tolérance de 0 ou plus.",
                en: "\"\(text)\" is not a number with a tolerance of 0 or more."),
            cure: Sentence(
                fr: "Écrivez = 47,3 ± 0,05, sans unité\u{A0}; l’unité va dans la question.",
                en: "Write = 47,3 ± 0,05, without a unit; the unit goes into the question."))
    }

    static var answersTooMany: NativeFault {
        NativeFault(
            "QUI021", .error,
            Sentence(
                fr: "La question a plusieurs lignes «\u{A0}=\u{A0}», ou des options et une ligne «\u{A0}=\u{A0}».",
                en: "The question has several lines \"=\", or options and a line \"=\"."),
            cure: Sentence(
                fr: "Gardez une seule ligne\u{A0}; séparez les réponses acceptées par «\u{A0}|\u{A0}».",
                en: "Keep one line; part the accepted answers by \"|\"."))
    }

    static var answerEmpty: NativeFault {
        NativeFault(
            "QUI022", .error,
            Sentence(
                fr: "Une réponse acceptée est vide.",
                en: "An accepted answer is empty."),
            cure: Sentence(
                fr: "Écrivez un texte entre les «\u{A0}|\u{A0}».",
                en: "Write a text between the \"|\"."))
    }

    static func errorKeyUnreadable(text: String) -> NativeFault {
        NativeFault(
            "QUI023", .error,
            Sentence(
                fr: "«\u{A0}\(text)\u{A0}» n’est pas une erreur typique lisible.",
                en: "\"\(text)\" is not a typical error that can be read."),
            cure: Sentence(
                fr: "Écrivez des nombres sans unité, séparés par «\u{A0}|\u{A0}», puis "
                    + "«\u{A0}:\u{A0}»\u{A0}; commencez par «\u{A0}:\u{A0}» un retour général.",
                en: "Write numbers without a unit, parted by \"|\", then \":\"; begin general feedback with \":\"."))
    }

    static func errorNeverMet(text: String) -> NativeFault {
        NativeFault(
            "QUI024", .warning,
            Sentence(
                fr: "Le retour sur «\u{A0}\(text)\u{A0}» ne sera jamais montré\u{A0}: la réponse est "
                    + "juste, ou déjà traitée plus haut.",
                en: "The feedback on \"\(text)\" is never shown: the answer is right, or treated above."),
            cure: Sentence(
                fr: "Retirez-le, ou placez-le en retour général.",
                en: "Remove it, or make it general feedback."))
    }

    static var optionAlone: NativeFault {
        NativeFault(
            "QUI025", .warning,
            Sentence(
                fr: "La question n’a qu’une option.",
                en: "The question has only one option."),
            cure: Sentence(
                fr: "Ajoutez au moins une autre option.",
                en: "Add at least one other option."))
    }

    static var optionsTooMany: NativeFault {
        NativeFault(
            "QUI026", .error,
            Sentence(
                fr: "La question a plus de 26 options.",
                en: "The question has more than 26 options."),
            cure: Sentence(
                fr: "Partagez-la en plusieurs questions.",
                en: "Split it into several questions."))
    }

    static var feedbackEmpty: NativeFault {
        NativeFault(
            "QUI027", .warning,
            Sentence(
                fr: "Un retour est vide.",
                en: "A feedback is empty."),
            cure: Sentence(
                fr: "Écrivez-le, ou retirez la ligne.",
                en: "Write it, or remove the line."))
    }

    static var questionsTooMany: NativeFault {
        NativeFault(
            "QUI028", .error,
            Sentence(
                fr: "Le quiz a plus de 500 questions\u{A0}; les suivantes sont laissées de côté.",
                en: "The quiz has more than 500 questions; the others are left out."),
            cure: Sentence(
                fr: "Partagez-le en plusieurs quiz.",
                en: "Split it into several quizzes."))
    }
}
