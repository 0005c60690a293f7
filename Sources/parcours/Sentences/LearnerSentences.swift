internal import CourseModel
internal import JournalStore

/// What is said of learners.
enum LearnerSentences {
    static let badLogin = Sentence(
        fr:
            "Nom de connexion\u{A0}: 1 à 128 caractères sans blanc, par exemple ines\u{A0}; «\u{A0}local\u{A0}» est pris.",
        en: "Login: 1 to 128 characters without a blank, such as ines; “local” is taken.")

    static func exists(_ path: String) -> Sentence {
        Sentence(
            fr: "\(path)\u{A0}: ce fichier existe déjà et n’est pas remplacé. Donnez un autre nom.",
            en: "\(path): this file is there already and is not replaced. Give another name.")
    }

    static func exported(_ path: String, _ courses: Int, _ files: Int) -> Sentence {
        Sentence(
            fr: "\(path)\u{A0}: cours \(courses), fichiers \(files), et une page à lire, lisez-moi.html.",
            en: "\(path): courses \(courses), files \(files), and a page to read, lisez-moi.html.")
    }

    static func skipped(_ path: String) -> Sentence {
        Sentence(
            fr: "\(path)\u{A0}: lien ou fichier spécial\u{A0}; ce n’est pas dans le zip.",
            en: "\(path): a link or special file; it is not in the zip.")
    }

    static func cannotExport(_ path: String, _ what: String) -> Sentence {
        Sentence(
            fr: "\(path)\u{A0}: le zip n’a pas pu être écrit (\(what)). Vérifiez la place et les droits.",
            en: "\(path): the zip could not be written (\(what)). Check space and permissions.")
    }

    static func taken(_ login: String) -> Sentence {
        Sentence(
            fr: "\(login)\u{A0}: ce nom de connexion est déjà pris. Choisissez-en un autre.",
            en: "\(login): that login is taken. Choose another one.")
    }

    static func added(_ login: String, _ id: LearnerID) -> Sentence {
        Sentence(fr: "\(login)\u{A0}: inscrit, identifiant \(id).", en: "\(login): added, identifier \(id).")
    }

    /// One learner in a list.
    static func line(_ answer: LearnerAnswer) -> Sentence {
        let who = [answer.login ?? "local", answer.name, answer.organization].compactMap { $0 }.filter { !$0.isEmpty }
            .map { $0.withoutCommands() }.joined(separator: " · ")
        let (count, last) = (answer.enrolments ?? 0, answer.lastAccess)
        return Sentence(
            fr: "\(who) — cours commencés\u{A0}: \(count)" + (last.map { ", vu le \($0)" } ?? "") + " [\(answer.id)]",
            en: "\(who) — courses begun: \(count)" + (last.map { ", last seen \($0)" } ?? "") + " [\(answer.id)]")
    }

    /// One learner with every course.
    static func page(_ answer: LearnerAnswer, _ courses: [LearnerAnswer.Course]) -> Sentence {
        var (french, english) = ([String](), [String]())
        func add(_ fr: String, _ en: String) { (french, english) = (french + [fr], english + [en]) }
        let clean = { (text: String?) in text?.withoutCommands() }
        add("Identifiant\u{A0}: \(answer.id)", "Identifier: \(answer.id)")
        add("Nom de connexion\u{A0}: \(clean(answer.login) ?? "local")", "Login: \(clean(answer.login) ?? "local")")
        for (fr, en, value) in [
            ("Nom affiché", "Name shown", answer.name), ("Prénom", "Given name", answer.givenName),
            ("Nom", "Family name", answer.familyName), ("Adresse", "E-mail", answer.email),
            ("Organisme", "Organization", answer.organization),
        ] {
            if let value = clean(value) { add("\(fr)\u{A0}: \(value)", "\(en): \(value)") }
        }
        if courses.isEmpty { add("Aucun cours commencé.", "No course begun.") }
        for course in courses { say(course, add) }
        return Sentence(fr: french.joined(separator: "\n") + "\n", en: english.joined(separator: "\n") + "\n")
    }

    private static func say(_ course: LearnerAnswer.Course, _ add: (String, String) -> Void) {
        add("", "")
        let title = course.title.withoutCommands()
        add(
            "\(title) [\(course.course)]\u{A0}: \(course.unitsDone)/\(course.unitsTotal), \(course.completion), "
                + "\(course.success)",
            "\(title) [\(course.course)]: \(course.unitsDone)/\(course.unitsTotal), \(course.completion), "
                + "\(course.success)")
        for activity in course.activities {
            let mark = activity.id == course.current ? ">" : " "
            let (name, seen) = (activity.title.withoutCommands(), activity.lastSeen ?? "")
            add(
                "\(mark) \(name) (\(activity.status)), tentatives\u{A0}: \(activity.attempts), vu le \(seen)",
                "\(mark) \(name) (\(activity.status)), attempts: \(activity.attempts), last seen \(seen)")
        }
    }

    /// The receipt of an erasure, or its plan.
    static func erasure(_ receipt: ErasureReceipt) -> Sentence {
        let (files, count) = (receipt.files.map { "  \($0)\n" }.joined(), receipt.files.count)
        guard receipt.erased else {
            return Sentence(
                fr: "\(files)Seraient effacés\u{A0}: fichiers \(count), octets \(receipt.bytes). Rien n’a changé.\n",
                en: "\(files)Would be erased: files \(count), bytes \(receipt.bytes). Nothing has changed.\n")
        }
        return Sentence(
            fr: """
                REÇU D’EFFACEMENT
                Identifiant\u{A0}: \(receipt.id)
                Date\u{A0}: \(receipt.date)
                Motif\u{A0}: \(receipt.ground)
                Effacés\u{A0}: fichiers \(count), octets \(receipt.bytes)
                \(files)Attestations conservées à part\u{A0}: \(receipt.certificatesKept)

                """,
            en: """
                RECEIPT OF ERASURE
                Identifier: \(receipt.id)
                Date: \(receipt.date)
                Ground: \(receipt.ground)
                Erased: files \(count), bytes \(receipt.bytes)
                \(files)Certificates kept apart: \(receipt.certificatesKept)

                """)
    }
}
