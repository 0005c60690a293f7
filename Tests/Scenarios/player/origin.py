"""The content origin, asked without a browser: a launch, its pass, and requests under it."""
import http.client
import json
import re
import urllib.parse


def quote(text):
    return urllib.parse.quote(text, safe="")


class Launched:
    """A learner's launch of a course: host name, path of the pass, and the page's state."""

    def __init__(self, shell, course, learner="ana"):
        self.shell, self.course, self.learner = shell, course, learner
        form = urllib.parse.urlencode({"course": course, "learner": learner, "name": learner.title()}).encode()
        status, _, _ = ask(shell, "127.0.0.1", "POST", "/launch", form, {"Content-Type": "application/x-www-form-urlencoded"})
        assert status == 303, status
        status, headers, _ = ask(shell, "127.0.0.1", "POST", f"/as/{quote(learner)}/courses/{quote(course)}/play/content", b"",
                                 {"Content-Type": "application/x-www-form-urlencoded"})
        assert status == 303, status
        address = urllib.parse.urlsplit(headers["Location"])
        self.host, self.code = address.hostname, address.path
        status, headers, _ = self.get(self.code)
        assert status == 303, status
        self.path = headers["Location"].removesuffix("/player")
        self.open()

    def open(self):
        status, self.headers, body = self.get(f"{self.path}/player")
        assert status == 200, status
        text = re.search(rb'<script type="application/json" id="state">(.*?)</script>', body, re.S)[1]
        self.state = json.loads(text)

    def get(self, path, method="GET", **headers):
        return ask(self.shell, self.host, method, path, None, {k.replace("_", "-"): v for k, v in headers.items()})

    def commit(self, number, writes=(), ends=False, page=None, origin=None, headers=None, **more):
        launch = self.state["launch"]
        page = page or self.state["page"]
        body = {"page": page, "as": {"page": origin or page, "number": number}, "activity": launch["activity"],
                "attempt": launch["attempt"], "writes": list(writes), "ends": ends, "leaving": False, **more}
        status, fields, answer = self.post(json.dumps(body).encode(), headers)
        return status, fields, json.loads(answer) if status == 200 else answer

    def post(self, body, headers=None):
        return ask(self.shell, self.host, "POST", f"{self.path}/commit", body, {"Content-Type": "application/json", **(headers or {})})


def ask(shell, host, method, path, body=None, headers=None):
    """Status, headers and bytes of one answer."""
    connection = http.client.HTTPConnection("127.0.0.1", shell.port, timeout=30)
    try:
        connection.request(method, path, body, {"Host": f"{host}:{shell.port}", **(headers or {})})
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read()
    finally:
        connection.close()
