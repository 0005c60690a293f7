"""The hostile archives: each with what must come of it, a code of refusal or the findings it opens with."""
import struct

from zips import MANIFEST, PAGE, Entry, build, good, long_sizes, unicode_path, zeros

SYMLINK, FOLDER = 0o120777, 0o040755


def refused(name, code, make):
    return name, code, None, make


def opened(name, codes, make):
    return name, None, set(codes.split()), make


def names():
    """Paths that leave the package or cannot be shown."""
    escaping = ["../evil", "a/../../evil", "/etc/evil", "//host/evil", "..\\evil", "\\evil", "\\\\server\\share\\evil",
                "C:\\evil", "C:evil", "c:/evil", "..", ".", "a/..", "./../evil", "a/./b", ".../../../evil"]
    for name in escaping:
        yield refused(f"name {name}", "PKG008", lambda name=name: build(good(Entry(name))))
    unreadable = [b"a\0b", b"a\nb", b"a\rb", b"\x1b]0;x\x07", b"a\x7fb", "a\u009bb".encode(), b"", b"a//b", b"x" * 256,
                  b"/".join([b"x" * 200] * 6), b"/".join([b"d"] * 33)]
    for name in unreadable:
        yield refused(f"name {name[:20]!r}", "PKG008", lambda name=name: build(good(Entry(name))))
    odd = [("a\u202egpj.html", ""), ("CON", ""), ("a.html:stream", ""), ("end. ", ""), ("%2e%2e/%2e%2e/evil", ""), ("~/evil", ""),
           ("$(touch evil)", ""), ("-rf", ""), ("a\u2028b", ""), ("js\\a.js", "PKG093"), (b"c\x82.js", "PKG092"),
           (b"\xc0\xae\xc0\xae/evil", "PKG092"), ("./js/a.js", "")]
    for name, code in odd:
        yield opened(f"odd name {name!r}", code, lambda name=name: build(good(Entry(name, flags=0))))
    yield opened("the folder itself as an entry", "", lambda: build(good(Entry("./", b"", method=0, mode=FOLDER))))


def kinds():
    """Entries that are no ordinary files."""
    for mode, what in [(0o020666, "character device"), (0o060666, "block device"), (0o010666, "pipe"), (0o140666, "socket")]:
        yield refused(what, "PKG008", lambda mode=mode: build(good(Entry("odd", mode=mode))))
    for target in ["/etc/passwd", "../../outside", "index.html"]:
        yield refused(f"link to {target}", "PKG008", lambda target=target: build(good(Entry("link", target, mode=SYMLINK))))
    yield refused("link and a file through it", "PKG008", lambda: build(
        good(Entry("out", "/tmp", mode=SYMLINK), Entry("out/evil"))))
    yield refused("link made by another system", "PKG008", lambda: build(good(Entry("link", "/etc", mode=SYMLINK, host=0))))
    yield refused("link named as a folder", "PKG008", lambda: build(good(Entry("link/", "/etc", mode=SYMLINK))))
    yield refused("the manifest is a link", "PKG008", lambda: build(
        [Entry("imsmanifest.xml", "/etc/passwd", mode=SYMLINK), Entry("index.html", PAGE)]))
    yield refused("a folder with content", "PKG008", lambda: build(good(Entry("a/", b"hidden", mode=FOLDER))))
    for mode in [0o104777, 0o102777, 0o101777, 0o100000, 0]:
        yield opened(f"mode {mode:o}", "", lambda mode=mode: build(good(Entry("tool", mode=mode))))


def bombs():
    packed, check = zeros(60 << 20)
    yield refused("ratio", "PKG008", lambda: build(good(Entry("zeros", b"", packed=packed, size=60 << 20, check=check))))
    small, small_check = zeros(10 << 20)
    yield refused("ratio in small pieces", "PKG009", lambda: build(
        good(*(Entry(f"z{n}", b"", packed=small, size=10 << 20, check=small_check) for n in range(40)))))
    yield refused("4 GiB and more, declared", "PKG009", lambda: build(
        good(*(Entry(f"z{n}", b"", method=8, packed=bytes(6 << 20), size=(1 << 30) - 1) for n in range(5)))))
    yield refused("a file of more than 1 GiB, declared", "PKG009", lambda: build(
        good(Entry("z", b"", packed=bytes(1000), size=(1 << 30) + 1))))
    yield refused("1 MiB that says 10 bytes", "PKG008", lambda: build(good(Entry("z", bytes(1 << 20), size=10))))
    yield refused("60 MiB that says 10 bytes", "PKG008", lambda: build(
        good(Entry("z", b"", packed=packed, size=10, check=check))))
    yield refused("10 bytes that say 1 MiB", "PKG008", lambda: build(good(Entry("z", b"0123456789", size=1 << 20))))
    yield refused("one kernel cited by many", "PKG008", lambda: build(
        good(Entry("k", small, method=0), *(Entry("k", small, method=0, central={"name": b"k%d" % n}, cites=2)
                                          for n in range(50)))))
    yield refused("entries inside each other", "PKG008", lambda: build(good(
        Entry("outer", build([Entry("inner")]), method=0), Entry("inner", central={"offset": 0}))))
    yield refused("20,001 files", "PKG009", lambda: build(good(*(Entry(f"f{n}", b"", method=0) for n in range(19_999)))))
    yield refused("20,001 folders", "PKG009", lambda: build(
        good(*(Entry(f"f{n}/", b"", method=0, mode=FOLDER) for n in range(20_001)))))
    yield refused("60,000 entries of litter", "PKG009", lambda: build(
        good(*(Entry(f".f{n}", b"", method=0) for n in range(60_000)))))
    yield opened("a zip in the zip stays closed", "", lambda: build(good(Entry("more.zip", build(good())))))


