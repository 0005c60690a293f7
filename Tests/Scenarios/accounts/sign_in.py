#!/usr/bin/env python3
"""Accounts in the real server: invitation, session, forgery, delays, groups, revocation, a session that ended mid-form."""
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

PARCOURS = os.environ.get("PARCOURS") or sys.argv[1]
PHRASE = "une phrase assez longue"
MARKERS = ["zoe.marqueur@ville.fr", "Zoé Marqueur"]
passed, failed = 0, 0


def check(name, holds, seen=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"FAILED {name}: {seen}")


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Browser:
    """A client that keeps the session's cookie by hand, as it is marked for TLS."""

    def __init__(self, root):
        self.root, self.sid = root, None
        self.opener = urllib.request.build_opener(NoRedirect)

    def ask(self, path, form=None, site="same-origin", headers=None):
        url = path if path.startswith("http") else self.root + path
        data = None if form is None else urllib.parse.urlencode(form).encode()
        request = urllib.request.Request(url, data)
        if site:
            request.add_header("Sec-Fetch-Site", site)
        if self.sid:
            request.add_header("Cookie", f"__Host-sid={self.sid}")
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        try:
            answer = self.opener.open(request, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        self.headers, self.body, self.code = answer.headers, answer.read().decode(), answer.code
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            if match := re.match(r"__Host-sid=([0-9a-f]*);(.*)", cookie):
                self.sid = match[1] or None
                self.attributes = match[2]
        return self.code

    def token(self):
        match = re.search(r'name="csrf" value="([0-9a-f]+)"', self.body)
        return match[1] if match else ""


def parcours(*words, data):
    done = subprocess.run([PARCOURS, *words, "--data", data], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout, done.stderr


def main(data):
    parcours("group", "add", "c27", "--name", "Cohorte 2027", data=data)
    parcours("group", "add", "autre", data=data)
    link = {}
    for login, options in {
        MARKERS[0]: ["--name", MARKERS[1], "--group", "c27"], "tom": ["--role", "formateur", "--trains", "c27"],
        "chef": ["--role", "administrateur"],
    }.items():
        code, out, _ = parcours("account", "add", login, *options, "--url", "http://127.0.0.1:PORT", data=data)
        link[login] = urllib.parse.urlparse(out.strip().replace("PORT", "1")).path
        check(f"account add {login}", code == 0 and link[login].startswith("/invitation/"), out)
    code, _, err = parcours("account", "add", "tom", "--lang", "en", data=data)
    check("an account is not made twice", code == 3 and "account invite tom" in err, (code, err))

    server = subprocess.Popen(
        [PARCOURS, "serve", "--access", "accounts", "--port", "0", "--data", data, "--lang", "fr"],
        stderr=subprocess.PIPE, text=True, env=dict(os.environ, TZ="Etc/GMT-14"))
    root = re.search(r"http://[^ /]+", server.stderr.readline())[0]
    log = []
    try:
        talk(root, link, data)
        known = Browser(root)
        sign_in(known, "tom")
        revoked(known, data)
    finally:
        server.terminate()
        log = server.stderr.read()
        server.wait(20)
    check("the audit has lines", log.count("audit ") > 3, log)
    check("no personal data in the log", not any(marker in log for marker in [*MARKERS, PHRASE, "tom"]), log)
    names = [name for _, folders, files in os.walk(data) for name in folders + files]
    check("no login in a file's name", not any("marqueur" in name.lower() for name in names), names)


def sign_in(browser, login, password=PHRASE):
    browser.ask("/sign-in")
    return browser.ask("/sign-in", {"login": login, "password": password, "to": "/"})


def talk(root, link, data):
    stranger = Browser(root)
    check("strangers are led to sign in", stranger.ask("/") == 303 and "/sign-in?to=" in stranger.headers["Location"])
    check("help is for everybody", stranger.ask("/help") == 200)
    for path in ["/account", "/groups", "/groups/c27", "/courses/spaser", "/as/tom/"]:
        check(f"not without signing in: {path}", stranger.ask(path) in (303, 404), stranger.code)

    zoe, tom = Browser(root), Browser(root)
    path = link[MARKERS[0]]
    check("an invitation is a page", zoe.ask(path) == 200 and zoe.headers["Referrer-Policy"] == "no-referrer")
    check("a short password is refused in words", zoe.ask(path, {"password": "court", "again": "court"}) == 422)
    check("two that differ are refused", zoe.ask(path, {"password": PHRASE, "again": PHRASE + "x"}) == 422)
    check("from another site: refused", zoe.ask(path, {"password": PHRASE, "again": PHRASE}, site="same-site") == 403)
    check("from nowhere: refused", zoe.ask(path, {"password": PHRASE, "again": PHRASE}, site=None) == 403)
    check("accepted", zoe.ask(path, {"password": PHRASE, "again": PHRASE}) == 303 and zoe.sid, zoe.body)
    check("the cookie is closed", all(word in zoe.attributes for word in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"]))
    check("an invitation is good once", zoe.ask(path) == 404)
    tom.ask(link["tom"], {"password": PHRASE, "again": PHRASE})

    check("a learner sees no group", zoe.ask("/groups") == 403 and zoe.ask("/groups/c27") == 403, zoe.code)
    check("a trainer sees their own", tom.ask("/groups/c27") == 200 and MARKERS[1] in tom.body)
    check("and no other", tom.ask("/groups/autre") == 404)

    first = zoe.sid
    fixed = "0" * 64
    zoe.sid = fixed
    check("a planted session is none", zoe.ask("/account") == 303)
    zoe.sid = fixed
    sign_in(zoe, MARKERS[0])
    check("signing in gives a new session", zoe.sid not in (None, fixed, first))
    zoe.ask("/account")
    hours = [time.strftime("%H:%M", time.gmtime(time.time() + 14 * 3600 - late)) for late in (0, 60)]
    check("times are those of the server's zone", any(f"à {hour}" in zoe.body for hour in hours), hours)
    token = zoe.token()
    check("a form without its token is refused", zoe.ask("/account/sessions", {}) == 403)
    check("with the token of another: refused", zoe.ask("/account/sessions", {"csrf": "0" * 64}) == 403)
    check("from a sibling site: refused", zoe.ask("/account/sessions", {"csrf": token}, site="same-site") == 403)
    other = Browser(root)
    other.sid = first
    check("the first session still holds", other.ask("/account") == 200)
    check("and ends when told to", zoe.ask("/account/sessions", {"csrf": token}) == 303 and other.ask("/account") == 303)

    zoe.ask("/")
    opened = zoe.ask("/courses/mission-spaser/play", {"csrf": token, "request": "open"})
    course = re.search(r'action="(/courses/[^"/]+)/play"', Browser.body_of(zoe, "/"))
    check("the catalogue offers a course", course is not None, opened)
    zoe.ask(course[1] + "/play", {"csrf": token, "request": "open"})
    check("a course is taken", zoe.ask(course[1] + "/play") == 200 and 'data-session="active"' in zoe.body, zoe.code)
    check("the course's page resumes it", "Reprendre" in Browser.body_of(zoe, course[1]), zoe.code)
    check("the trainer sees where", tom.ask("/groups/c27") == 200 and "table" in tom.body)

    check("signing out", zoe.ask("/sign-out", {"csrf": token}) == 303 and zoe.ask("/account") == 303)
    zoe.ask(course[1] + "/play", {"csrf": token, "request": "continue", "seen": "1.2"})
    check("a form of a session that ended is kept", zoe.code == 401 and "seen=1.2" in zoe.body.replace("&amp;", "&"), zoe.body)
    kept = re.search(r'name="keep" value="([^"]*)"', zoe.body)[1].replace("&amp;", "&")
    zoe.ask("/sign-in", {"login": MARKERS[0], "password": PHRASE, "to": course[1] + "/play", "keep": kept})
    check("and offered to be sent again", zoe.code == 200 and 'name="seen" value="1.2"' in zoe.body and zoe.token() != token)
    check("an address elsewhere is not followed", sign_to(root, "//evil.example/") == "/", sign_to(root, "https://evil.example"))

    wrong = Browser(root)
    codes = [sign_in(wrong, "chef", f"faux {n}") for n in range(7)]
    check("wrong passwords are refused, then delayed", codes[:5] == [401] * 5 and codes[-1] == 429, codes)
    check("and the wait is said", int(wrong.headers["Retry-After"]) >= 1)
    check("unknown logins look the same", sign_in(wrong, "personne") == 401)


def body_of(self, path):
    self.ask(path)
    return self.body


Browser.body_of = body_of


def sign_to(root, to):
    browser = Browser(root)
    browser.ask("/sign-in", {"login": "tom", "password": PHRASE, "to": to})
    return browser.headers["Location"]


def revoked(tom, data):
    check("signed in", tom.ask("/account") == 200)
    parcours("account", "sessions", "tom", "--revoke", data=data)
    check("a session revoked by command ends at once", tom.ask("/account") == 303)
    sign_in(tom, "tom")
    parcours("account", "block", "tom", data=data)
    check("a blocked account ends at once", tom.ask("/account") == 303)
    check("and cannot sign in", sign_in(tom, "tom") == 401)


with tempfile.TemporaryDirectory() as folder:
    main(os.path.join(folder, "data"))
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
