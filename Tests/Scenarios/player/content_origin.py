#!/usr/bin/env python3
"""The content origin and its commits, asked directly: what a tampered client can try, and what files and headers look like."""
import hashlib
import os
import sys
import time

import packages
from browser import Checks
from origin import Launched, ask
from shell import Shell

checks = Checks()


def package():
    text = packages.manifest("direct", [("A1", "Un", ""), ("A2", "Deux", "")], sequencing=packages.FLOW,
                             files=["sco.js", "data.bin", "un dossier/é.txt", "big.mp4"])
    extra = {"data.bin": b"\0\1\2", "un dossier/é.txt": "é", "big.mp4": bytes(range(256)) * 4096}
    return packages.zipped(text, "sco.html", "sco.js", extra=extra)


def passes(shell, course):
    one = Launched(shell, course)
    checks.that(one.get(one.code)[0] in (404, 410), "a launch code works once")
    checks.that(one.get("/l/" + "0" * 64)[0] == 404, "no such code")
    other = Launched(shell, shell.take(packages.scorm12()), "bob")
    status = ask(shell, other.host, "GET", f"{one.path}/pkg/sco.html")[0]
    checks.that(status in (404, 410), f"a pass of one course at the host of another: {status}")
    status = ask(shell, "127.0.0.1", "GET", f"{one.path}/player")[0]
    checks.that(status == 404, f"a pass at the shell: {status}")
    forged = one.commit(1, [["cmi.location", "x"]], page=other.state["page"])
    checks.that(forged[0] == 409, f"the page of somebody else: {forged[0]}")
    return one


def headers(one):
    policy = one.headers["Content-Security-Policy"]
    for word in ("default-src 'none'", "script-src 'self'", "frame-ancestors http://127.0.0.1", "sandbox allow-scripts"):
        checks.that(word in policy, f"{word} in the player's policy: {policy}")
    checks.that("allow-popups" not in policy and "allow-top-navigation" not in policy, policy)
    for name, value in {"Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff", "Origin-Agent-Cluster": "?1",
                        "Cross-Origin-Resource-Policy": "same-origin"}.items():
        checks.that(one.headers[name] == value, f"{name}: {one.headers[name]}")
    checks.that(one.headers["Set-Cookie"] is None and "no-store" in one.headers["Cache-Control"], "no cookie, no store")
    names = one.state["launch"]["values"]
    checks.that(names["cmi.learner_name"] == "Ana" and names["cmi.learner_id"] == "ana", f"the learner as launched: {names}")


def files(one):
    root = f"{one.path}/pkg"
    status, fields, body = one.get(f"{root}/sco.html")
    checks.that(status == 200 and fields["Content-Type"] == "text/html; charset=utf-8" and b"sco.js" in body, "an HTML file")
    checks.that("immutable" in fields["Cache-Control"] and "object-src 'none'" in fields["Content-Security-Policy"], "its headers")
    checks.that(one.get(f"{root}/sco.html", If_None_Match=fields["ETag"])[0] == 304, "304 for what the browser has")
    status, fields, body = one.get(f"{root}/data.bin")
    checks.that(fields["Content-Type"] == "application/octet-stream" and fields["Content-Disposition"] == "attachment", "a download")
    checks.that(one.get(f"{root}/un%20dossier/%C3%A9.txt")[2] == "é".encode(), "names with blanks and accents")
    whole = bytes(range(256)) * 4096
    status, fields, body = one.get(f"{root}/big.mp4", Range="bytes=1000-300999")
    checks.that(status == 206 and body == whole[1000:301000] and fields["Content-Range"] == "bytes 1000-300999/1048576", "a part")
    checks.that(one.get(f"{root}/big.mp4")[2] == whole, "the whole")
    status, fields, body = one.get(f"{root}/big.mp4", Range="bytes=-5")
    checks.that(status == 206 and body == whole[-5:], "the last bytes")
    checks.that(one.get(f"{root}/big.mp4", Range="bytes=1048576-")[0] == 416, "beyond the end")
    status, fields, body = one.get(f"{root}/big.mp4", method="HEAD")
    checks.that(status == 200 and body == b"" and fields["Content-Length"] == "1048576", f"HEAD: {fields['Content-Length']}")
    for path in ("nothing.html", "", "../player", "%2e%2e/%2e%2e/%2e%2e/etc/passwd", "..%2f..%2fetc/passwd", "sco.html/x", "SCO.HTML",
                 "/etc/passwd", "sco.html%00", "imsmanifest.xml%5c"):
        status = one.get(f"{root}/{path}")[0]
        checks.that(status in (400, 404), f"{path}: {status}")
    checks.that(one.get(f"{root}/sco.js", Service_Worker="script")[0] == 403, "no service worker")
    checks.that(one.get(f"{root}/sco.html", method="PUT")[0] in (404, 405), "nothing but reading")