def twins():
    """Names that one system takes for the same and another does not."""
    yield refused("the same name twice", "PKG008", lambda: build(good(Entry("a", b"1"), Entry("a", b"2"))))
    yield refused("two manifests", "PKG008", lambda: build(good(Entry("imsmanifest.xml", MANIFEST))))
    yield refused("a and ./a", "PKG008", lambda: build(good(Entry("a"), Entry("./a"))))
    yield refused("js/a and js\\a", "PKG008", lambda: build(good(Entry("js/a"), Entry("js\\a"))))
    yield refused("a file and a folder", "PKG008", lambda: build(good(Entry("a"), Entry("a/b"))))
    yield refused("a file and a folder entry", "PKG008", lambda: build(good(Entry("a"), Entry("a/", b"", method=0, mode=FOLDER))))
    yield refused("a folder entry and a file", "PKG008", lambda: build(good(Entry("a/", b"", method=0, mode=FOLDER), Entry("a"))))
    yield opened("letter case", "PKG094", lambda: build(good(Entry("A.js", b"1"), Entry("a.js", b"2"))))
    yield opened("forms of é", "PKG094", lambda: build(good(Entry("\u00e9.js", b"1"), Entry("e\u0301.js", b"2"))))
    yield opened("one content under many names", "", lambda: build(good(*(Entry(f"copy{n}", b"same") for n in range(9)))))


def disagreements():
    """Headers of which readers believe different ones."""
    for field, value in [("name", b"hidden.html"), ("method", 0), ("flags", 0), ("flags", 0x801), ("flags", 0x808), ("check", 7),
                         ("packed", 4), ("size", 9), ("size", 0), ("name", b"")]:
        yield refused(f"local {field} {value!r}", "PKG008", lambda field=field, value=value: build(
            good(Entry("a.html", local={field: value}))))
    for field, value in [("check", 7), ("size", 9), ("method", 0)]:
        yield refused(f"central {field} {value!r}", "PKG008", lambda field=field, value=value: build(
            good(Entry("a.html", b"x" * 40, central={field: value}))))
    def told(name, **other):
        return Entry("a.html", flags=0, extra=unicode_path("a.html", name), **other)
    yield refused("another Unicode path", "PKG008", lambda: build(good(told("b.html"))))
    yield refused("an escaping Unicode path", "PKG008", lambda: build(good(told("../../a.html"))))
    yield refused("a Unicode path with a stale checksum", "PKG008", lambda: build(
        good(Entry("a.html", flags=0, extra=unicode_path("a.html", "a.html", 1)))))
    yield refused("a Unicode path in one header only", "PKG008", lambda: build(
        good(Entry("a.html", flags=0, local={"extra": unicode_path("a.html", "b.html")}))))
    yield refused("two Unicode paths", "PKG008", lambda: build(
        good(Entry("a.html", flags=0, extra=unicode_path("a.html", "a.html") * 2))))
    yield opened("a Unicode path that agrees", "", lambda: build(good(told("a.html"))))
    good_descriptor = struct.pack("<IIII", 0x08074B50, 0x8CDC1683, 3, 1)
    empty = {"check": 0, "packed": 0, "size": 0}
    yield opened("sizes behind the data", "", lambda: build(
        good(Entry("a", b"x", flags=0x808, local=empty, descriptor=good_descriptor))))
    yield refused("false sizes behind the data", "PKG008", lambda: build(
        good(Entry("a", b"x", flags=0x808, local=empty, descriptor=struct.pack("<IIII", 0x08074B50, 0x8CDC1683, 3, 2)))))
    yield refused("nothing behind the data", "PKG008", lambda: build(good(Entry("a", b"x", flags=0x808, local=empty))))
    yield refused("stored under two sizes", "PKG008", lambda: build(good(Entry("a", b"xyz", method=0, size=2))))
    yield refused("wrong checksum", "PKG008", lambda: build(good(Entry("a", b"xyz", check=7))))
    yield refused("broken compression", "PKG008", lambda: build(good(Entry("a", b"x" * 99, packed=b"\x07\xff\xff\xff"))))
    yield refused("an entry that no directory lists", "PKG007", lambda: build(
        good(Entry("a", before=build([Entry("ghost")])[:60]))))
    yield refused("an entry before the directory", "PKG007", lambda: build(good(), between=build([Entry("ghost")])[:60]))
    yield refused("something before the first entry", "PKG007", lambda: build(good(), prefix=b"PK and a story"))
    yield refused("a program before the first entry", "PKG095", lambda: build(good(), prefix=b"MZ" + bytes(100)))
    yield opened("the mark that splitting leaves", "", lambda: build(good(), prefix=b"PK00"))
    yield refused("a second end record in the comment", "PKG007", lambda: build(good(), comment=build([])))
    yield refused("an archive in the comment", "PKG007", lambda: build(good(), comment=build(good())))
    yield refused("something after the end", "PKG007", lambda: build(good(), after=b"tail"))
    yield opened("a long comment", "", lambda: build(good(), comment=b"c" * 65_535))


