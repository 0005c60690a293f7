#!/usr/bin/env python3
"""How the server starts and stops: a port that is taken, an address that is not ours, a theme, files that are missing."""
import os
import signal
import socket
import subprocess
import tempfile
from pathlib import Path

from house import ROOT, Checks, Server

check = Checks()


def serve(*arguments):
    with tempfile.TemporaryDirectory() as data:
        environment = dict(os.environ, PARCOURS_DATA=data, LC_ALL="C.UTF-8")
        done = subprocess.run([os.environ["PARCOURS"], "serve", "--lang", "fr", *arguments], cwd=ROOT, env=environment,
                              capture_output=True, text=True, timeout=30)
        return done.returncode, done.stderr


with socket.create_server(("127.0.0.1", 0)) as taken:
    port = taken.getsockname()[1]
    code, said = serve("--port", str(port))
    check.equal(code, 3, "a port that is taken")
    check(str(port) in said and "--port" in said, f"says which, and what to do: {said}")
    with Server("--port", str(port), "--next-port") as server:
        check(server.port != port, "the next free one")
        check.equal(server.get("/")[0], 200, "is served")
for arguments, word in [(("--bind", "0.0.0.0"), "accounts"), (("--port", "99999"), "65"), (("--access", "all"), "open")]:
    code, said = serve(*arguments)
    check.equal(code, 2, f"{arguments}")
    check(word in said, f"{arguments}: {said}")
code, said = serve("--theme", "/nonexistent")
check.equal(code, 4, "a theme that is not there")
check("/nonexistent/tokens.css" in said, f"names the file: {said}")
with tempfile.TemporaryDirectory() as theme:
    own = (ROOT / "Sources/Web/Pages/assets/tokens.css").read_text().replace("#0d5c63", "#123456")
    (Path(theme) / "tokens.css").write_text(own)
    with Server("--theme", theme) as server:
        check("#123456" in server.get("/assets/style.css")[2], "a theme replaces the tokens")
for kind in (signal.SIGINT, signal.SIGTERM):
    with Server() as server:
        server.get("/")
        check.equal(server.stop(kind), 0, f"{kind.name} ends it cleanly")
check.end()
