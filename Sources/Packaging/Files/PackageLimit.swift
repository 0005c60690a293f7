public import CourseModel

/// How much a package may hold. The one table: code, `--help` and documentation repeat it.
public enum PackageLimit: String, Hashable, Sendable, CaseIterable {
    case archiveBytes, inflatedBytes, fileBytes, ratio, entries, pathBytes, componentBytes, depth
    case manifestBytes, xmlDepth, attributes, items, seconds

    /// In bytes, seconds, or a plain count.
    public var value: Int {
        switch self {
        case .archiveBytes: 1 << 30
        case .inflatedBytes: 4 << 30
        case .fileBytes: 1 << 30
        case .ratio: 200
        case .entries: 20_000
        case .pathBytes: 1024
        case .componentBytes: 255
        case .depth: 32
        case .manifestBytes: XMLLimit.bytes
        case .xmlDepth: XMLLimit.depth
        case .attributes: XMLLimit.attributes
        case .items: ManifestReader.itemLimit
        case .seconds: 30
        }
    }

    /// Up to so many bytes, a file or a package may swell as it likes.
    static let ratioFrom = 10 << 20

    /// The limit with what it limits, to stand in a list.
    public var sentence: Sentence {
        let number = Amount(value)
        return switch self {
        case .archiveBytes: number.size.after(fr: "archive\u{A0}:", en: "archive:")
        case .inflatedBytes: number.size.after(fr: "contenu décompressé\u{A0}:", en: "unpacked content:")
        case .fileBytes: number.size.after(fr: "un fichier\u{A0}:", en: "one file:")
        case .ratio:
            Sentence(
                fr: "taux de compression\u{A0}: \(value)\u{A0}pour\u{A0}1 au-delà de "
                    + Amount(PackageLimit.ratioFrom).size.french,
                en: "compression ratio: \(value) to 1 above \(Amount(PackageLimit.ratioFrom).size.english)")
        case .entries: number.count.before(fr: "fichiers et dossiers", en: "files and folders")
        case .pathBytes: number.count.after(fr: "un chemin\u{A0}:", en: "one path:").before(fr: "octets", en: "bytes")
        case .componentBytes:
            number.count.after(fr: "un nom\u{A0}:", en: "one name:").before(fr: "octets", en: "bytes")
        case .depth: number.count.before(fr: "niveaux de dossiers", en: "levels of folders")
        case .manifestBytes: number.size.after(fr: "manifeste\u{A0}:", en: "manifest:")
        case .xmlDepth: number.count.before(fr: "niveaux d’éléments XML", en: "levels of XML elements")
        case .attributes: number.count.before(fr: "attributs par élément", en: "attributes an element")
        case .items: number.count.before(fr: "activités", en: "activities")
        case .seconds: number.count.before(fr: "secondes par import", en: "seconds an import")
        }
    }

    /// All limits as one sentence.
    public static var list: Sentence {
        Sentence(
            fr: allCases.map(\.sentence.french).joined(separator: ", "),
            en: allCases.map(\.sentence.english).joined(separator: ", "))
    }
}

/// A number as people read it.
private struct Amount {
    private let value: Int

    init(_ value: Int) { self.value = value }

    /// In groups of three digits.
    var count: Sentence {
        let digits = String(value)
        func grouped(by separator: String) -> String {
            digits.enumerated().map { place, digit in
                let isStart = place > 0 && (digits.count - place).isMultiple(of: 3)
                return (isStart ? separator : "") + String(digit)
            }.joined()
        }
        return Sentence(fr: grouped(by: "\u{A0}"), en: grouped(by: ","))
    }

    /// In GiB or MiB, which all our limits fill.
    var size: Sentence {
        value >= 1 << 30
            ? Sentence(fr: "\(value >> 30)\u{A0}Gio", en: "\(value >> 30) GiB")
            : Sentence(fr: "\(value >> 20)\u{A0}Mio", en: "\(value >> 20) MiB")
    }
}

extension Sentence {
    fileprivate func after(fr: String, en: String) -> Sentence {
        Sentence(fr: "\(fr) \(french)", en: "\(en) \(english)")
    }

    fileprivate func before(fr: String, en: String) -> Sentence {
        Sentence(fr: "\(french)\u{A0}\(fr)", en: "\(english) \(en)")
    }
}
