internal import CourseHost
internal import CourseModel
internal import Hummingbird
internal import Learning

extension Call {
    /// `GET /courses/ID`: what the course is, and the map of its path.
    func courseHome() async throws -> Response {
        let enrolled = try await enrolled()
        let view = enrolled.standing.view
        var values = values(of: enrolled)
        values["about"] = enrolled.edition.courseware.course.about
        values["facts"] = facts(of: enrolled)
        values["resumeLabel"] = say(Words.all[enrolled.standing.savedLine > 0 ? "resume" : "start"])
        let objectives = self.objectives(of: enrolled.edition.courseware)
        if !objectives.isEmpty { values["objectives"] = ["list": objectives] }
        values["leadsTo"] = say(Words.leadsTo(enrolled.edition.courseware.course))
        values["key"] = PathFigure.key(language).description
        values["figure"] = PathFigure(view.outline, language).html.description
        values["steps"] = StepsList(view.outline, action: "\(base)\(enrolled.path)/play", language).html.description
        return page("course", enrolled.edition.courseware.course.title, values)
    }

    /// What pages about an enrolment have in common.
    func values(of enrolled: Enrolled) -> [String: Any] {
        let standing = enrolled.standing
        var values: [String: Any] = [
            "course": standing.view.courseTitle, "coursePath": enrolled.path,
            "language": enrolled.edition.courseware.course.language ?? language.rawValue,
            "session": standing.view.phase.rawValue, "activity": standing.view.current.activity?.text ?? "",
            "percent": say(Words.percent(standing.view.progress.value)), "progress": standing.view.progress.value,
            "saved": standing.obstacle == nil ? "saved" : "refused", "isSaved": standing.obstacle == nil,
        ]
        values["obstacle"] = standing.obstacle.map { say($0) }
        return values
    }

    /// Figures of a course: how long, how much, how far.
    func facts(of enrolled: Enrolled) -> [[String: String]] {
        let leaves = enrolled.standing.view.outline.filter(\.isLeaf)
        let all = leaves.reduce(0) { $0 + ($1.durationSeconds ?? 0) }
        let left = leaves.filter { $0.look != .done }.reduce(0) { $0 + ($1.durationSeconds ?? 0) }
        var facts: [[String: String]] = []
        if all > 0 { facts.append(["value": say(Words.duration(all)), "label": say(Words.all["durationLabel"])]) }
        facts.append(["value": "\(leaves.count)", "label": say(Words.all["stepsLabel"])])
        guard enrolled.standing.savedLine > 0 else { return facts }
        facts.append([
            "value": say(Words.percent(enrolled.standing.view.progress.value)), "label": say(Words.all["doneLabel"]),
        ])
        if left > 0, left < all {
            facts.append(["value": say(Words.duration(left)), "label": say(Words.all["leftLabel"])])
        }
        return facts
    }

    /// The parts of the course and the objectives that their lessons serve.
    private func objectives(of courseware: Courseware) -> [[String: Any]] {
        let activities = courseware.course.organization.activities
        return activities.filter { $0.depth == 1 }.compactMap { part in
            guard let place = activities.firstIndex(where: { $0.id == part.id }) else { return nil }
            var objectives: [Lesson.Objective] = []
            for activity in activities[place..<part.subtreeEnd] {
                guard case .lesson(let path) = activity.content else { continue }
                for objective in courseware.lessons[path]?.objectives ?? [] where !objectives.contains(objective) {
                    objectives.append(objective)
                }
            }
            return objectives.isEmpty
                ? nil : ["title": part.title, "objectives": objectives.map { $0.text.isEmpty ? $0.code : $0.text }]
        }
    }
}
