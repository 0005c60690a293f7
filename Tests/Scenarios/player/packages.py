"""Packages of our own making, as zips: ordinary content in both standards, and hostile content."""
import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

CONTENT = Path(__file__).resolve().parent / "content"
HEADS = {
    "1.2": 'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    "2004 4th Edition": 'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" '
                        'xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
}


def manifest(identifier, items, edition="2004 4th Edition", sequencing="", title=None, href="sco.html", files=()):
    """A manifest whose items are (identifier, title, what stands in the item beside its title)."""
    kind = "scormtype" if edition == "1.2" else "scormType"
    schema = "ADL SCORM"
    listed = "".join(f"<item identifier={quoteattr(i)} identifierref={quoteattr('R-' + i)}><title>{escape(t)}</title>{more}</item>"
                     for i, t, more in items)
    resources = "".join(
        f'<resource identifier={quoteattr("R-" + i)} type="webcontent" adlcp:{kind}="sco" href={quoteattr(href)}>'
        + "".join(f"<file href={quoteattr(f)}/>" for f in (href.split("?")[0], *files)) + "</resource>" for i, _, _ in items)
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<manifest identifier={quoteattr(identifier)} version="1.0" {HEADS[edition]}>'
            f"<metadata><schema>{schema}</schema><schemaversion>{edition}</schemaversion></metadata>"
            f'<organizations default="ORG"><organization identifier="ORG"><title>{escape(title or identifier)}</title>'
            f"{listed}{sequencing}</organization></organizations><resources>{resources}</resources></manifest>")


def zipped(manifest_text, *names, extra=None):
    """A zip of a manifest and files of `content/`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("imsmanifest.xml", manifest_text)
        for name in names:
            archive.write(CONTENT / name, name)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return out.getvalue()


FLOW = '<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>'


def scorm12(identifier="essai-12"):
    items = [("S1", "Première", ""), ("S2", "Deuxième", "")]
    return zipped(manifest(identifier, items, "1.2", files=["sco.js"]), "sco.html", "sco.js")


def scorm2004(identifier="essai-2004", items=None, sequencing=FLOW, title=None):
    items = items or [("A1", "Première", ""), ("A2", "Deuxième", ""), ("A3", "Troisième", "")]
    return zipped(manifest(identifier, items, sequencing=sequencing, title=title, files=["sco.js"]), "sco.html", "sco.js")


def hostile(shell, evil, other, identifier="hostile"):
    href = f"hostile.html?shell={shell}&evil={evil}&other={other}"
    return zipped(manifest(identifier, [("H", "Hostile", "")], href=href, files=["hostile.js", "sw.js"]),
                  "hostile.html", "hostile.js", extra={"sw.js": "self.onfetch = () => {};"})
