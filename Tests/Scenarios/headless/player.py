"""Drives `parcours headless` and writes the manifests that the cases need."""
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from xml.sax.saxutils import escape, quoteattr

BINARY = os.environ["PARCOURS"]
VERSIONS = {"1.2": "1.2", "2nd": "CAM 1.3", "3rd": "2004 3rd Edition", "4th": "2004 4th Edition"}


def item(identifier, *inside, seq="", extra="", visible=True, asset=False):
    """An item of a manifest: a leaf, or a cluster of what is inside."""
    return {"id": identifier, "inside": inside, "seq": seq, "extra": extra, "visible": visible, "asset": asset}


def seq(*parts, **control):
    """A sequencing element: control modes by name, then its other parts."""
    modes = "".join(f' {name}="{str(value).lower()}"' for name, value in control.items())
    return f"<imsss:sequencing><imsss:controlMode{modes}/>{''.join(parts)}</imsss:sequencing>"


def rule(kind, action, *conditions, combine="all"):
    """A sequencing rule; a condition is `word`, `not word` or `word objective`."""
    rows = []
    for condition in conditions:
        words = condition.split()
        negated = words[0] == "not"
        words = words[negated:]
        objective = f' referencedObjective="{words[1]}"' if len(words) > 1 else ""
        operator = ' operator="not"' if negated else ""
        rows.append(f'<imsss:ruleCondition condition="{words[0]}"{operator}{objective}/>')
    return (f'<imsss:{kind}ConditionRule><imsss:ruleConditions conditionCombination="{combine}">{"".join(rows)}'
            f'</imsss:ruleConditions><imsss:ruleAction action="{action}"/></imsss:{kind}ConditionRule>')


def rules(*some):
    return f"<imsss:sequencingRules>{''.join(some)}</imsss:sequencingRules>"


def rollup(*some, **settings):
    given = "".join(f' {name}="{str(value).lower()}"' for name, value in settings.items())
    return f"<imsss:rollupRules{given}>{''.join(some)}</imsss:rollupRules>"


def rollup_rule(action, *conditions, children="all", combine="any", **settings):
    given = "".join(f' {name}="{value}"' for name, value in settings.items())
    rows = "".join(
        f'<imsss:rollupCondition condition="{c.split()[-1]}"{" operator=" + quoteattr("not") if " " in c else ""}/>'
        for c in conditions)
    return (f'<imsss:rollupRule childActivitySet="{children}"{given}><imsss:rollupConditions '
            f'conditionCombination="{combine}">{rows}</imsss:rollupConditions><imsss:rollupAction action="{action}"/>'
            '</imsss:rollupRule>')


def limits(**some):
    return "<imsss:limitConditions" + "".join(f' {n}="{v}"' for n, v in some.items()) + "/>"


def mapping(target, **flags):
    return f'<imsss:mapInfo targetObjectiveID="{target}"' + "".join(
        f' {n}="{str(v).lower()}"' for n, v in flags.items()) + "/>"


def objective(identifier, *maps, by_measure=None, primary=False):
    name = "primaryObjective" if primary else "objective"
    own = f' objectiveID="{identifier}"' if identifier else ""
    passing = ""
    if by_measure is not None:
        own += ' satisfiedByMeasure="true"'
        passing = f"<imsss:minNormalizedMeasure>{by_measure}</imsss:minNormalizedMeasure>"
    return f"<imsss:{name}{own}>{passing}{''.join(maps)}</imsss:{name}>"


def objectives(*some, primary=""):
    return f"<imsss:objectives>{primary or objective('', primary=True)}{''.join(some)}</imsss:objectives>"


def delivery(**flags):
    return "<imsss:deliveryControls" + "".join(f' {n}="{str(v).lower()}"' for n, v in flags.items()) + "/>"


def randomization(**settings):
    return "<imsss:randomizationControls" + "".join(f' {n}="{str(v).lower()}"' for n, v in settings.items()) + "/>"


