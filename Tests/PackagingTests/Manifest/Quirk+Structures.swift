import Packaging

extension Quirk {
    private static let organization =
        #"<organization identifier="O1"><title>C</title><item identifier="I1" identifierref="R1"><title>T</title></item></organization>"#

    private static func structure(
        _ name: String, _ old: String, _ new: String, _ codes: [String], _ verdict: Verdict = .usable,
        title: String = "C"
    ) -> Quirk {
        Quirk(name, plain.replacing(old, with: new)) {
            $0.codes = codes
            $0.verdict = verdict
            $0.title = title
        }
    }

    static let structures = [
        structure("no organization", organization, "", ["PKG020"], title: "M1"),
        structure(
            "no organizations", "<organizations default=\"O1\">" + organization + "</organizations>", "",
            ["PKG020", "PKG077"],
            title: "M1"),
        structure(
            "an empty organization", organization, #"<organization identifier="O1"><title>C</title></organization>"#,
            ["PKG020"]),
        structure("a default that is none", #"default="O1""#, #"default="O2""#, ["PKG022"]),
        structure("no default", #"default="O1""#, "", ["PKG023"], .valid),
        structure("a reference that is none", #"identifierref="R1""#, #"identifierref="r-1""#, ["PKG026"]),
        structure("no title", "<title>C</title>", "", ["PKG024"], title: "O1"),
        structure("an empty title", "<title>C</title>", "<title> </title>", ["PKG024"], title: "O1"),
        structure("one identifier twice", #"item identifier="I1""#, #"item identifier="O1""#, ["PKG018"]),
        structure("blanks in an identifier", #"identifier="M1""#, #"identifier="Mon cours""#, ["PKG017"]),
        structure("an identifier in braces", #"identifier="M1""#, #"identifier="{1A-2B}""#, ["PKG017"]),
        structure("a digit first", #"identifier="M1""#, #"identifier="1""#, ["PKG017"]),
        structure("no identifier", #"identifier="M1""#, "", ["PKG019"]),
        structure("no SCORM type", #"adlcp:scormtype="sco""#, "", ["PKG031"]),
        structure("type in capitals", #""sco""#, #""SCO""#, ["PKG032"]),
        structure("type of 2004", "adlcp:scormtype", "adlcp:scormType", ["PKG036"]),
        structure("no resource type", #"type="webcontent" "#, "", ["PKG074"]),
        structure("order", "<metadata>", "<resources/><metadata>", ["PKG070", "PKG075"]),
        structure("an unknown element", "<title>T</title>", "<title>T</title><subtitle>S</subtitle>", ["PKG072"]),
        structure("an unknown attribute", #"identifierref="R1""#, #"identifierref="R1" visible="true""#, ["PKG073"]),
        structure("a misspelt attribute", #"identifierref="R1""#, #"identifierref="R1" isVisible="true""#, ["PKG073"]),
        structure(
            "an attribute as element", "<title>T</title>", "<title>T</title><isvisible>true</isvisible>", ["PKG087"]),
        structure("a strange boolean", #"identifierref="R1""#, #"identifierref="R1" isvisible="TRUE""#, ["PKG060"]),
        structure(
            "mastery of 120", "<title>T</title>", "<title>T</title><adlcp:masteryscore>120</adlcp:masteryscore>",
            ["PKG060"]),
        structure(
            "a decimal comma", "<title>T</title>", "<title>T</title><adlcp:masteryscore>79,5</adlcp:masteryscore>",
            ["PKG060"]),
        structure(
            "a long title", "<title>C</title>", "<title>\(String(repeating: "c", count: 300))</title>", ["PKG078"],
            title: String(repeating: "c", count: 300)),
        structure(
            "sequencing in 1.2", "<title>T</title>",
            #"<title>T</title><adlcp:dataFromLMS>x</adlcp:dataFromLMS>"#, ["PKG076"]),
        structure("a missing end tag", "</item>", "", ["PKG004"], .broken),
        structure("a bare ampersand", "<title>C", "<title>C & D", ["PKG004"], .broken),
        structure("an entity of HTML", "<title>C", "<title>C&nbsp;", ["PKG004"], .broken),
        structure("a control character", "<title>C", "<title>C\u{B}", ["PKG004"], .broken),
        structure("text after the end", "</manifest>", "</manifest>\nfin", ["PKG004"], .broken),
        structure("an attribute twice", #"identifier="M1""#, #"identifier="M1" identifier="M2""#, ["PKG004"], .broken),
        structure("a document type", "<manifest", "<!DOCTYPE manifest><manifest", ["PKG005"], .broken),
        structure("nothing to launch", #"href="index.html">"#, ">", ["PKG021"], .broken),
        Quirk("junk before the declaration", "PK\u{3}\u{4}" + plain) {
            $0.verdict = .broken
            $0.codes = ["PKG004"]
        },
        Quirk("cut in the middle", String(plain.prefix(400))) {
            $0.verdict = .broken
            $0.codes = ["PKG004"]
        },
        Quirk("empty", "") {
            $0.verdict = .broken
            $0.codes = ["PKG004"]
        },
    ]
}
