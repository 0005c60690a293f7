internal import CourseModel
internal import RuntimeData
internal import Sequencing

extension Session {
    /// What an API object elsewhere needs to serve the content that is delivered; `nil` where that is no web content, or
    /// has terminated.
    public var contentState: ContentState? {
        guard let place = delivered, case .web = content(of: place), !hasTerminated, let cmi = data[place] else {
            return nil
        }
        let places = organization.activities.indices
        let navigable = ContentState.Navigable(
            continue: sequencer.canContinue, previous: sequencer.canPrevious,
            choice: places.filter { sequencer.refusalOfChoice(of: $0) == nil }.map { organization.activities[$0].id },
            jump: places.filter { sequencer.canJump(to: $0) }.map { organization.activities[$0].id })
        return ContentState(
            activity: organization.activities[place].id, attempt: sequencer.tracking(of: place).attemptCount,
            edition: courseware.dataModel.edition, strict: cmi.isStrict, values: cmi.readableValues,
            counts: cmi.recordCounts,
            dataStores: cmi.dataStores.map { .init(read: $0.map.readSharedData, write: $0.map.writeSharedData) },
            navigation: navigable)
    }

    /// Decides about a commit from elsewhere. Each write is checked as SetValue checks it; what is refused is named and
    /// changes nothing. A commit for another activity, another attempt, or content that has terminated is refused whole.
    public func verdict(on commit: ContentCommit) throws(Refusal) -> ContentCommit.Verdict {
        guard let place = delivered, case .web = content(of: place), var cmi = data[place],
            organization.activities[place].id == commit.activity,
            sequencer.tracking(of: place).attemptCount == commit.attempt
        else { throw Refusal("elsewhere", ContentSentences.elsewhere) }
        guard !hasTerminated else { throw Refusal("terminated", ContentSentences.terminated) }
        var verdict = ContentCommit.Verdict()
        verdict.refused = cmi.take(commit.writes).map { place, error in
            ContentCommit.Refused(
                place: place, element: commit.writes[place].element, code: error.code, reason: error.diagnostic)
        }
        let accepted = cmi.drainWrites()
        if commit.ends { verdict.request = request(of: cmi) }
        if verdict.request == .abandon || verdict.request == .abandonAll { return verdict }
        if commit.ends || !accepted.isEmpty {
            verdict.events = [.wrote(place: place, accepted, ends: commit.ends)]
        }
        return verdict
    }
}
