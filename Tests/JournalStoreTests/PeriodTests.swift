import CourseModel
import JournalStore
import Testing

@Suite("Spans of the calendar")
struct PeriodTests {
    @Test(
        "the same day so long before, or the last one of a shorter month",
        arguments: [
            ("P3Y", "2026-11-25T10:00:00.001Z", "2023-11-25T10:00:00.001Z"),
            ("P1M", "2026-03-31T23:59:59.999Z", "2026-02-28T23:59:59.999Z"),
            ("P1Y", "2024-02-29T00:00:00.000Z", "2023-02-28T00:00:00.000Z"),
            ("P13M", "2026-01-15T12:00:00.000Z", "2024-12-15T12:00:00.000Z"),
            ("P2W", "2026-01-01T00:00:00.000Z", "2025-12-18T00:00:00.000Z"),
            ("P1Y2M3W4D", "2026-11-25T00:00:00.000Z", "2025-08-31T00:00:00.000Z"),
            ("P1D", "1969-12-31T12:00:00.000Z", "1969-12-30T12:00:00.000Z"),
        ])
    func before(text: String, moment: String, expected: String) throws {
        let period = try #require(Period(text))
        #expect(period.before(try #require(Instant(moment))) == Instant(expected))
    }

    @Test(
        "what is no span is refused",
        arguments: [
            "", "P", "3Y", "P3", "PT1H", "P1.5Y", "P-1Y", "P1D1Y", "P1Y1Y", "P0D", "P9999999Y", "P2000Y", "p1y",
        ])
    func refused(text: String) { #expect(Period(text) == nil) }
}
