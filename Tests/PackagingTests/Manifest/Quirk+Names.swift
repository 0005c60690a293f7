import Packaging

extension Quirk {
    static let plain = Fixture.scorm12()
    private static let imscp = #"xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2""#
    private static let adlcp = #"xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2""#

    private static func changed(
        _ name: String, _ old: String, _ new: String, _ verdict: Verdict = .usable, _ codes: [String] = [],
        edition: String = "1.2"
    ) -> Quirk {
        Quirk(name, plain.replacing(old, with: new)) {
            $0.verdict = verdict
            $0.codes = codes
            $0.edition = edition
        }
    }

    private static let modern = plain.replacing(imscp, with: #"xmlns="http://www.imsglobal.org/xsd/imscp_v1p1""#)
        .replacing(adlcp, with: #"xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3""#)
        .replacing("adlcp:scormtype", with: "adlcp:scormType")

    private static func version(
        _ text: String, _ edition: String, _ verdict: Verdict = .valid, _ codes: [String] = []
    ) -> Quirk {
        Quirk("2004, \(text)", modern.replacing("<schemaversion>1.2<", with: "<schemaversion>\(text)<")) {
            $0.verdict = verdict
            $0.codes = codes
            $0.edition = edition
        }
    }

    static let names = [
        changed("no namespace", imscp, "", .usable, ["PKG012"]),
        changed("no namespace at all", imscp + " ", "", .usable, ["PKG012"]),
        changed("misspelt", imscp, #"xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p3""#, .usable, ["PKG012"]),
        changed("a stranger's", imscp, #"xmlns="urn:example:manifest""#, .usable, ["PKG012"]),
        changed("a slash too many", imscp, imscp.dropLast() + #"/""#, .usable, ["PKG012"]),
        changed("undeclared prefix", adlcp, "", .usable, ["PKG013"]),
        changed("another prefix", "adlcp", "scorm", .valid),
        changed("adlcp misspelt", "adlcp_rootv1p2", "adlcp_rootv1p2p1", .usable, ["PKG037"]),
        changed("SCORM 1.2", "<schemaversion>1.2", "<schemaversion>SCORM 1.2", .valid),
        changed("blanks around", "<schemaversion>1.2", "<schemaversion>\n 1.2 ", .valid),
        changed("CAM 1.3 against its namespaces", "<schemaversion>1.2", "<schemaversion>CAM 1.3", .usable, ["PKG015"]),
        changed("no version", "<schemaversion>1.2</schemaversion>", "", .usable, ["PKG014"]),
        changed(
            "no metadata", "<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>", "",
            .usable, ["PKG014"]),
        changed("version 1.1", "<schemaversion>1.2", "<schemaversion>1.1", .usable, ["PKG016"]),
        version("CAM 1.3", "2004 2nd Edition"), version("CAM1.3", "2004 2nd Edition"),
        version("1.3", "2004 2nd Edition"),
        version("2004 3rd Edition", "2004 3rd Edition"), version("2004 3rd EDITION", "2004 3rd Edition"),
        version("2004 4th Edition", "2004 4th Edition"), version("2004  4th  Edition", "2004 4th Edition"),
        version("1.2", "2004 3rd Edition", .usable, ["PKG015"]),
        version("2004 5th Edition", "2004 3rd Edition", .usable, ["PKG016"]),
        Quirk(
            "prefixed everywhere",
            plain.replacing(imscp, with: #"xmlns:m="http://www.imsproject.org/xsd/imscp_rootv1p1p2""#)
                .replacing("</", with: "</m:").replacing("<m", with: "<m:m").replacing("<o", with: "<m:o")
                .replacing("<i", with: "<m:i").replacing("<r", with: "<m:r").replacing("<t", with: "<m:t")
                .replacing("<s", with: "<m:s").replacing("<f", with: "<m:f")
        ) { $0.verdict = .valid },
    ]
}
