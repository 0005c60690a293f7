#!/usr/bin/env python3
"""What a stranger, a broken client or another site sends: refused as a page with its status, and nothing changes."""
import html
import json
import re
import socket
import threading
import time
import urllib.parse

from house import COURSE, PLAY, Checks, Server, seen, tree

check = Checks()
LIMIT = 5


def raw(server, data, wait=LIMIT):
    """Bytes in, bytes out; `None` when nothing came."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=wait) as line:
        line.sendall(data)
        got = b""
        try:
            while piece := line.recv(65536):
                got += piece
        except (TimeoutError, ConnectionResetError):
            pass
        return got


def status(answer):
    found = re.match(rb"HTTP/1\.1 (\d+)", answer or b"")
    return int(found[1]) if found else 0


def refusals(server):
    """Wrong addresses, methods and bodies."""
    for method, path, code in [
        ("GET", "/nowhere", 404), ("GET", "/courses/none", 404), ("GET", "/courses/none/play", 404),
        ("GET", f"/courses/{COURSE}/files/0000/media/frise.svg", 404), ("GET", "/assets/none.css", 404),
        ("GET", "/assets/../layout.mustache", 400), ("GET", "/%2e%2e/%2e%2e/etc/passwd", 400),
        ("GET", "/assets/..%2flayout.mustache", 404), ("GET", "/a%00b", 400), ("GET", "/%zz", 400),
        ("GET", "/%ff%fe", 400), ("GET", "/a%5cb", 400), ("GET", "/" + "a/" * 3000, 400), ("GET", "/launch", 404),
        ("DELETE", "/", 405), ("PUT", PLAY, 405), ("POST", "/help", 405), ("GET", f"/courses/{COURSE}/notes", 405),
        ("GET", "/as/nobody/courses/none", 404),
    ]:
        code_seen, headers, body = server.ask(method, path)
        check.equal(code_seen, code, f"{method} {path[:60]}")
        check('lang="fr"' in body and "<h1>" in body, f"{method} {path[:60]}: a page in French")
        check(f"Code {code}" in body, f"{method} {path[:60]}: the page says its code")
        check('class="button" href="/"' in body, f"{method} {path[:60]}: the next step")
    check("This page does not exist" in server.get("/nowhere", Accept_Language="en-GB,fr;q=0.5")[2], "refusals in English")


def forms(server):
    """Bodies that no form of ours sends; nothing is written for any of them."""
    before = tree(server.data)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    for body, headers, code in [
        (b"{}", {"Content-Type": "application/json"}, 415), (b"request=open", {}, 415),
        (b"", kind, 400), (b"request=%zz", kind, 400), (b"request=%ff", kind, 400), (b"request=fly", kind, 400),
        (b"request=screen:x", kind, 400), (b"request=screen:99999999999999999999", kind, 400),
        (b"request=answer", kind, 400), (b"a=1&" * 300, kind, 400), (b"request=open&x=" + b"a" * 70000, kind, 413),
        (b"request=open&seen=" + b"1." * 20, kind, 400),
    ]:
        code_seen, _, page = server.ask("POST", PLAY, body, headers.items())
        check.equal(code_seen, code, f"POST {body[:40]!r}")
        check("<h1>" in page, f"POST {body[:40]!r}: a page")
    check.equal(tree(server.data), before, "refused forms write nothing")


def other_sites(server):
    """Another site, another name for this machine."""
    form = {"request": "open"}
    here = f"http://127.0.0.1:{server.port}"
    before = tree(server.data)
    for headers, code in [
        ({"Sec_Fetch_Site": "cross-site"}, 403), ({"Sec_Fetch_Site": "same-site"}, 403), ({"Sec_Fetch_Site": "none"}, 403),
        ({"Origin": "http://evil.example"}, 403), ({"Origin": "null"}, 403), ({"Origin": here + "0"}, 403),
        ({"Origin": f"http://127.0.0.1:{server.port + 1}"}, 403),
        ({"Host": "evil.example"}, 421), ({"Host": f"evil.example:{server.port}"}, 421), ({"Host": "127.0.0.1.evil"}, 421),
    ]:
        check.equal(server.post(PLAY, form, **headers)[0], code, f"POST with {headers}")
    for headers, path, code in [
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "image"}, "/", 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "iframe"}, "/", 403),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}, "/", 200),
        ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"},
         f"/launch?course={COURSE}", 403),
        ({"Host": "rebound.example"}, "/", 421), ({"Host": "localhost"}, "/", 200),
    ]:
        check.equal(server.get(path, **headers)[0], code, f"GET {path} with {headers}")
    check.equal(tree(server.data), before, "what other sites send writes nothing")
    for headers in ({"Sec_Fetch_Site": "same-origin"}, {"Origin": here}, {}):
        check.equal(server.post(PLAY, form, **headers)[0], 303, f"POST with {headers} is carried out")


def reading_writes_nothing(server):
    """A GET never writes, not even for somebody new."""
    before = tree(server.data)
    for path in ("/", f"/courses/{COURSE}", PLAY, "/me", "/search?q=seuil", "/help", "/accessibility",
                 f"/launch?course={COURSE}&learner=new&name=New", f"/as/new{PLAY}", "/as/new/me"):
        check.equal(server.get(path)[0], 200, f"GET {path}")
        check.equal(server.ask("HEAD", path)[0::2], (200, ""), f"HEAD {path}")
    check.equal(tree(server.data), before, "reading writes nothing")


def headers(server):
    """What every page says to the browser."""
    for path in ("/", PLAY, "/nowhere", "/help"):
        _, said, body = server.get(path)
        policy = said.get("content-security-policy", "")
        check("default-src 'none'" in policy and "unsafe" not in policy, f"{path}: strict policy")
        check("frame-ancestors 'none'" in policy and "base-uri 'none'" in policy, f"{path}: no frame, no base")
        for name, value in [("x-content-type-options", "nosniff"), ("cross-origin-opener-policy", "same-origin"),
                            ("cross-origin-resource-policy", "same-origin"), ("cache-control", "no-store"),
                            ("referrer-policy", "strict-origin-when-cross-origin")]:
            check.equal(said.get(name), value, f"{path}: {name}")
        check("set-cookie" not in said, f"{path}: no cookie")
        check("server" not in said, f"{path}: does not say what serves")
        check(not re.search(r"<style|style=|<script>|onclick|javascript:", body), f"{path}: nothing inline")
        check(not re.search(r"(src|href)=\"(https?:)?//", body), f"{path}: no call to elsewhere")


def files(server):
    """Our own files and a course's pictures: whole, in part, compressed, or not at all."""
    address = re.search(r'href="(/assets/style\.css[^"]+)"', server.get("/")[2])[1]
    code, said, whole = server.get(address)
    check("immutable" in said["cache-control"], "an address that changes with its content may be kept")
    check.equal(server.get("/assets/style.css")[1]["cache-control"], "no-cache", "another may not")
    check.equal(server.get(address, If_None_Match=said["etag"])[0::2], (304, ""), "what the browser has is not sent")
    check.equal(server.get(address, Accept_Encoding="gzip")[1].get("content-encoding"), "gzip", "compressed")
    check.equal(server.get(address, Range="bytes=0-9")[0::2], (206, whole[:10]), "a part")
    check.equal(server.get(address, Range="bytes=999999-")[0], 416, "a part that is not there")
    check.equal(server.get(address, Range="bytes=0-9", If_Range='"old"')[0], 200, "a part of what has changed")
    picture = re.search(r'src="([^"]+/media/frise\.svg)"', server.play("choice:M1-L2"))[1]
    code, said, _ = server.get(picture)
    check.equal((code, said["content-type"]), (200, "image/svg+xml"), "a picture of a course")
    check("sandbox" in said["content-security-policy"], "which runs nothing")
    for path in ("imsmanifest.xml", "quizzes/m1.md", "lessons/m1-l1.md"):
        check.equal(server.get(picture.replace("media/frise.svg", path))[0], 404, f"{path} is no picture")


