public import CourseModel
internal import JournalStore
internal import Packaging

/// Why the data folder did not give or take something, in words.
public struct CampusTrouble: Error, Hashable, Sendable {
    /// What a shell should think of it.
    public enum Kind: Hashable, Sendable {
        /// Somebody else writes for long; it can be tried again.
        case busy
        /// No room is left; nothing was written.
        case full
        /// It can be read and not written until an administrator acts.
        case readOnly
        /// It cannot be used: damaged, missing or not permitted.
        case unusable
        /// There is nothing any more: the learner was erased.
        case erased
    }

    /// What a learner hears whose data was erased while a session ran.
    public static let erased = CampusTrouble(
        .erased,
        Sentence(
            fr: "Vos données de formation ont été effacées. Rien n’est plus enregistré, et cette session se termine.",
            en: "Your training data was erased. Nothing is recorded any more, and this session ends."))

    public var kind: Kind
    public var sentence: Sentence

    /// A trouble from its parts.
    init(_ kind: Kind, _ sentence: Sentence) {
        self.kind = kind
        self.sentence = sentence
    }

    /// The trouble that an error of the store means.
    init(_ error: any Error) {
        switch error {
        case let trouble as CampusTrouble: self = trouble
        case let error as JournalError: self.init(error)
        case DeskError.unfitting(let line):
            self.init(
                .readOnly,
                Sentence(
                    fr: "La ligne \(line) du journal ne correspond pas au cours. Rien n’a changé.",
                    en: "Line \(line) of the journal does not fit the course. Nothing has changed."))
        case DeskError.moved:
            self.init(
                .busy,
                Sentence(
                    fr: "Le cours est passé à une nouvelle version. Rechargez la page.",
                    en: "The course has gone over to a new version. Load the page again."))
        case let error as PackageError:
            let finding = error.finding(in: "")
            self.init(.unusable, finding.message)
        default:
            self.init(
                .unusable,
                Sentence(
                    fr: "Le dossier de données ne peut pas être lu. Vérifiez-le avec « parcours data check ».",
                    en: "The data folder cannot be read. Check it with “parcours data check”."))
        }
    }

    private init(_ error: JournalError) {
        let kind: Kind =
            switch error.code {
            case "locked": .busy
            case "ENOSPC", "EDQUOT", "EFBIG": .full
            default: error.leavesReadOnly ? .readOnly : .unusable
            }
        self.init(
            kind,
            Sentence(
                fr: "\(error.sentence.french) \(error.cure.french)",
                en: "\(error.sentence.english) \(error.cure.english)"))
    }
}
