#!/usr/bin/env python3
"""The nginx example and the unit that we ship, used as they are: TLS, the client's address, hardening."""
import os
import re
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import time
from http.client import HTTPSConnection
from pathlib import Path
from urllib.parse import urlencode

PARCOURS = os.environ.get("PARCOURS") or sys.argv[1]
SHIPPED = Path(__file__).resolve().parents[3] / "Sources/Web/Deployment"
SHELL, CONTENT = "formation.example.fr", "0" * 32 + ".contenus.example.fr"
passed, failed = 0, 0


def check(name, holds, seen=""):
    global passed, failed
    passed, failed = (passed + 1, failed) if holds else (passed, failed + 1)
    if not holds:
        print(f"FAILED {name}: {seen}")


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Site(HTTPSConnection):
    """A connection to the proxy under one of its names."""

    def __init__(self, name, port, authority):
        super().__init__("127.0.0.1", port, timeout=20, context=ssl.create_default_context(cafile=authority))
        self.name = name

    def connect(self):
        plain = socket.create_connection(("127.0.0.1", self.port), 20)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.name)

    def ask(self, path, form=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()} | {"Host": self.name}
        body = urlencode(form) if form is not None else None
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        self.request("POST" if body is not None else "GET", path, body, headers)
        answer = self.getresponse()
        answer.text = answer.read().decode(errors="replace")
        return answer


def certificates(folder):
    for file, name in (("formation", SHELL), ("contenus", "*.contenus.example.fr")):
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={file}",
             "-addext", f"subjectAltName=DNS:{name}", "-keyout", f"{folder}/{file}.key", "-out", f"{folder}/{file}.crt"],
            check=True, capture_output=True)


def proxy(folder, front, back):
    """nginx with our example: only the places of this machine are replaced."""
    text = (SHIPPED / "nginx.conf").read_text()
    text = text.replace("listen [::]:443 ssl;", "").replace("listen 443 ssl", f"listen 127.0.0.1:{front} ssl")
    text = text.replace("/etc/ssl/parcours", folder).replace("127.0.0.1:8080", f"127.0.0.1:{back}")
    Path(folder, "nginx.conf").write_text(
        f"pid {folder}/nginx.pid; error_log {folder}/error.log; events {{}} http {{ access_log off;\n"
        + "".join(f"{kind}_temp_path {folder}/{kind};\n"
                  for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) + text + "}\n")
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    tried = subprocess.run([nginx, "-t", "-c", f"{folder}/nginx.conf"], capture_output=True, text=True)
    check("nginx takes the example", tried.returncode == 0, tried.stderr)
    return subprocess.Popen([nginx, "-c", f"{folder}/nginx.conf", "-g", "daemon off;"], stderr=subprocess.DEVNULL)


def served(data, *options):
    port = free_port()
    server = subprocess.Popen(
        [PARCOURS, "serve", "--access", "accounts", "--port", str(port), "--data", data, "--lang", "fr",
         "--content-url", "https://*.contenus.example.fr", *options], stderr=subprocess.PIPE, text=True)
    server.stderr.readline()
    return server, port


def ended(server):
    server.terminate()
    log = server.stderr.read()
    server.wait(20)
    return log


def through(folder, data, *options):
    """The log of a server behind the proxy, after one sign-in that fails and claims another address."""
    server, back = served(data, *options)
    front = free_port()
    nginx = proxy(folder, front, back)
    try:
        for _ in range(100):
            with socket.socket() as one:
                if one.connect_ex(("127.0.0.1", front)) == 0:
                    break
            time.sleep(0.1)
        shell = Site(SHELL, front, f"{folder}/formation.crt")
        page = shell.ask("/sign-in")
        check("a page through TLS", page.status == 200 and "<form" in page.text, page.status)
        check("HSTS once", page.headers.get_all("Strict-Transport-Security") == ["max-age=31536000"], page.headers)
        tried = shell.ask("/sign-in", {"login": "x", "password": "y"}, X_Forwarded_For="203.0.113.9")
        check("a sign-in comes through", tried.status == 401, tried.status)
        away = shell.ask("/")
        check("redirections stay on the site", away.status == 303 and away.headers["Location"].startswith("/sign-in"))
        content = Site(CONTENT, front, f"{folder}/contenus.crt").ask("/a/unknown/player")
        check("the content name is served, without the shell", content.status == 404 and "/sign-in" not in content.text,
              (content.status, content.text[:200]))
        other = Site(SHELL, front, f"{folder}/formation.crt").ask("/", Cookie="__Host-sid=" + "1" * 64)
        check("a planted session is none", other.status == 303)
    finally:
        nginx.terminate()
        nginx.wait(20)
        log = ended(server)
    return log


def addresses(folder, data):
    log = through(folder, data, "--trust-proxy", "127.0.0.1", "--url", f"https://{SHELL}")
    check("what a client says of its address is not believed", "203.0.113" not in log and "127.0.0.0/24" in log, log)
    for options, believed in ((["--trust-proxy", "127.0.0.1"], True), ([], False)):
        server, back = served(data, *options)
        subprocess.run(
            ["curl", "-s", "-o", "/dev/null", "-H", "Sec-Fetch-Site: same-origin", "-H", "X-Forwarded-For: 203.0.113.9",
             "-d", "login=x&password=y", f"http://127.0.0.1:{back}/sign-in"], check=True)
        log = ended(server)
        check(f"a proxy {'that is trusted' if believed else 'nobody named'} is {'' if believed else 'not '}believed",
              ("203.0.113.0/24" in log) == believed and "203.0.113.9" not in log, log)


def unit(folder):
    text = (SHIPPED / "parcours.service").read_text().replace("/usr/local/bin/parcours", PARCOURS)
    Path(folder, "parcours.service").write_text(text)
    verified = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", f"{folder}/parcours.service"], capture_output=True, text=True)
    said = [line for line in verified.stderr.splitlines() if "parcours.service" in line]
    check("systemd takes the unit", not said, said)
    judged = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", f"{folder}/parcours.service"],
        capture_output=True, text=True)
    level = re.search(r"exposure level[^0-9]*([0-9.]+)", judged.stdout)
    check("and judges it hardened", level is not None and float(level[1]) <= 2.0, judged.stdout[-400:] + judged.stderr)
    options = re.search(r"ExecStart=\S+ (.*)", text)[1].split()
    helped = subprocess.run([PARCOURS, "serve", "--help"], capture_output=True, text=True).stdout
    unknown = [option for option in options if option.startswith("--") and option not in helped]
    check("every option of the unit is one of ours", not unknown, unknown)


with tempfile.TemporaryDirectory() as folder:
    certificates(folder)
    addresses(folder, os.path.join(folder, "data"))
    unit(folder)
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)
