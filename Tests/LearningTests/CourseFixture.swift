import Assessment
import CourseModel
import Learning
import RuntimeData

/// A course of two lessons, a quiz and a module that the quiz opens, made without a file.
enum CourseFixture {
    static let quiz = Quiz(
        title: "Quiz", mastery: Measure(0.5), attempts: 2,
        items: [
            Item(
                id: "q1", prompt: [],
                interaction: .choice(
                    Choice(
                        isMultiple: false,
                        options: [
                            .init(id: "A", text: [], isCorrect: true), .init(id: "B", text: [], isCorrect: false),
                        ]))),
            Item(id: "q2", prompt: [], interaction: .numericEntry(NumericEntry(value: 47.3, tolerance: 0.05))),
        ])

    static func lesson(_ screens: Int) -> Lesson {
        Lesson(title: "L", screens: (0..<screens).map { _ in Lesson.Screen(blocks: []) })
    }

    /// root › m1 (l1, l2, quiz) and m2 (l3), m2 closed until the quiz is passed.
    static func courseware(model: DataModel, delays: [Int64] = []) -> Courseware? {
        var activities = [
            Activity(id: "root", title: "Cours", children: [1, 5], subtreeEnd: 7),
            Activity(id: "m1", title: "Module 1", parent: 0, children: [2, 3, 4], subtreeEnd: 5),
            Activity(id: "l1", title: "Leçon 1", parent: 1, subtreeEnd: 3),
            Activity(id: "l2", title: "Leçon 2", parent: 1, subtreeEnd: 4),
            Activity(id: "quiz", title: "Le quiz", parent: 1, subtreeEnd: 5),
            Activity(id: "m2", title: "Module 2", parent: 0, children: [6], subtreeEnd: 7),
            Activity(id: "l3", title: "Leçon 3", parent: 5, subtreeEnd: 7),
        ]
        for place in activities.indices {
            activities[place].definition = place
            activities[place].depth = [0, 1, 2, 2, 2, 1, 2][place]
        }
        for place in [2, 3, 6] { activities[place].content = .lesson(path: "l\(place).md") }
        activities[4].content = .quiz(path: "q.md")
        activities[4].local.attemptDelaySeconds = delays
        var definitions = [SequencingDefinition](repeating: SequencingDefinition(), count: 7)
        for place in [0, 1, 5] {
            definitions[place].controlMode.flow = true
            definitions[place].controlMode.useCurrentAttemptObjectiveInfo = false
            definitions[place].controlMode.useCurrentAttemptProgressInfo = false
        }
        for place in [2, 3, 6] { definitions[place].rollup.objectiveSatisfied = false }
        definitions[4].limits.attemptLimit = 2
        definitions[4].primaryObjective = Objective(id: "passed")
        definitions[4].primaryObjective.satisfiedByMeasure = true
        definitions[4].primaryObjective.minNormalizedMeasure = Measure(0.5)
        definitions[4].primaryObjective.maps = [ObjectiveMap(target: "g", reads: [], writes: [.satisfiedStatus])]
        var read = Objective(id: "m1")
        read.maps = [ObjectiveMap(target: "g", reads: [.satisfiedStatus], writes: [])]
        definitions[5].objectives = [read]
        definitions[5].preConditionRules = [
            SequencingRule(
                .any,
                [
                    RuleCondition(.objectiveStatusKnown, not: true, objective: "m1"),
                    RuleCondition(.satisfied, not: true, objective: "m1"),
                ], .disabled)
        ]
        guard let organization = Organization(activities: activities, definitions: definitions),
            let course = Course(
                identifier: "c", title: "Cours", edition: .scorm2004Fourth, organizations: [organization])
        else { return nil }
        return Courseware(
            course: course, lessons: ["l2.md": lesson(2), "l3.md": lesson(1), "l6.md": lesson(1)],
            quizzes: ["q.md": quiz], dataModel: model)
    }
}