def extremes():
    most = (1 << 64) - 1
    yield refused("encrypted", "PKG008", lambda: build(good(Entry("a", flags=0x801))))
    yield refused("strongly encrypted", "PKG008", lambda: build(good(Entry("a", flags=0x841))))
    yield refused("masked headers", "PKG008", lambda: build(good(Entry("a", flags=0x2801))))
    for method in [1, 6, 9, 12, 14, 93, 95, 97, 98, 99, 65_535]:
        yield refused(f"method {method}", "PKG008", lambda method=method: build(good(Entry("a", method=method))))
    for end in [{"disk": 1}, {"first": 1}, {"here": 1}, {"count": 9}, {"count": 1, "here": 1}, {"size": 1}, {"size": 0xFFFFFFF0},
                {"offset": 0xFFFFFFF0}, {"offset": 0}]:
        yield refused(f"end record {end}", "PKG007", lambda end=end: build(good(), end=end))
    yield refused("an entry on another disk", "PKG007", lambda: build(good(Entry("a", central={"disk": 3}))))
    for offset in [0xFFFFFFF0, 1 << 20, 3]:
        yield refused(f"entry at {offset}", "PKG007 PKG008", lambda offset=offset: build(
            good(Entry("a", central={"offset": offset}))))
    for sizes in [(most, most), (most - 1, 5), (1 << 63, 5), ((1 << 63) - 1, (1 << 63) - 1), (5, most)]:
        yield refused(f"long sizes {sizes}", "PKG007 PKG008 PKG009", lambda sizes=sizes: build(
            good(Entry("a", extra=long_sizes(*sizes), local={"packed": 0xFFFFFFFF, "size": 0xFFFFFFFF},
                       central={"packed": 0xFFFFFFFF, "size": 0xFFFFFFFF}))))
    yield refused("long offset", "PKG007", lambda: build(
        good(Entry("a", central={"offset": 0xFFFFFFFF, "extra": long_sizes(most)}))))
    yield refused("long sizes that are missing", "PKG007", lambda: build(good(Entry("a", central={"size": 0xFFFFFFFF}))))
    yield refused("long sizes of one header only", "PKG008", lambda: build(
        good(Entry("a", local={"size": 0xFFFFFFFF, "extra": long_sizes(7)}))))
    yield opened("long sizes that agree", "", lambda: build(
        good(Entry("a", b"x", method=0, extra=long_sizes(1, 1), local={"packed": 0xFFFFFFFF, "size": 0xFFFFFFFF},
                   central={"packed": 0xFFFFFFFF, "size": 0xFFFFFFFF}))))
    yield opened("a long end record that agrees", "", lambda: build(good(), long_end=True))
    for field, value in [("count", most), ("size", most), ("offset", most), ("count", 1), ("here", 1), ("offset", 1 << 63)]:
        yield refused(f"long end record, {field} {value}", "PKG007 PKG009", lambda field=field, value=value: build(
            good(), long_end={field: value}, end={"count": 0xFFFF, "here": 0xFFFF, "size": 0xFFFFFFFF, "offset": 0xFFFFFFFF}))
    yield refused("a long end record of another directory", "PKG007", lambda: build(good(), long_end={"count": 1, "here": 1}))
    yield refused("a locator that leads nowhere", "PKG007", lambda: build(good(), long_end=True, locator=most))
    whole = build(good())
    for tenth in range(1, 10):
        yield refused(f"cut after {tenth} tenths", "PKG007", lambda tenth=tenth: whole[:len(whole) * tenth // 10])
    yield refused("no manifest", "PKG003", lambda: build([Entry("a.html")]))
    yield refused("an empty zip", "PKG003", lambda: build([]))
    for magic in [b"Rar!\x1a\x07\x01\x00", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b\x08\x00", b"\x7fELF", b"%PDF-1.7", b"\x89PNG\r\n", b""]:
        yield refused(f"no zip: {magic!r}", "PKG095", lambda magic=magic: magic + bytes(40 if magic else 0))


def archives():
    return [*names(), *kinds(), *bombs(), *twins(), *disagreements(), *extremes()]
