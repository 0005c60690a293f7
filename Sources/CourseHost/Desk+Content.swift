public import CourseModel
public import JournalStore
public import Learning

/// Web content at this desk: it runs here, or in a browser that commits from there.
extension Desk {
    /// A call of the content that runs here, by the function's name in its standard. What it commits is on disk before it
    /// hears "true"; where it cannot be kept, the content hears "false" and its data are as before. Throws
    /// `RuntimeAPI.UnknownFunction`, or a `DeskError`.
    public mutating func call(_ function: String, _ arguments: [String]) throws -> ContentAnswer {
        let position = session.position
        let answer = try session.call(function, arguments)
        guard !answer.events.isEmpty else { return answer }
        do {
            let refusal = try keep(as: .content(in: writer)) { session, _, _ throws(Refusal) in
                guard session.position == position else { throw Refusal.stale }
                return Ruling(events: answer.events)
            }
            return refusal == nil ? answer : try session.takeBack(function)
        } catch is JournalError {
            return try session.takeBack(function)
        }
    }

    /// What came of a commit.
    public enum CommitReply: Sendable {
        /// On disk. `refused` are the writes that the tables refuse, `request` is where the content wants to go. A commit
        /// that was kept before is not judged again.
        case kept(refused: [ContentCommit.Refused], request: Navigation?)
        /// The content that commits is not the one that is open; nothing has changed.
        case refused(Refusal)
        /// Nothing was saved, and nothing has changed.
        case notSaved(JournalError)
    }

    /// Keeps what content wrote in a browser. `page` names the page that commits and is never used twice, `number` counts its
    /// commits: a commit that comes again with the same number, because its answer was lost, is kept once. `window` is the
    /// page that sends it, where that is a later one.
    public mutating func keep(
        _ commit: ContentCommit, page: String, number: Int, from window: String? = nil
    ) throws -> CommitReply {
        var verdict = ContentCommit.Verdict()
        do {
            let refusal = try keep(writer: page, number: number, as: .content(in: window ?? page)) {
                session, _, _ throws(Refusal) in
                verdict = try session.verdict(on: commit)
                return Ruling(events: verdict.events)
            }
            if let refusal { return .refused(refusal) }
            return .kept(refused: verdict.refused, request: verdict.request)
        } catch let error as JournalError {
            return .notSaved(error)
        }
    }
}