def commits(shell, one, course):
    checks.that(one.commit(1, [["cmi.location", "un"]])[0] == 200, "a commit")
    checks.that(one.commit(1, [["cmi.location", "un"]])[0] == 200, "the same commit again is acknowledged")
    checks.that(shell.writes(course).count(("cmi.location", "un")) == 1, "and kept once")
    status, _, reply = one.commit(2, [
        ["cmi.score.scaled", "7"], ["cmi.learner_id", "me"], ["cmi.nothing", "1"], ["cmi.interactions.5.id", "x"],
        ["cmi.completion_status", "done"], ["cmi.suspend_data", "bon"], ["cmi.exit", "now"], ["cmi.core.lesson_status", "passed"]])
    checks.that(status == 200 and [(r["place"], r["code"]) for r in reply["refused"]] == [
        (0, 407), (1, 404), (2, 401), (3, 351), (4, 406), (6, 406), (7, 401)], f"refused by name: {reply}")
    checks.that(("cmi.suspend_data", "bon") in shell.writes(course), "and the rest kept")
    before = journal(shell)
    for body, kind, expected in (
            (b"{}", "application/json", 400), (b"\xff\xfe", "application/json", 400), (b"", "application/json", 400),
            (b"[" * 100_000, "application/json", 400), (b"x=1", "application/x-www-form-urlencoded", 415),
            (b"{}", "text/plain", 415), (b" " * 300_000, "application/json", 413)):
        status = one.post(body, {"Content-Type": kind})[0]
        checks.that(status == expected, f"{body[:8]!r} as {kind}: {status}, not {expected}")
    for fields in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "http://evil.example"},
                   {"Origin": "null"}):
        status = one.commit(3, [["cmi.location", "evil"]], headers=fields)[0]
        checks.that(status == 403, f"{fields}: {status}")
    checks.that(one.commit(3, [["cmi.location", "x"]], activity="A2")[0] == 409, "another activity")
    checks.that(one.commit(4, [["cmi.location", "x"]], attempt=9)[0] == 409, "another attempt")
    checks.that(one.get(f"{one.path}/commit")[0] in (404, 405), "commits are posted")
    checks.that(journal(shell) == before, "none of these changed a byte")
    swarm = [one.commit(10 + n, [["cmi.location", str(n)]])[0] for n in range(14)]
    checks.that(swarm.count(429) >= 1 and swarm.count(200) >= 7 and set(swarm) == {200, 429}, f"the pace: {swarm}")


def ending(shell, one, course):
    older = one
    time.sleep(2.5)  # the pace allows eight at once again
    one = Launched(shell, course)
    checks.that(older.commit(99, [["cmi.location", "alt"]])[0] == 409, "opened again, the older pass commits no more")
    checks.that(older.get(f"{older.path}/pkg/sco.html")[0] == 200, "and reads on")
    checks.that(one.state["launch"]["values"]["cmi.entry"] == "resume", "the newer one resumes")
    status, _, reply = one.commit(1, [["cmi.exit", "suspend"]], ends=True)
    checks.that(status == 200 and reply["ended"] and not reply["moved"], f"the end: {reply}")
    status, fields, _ = one.commit(2, [["cmi.location", "danach"]])
    checks.that(status == 409 and fields["X-Refusal"] == "terminated", f"after the end: {status}")
    one = Launched(shell, course)
    status, _, reply = one.commit(1, [["adl.nav.request", "continue"]], ends=True)
    checks.that(status == 200 and reply["moved"], f"the content's own request: {reply}")
    page = shell.ask(f"/as/ana/courses/{course}/play")[1].decode()
    checks.that('data-activity="A2"' in page, "led to the next activity")


def journal(shell):
    digest = hashlib.sha256()
    for folder, _, names in sorted(os.walk(os.path.join(shell.data, "learners"))):
        for name in sorted(names):
            with open(os.path.join(folder, name), "rb") as file:
                digest.update(file.read())
    return digest.hexdigest()


def reading_writes_nothing(shell, course):
    before = journal(shell)
    for path in (f"/launch?course={course}&learner=neu&name=Neu", f"/as/neu/courses/{course}/play", f"/courses/{course}/play", "/"):
        shell.ask(path)
    checks.that(journal(shell) == before, "a GET never writes")


with Shell(sys.argv[1]) as shell:
    course = shell.take(package())
    one = passes(shell, course)
    one.open()
    headers(one)
    files(one)
    commits(shell, one, course)
    ending(shell, one, course)
    reading_writes_nothing(shell, course)
    status, body = shell.ask("/api/import", b"not a zip", {"X-Filename": "x.zip"})
    checks.that(status in (400, 415, 422), f"no package: {status} {body[:200]!r}")
checks.end()
