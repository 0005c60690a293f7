internal import CourseHost
internal import CourseModel
internal import JournalStore
internal import Learning

/// What `course …` says.
enum CourseSentences {
    static let upgrading = Sentence(fr: "Passage à la nouvelle version", en: "Moving to the new version")

    static let movedMeanwhile = Sentence(
        fr: "Le cours est passé à une nouvelle version. Relancez la commande : elle reprend dans celle-ci.",
        en: "The course has gone over to a new version. Run the command again: it resumes in that one.")

    static func unknown(_ course: String) -> Sentence {
        Sentence(
            fr: "\(course) : aucun cours de cet identifiant. « parcours course list » les donne tous.",
            en: "\(course): no course of that identifier. “parcours course list” gives them all.")
    }

    static func noSuchVersion(_ course: String, _ beginning: String, _ versions: [String]) -> Sentence {
        let known = versions.map { String($0.prefix(12)) }.joined(separator: ", ")
        return Sentence(
            fr: "\(course) : « \(beginning) » ne désigne pas une version, et une seule. Il y a : \(known).",
            en: "\(course): “\(beginning)” does not name one version and no other. There are: \(known).")
    }

    static func counts(versions: Int, learners: Int) -> Sentence {
        Sentence(
            fr:
                "\(versions) \(versions < 2 ? "version" : "versions"), \(learners) \(learners < 2 ? "apprenant" : "apprenants")",
            en:
                "\(versions) \(versions == 1 ? "version" : "versions"), \(learners) \(learners == 1 ? "learner" : "learners")"
        )
    }

    static func version(_ version: CourseDetail.Version) -> Sentence {
        let (short, size) = (version.version.prefix(12), (version.bytes + 1023) / 1024)
        return Sentence(
            fr: "  \(short) : \(version.files) fichiers, \(size) Kio, apprenants : \(version.learners)"
                + (version.offered ? " — offerte aux nouvelles inscriptions" : ""),
            en: "  \(short): \(version.files) files, \(size) KiB, learners: \(version.learners)"
                + (version.offered ? " — offered to new enrolments" : ""))
    }

    static func hosts(_ hosts: [String]) -> Sentence {
        let list = hosts.joined(separator: ", ")
        return Sentence(fr: "Mène à d’autres sites : \(list)", en: "Leads to other sites: \(list)")
    }

    static func findings(_ findings: CourseDetail.Findings) -> Sentence {
        Sentence(
            fr:
                "Constats : \(findings.errors) d’erreur, \(findings.warnings) d’attention, \(findings.notes) pour information.",
            en: "Findings: errors \(findings.errors), warnings \(findings.warnings), notes \(findings.notes).")
    }

    static func removed(_ course: String, _ versions: [String]) -> Sentence {
        let list = versions.map { String($0.prefix(12)) }.joined(separator: ", ")
        return Sentence(fr: "\(course) : retiré (\(list)).", en: "\(course): removed (\(list)).")
    }

    static func inUse(_ course: String, _ uses: [CourseUse]) -> Sentence {
        let who = uses.prefix(20).map(name).joined(separator: ", ") + (uses.count > 20 ? " …" : "")
        return Sentence(
            fr:
                "\(course) : suivi par \(uses.count) \(uses.count < 2 ? "apprenant" : "apprenants") (\(who)) ; rien n’est retiré. "
                + "Faites-les passer à une autre version avec « parcours course upgrade », ou effacez leurs inscriptions d’abord.",
            en:
                "\(course): followed by \(uses.count) \(uses.count == 1 ? "learner" : "learners") (\(who)); nothing is removed. "
                + "Move them to another version with “parcours course upgrade”, or erase their enrolments first.")
    }

    static func offered(_ course: String) -> Sentence {
        Sentence(
            fr:
                "\(course) : cette version est offerte aux nouvelles inscriptions. Importez-en une autre d’abord, ou retirez le cours entier.",
            en:
                "\(course): this version is offered to new enrolments. Import another one first, or remove the whole course."
        )
    }

    static func staysBehind(_ learner: LearnerID, _ why: Sentence) -> Sentence {
        Sentence(
            fr: "\(learner) : reste où il est. \(why.french)", en: "\(learner): stays where it is. \(why.english)")
    }

    /// What a plan means, or meant; `moved` is how many went over, `nil` before anything moves.
    static func plan(_ plan: UpgradePlan, moved: Int?) -> [Sentence] {
        let target = plan.version.prefix(12)
        var told: [Sentence] = []
        for (from, changes) in plan.changes.sorted(by: { $0.key < $1.key }) {
            told.append(
                Sentence(fr: "De \(from.prefix(12)) à \(target) :", en: "From \(from.prefix(12)) to \(target):"))
            told += ImportSentences.changes(changes)
        }
        told += plan.steps.flatMap(step)
        if let moved {
            told.append(
                Sentence(
                    fr: "\(moved) \(moved < 2 ? "inscription passe" : "inscriptions passent") à la version \(target).",
                    en: "\(moved) \(moved == 1 ? "enrolment goes" : "enrolments go") over to version \(target)."))
        } else {
            told.append(
                Sentence(
                    fr:
                        "\(plan.steps.count) \(plan.steps.count < 2 ? "inscription passerait" : "inscriptions passeraient") à la version "
                        + "\(target). Rien n’a bougé.",
                    en:
                        "\(plan.steps.count) \(plan.steps.count == 1 ? "enrolment" : "enrolments") would go over to version \(target). "
                        + "Nothing has moved."))
        }
        return told
    }

    private static func step(_ step: UpgradePlan.Step) -> [Sentence] {
        let who = "\(step.login ?? "local") (\(step.learner))"
        guard !step.keepsAll else {
            return [
                Sentence(
                    fr: "\(who) : garde tout (\(step.kept) étapes commencées).",
                    en: "\(who): keeps everything (\(step.kept) activities begun).")
            ]
        }
        let course = (words(step.before), words(step.after))
        var told = [
            Sentence(
                fr: "\(who) : \(step.kept) étapes gardées ; le cours : \(course.0.french) → \(course.1.french).",
                en: "\(who): \(step.kept) activities kept; the course: \(course.0.english) → \(course.1.english).")
        ]
        told += step.lost.map {
            Sentence(
                fr: "  \($0.title) (\($0.id)) n’existe plus ; ce qui y fut fait reste au journal.",
                en: "  \($0.title) (\($0.id)) is no longer there; what was done in it stays in the journal.")
        }
        told += step.changed.map {
            Sentence(
                fr:
                    "  \($0.activity.title) (\($0.activity.id)) : \(words($0.before).french) → \(words($0.after).french)",
                en:
                    "  \($0.activity.title) (\($0.activity.id)): \(words($0.before).english) → \(words($0.after).english)"
            )
        }
        if let leaves = step.leaves {
            told.append(
                Sentence(
                    fr: "  Sa place actuelle, \(leaves.title), n’existe plus : la carte du parcours s’ouvrira.",
                    en: "  The present place, \(leaves.title), is no longer there: the map of the path will open."))
        }
        return told
    }

    private static func name(_ use: CourseUse) -> String { "\(use.login ?? "local") (\(use.learner))" }

    private static func words(_ status: OutlineEntry.Status) -> Sentence {
        switch status {
        case .notStarted: Sentence(fr: "pas commencé", en: "not started")
        case .inProgress: Sentence(fr: "en cours", en: "in progress")
        case .completed: Sentence(fr: "terminé", en: "completed")
        case .passed: Sentence(fr: "réussi", en: "passed")
        case .failed: Sentence(fr: "échoué", en: "failed")
        }
    }
}
