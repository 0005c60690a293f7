#!/usr/bin/env python3
"""Clients that send a byte now and then, of a header or of a body: each ends within a minute, and others are served."""
import socket
import time

from house import PLAY, Checks, Server

check = Checks()
BODY = (f"POST {PLAY} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Content-Length: 60000\r\n\r\n").encode()
LINES = {"header": b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "body": BODY}


def ended(line):
    """Sends another byte; whether the server has ended the connection, and what it said."""
    said = b""
    try:
        line.settimeout(0.05)
        said = line.recv(4096)
        line.sendall(b"a")
        return said == b"", said
    except TimeoutError:
        line.settimeout(5)
        line.sendall(b"a")
        return False, said
    except OSError:
        return True, said


with Server() as server:
    began = time.monotonic()
    lines = {}
    for name, start in LINES.items():
        lines[name] = socket.create_connection(("127.0.0.1", server.port))
        lines[name].sendall(start)
    ends, answers = {}, dict.fromkeys(lines, b"")
    while len(ends) < len(lines) and time.monotonic() - began < 90:
        for name, line in lines.items():
            if name in ends:
                continue
            try:
                isOver, said = ended(line)
            except OSError:
                isOver, said = True, b""
            answers[name] += said
            if isOver or said:
                ends[name] = time.monotonic() - began
        time.sleep(1)
    for name in lines:
        check(name in ends and 5 < ends[name] < 60, f"a slow {name} ends in time: {ends.get(name)}")
    check(b" 408 " in answers["body"], f"and is told: {answers['body'][:80]}")
    check.equal(server.get("/")[0], 200, "others are served")
check.end()