def logins(server):
    """A login that no address can have makes nobody."""
    before = tree(server.data)
    for login in ("x\r\nSet-Cookie: a=b", "..", ".", "   ", "\u202eabc", "a\tb", "x" * 129):
        code, said, _ = server.post("/launch", {"course": COURSE, "learner": login})
        check.equal((code, said.get("set-cookie")), (400, None), f"launch as {login[:20]!r}")
        if login != "..":
            code = server.post(f"/as/{urllib.parse.quote(login, safe='')}{PLAY}", {"request": "open"})[0]
            check.equal(code, 400, f"open as {login[:20]!r}")
    check.equal(tree(server.data), before, "nobody was made")
    for login in ("a/b", "é@ville.example", "prénom nom"):
        code, said, _ = server.post("/launch", {"course": COURSE, "learner": login})
        check.equal((code, server.get(said["location"])[0]), (303, 200), f"launch as {login!r}")


def preferences(server):
    """Language and look stay in the browser; the way back never leaves the site."""
    code, said, _ = server.post("/preferences", {"lang": "en", "back": "/help"})
    check.equal((code, said["location"]), (303, "/help"), "the language is kept")
    check("parcours-lang=en" in said["set-cookie"] and "HttpOnly" in said["set-cookie"], "in a cookie")
    check('lang="en"' in server.get("/help", Cookie="parcours-lang=en")[2], "and it holds")
    for path in ("/search?q=marché&x=\"><i>", f"/launch?course={COURSE}&learner=new"):
        path = urllib.parse.quote(path, safe="/?&=")
        back = html.unescape(re.search(r'name="back" value="([^"]*)"', server.get(path)[2])[1])
        check.equal(server.post("/preferences", {"lang": "en", "back": back})[1]["location"], path, "back to the whole address")
    for back in ("//evil.example", "https://evil.example", "/\\evil.example", "evil", "/%0d%0aX: 1", "/a\r\nSet-Cookie: x=1", "/\t/evil.example", "/\r\n/evil.example"):
        code, said, _ = server.post("/preferences", {"theme": "dark", "back": back})
        check(code == 303 and re.fullmatch(r"/([!-~]*)", said["location"]) and not said["location"].startswith(("//", "/\\")) and
              "x=1" not in said.get("set-cookie", ""), f"back={back!r} stays here: {said.get('location')!r}")


