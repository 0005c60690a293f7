"""The hostile manifests: each with what must come of it. PORT stands for a listener that nobody may call."""
from corpus import opened, refused
from zips import MANIFEST, PAGE, Entry, build, good

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
BODY = MANIFEST[len(HEAD):].lstrip()
SECRET = "/etc/passwd"


def package(text):
    raw = text if isinstance(text, bytes) else text.encode()
    return lambda port: build(good(manifest=raw.replace(b"PORT", str(port).encode())))


def with_doctype(doctype, inside="&x;"):
    return HEAD + doctype + BODY.replace("<title>C</title>", f"<title>{inside}</title>")


def changed(old, new):
    assert old in MANIFEST, old
    return MANIFEST.replace(old, new)


def titled(text):
    return changed("<title>C</title>", f"<title>{text}</title>")


def doctypes():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    entities = {
        "billion laughs": f'<!DOCTYPE m [<!ENTITY l0 "ha">{laughs}<!ENTITY x "&l9;">]>',
        "quadratic blow-up": f'<!DOCTYPE m [<!ENTITY x "{"a" * 50_000}">]>',
        "a file": f'<!DOCTYPE m [<!ENTITY x SYSTEM "file://{SECRET}">]>',
        "a bare path": f'<!DOCTYPE m [<!ENTITY x SYSTEM "{SECRET}">]>',
        "a site": '<!DOCTYPE m [<!ENTITY x SYSTEM "http://127.0.0.1:PORT/x">]>',
        "a site by ftp": '<!DOCTYPE m [<!ENTITY x SYSTEM "ftp://127.0.0.1:PORT/x">]>',
        "a parameter entity": '<!DOCTYPE m [<!ENTITY % p SYSTEM "http://127.0.0.1:PORT/p">%p;]>',
        "a schema elsewhere": '<!DOCTYPE m SYSTEM "http://127.0.0.1:PORT/d.dtd">',
        "a public schema": '<!DOCTYPE m PUBLIC "-//x//y" "http://127.0.0.1:PORT/d.dtd">',
        "itself": '<!DOCTYPE m [<!ENTITY x "&x;">]>',
        "a default attribute": '<!DOCTYPE m [<!ATTLIST item identifierref CDATA "R9">]>',
        "nothing": "<!DOCTYPE manifest>",
    }
    for what, doctype in entities.items():
        inside = "&x;" if "ENTITY x" in doctype else "C"
        yield refused(f"a document type with {what}", "PKG005", package(with_doctype(doctype, inside)))
    for encoding in ["utf-16", "utf-16-le", "utf-16-be", "utf-32"]:
        text = with_doctype(f'<!DOCTYPE m [<!ENTITY x SYSTEM "file://{SECRET}">]>').replace("UTF-8", "UTF-16")
        yield refused(f"a document type in {encoding}", "PKG004 PKG005", package(text.encode(encoding)))
    yield refused("a document type in UTF-7", "PKG004 PKG005", package(
        HEAD.replace("UTF-8", "UTF-7") + "+ADwAIQ-DOCTYPE m+AD4-" + BODY))
    yield refused("a document type after the root", "PKG004 PKG005", package(MANIFEST + "<!DOCTYPE m>"))
    yield refused("a document type in small letters", "PKG004", package(HEAD + "<!doctype m>" + BODY))
    yield refused("a document type before the declaration", "PKG004 PKG005", package("<!DOCTYPE m>" + MANIFEST))
    yield refused("an entity without a declaration", "PKG004", package(titled("&x;")))
    yield refused("an entity outside a document type", "PKG004", package(HEAD + '<!ENTITY x "y">' + BODY))


def fetches():
    """What other readers fetch; here it is text."""
    site = "http://127.0.0.1:PORT/"
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="{}"/>'
    yield opened("inclusion of a file", "", package(changed("<metadata>", "<metadata>" + include.format(f"file://{SECRET}"))))
    yield opened("inclusion from a site", "", package(changed("<metadata>", "<metadata>" + include.format(site))))
    yield opened("a schema location", "", package(changed(
        'version="1.0" xmlns', 'version="1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="{site} {site}s.xsd" xmlns')))
    yield opened("a style sheet", "", package(HEAD + f'<?xml-stylesheet type="text/xsl" href="{site}s.xsl"?>' + BODY))
    for place in [f"{site}m.xml", f"file://{SECRET}", "../../../../../../etc/passwd", SECRET]:
        yield opened(f"metadata at {place}", "", package(changed(
            "</schemaversion>", f"</schemaversion><adlcp:location>{place}</adlcp:location>")))
    yield opened("a launch on a site", "PKG051", package(changed('href="index.html">', f'href="{site}a.html">')))
    for base in [site, f"file://{SECRET}", "../../", "/etc/", "//127.0.0.1:PORT/"]:
        yield opened(f"a base of {base}", "", package(changed("<resources>", f'<resources xml:base="{base}">')))
    for href in ["../../etc/passwd", "a/../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..%2f..%2fetc/passwd", f"file://{SECRET}",
                 "..\\..\\etc\\passwd", "javascript:alert(1)", "data:text/html,x", "vbscript:x", "%00index.html"]:
        yield opened(f"a launch of {href}", "PKG044 PKG045 PKG049", package(changed('href="index.html">', f'href="{href}">')))


