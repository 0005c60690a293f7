import CourseModel
import FoundationEssentials
import RuntimeData
import Testing

/// One entry of `Scorm/vectors.json`: calls, and what an API object answers in Swift and in a browser.
struct Vector: Decodable, CustomTestStringConvertible {
    var name: String
    var model: String
    var launch: LaunchText
    var calls: [[String]]
    var expect: [Expected]

    var testDescription: String { "\(model): \(name)" }

    struct Expected: Decodable {
        var value: String
        var error: Int

        init(from decoder: any Decoder) throws {
            var pair = try decoder.unkeyedContainer()
            value = try pair.decode(String.self)
            error = try pair.decode(Int.self)
        }
    }

    struct LaunchText: Decodable {
        var learnerID: String
        var learnerName: String
        var entry: Launch.Entry?
        var credit: Launch.Credit?
        var mode: Launch.Mode?
        var launchData: String?
        var timeLimitAction: String?
        var maxTimeAllowed: String?
        var completionThreshold: Double?
        var scaledPassingScore: Double?
        var masteryScore: Double?
        var objectives: [Named]?
        var dataStores: [Store]?

        struct Named: Decodable { var id: ObjectiveID }

        struct Store: Decodable {
            var targetID: String
            var read: Bool
            var write: Bool
            var value: String?
        }

        var launch: Launch {
            var launch = Launch(learnerID: learnerID, learnerName: learnerName)
            launch.entry = entry ?? .abInitio
            launch.credit = credit ?? .credit
            launch.mode = mode ?? .normal
            launch.launchData = launchData
            launch.timeLimitAction = timeLimitAction
            launch.maxTimeAllowed = maxTimeAllowed
            launch.completionThreshold = completionThreshold
            launch.scaledPassingScore = scaledPassingScore
            launch.masteryScore = masteryScore
            launch.objectives = (objectives ?? []).map { Launch.Objective(id: $0.id) }
            launch.dataStores = (dataStores ?? []).map {
                let map = DataMap(targetID: $0.targetID, readSharedData: $0.read, writeSharedData: $0.write)
                return Launch.DataStore(map: map, value: $0.value)
            }
            return launch
        }
    }

    static let all: [Vector] =
        Models.file("vectors").flatMap { try? JSONDecoder().decode([Vector].self, from: $0) } ?? []
}

@Suite("The vectors that Swift and the browser share")
struct VectorTests {
    @Test("There are vectors, and each call has its expectation")
    func vectorsAreThere() {
        #expect(Vector.all.count >= 25)
        #expect(Vector.all.allSatisfy { $0.calls.count == $0.expect.count })
    }

    @Test(
        "Every element of every edition is set and read by a vector",
        arguments: ["datamodel-2004-4th", "datamodel-2004-3rd", "datamodel-2004-2nd", "datamodel-1.2"])
    func everyElement(name: String) throws {
        struct Table: Decodable {
            struct Row: Decodable { var element: String }
            var elements: [Row]
        }
        let table = try JSONDecoder().decode(Table.self, from: try #require(Models.file(name)))
        var (read, set): (Set<String>, Set<String>) = ([], [])
        for call in Vector.all.filter({ $0.model == name }).flatMap(\.calls) where call.count > 1 {
            let parts = call[1].split(separator: ".").map { Int($0) == nil ? String($0) : "#" }
            let element = parts.map { $0.hasPrefix("{target=") ? "{target}" : $0 }.joined(separator: ".")
            if call[0].hasSuffix("GetValue") { read.insert(element) }
            if call[0].hasSuffix("SetValue") { set.insert(element) }
        }
        for row in table.elements {
            let parts = row.element.split(separator: ".").map { $0 == "n" || $0 == "m" ? "#" : String($0) }
            let element = parts.joined(separator: ".")
            #expect(read.contains(element) && set.contains(element), "\(row.element)")
        }
    }

    @Test("An API object answers as expected", arguments: Vector.all)
    func answers(vector: Vector) throws {
        let file = try #require(Models.file(vector.model))
        let model = try JSONDecoder().decode(DataModel.self, from: file)
        var api = RuntimeAPI(cmi: CMI(model: model, launch: vector.launch.launch))
        for (call, expected) in zip(vector.calls, vector.expect) {
            let function = try #require(call.first)
            let answer = try api.call(function, Array(call.dropFirst()))
            #expect(answer.value == expected.value && answer.error == expected.error, "\(call) gave \(answer)")
            #expect(answer.error == api.lastError)
        }
    }
}
