/// One thing that happened: its kind and its data.
public struct JournalEvent: Hashable, Sendable {
    public let kind: JournalKind
    public let data: JSONObject

    /// An event from its parts.
    public init(_ kind: JournalKind, _ data: JSONObject) {
        self.kind = kind
        self.data = data
    }

    /// The events of one request as one, so that they are on disk together or not at all; `nil` for none, or when
    /// the data is nested too deeply to be wrapped.
    static func one(of events: [JournalEvent]) -> JournalEvent? {
        guard let first = events.first, events.count > 1 else { return events.first }
        var text: [UInt8] = Array(#"{"events":["#.utf8) + first.element
        for event in events.dropFirst() { text += [UInt8(ascii: ",")] + event.element }
        text += Array("]}".utf8)
        return JSONObject(text).map { JournalEvent(.batch, $0) }
    }

    private var element: [UInt8] { Array("{\"k\":\"\(kind)\",\"d\":".utf8) + data.bytes + [UInt8(ascii: "}")] }

    /// What a line of this event says happened: the event itself, or the events of a batch; `nil` when a batch does
    /// not hold events.
    public var events: [JournalEvent]? {
        guard kind == .batch else { return [self] }
        guard let elements = data["events"]?.elements, !elements.isEmpty else { return nil }
        var events: [JournalEvent] = []
        for element in elements {
            guard let object = element.object, let text = object["k"]?.string, let kind = JournalKind(text),
                kind != .batch, let data = object["d"]?.object
            else { return nil }
            events.append(JournalEvent(kind, data))
        }
        return events
    }
}