def manifest(*items, edition="4th", root=None, organization="", identifier="COURSE"):
    """A manifest of these items; `root` is the sequencing of the organization, a flow with choice unless told."""
    resources = []

    def written(one):
        inside = "".join(map(written, one["inside"]))
        reference = ""
        if not inside:
            kind = "asset" if one["asset"] else "sco"
            name = "scormtype" if edition == "1.2" else "scormType"
            reference = f' identifierref="R-{one["id"]}"'
            resources.append(f'<resource identifier="R-{one["id"]}" type="webcontent" adlcp:{name}="{kind}" '
                             f'href="{one["id"]}.html"><file href="{one["id"]}.html"/></resource>')
        visible = "" if one["visible"] else ' isvisible="false"'
        return (f'<item identifier="{one["id"]}"{reference}{visible}><title>{one["id"]}</title>{inside}{one["extra"]}'
                f'{one["seq"]}</item>')

    body = "".join(map(written, items))
    root = seq(choice=True, flow=True) if root is None else root
    spaces = ('xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" '
              'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"' if edition == "1.2" else
              'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" '
              'xmlns:adlseq="http://www.adlnet.org/xsd/adlseq_v1p3" '
              'xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss" '
              'xmlns:p="urn:parcours:1"')
    return (f'<?xml version="1.0" encoding="UTF-8"?><manifest identifier="{identifier}" version="1" {spaces}><metadata>'
            f'<schema>ADL SCORM</schema><schemaversion>{VERSIONS[edition]}</schemaversion></metadata>'
            f'<organizations default="ORG"><organization identifier="ORG"{organization}><title>Course</title>{body}'
            f'{"" if edition == "1.2" else root}</organization></organizations>'
            f'<resources>{"".join(resources)}</resources></manifest>')


class Player:
    """One `parcours headless`, a request at a time."""

    def __init__(self, *options, environment=None):
        self.process = subprocess.Popen(
            [BINARY, "headless", "--lang", "en", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=dict(os.environ, **environment or {}))

    def raw(self, line):
        self.process.stdin.write(line + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def ask(self, **request):
        return self.raw(json.dumps(request, ensure_ascii=False).encode())

    def end(self):
        self.process.stdin.close()
        self.process.stdout.close()
        return self.process.wait(20)


class Case(unittest.TestCase):
    """A case with a player; options of the program in `options`."""
    options = ("--seed", "1")

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="parcours-headless-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.player = self.start()
        self.state = {}

    def start(self, *options):
        player = Player(*(options or self.options))
        self.addCleanup(lambda: player.process.poll() is None and player.end())
        return player

    def ask(self, **request):
        answer = self.player.ask(**request)
        self.assertNotIn("error", answer, request)
        if "toc" in answer:
            self.state = answer
        return answer

    def put(self, text, course="c"):
        folder = os.path.join(self.folder, course)
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, "imsmanifest.xml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        for page in re.findall(r'<file href="([^"]*)"', text):
            with open(os.path.join(folder, page), "w", encoding="utf-8") as file:
                file.write("<!DOCTYPE html><title>Page</title>")
        return self.ask(op="import", course=course, manifest=path)["findings"]

    def open(self, *items, course="c", learner="l", **settings):
        """Imports a course of these items, where there are any, and opens it."""
        if items:
            self.put(manifest(*items, **settings), course)
        return self.ask(op="open", course=course, learner=learner, name="Dupont, Jeanne")

    def calls(self, *some):
        return self.ask(op="api", calls=[list(c) for c in some])["results"]

    def set(self, element, value, error="0"):
        self.assertEqual(self.calls(("SetValue", element, value))[0], ["true" if error == "0" else "false", error],
                         (element, value[:60]))

    def get(self, element, value, error="0"):
        self.assertEqual(self.calls(("GetValue", element))[0], [value, error], element)

    def sco(self, _request=None, **values):
        """A whole visit: Initialize, the values (`__` for a dot), Terminate, with a navigation request where one is given."""
        writes = [("SetValue", "cmi." + name.replace("__", "."), value) for name, value in values.items()]
        if _request:
            writes.append(("SetValue", "adl.nav.request", _request))
        results = self.calls(("Initialize", ""), *writes, ("Terminate", ""))
        self.assertEqual([r for r in results if r != ["true", "0"]], [], values)

    def ui(self, request, **more):
        return self.ask(op="ui", request=request, **more)

    def at(self, activity):
        self.assertEqual(self.state["delivered"], activity, self.state.get("exception"))

    def listed(self):
        return [e["id"] for e in self.state["toc"] if e["visible"]]

    def enabled(self):
        return [e["id"] for e in self.state["toc"] if e["visible"] and e["enabled"]]

    def tracked(self, activity):
        return self.ask(op="tracking")["activities"][activity]

    def satisfied(self, activity, objective=""):
        return self.tracked(activity)["objectives"][objective]["status"]

    def measure(self, activity, objective=""):
        return self.tracked(activity)["objectives"][objective]["measure"]
