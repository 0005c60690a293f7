public import CourseModel

extension ActivityProgress {
    /// What the content said in this session, for sequencing: only what it wrote itself, statuses computed where the
    /// standard does so. In SCORM 1.2, which has one attempt for ever, what it said in earlier sessions counts too.
    public init(reading cmi: CMI) {
        self.init()
        if let status = cmi.lessonStatus {
            (isCompleted, primary.isSatisfied) = ActivityProgress.meaning(ofLessonStatus: status)
            saysSuccessUnknown = primary.isSatisfied == nil
            primary.measure = cmi.measure(.scoreRaw)
        } else {
            let completion = cmi.said(.completionStatus)
            let success = cmi.said(.successStatus)
            isCompleted = ActivityProgress.isCompleted(completion)
            saysCompletionUnknown = completion == "unknown"
            primary.isSatisfied = ActivityProgress.isSatisfied(success)
            saysSuccessUnknown = success == "unknown"
            progress = cmi.writtenNumber(.progressMeasure).flatMap { ProgressMeasure($0) }
            primary.measure = cmi.writtenNumber(.scoreScaled).flatMap { Measure($0) }
        }
        primary.raw = cmi.writtenNumber(.scoreRaw)
        primary.min = cmi.writtenNumber(.scoreMin)
        primary.max = cmi.writtenNumber(.scoreMax)
        objectives = cmi.objectivesSaid
    }

    /// "not attempted" counts as not completed.
    fileprivate static func isCompleted(_ status: String?) -> Bool? {
        switch status {
        case "completed": true
        case "incomplete", "not attempted": false
        default: nil
        }
    }

    fileprivate static func isSatisfied(_ status: String?) -> Bool? {
        switch status {
        case "passed": true
        case "failed": false
        default: nil
        }
    }

    /// SCORM 1.2 has one status for both: who passed or failed got to the end.
    fileprivate static func meaning(ofLessonStatus status: String) -> (isCompleted: Bool?, isSatisfied: Bool?) {
        switch status {
        case "passed": (true, true)
        case "failed": (true, false)
        case "completed": (true, nil)
        case "incomplete", "browsed", "not attempted": (false, nil)
        default: (nil, nil)
        }
    }
}

extension CMI {
    /// What the content wrote in this session, in SCORM 1.2 at any time, into an element with this role.
    fileprivate func written(_ role: Role, _ n: Int = -1) -> String? {
        slot(role, n).flatMap { model.edition == .scorm12 ? written[$0] : said($0) }
    }

    private func said(_ slot: Slot) -> String? { said.contains(slot) ? written[slot] : nil }

    fileprivate func writtenNumber(_ role: Role, _ n: Int = -1) -> Double? {
        written(role, n).flatMap { Real($0.utf8)?.value }
    }

    /// A score of SCORM 1.2, 0 to 100, as a measure.
    fileprivate func measure(_ role: Role, _ n: Int = -1) -> Measure? {
        writtenNumber(role, n).flatMap { Measure($0 / 100) }
    }

    /// The status that the standard computes, or else what the content wrote.
    fileprivate func said(_ role: Role) -> String? {
        guard let slot = slot(role) else { return nil }
        return model.computed[slot.definition].flatMap { status($0) } ?? said(slot)
    }

    /// The statuses of objectives that the content set back to "unknown" in this session.
    public var objectivesSaidUnknown: [ObjectiveID: Set<ObjectiveElement>] {
        guard let container = container(of: .objectiveID) else { return [:] }
        var unknown: [ObjectiveID: Set<ObjectiveElement>] = [:]
        for n in 0..<count(container) {
            guard let id = stored(.objectiveID, n) else { continue }
            if written(.objectiveSuccess, n) == "unknown" {
                unknown[ObjectiveID(id), default: []].insert(.satisfiedStatus)
            }
            if written(.objectiveCompletion, n) == "unknown" {
                unknown[ObjectiveID(id), default: []].insert(.completionStatus)
            }
        }
        return unknown
    }

    /// What the content said of each objective that has an identifier; objectives it did not touch are left out.
    fileprivate var objectivesSaid: [ObjectiveID: ObjectiveProgress] {
        guard let container = container(of: .objectiveID) else { return [:] }
        var said: [ObjectiveID: ObjectiveProgress] = [:]
        for n in 0..<count(container) {
            guard let id = stored(.objectiveID, n) else { continue }
            let progress = objectiveSaid(n)
            if progress != ObjectiveProgress() { said[ObjectiveID(id)] = progress }
        }
        return said
    }

    private func objectiveSaid(_ n: Int) -> ObjectiveProgress {
        var progress = ObjectiveProgress()
        if let status = written(.objectiveStatus, n) {
            (progress.isCompleted, progress.isSatisfied) = ActivityProgress.meaning(ofLessonStatus: status)
        }
        if model.element(playing: .objectiveScaled) == nil {
            progress.measure = measure(.objectiveRaw, n)
        } else {
            progress.isSatisfied = ActivityProgress.isSatisfied(written(.objectiveSuccess, n))
            progress.isCompleted = ActivityProgress.isCompleted(written(.objectiveCompletion, n))
            progress.measure = writtenNumber(.objectiveScaled, n).flatMap { Measure($0) }
            progress.progress = writtenNumber(.objectiveProgress, n).flatMap { ProgressMeasure($0) }
        }
        progress.raw = writtenNumber(.objectiveRaw, n)
        progress.min = writtenNumber(.objectiveMin, n)
        progress.max = writtenNumber(.objectiveMax, n)
        return progress
    }
}
