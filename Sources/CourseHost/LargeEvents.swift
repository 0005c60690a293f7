internal import JournalStore

extension EventCoding {
    /// Room that a line has for the data of its events.
    private static let room = JournalLine.largest - 4096

    /// The events of one line, the largest with their data in blobs as far as needed. A blob is on disk when this
    /// returns.
    func fitting(_ events: [JournalEvent]) throws -> [JournalEvent] {
        var events = events
        var size = events.reduce(0) { $0 + $1.data.bytes.count + 128 }
        while size > EventCoding.room, let enrolment,
            let (place, largest) = events.enumerated().max(by: { $0.1.data.bytes.count < $1.1.data.bytes.count }),
            largest.data.bytes.count > 1024
        {
            let name = try enrolment.storeBlob(largest.data.bytes)
            guard let data = JSONObject("{\"blob\":\"\(name)\"}") else { throw CodingTrouble.unwritable }
            size -= largest.data.bytes.count - data.bytes.count
            events[place] = JournalEvent(largest.kind, data)
        }
        return events
    }
}
