import Packaging

extension Quirk {
    private static let accented = Fixture.scorm12().replacing("<title>C</title>", with: "<title>Été</title>")
    private static let declaration = #"<?xml version="1.0"?>"#

    private static func declared(_ name: String) -> String {
        accented.replacing(declaration, with: #"<?xml version="1.0" encoding="\#(name)"?>"#)
    }

    private static func wide(_ text: String, isLittle: Bool, mark: Bool) -> [UInt8] {
        ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
            return isLittle ? [low, high] : [high, low]
        }
    }

    private static func narrow(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : UInt8(ascii: "?") }
    }

    private static func encoded(_ name: String, _ bytes: [UInt8], _ verdict: Verdict, _ codes: [String] = []) -> Quirk {
        Quirk(name, "") {
            $0.bytes = bytes
            $0.verdict = verdict
            $0.codes = codes
            $0.title = "Été"
        }
    }

    static let encodings = [
        encoded("UTF-8 without a declaration", Array(accented.replacing(declaration, with: "").utf8), .valid),
        encoded("UTF-8 with its mark", [0xEF, 0xBB, 0xBF] + Array(declared("UTF-8").utf8), .valid),
        encoded("two marks", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array(declared("utf-8").utf8), .valid),
        encoded("UTF-16LE, mark", wide(declared("UTF-16"), isLittle: true, mark: true), .valid),
        encoded("UTF-16BE, mark", wide(declared("UTF-16"), isLittle: false, mark: true), .valid),
        encoded("UTF-16LE, no mark", wide(declared("UTF-16LE"), isLittle: true, mark: false), .valid),
        encoded("UTF-16BE, no mark", wide(declared("UTF-16BE"), isLittle: false, mark: false), .valid),
        encoded("UTF-16BE, undeclared", wide(accented, isLittle: false, mark: true), .valid),
        encoded("UTF-16LE as UTF-8", wide(declared("UTF-8"), isLittle: true, mark: true), .usable, ["PKG010"]),
        encoded("UTF-8 as UTF-16", Array(declared("UTF-16").utf8), .usable, ["PKG010"]),
        encoded("UTF-8 as unicode", Array(declared("unicode").utf8), .usable, ["PKG010"]),
        encoded("Latin-1", narrow(declared("ISO-8859-1")), .valid),
        encoded("Latin-1, other spelling", narrow(declared("latin1")), .valid),
        encoded("Latin-9", narrow(declared("iso-8859-15")), .valid),
        encoded("windows-1252", narrow(declared("windows-1252")), .valid),
        encoded("Latin-1 as UTF-8", narrow(declared("UTF-8")), .usable, ["PKG010"]),
        encoded("Latin-1, undeclared", narrow(accented), .usable, ["PKG010"]),
        encoded("Latin-1 as ASCII", narrow(declared("us-ascii")), .usable, ["PKG010"]),
        encoded("unknown name", Array(declared("x-mac-roman-2").utf8), .usable, ["PKG010"]),
        encoded("mark against Latin-1", [0xEF, 0xBB, 0xBF] + Array(declared("ISO-8859-1").utf8), .usable, ["PKG010"]),
        encoded("old Mac line ends", Array(accented.replacing("\n", with: "\r").utf8), .valid),
        encoded("DOS line ends", Array(accented.replacing("\n", with: "\r\n").utf8), .valid),
        encoded("blanks first", Array(("\n \t" + accented).utf8), .usable, ["PKG011"]),
    ]
}
