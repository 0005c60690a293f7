#!/usr/bin/python3
"""Folders with links, pipes and sockets are refused; one that changes while it is read gets in whole or not at all."""
import os
import shutil
import socket
import sys
import threading

from sandbox import Listener, Sandbox, faults
from zips import MANIFEST, PAGE


def package(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "imsmanifest.xml").write_text(MANIFEST)
    (folder / "index.html").write_bytes(PAGE)
    return folder


def deep(folder, levels):
    for _ in range(levels):
        folder = folder / "d"
        folder.mkdir()
    (folder / "f").write_text("x")


def bound(folder):
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(folder / "door"))


def hole(folder, name="hole", size=(1 << 30) + 1):
    (folder / name).touch()
    os.truncate(folder / name, size)


CASES = [
    ("a link to a file", "PKG008", lambda f: (f / "link").symlink_to("/etc/passwd")),
    ("a link to a file of the package", "PKG008", lambda f: (f / "link").symlink_to("index.html")),
    ("a link to a folder", "PKG008", lambda f: (f / "link").symlink_to("/etc")),
    ("a link to itself", "PKG008", lambda f: (f / "link").symlink_to("link")),
    ("a link to the folder above", "PKG008", lambda f: (f / "link").symlink_to("..")),
    ("a link that leads nowhere", "PKG008", lambda f: (f / "link").symlink_to("/no/such/place")),
    ("a pipe", "PKG008", lambda f: os.mkfifo(f / "pipe")),
    ("a socket", "PKG008", bound),
    ("a manifest that is a link", "PKG008", lambda f: ((f / "imsmanifest.xml").unlink(),
                                                       (f / "imsmanifest.xml").symlink_to("/etc/passwd"))),
    ("a manifest that is a pipe", "PKG008", lambda f: ((f / "imsmanifest.xml").unlink(), os.mkfifo(f / "imsmanifest.xml"))),
    ("a manifest that is a folder", "PKG003", lambda f: ((f / "imsmanifest.xml").unlink(), (f / "imsmanifest.xml").mkdir())),
    ("too many levels", "PKG008", lambda f: deep(f, 34)),
    ("a name with a line break", "PKG008", lambda f: (f / "a\nb").write_text("x")),
    ("a name with an escape", "PKG008", lambda f: (f / "\x1b]0;x\x07").write_text("x")),
    ("a name with a backslash", "PKG008", lambda f: (f / "a\\..\\evil").write_text("x")),
    ("a file that is mostly a hole", "PKG009", hole),
    ("a manifest that is mostly a hole", "PKG006", lambda f: hole(f, "imsmanifest.xml", 900 << 20)),
    ("an index of its own", None, lambda f: (f / ".index").write_text(f"{'0' * 64} 5 ../../evil\n")),
    ("31 levels", None, lambda f: deep(f, 30)),
    ("names in another encoding", None, lambda f: open(bytes(f) + b"/c\xe9.js", "wb").close()),
    ("hidden litter that is a link", None, lambda f: (f / ".git").symlink_to("/etc")),
]


def unsteady(sandbox, base):
    """Somebody swaps a file, a folder and a link while the import reads."""
    folder = package(sandbox.folder / "package")
    (folder / "sub").mkdir()
    for number in range(300):
        (folder / "sub" / f"f{number}").write_bytes(b"x" * 5_000)
    stop = threading.Event()

    def swap():
        while not stop.is_set():
            os.rename(folder / "sub", folder / "was")
            os.symlink(sandbox.outside, folder / "sub")
            os.unlink(folder / "sub")
            os.rename(folder / "was", folder / "sub")
            (folder / "sub" / "f7").write_bytes(b"y" * 5_000)

    thread = threading.Thread(target=swap)
    thread.start()
    wrong, seen = [], set()
    for _ in range(8):
        run = sandbox.run(folder)
        seen.add(run.code)
        wrong += faults(sandbox, run, None if run.code == 0 else "PKG001 PKG002 PKG003 PKG008", set(), base)
        if any(p.read_bytes() == b"untouched" for p in sandbox.data.rglob("*") if p.is_file()):
            wrong.append("a file from outside got in")
    stop.set()
    thread.join()
    return wrong


def main():
    sandbox, listener = Sandbox(), Listener()
    failed = 0
    try:
        folder = sandbox.folder / "package"
        base = sandbox.run(package(folder)).memory
        for name, code, change in CASES:
            change(package(folder))
            before = sandbox.tree()
            wrong = faults(sandbox, sandbox.run(folder), code, set(), base)
            if sandbox.tree() != before:
                wrong.append("something outside the data folder changed")
            if wrong:
                failed += 1
                print(f"FAILED {name}: {'; '.join(wrong)}")
        wrong = unsteady(sandbox, base)
        if wrong:
            failed += 1
            print(f"FAILED a folder that changes: {'; '.join(wrong)}")
        if listener.calls:
            failed += 1
            print("FAILED somebody was called")
    finally:
        listener.close()
        sandbox.close()
    print(f"{len(CASES) + 2 - failed} passed, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
