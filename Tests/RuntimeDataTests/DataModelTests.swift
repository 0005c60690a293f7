import CourseModel
import FoundationEssentials
import RuntimeData
import Testing

@Suite("Data model tables")
struct DataModelTests {
    @Test("All four editions decode, and come back the same from JSON")
    func decode() throws {
        #expect(Models.all.map(\.edition) == [.scorm2004Fourth, .scorm2004Third, .scorm2004Second, .scorm12])
        for model in Models.all {
            #expect(try JSONDecoder().decode(DataModel.self, from: try JSONEncoder().encode(model)) == model)
        }
    }

    @Test(
        "A table that contradicts itself does not decode",
        arguments: [
            ("\"cmi.interactions.n.id\", \"access\"", "\"cmi.interactions.n.identifier\", \"access\""),
            ("\"overLimit\": 351", "\"overLimits\": 351"), ("\"learnerID\":", "\"teacherID\":"),
            ("\"element\": \"cmi.mode\"", "\"element\": \"cmi.credit\""), ("\"cmi.location\"", "\"cmi.n.location\""),
        ])
    func contradiction(part: String, replacement: String) throws {
        let text = String(decoding: try #require(Models.file("datamodel-2004-4th")), as: UTF8.self)
        #expect(text.contains(part))
        let broken = Data(text.replacing(part, with: replacement).utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(DataModel.self, from: broken) }
    }
}
