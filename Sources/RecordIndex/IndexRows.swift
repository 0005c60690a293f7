internal import CourseModel
internal import Records

/// The cells of a row, taken one after the other.
struct RowReading {
    private var cells: ArraySlice<IndexFile.Cell>

    init(_ cells: [IndexFile.Cell]) { self.cells = cells[...] }

    mutating func text() throws(IndexTrouble) -> String {
        guard case .text(let text)? = cells.popFirst() else { throw .corrupt("text") }
        return text
    }

    mutating func whole() throws(IndexTrouble) -> Int64 {
        guard case .whole(let number)? = cells.popFirst() else { throw .corrupt("number") }
        return number
    }

    mutating func count() throws(IndexTrouble) -> Int { Int(truncatingIfNeeded: try whole()) }

    mutating func moment() throws(IndexTrouble) -> Instant? {
        switch cells.popFirst() {
        case .whole(let number)?: Instant(milliseconds: number)
        case .none?: nil
        default: throw .corrupt("moment")
        }
    }

    mutating func decimal() throws(IndexTrouble) -> Double? {
        switch cells.popFirst() {
        case .decimal(let number)?: number
        case .none?: nil
        default: throw .corrupt("decimal")
        }
    }

    mutating func textIfAny() throws(IndexTrouble) -> String? {
        switch cells.popFirst() {
        case .text(let text)?: text
        case .none?: nil
        default: throw .corrupt("text")
        }
    }
}

extension IndexFile.Cell {
    static func count(_ number: Int) -> Self { .whole(Int64(number)) }
    static func moment(_ instant: Instant?) -> Self { instant.map { .whole($0.milliseconds) } ?? .none }
    static func decimalIfAny(_ number: Double?) -> Self { number.map { .decimal($0) } ?? .none }
    static func textIfAny(_ text: String?) -> Self { text.map { .text($0) } ?? .none }
}

extension IndexedEnrolment {
    var cells: [IndexFile.Cell] {
        [
            .text(key.learner), .text(key.folder), .text(record.courseCode), .text(record.courseTitle),
            .text(record.courseVersion), .moment(record.firstAccess), .moment(record.lastAccess),
            .moment(record.completedAt), .whole(record.durationSeconds), .count(record.unitsTotal),
            .count(record.unitsDone), .text(record.completion), .text(record.success),
            .decimalIfAny(record.scoreScaled), .decimalIfAny(record.scoreRaw), .decimalIfAny(record.scoreMax),
            .decimalIfAny(record.masteryScore), .count(record.attempts), .text(record.provenance),
            .textIfAny(current), .count(position.line), .text(position.hash), .count(position.bytes),
            .whole(position.modified),
        ]
    }

    init(_ cells: [IndexFile.Cell]) throws(IndexTrouble) {
        var row = RowReading(cells)
        key = Key(learner: try row.text(), folder: try row.text())
        let code = try row.text()
        record = CompletionRecord(
            recordID: CompletionRecord.id(learner: key.learner, course: code), learnerID: key.learner, lastName: "",
            firstName: "", organizationName: "", courseCode: code, courseTitle: try row.text(),
            courseVersion: try row.text(), firstAccess: try row.moment(), lastAccess: try row.moment(),
            completedAt: try row.moment(), durationSeconds: try row.whole(), unitsTotal: try row.count(),
            unitsDone: try row.count(), completion: try row.text(), success: try row.text(),
            scoreScaled: try row.decimal(), scoreRaw: try row.decimal(), scoreMax: try row.decimal(),
            masteryScore: try row.decimal(), attempts: try row.count(), provenance: try row.text())
        current = try row.textIfAny()
        position = Position(
            line: try row.count(), hash: try row.text(), bytes: try row.count(), modified: try row.whole())
    }
}

extension IndexedEnrolment.Activity {
    func cells(of key: IndexedEnrolment.Key, course: String, at place: Int) -> [IndexFile.Cell] {
        [
            .text(key.learner), .text(key.folder), .count(place), .text(course), .text(id), .text(title),
            .text(status), .count(attempts), .moment(lastSeen),
        ]
    }

    init(_ row: inout RowReading) throws(IndexTrouble) {
        self.init(
            id: try row.text(), title: try row.text(), status: try row.text(), attempts: try row.count(),
            lastSeen: try row.moment())
    }
}

extension IndexedEnrolment.Question {
    func cells(of key: IndexedEnrolment.Key, course: String, at place: Int) -> [IndexFile.Cell] {
        [
            .text(key.learner), .text(key.folder), .count(place), .text(course), .text(activity), .text(item),
            .count(attempts), .count(right), .count(wrong),
        ]
    }

    init(_ row: inout RowReading) throws(IndexTrouble) {
        self.init(
            activity: try row.text(), item: try row.text(), attempts: try row.count(), right: try row.count(),
            wrong: try row.count())
    }
}
