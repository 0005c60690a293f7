import Testing

@testable import Web

struct PictureSizeTests {
    @Test(
        "Pictures say how large they are, or nothing",
        arguments: [
            (
                [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 0, 0, 0, 0, 20],
                256, 20
            ),
            ([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 10, 0, 20, 0], 10, 20),
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, 0, 30, 0, 40, 3, 0], 40, 30),
            (Array("<?xml?><svg viewBox=\"0 0 640.4 200\">".utf8), 640, 200),
            ([0xFF, 0xD8, 0xFF], nil, nil), (Array("<svg viewBox=\"0 0 x 1\">".utf8), nil, nil), ([], nil, nil),
            ([0x89, 0x50, 0x4E, 0x47], nil, nil),
        ] as [([UInt8], Int?, Int?)])
    func sizes(bytes: [UInt8], width: Int?, height: Int?) {
        #expect(PictureSize(bytes)?.width == width && PictureSize(bytes)?.height == height)
    }
}
