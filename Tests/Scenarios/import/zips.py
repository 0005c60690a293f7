"""Zips made byte by byte, so that any field of them can lie."""
import struct
import zlib

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M1" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="O1"><organization identifier="O1"><title>C</title>
<item identifier="I1" identifierref="R1"><title>T</title></item></organization></organizations>
<resources><resource identifier="R1" type="webcontent" adlcp:scormtype="sco" href="index.html">
<file href="index.html"/></resource></resources></manifest>"""
PAGE = b"<!doctype html><title>T</title>"


def data_of(value):
    return value if isinstance(value, bytes) else value.encode()


class Entry:
    """One entry. `local` and `central` replace fields of that header alone: name, flags, method, check, packed, size,
    extra, and of the central one offset, disk, host."""

    def __init__(self, name, data=b"x", method=8, flags=0x800, mode=0o100644, host=3, extra=b"", packed=None, size=None,
                 check=None, local=None, central=None, descriptor=None, cites=None, before=b""):
        self.name, self.data, self.method, self.flags = data_of(name), data_of(data), method, flags
        self.mode, self.host, self.extra = mode, host, extra
        if packed is None:
            deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = deflate.compress(self.data) + deflate.flush() if method == 8 else self.data
        self.packed = packed
        self.size = len(self.data) if size is None else size
        self.check = zlib.crc32(self.data) if check is None else check
        self.local, self.central = local or {}, central or {}
        self.descriptor, self.cites, self.before = descriptor, cites, before

    def fields(self, other):
        own = {"name": self.name, "flags": self.flags, "method": self.method, "check": self.check,
               "packed": len(self.packed), "size": self.size, "extra": self.extra}
        return {**own, **other}


def build(entries, comment=b"", prefix=b"", after=b"", between=b"", count=None, end=None, long_end=False, locator=None):
    """The archive. `end` replaces fields of the end record: disk, first, here, count, size, offset."""
    file, directory, places = bytearray(prefix), bytearray(), []
    for entry in entries:
        file += entry.before
        place = len(file) if entry.cites is None else places[entry.cites]
        places.append(place)
        f = entry.fields(entry.local)
        if entry.cites is None:
            file += struct.pack("<IHHHIIIIHH", 0x04034B50, 20, f["flags"], f["method"], 0, f["check"], f["packed"], f["size"],
                                len(f["name"]), len(f["extra"])) + f["name"] + f["extra"] + entry.packed
            if entry.descriptor is not None:
                file += entry.descriptor
        f = {"offset": place, "disk": 0, "host": entry.host, **entry.fields(entry.central)}
        directory += struct.pack("<IBBHHHIIIIHHHHHII", 0x02014B50, 20, f["host"], 20, f["flags"], f["method"], 0, f["check"],
                                 f["packed"], f["size"], len(f["name"]), len(f["extra"]), 0, f["disk"], 0,
                                 (entry.mode << 16) & 0xFFFFFFFF, f["offset"]) + f["name"] + f["extra"]
    file += between
    number = len(entries) if count is None else count
    e = {"disk": 0, "first": 0, "here": number, "count": number, "size": len(directory), "offset": len(file), **(end or {})}
    out = bytes(file) + bytes(directory)
    if long_end:
        at = len(out)
        long = {"here": e["count"], "count": e["count"], "size": e["size"], "offset": e["offset"],
                **(long_end if isinstance(long_end, dict) else {})}
        out += struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, long["here"], long["count"], long["size"], long["offset"])
        out += struct.pack("<IIQI", 0x07064B50, 0, at if locator is None else locator, 1)
    out += struct.pack("<IHHHHIIH", 0x06054B50, e["disk"], e["first"], e["here"] & 0xFFFF, e["count"] & 0xFFFF,
                       e["size"] & 0xFFFFFFFF, e["offset"] & 0xFFFFFFFF, len(comment)) + comment
    return out + after


def good(*more, manifest=MANIFEST):
    """A package that opens, and more entries."""
    return [Entry("imsmanifest.xml", manifest), Entry("index.html", PAGE), *more]


def unicode_path(header_name, name, check=None):
    """The extra field 0x7075."""
    content = struct.pack("<BI", 1, zlib.crc32(data_of(header_name)) if check is None else check) + data_of(name)
    return struct.pack("<HH", 0x7075, len(content)) + content


def long_sizes(*numbers):
    """The extra field of zip64."""
    return struct.pack("<HH", 1, 8 * len(numbers)) + b"".join(struct.pack("<Q", n) for n in numbers)


def zeros(count, level=9):
    """So many zero bytes, deflated, without holding them."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
    piece, out, check, rest = bytes(1 << 20), [], 0, count
    while rest:
        part = piece[:min(rest, len(piece))]
        out.append(deflate.compress(part))
        check = zlib.crc32(part, check)
        rest -= len(part)
    return b"".join(out) + deflate.flush(), check
