#!/usr/bin/env python3
"""A package comes in by a form: examined first, published when one asks for it; broken ones leave nothing behind."""
import os
import re
import subprocess
import sys
import tempfile

import packages
from browser import Checks
from shell import Shell

checks = Checks()


def form(data, name="paquet.zip", boundary="grenze-7"):
    return (f'--{boundary}\r\nContent-Disposition: form-data; name="note"\r\n\r\nx\r\n--{boundary}\r\n'
            f'Content-Disposition: form-data; name="package"; filename="{name}"\r\nContent-Type: application/zip\r\n\r\n').encode() \
        + data + f"\r\n--{boundary}--\r\n".encode()


def send(shell, body, boundary="grenze-7"):
    status, page = shell.ask("/import", body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})
    return status, page.decode()


def courses(shell):
    folder = os.path.join(shell.data, "courses")
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def uploads(shell):
    folder = os.path.join(shell.data, "uploads")
    return os.listdir(folder) if os.path.isdir(folder) else []


with Shell(sys.argv[1]) as shell:
    checks.that(b"multipart/form-data" in shell.ask("/import")[1], "a form for a package")
    before = courses(shell)
    status, page = send(shell, form(packages.scorm2004("apporte", title="Titre <b>gras</b>")))
    checks.that(status == 200 and "SCORM 2004 4th Edition" in page and "Titre &lt;b&gt;gras" in page, f"examined: {status}")
    checks.that(courses(shell) == before and len(uploads(shell)) == 1, "nothing is published yet")
    upload = re.search(r'name="upload" value="([0-9a-f]+)"', page)[1]
    status, _ = shell.ask("/import/publish", f"upload={upload}".encode(), {"Content-Type": "application/x-www-form-urlencoded"})
    checks.that(status == 303 and "apporte" in courses(shell) and not uploads(shell), f"published: {status}, {courses(shell)}")
    status, _ = shell.ask("/import/publish", f"upload={upload}".encode(), {"Content-Type": "application/x-www-form-urlencoded"})
    checks.that(status == 410, f"not twice: {status}")
    for name in ("../FORMAT", "..%2FFORMAT", "", "0" * 16):
        status, _ = shell.ask("/import/publish", f"upload={name}".encode(), {"Content-Type": "application/x-www-form-urlencoded"})
        checks.that(status == 410, f"no such upload, {name}: {status}")
    odd = packages.zipped(packages.manifest("regles", [("A1", "Un", "")], files=["sco.js"]).replace('scormType="sco"', 'scormType="jeu"'),
                          "sco.html", "sco.js")
    with tempfile.NamedTemporaryFile(suffix=".zip") as file:
        file.write(odd)
        file.flush()
        said = subprocess.run([shell.binary, "check", file.name, "--json"], capture_output=True, text=True).stdout
    codes = set(re.findall(r'"code":"(\w+)"', said))
    page = send(shell, form(odd))[1]
    missing = {code for code in codes if code not in page}
    checks.that(codes and not missing, f"the report has all that `check` finds, {sorted(codes)}; missing: {sorted(missing)}")
    shell.ask("/import/publish", b"upload=" + re.search(r'name="upload" value="([0-9a-f]+)"', page)[1].encode(),
              {"Content-Type": "application/x-www-form-urlencoded"})
    held = courses(shell)
    broken = packages.scorm2004("kaputt")
    for what, body, expected in (("no zip", form(b"hello"), 422), ("half a zip", form(broken[:len(broken) // 2]), 422),
                                 ("an empty file", form(b""), 422), ("no file", b"--grenze-7\r\n\r\nx\r\n--grenze-7--\r\n", 400),
                                 ("no form", b"x", 400), ("another boundary", form(broken, boundary="other"), 400)):
        status, page = send(shell, body)
        checks.that(status == expected and "<h1" in page, f"{what}: {status}")
    status, _ = shell.ask("/import", broken, {"Content-Type": "application/zip"})
    checks.that(status == 415, f"not a form: {status}")
    checks.that(courses(shell) == held and not uploads(shell), f"nothing is left behind: {uploads(shell)}")
    status, body = shell.ask("/api/import", b"hello", {"X-Filename": "x.zip"})
    checks.that(status == 422 and b'"detail"' in body, f"by program: {status} {body[:200]!r}")
checks.end()