def sizes():
    def nested(depth):
        return titled("C").replace("<metadata>", "<metadata>" + "<a>" * depth + "</a>" * depth)

    def attributes(count):
        return changed("<metadata>", "<metadata " + " ".join(f'a{n}=""' for n in range(count)) + ">")

    for depth in [65, 5_000, 100_000]:
        yield refused(f"{depth} levels", "PKG006", package(nested(depth)))
    for count in [257, 5_000, 200_000]:
        yield refused(f"{count} attributes", "PKG006", package(attributes(count)))
    yield refused("a tag of 70 KiB", "PKG006", package(changed("<metadata>", f'<metadata a="{"x" * 70_000}">')))
    yield refused("a manifest of 9 MiB", "PKG006", package(HEAD + f"<!--{'x' * (9 << 20)}-->" + BODY))
    yield refused("a manifest of 200 MiB of blanks", "PKG008", package(b" " * (200 << 20)))
    yield refused("a manifest of 300 MiB, stored", "PKG006", lambda port: build(
        [Entry("imsmanifest.xml", bytes(300 << 20), method=0), Entry("index.html", PAGE)]))
    yield opened("a comment of 7 MiB", "", package(HEAD + f"<!--{'x' * (7 << 20)}-->" + BODY))
    yield opened("a title of 1 MiB", "", package(titled("é" * (1 << 19))))
    items = "".join(f'<item identifier="J{n}" identifierref="R1"><title>T</title></item>' for n in range(12_000))
    yield opened("12,000 items", "", package(changed("</item></organization>", f"</item>{items}</organization>")))
    names = " ".join(f'xmlns:n{n}="urn:{n}"' for n in range(250))
    yield opened("250 name spaces", "", package(changed("<metadata>", f"<metadata {names}>")))
    chain = "".join(f'<resource identifier="D{n}" type="webcontent"><dependency identifierref="D{(n + 1) % 500}"/></resource>'
                    for n in range(500))
    yield opened("dependencies in a circle", "", package(changed("</resources>", chain + "</resources>")))
    yield opened("a manifest inside itself", "", package(changed(
        "</resources>", "</resources>" + BODY.replace('identifierref="R1"', 'identifierref="M1"'))))
    yield opened("300 manifests in one", "", package(changed("</resources>", "</resources>" + "".join(
        BODY.replace('identifier="M1"', f'identifier="N{n}"') for n in range(300)))))


def texts():
    for what, raw in [("a zero", b"\0"), ("an escape", b"\x1b[31m")]:
        yield refused(f"{what} in a title", "PKG004", package(titled("RAW").encode().replace(b"RAW", raw)))
    yield refused("a reference to a zero", "PKG004", package(titled("&#0;")))
    yield refused("cut in the middle", "PKG004", package(MANIFEST[:len(MANIFEST) // 2]))
    yield refused("no XML", "PKG004", package("PK\3\4"))
    yield refused("nothing at all", "PKG004", package(b""))
    yield opened("broken UTF-8 in a title", "", package(titled("RAW").encode().replace(b"RAW", b"\xff\xfe\xfd")))
    yield opened("an unknown encoding", "", package(MANIFEST.replace("UTF-8", "x-own")))
    yield opened("no organization", "", package(
        MANIFEST.split("<organizations")[0] + "<organizations/>" + MANIFEST.split("</organizations>")[1]))
    yield opened("a title that turns text around", "", package(titled("a\u202eb\u2066c")))
    for identifier in ["../../evil", "/etc", "..", ".", "current", ".import-1", "lock", "a\u202eb", "&#10;x", "%2e%2e", "x" * 5_000, ""]:
        yield opened(f"the identifier {identifier[:20]!r}", "", package(changed('identifier="M1"', f'identifier="{identifier}"')))


def manifests():
    return [*doctypes(), *fetches(), *sizes(), *texts()]
