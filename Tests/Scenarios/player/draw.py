"""Calls of an API object drawn by chance: names that are there and not, values that fit and not."""
ATOMS = [
    "", "0", "1", "-1", "0.5", "-.5", "1.", "+1", ".", "1e3", "1.00000001", "99999999999999999999",
    "-99999999999999999999.9", "0.99999999", "101", "passed", "failed", "completed", "incomplete", "not attempted", "unknown",
    "browsed", "suspend", "time-out", "logout", "normal", "true", "false", "t", "choice", "true-false", "fill-in",
    "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other", "correct", "wrong", "incorrect",
    "neutral", "PT1H", "P1Y2M3DT4H5M6.78S", "PT", "P", "PT1.234S", "P1W", "PT5", "0001:02:03", "01:02:03.4", "1:2:3",
    "99999:00:00", "24:00:00", "23:59:59.99", "2026", "2026-02-29", "2024-02-29", "2026-11-25T10:20:30",
    "2026-11-25T10:20:30.5Z", "2026-11-25T10:20:30+01:00", "2026-11-25T10", "2026-11-25T10:20:30.123", "1969", "2039",
    "a[,]b", "a[,]a", "b[,]a", "a[,]", "[,]", "a[.]b", "a[.]b[,]c[.]d", "[.]b", "[.]", "a[.]", "a[.]1[:]2", "a[.]3[:]2",
    "1[:]2", "[:]", "[:]5", "5[:]", "2[:]1", "x[:]y", "{case_matters=true}a[,]b", "{order_matters=false}{case_matters=false}a",
    "{case_matters=x}a", "{order_matters=true}a[.]b", "{lang=fr}bonjour", "{lang=}x", "{lang=x-a}", "{lang=fr-FR}a[,]b",
    "{lang=i}z", "en", "fr-FR", "x", "x-a", "i-navajo", "toolongsubtag", "en-toolongsub", "urn:a:b", "urn:", "urn:x",
    "URN:-a:b", "urn:abc: ", "http://x/y z", " ", "\t", "\n", "é", "é" * 300, "x" * 300, "x" * 5000, "\U0001f600" * 251,
    "{target=A}choice", "{target= A }jump", "{target=}choice", "{target=A}continue", "{target=a}b}choice", "continue",
    "previous", "exitAll", "_none_", "abandon", "o1", "o2", "a", "b", "c", "Dupont", "1,2", "exit,message",
]
ODD_NAMES = ["cmi.foo", "", "cmi.", "cmi.location.0", "cmi.location._children", "__proto__", "cmi.constructor", "cmi.__proto__"]


def manifest(model):
    """One activity of web content; with two objectives in SCORM 2004."""
    if model == "datamodel-1.2":
        head, schema, sco, rules = (
            'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
            "1.2", "scormtype", "")
    else:
        head, schema, sco, rules = (
            'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" '
            'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"', "2004 4th Edition", "scormType",
            '<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="o1"/>'
            '<imsss:objective objectiveID="o2"/></imsss:objectives></imsss:sequencing>')
    return (f'<manifest identifier="M" {head}><metadata><schema>ADL SCORM</schema><schemaversion>{schema}</schemaversion>'
            '</metadata><organizations default="O"><organization identifier="O"><title>O</title>'
            f'<item identifier="A" identifierref="R"><title>A</title>{rules}</item></organization></organizations>'
            f'<resources><resource identifier="R" type="webcontent" adlcp:{sco}="sco" href="a.html"/></resources></manifest>')


def launch(table, number):
    """The state of a player page at the first launch."""
    roles = table["roles"]
    values = {roles["learnerID"]: f"L{number}", roles["learnerName"]: "Dupont, Jeanne", roles["credit"]: "credit",
              roles["mode"]: "normal", roles["entry"]: "ab-initio"}
    counts = {}
    if table["edition"] != "1.2":
        values |= {"cmi.objectives.0.id": "o1", "cmi.objectives.1.id": "o2"}
        counts = {"cmi.objectives": 2}
    return {"values": values, "counts": counts}


def calls(dice, table):
    """The calls of one session; what asks about navigation is left out, as it depends on more than the data."""
    does = {row["does"]: row["name"] for row in table["api"]["functions"]}
    names = [row["element"] for row in table["elements"] if "request_valid" not in row["element"]] + ODD_NAMES
    names += [row["container"] + end for row in table["containers"] for end in ("", "._children", "._count", "._version")]
    made = [[does["initialize"], ""]] if dice.random() < 0.97 else []
    hot = [name(dice, names) for _ in range(4)]
    for _ in range(dice.randint(5, 150)):
        element = dice.choice(hot) if dice.random() < 0.3 else name(dice, names)
        made.append(dice.choices([
            [does["setValue"], element, value(dice)], [does["getValue"], element], [does["commit"], dice.choice(["", "", "x"])],
            [does["getErrorString"], dice.choice(["0", "201", "403", "x", ""])], [does["initialize"], ""],
            [does["getLastError"]], [does["getDiagnostic"], ""]], [55, 34, 3, 3, 1, 2, 2])[0])
    return made


def name(dice, names):
    n = dice.choice(["0", "0", "0", "1", "1", "2", "3", "01", "-1", "x", "99999999999"])
    return dice.choice(names).replace(".n.", f".{n}.").replace(".m.", f".{dice.choice('00125')}.")


def value(dice):
    if dice.random() < 0.8:
        return dice.choice(ATOMS)
    return dice.choice(ATOMS) + dice.choice(["", "[,]", "[.]", "[:]", " ", ".", "}"]) + dice.choice(ATOMS)