def stale(server):
    """A page of before another window moved on: the fresh state, with what was typed."""
    page = server.play("choice:M1-QUIZ", "/as/stale") if server.post("/launch", {"course": COURSE, "learner": "stale"}) else ""
    item = re.search(r'data-item="([^"]+)"', page)[1]
    old = seen(page)
    server.play("answer", "/as/stale", item=item, response="A", seen=old)
    code, _, body = server.post("/as/stale" + PLAY, {"request": "answer", "item": item, "response": "B", "seen": old})
    check.equal(code, 409, "an answer to a question that is answered")
    check("«\u00a0B\u00a0»" in body and "data-item" in body, "shows where one is, and what was typed")
    code, _, body = server.post("/as/stale" + PLAY, {"request": "answer", "item": item, "response": "A", "seen": old})
    check.equal(code, 303, "the same answer twice is one answer")
    server.play("choice:M1-L1", "/as/stale")
    code, _, body = server.post("/as/stale" + PLAY, {"request": "continue", "seen": old})
    check.equal(code, 409, "a step from a page of before")
    check("autre fenêtre" in body, "says why")


def wrong_answers(server):
    """An answer that cannot be taken comes back with its reason, tied to the field."""
    server.post("/launch", {"course": COURSE, "learner": "wrong"})
    page = server.play("choice:M1-QUIZ", "/as/wrong")
    item = re.search(r'data-item="([^"]+)"', page)[1]
    code, _, body = server.post("/as/wrong" + PLAY, {"request": "answer", "item": item, "seen": seen(page)})
    check.equal(code, 422, "no option chosen")
    check('role="alert"' in body and 'href="#r-A"' in body and 'aria-describedby="trouble"' in body, "tied to the field")
    code, _, body = server.post(
        "/as/wrong" + PLAY, {"request": "answer", "item": item, "response": "<b>&\"'", "seen": seen(page)})
    check.equal(code, 422, "an option that is not there")
    check("<b>" not in body.split("<main")[1], "what was sent is text")


def locked(server):
    """A locked step says why, and costs nobody their place."""
    server.post("/launch", {"course": COURSE, "learner": "locked"})
    server.play("choice:M1-QUIZ", "/as/locked")
    code, _, body = server.post("/as/locked" + PLAY, {"request": "choice:M4-L0"})
    check.equal(code, 409, "a locked step")
    check("Fermé" in body and 'value="choice:M1-QUIZ"' in body, "says why, and what opens it")
    check('data-activity="M1-QUIZ"' in server.get("/as/locked" + PLAY)[2], "one is still where one was")


def slow_and_many(server):
    """Clients that never finish, too many headers, two lengths: bounded, and others are still served."""
    lines = []
    for _ in range(300):
        line = socket.create_connection(("127.0.0.1", server.port))
        line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
        lines.append(line)
    began = time.monotonic()
    check.equal(server.get("/")[0], 200, "served beside 300 slow clients")
    check(time.monotonic() - began < 2, "and soon")
    for line in lines:
        line.close()
    many = b"".join(b"X-%d: a\r\n" % n for n in range(2000))
    check(status(raw(server, b"GET / HTTP/1.1\r\nHost: localhost\r\n" + many + b"\r\n")) in (0, 400, 431), "2,000 headers")
    long = b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000 + b"\r\n\r\n"
    check(status(raw(server, long)) in (0, 400, 431), "a header of 200 kB")
    both = (b"POST " + PLAY.encode() + b" HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n"
            b"Connection: close\r\n\r\n0\r\n\r\n")
    check(status(raw(server, both)) in (0, 400), "two lengths of one body")
    check(status(raw(server, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 40 + b"\r\n\r\n")) in (0, 400), "another protocol")
    check.equal(status(raw(server, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")), 421, "no host")
    chunks = b"POST " + PLAY.encode() + (b" HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
             b"Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n") + b"4000\r\n" + b"a" * 0x4000 + b"\r\n"
    check.equal(status(raw(server, chunks + (b"4000\r\n" + b"a" * 0x4000 + b"\r\n") * 8 + b"0\r\n\r\n")), 413, "a body without a length")
    check.equal(server.get("/")[0], 200, "still served")


with Server() as server:
    reading_writes_nothing(server)
    refusals(server)
    forms(server)
    other_sites(server)
    headers(server)
    files(server)
    preferences(server)
    logins(server)
    stale(server)
    wrong_answers(server)
    locked(server)
    slow_and_many(server)
    check.equal(server.stop(), 0, "Ctrl-C ends it cleanly")
check.end()
