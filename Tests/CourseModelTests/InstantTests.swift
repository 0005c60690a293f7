import CourseModel
import Testing

@Suite("A moment in time")
struct InstantTests {
    @Test(
        "is written as the journal writes it, and read back",
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (1_795_451_098_123, "2026-11-23T16:24:58.123Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (4_107_542_399_999, "2100-02-28T23:59:59.999Z"), (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        ] as [(Int64, String)])
    func form(milliseconds: Int64, text: String) {
        #expect(Instant(milliseconds: milliseconds).description == text)
        #expect(Instant(text)?.milliseconds == milliseconds)
    }

    @Test(
        "is not read from anything else",
        arguments: [
            "", "2026-11-23", "2026-11-23T16:24:58Z", "2026-02-29T00:00:00.000Z", "2026-13-01T00:00:00.000Z",
            "2026-11-23T24:00:00.000Z", "2026-11-23T16:60:00.000Z", "2026-11-23t16:24:58.123Z",
            "2026-11-23T16:24:58.123+", "٢026-11-23T16:24:58.123Z",
        ])
    func refused(text: String) {
        #expect(Instant(text) == nil)
    }
}
