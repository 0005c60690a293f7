internal import CourseModel
internal import FoundationEssentials
public import Learning

/// Foreign content at a desk that is shared: it runs in a browser and commits from there.
extension SharedDesk {
    /// What a page starts with to run the content that is delivered.
    public struct ContentLaunch: Sendable {
        public var state: ContentState
        public var title: String
        /// Relative to the package root, encoded; or absolute.
        public var href: String
        /// The edition's table, in JSON.
        public var table: String
        /// The state, in JSON.
        public var json: String
    }

    /// What came of a page's commit.
    public enum Kept: Sendable {
        case kept(PageReply)
        /// The content that commits is not the one that is open.
        case refused(Lock)
        /// Nothing was saved.
        case notSaved(CampusTrouble)
    }

    /// Makes ready for a page that will run the content. Content that ran in an earlier page is suspended and resumed, so
    /// that it finds what it left, by the book.
    public func prepareContent() -> Answer {
        guard case .web = desk.view.current else { return answer { desk in .done(desk.view) } }
        defer { contentRuns = true }
        guard contentRuns || desk.session.contentHasRun else { return answer { desk in .done(desk.view) } }
        let suspended = answer { desk in try desk.perform(.navigate(.suspendAll)) }
        guard case .done = suspended.outcome else { return suspended }
        return answer { desk in try desk.open() }
    }

    /// From now on the page has the content, and what others commit is refused, whatever program they commit to. Gives the
    /// reason why that was not saved; where there is no content to take, there is nothing to save.
    public func takeContent(to page: String) -> CampusTrouble? {
        let answer = answer { desk in try desk.takeOver(page: page, number: 0) }
        guard case .notSaved(let trouble) = answer.outcome else { return nil }
        return trouble
    }

    /// What a page needs to run the content that is delivered; `nil` where there is none, or it has terminated. The content
    /// hears `alias` in the place of the learner's opaque identifier.
    public func contentLaunch(alias: String?) throws -> ContentLaunch? {
        guard case .web(_, let title, let href) = desk.view.current, var state = desk.session.contentState else {
            return nil
        }
        if let alias {
            let own = desk.session.learner.id
            state.values = state.values.mapValues { $0 == own ? alias : $0 }
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return ContentLaunch(
            state: state, title: title, href: href,
            table: String(decoding: try encoder.encode(desk.session.courseware.dataModel), as: UTF8.self),
            json: String(decoding: try encoder.encode(state), as: UTF8.self))
    }

    /// Keeps a page's commit, and goes where the content asks to once it has terminated. A commit that another with a
    /// greater number has overtaken is in that one, and only acknowledged.
    public func keep(_ commit: PageCommit) -> Kept {
        if commit.number < heard[commit.writer] ?? 0 { return .kept(reply(to: commit)) }
        do {
            switch try desk.keep(commit.content, page: commit.writer, number: commit.number, from: commit.page) {
            case .refused(let refusal): return .refused(refusal.lock)
            case .notSaved(let error): return .notSaved(trouble(error))
            case .kept(let refused, let request):
                let moves = commit.isLeaving ? nil : request
                if let moves {
                    contentRuns = false
                    if case .notSaved(_, let error) = try desk.perform(.navigate(moves)) {
                        return .notSaved(trouble(error))
                    }
                }
                heard[commit.writer] = commit.number
                return .kept(reply(to: commit, refused, hasMoved: moves != nil))
            }
        } catch {
            return .notSaved(trouble(error))
        }
    }

    private func reply(
        to commit: PageCommit, _ refused: [ContentCommit.Refused] = [], hasMoved: Bool = false
    ) -> PageReply {
        PageReply(
            number: commit.number, refused: refused, navigation: desk.session.contentState?.navigation,
            ended: commit.content.ends, moved: hasMoved)
    }
}
