"""The protocol itself: bad requests, data that outlive the program, clock and chance."""
import json
import os
import subprocess

from player import BINARY, Case, item, manifest, seq


class BadRequests(Case):
    def test_answered_with_an_error_and_nothing_changes(self):
        self.open(item("A"), item("B"))
        before = self.ask(op="state")
        for line in [
            b"{", b"[]", b"null", b"1", b'"x"', b"\xff\xfe", b"{}", b'{"op":1}', b'{"op":"fly"}', b'{"op":null}',
            b'{"op":"api","calls":[[]]}', b'{"op":"api","calls":[["Initialize",""],["Fly"]]}', b'{"op":"api","calls":[[1]]}',
            b'{"op":"api","calls":"x"}', b'{"op":"ui"}', b'{"op":"ui","request":"start"}', b'{"op":"ui","request":"dance"}',
            b'{"op":"ui","request":"continue","onunload":[["Nope"]]}', b'{"op":"open","course":"zzz","learner":"l"}',
            b'{"op":"open","course":"c"}', b'{"op":"report","measure":2}', b'{"op":"report","progress":-1}',
            b'{"op":"answer","item":"x"}', b'{"op":"explain","activity":"zzz"}', b'{"op":"clock","now":"soon"}',
            b'{"op":"import","course":"c","manifest":"/nowhere/at/all"}', b'{"op":"state","op":"reset"}',
            b"[" * 100_000, b'{"op":' + b"[" * 5000 + b"]" * 5000 + b"}", b'{"op":"report","measure":1e999999}',
            b'{"op":"ui","request":"\\ud800"}', b"\x00", b'{"op":"state"}{"op":"state"}',
        ]:
            answer = self.player.raw(line)
            self.assertEqual(list(answer)[:1] if "findings" not in answer else ["error"], ["error"], line[:60])
        self.assertEqual(self.ask(op="state"), before)
        self.assertEqual(self.calls(("Initialize", ""))[0], ["true", "0"])

    def test_a_line_beyond_all_measure(self):
        answer = self.player.raw(b'{"op":"' + b"x" * (40 << 20) + b'"}')
        self.assertIn("too long", answer["error"])
        self.open(item("A"))
        self.at("A")

    def test_blank_lines_are_passed_over(self):
        run = subprocess.run([BINARY, "headless"], input=b"\n  \r\n" + b'{"op":"reset"}', capture_output=True, timeout=60)
        self.assertEqual((run.returncode, run.stdout), (0, b"{}\n"))


class DataFolder(Case):
    options = ("--seed", "1")

    def setUp(self):
        super().setUp()
        self.data = os.path.join(self.folder, "data")
        self.player = self.restart()

    def restart(self, *more):
        return self.start("--data", self.data, *more)

    def test_an_enrolment_outlives_the_program(self):
        self.open(item("A"), item("B"))
        self.sco("continue", completion_status="completed", location="p3")
        self.calls(("Initialize", ""), ("SetValue", "cmi.location", "b7"), ("Commit", ""))
        before = self.ask(op="tracking")
        self.assertEqual(self.player.end(), 0)
        self.player = self.restart()
        self.ask(op="open", course="COURSE", learner="l")
        self.at("B")
        self.assertEqual(self.ask(op="tracking"), before)
        self.calls(("Initialize", ""))
        self.get("cmi.location", "b7")

    def test_each_learner_and_course_has_its_journal(self):
        for course in ["one", "two"]:
            for learner in ["l", "m"]:
                self.open(item("A"), item("B"), course=course, learner=learner, identifier=course)
                self.sco("continue" if learner == "l" else "suspendAll")
        self.ask(op="open", course="one", learner="l")
        self.at("B")
        self.ask(op="open", course="one", learner="m")
        self.at("A")
        journals = [os.path.join(folder, name) for folder, _, names in os.walk(self.data) for name in names
                    if name == "journal.jsonl"]
        self.assertEqual(len(journals), 4)
        for journal in journals:
            run = subprocess.run([BINARY, "journal", "verify", journal], capture_output=True, timeout=60)
            self.assertEqual(json.loads(run.stdout)["status"], "clean")

    def test_two_programs_see_each_other(self):
        self.open(item("A"), item("B"), item("C"))
        other = self.restart()
        self.assertEqual(other.ask(op="open", course="COURSE", learner="l")["delivered"], "A")
        self.ui("continue")
        self.assertEqual(other.ask(op="ui", request="continue")["delivered"], "C")
        self.ui("previous")
        self.at("B")

    def test_the_pinned_version_holds(self):
        self.open(item("A"), item("B"))
        self.ui("suspendAll")
        self.open(item("A"), item("NEW"), course="again")
        self.assertEqual([e["id"] for e in self.state["toc"]], ["ORG", "A", "B"])

    def test_unknown_courses_and_damaged_journals_are_errors(self):
        self.assertIn("no course", self.player.ask(op="open", course="nothing", learner="l")["error"])
        self.open(item("A"), item("B"))
        self.ui("continue")
        self.player.end()
        journal = next(os.path.join(folder, "journal.jsonl") for folder, _, names in os.walk(self.data)
                       if "journal.jsonl" in names)
        with open(journal, "r+b") as file:
            text = file.read()
            file.seek(0)
            file.write(text.replace(b'"n":1', b'"n":7', 1))
        before = open(journal, "rb").read()
        self.player = self.restart()
        self.assertIn("error", self.player.ask(op="open", course="COURSE", learner="l"))
        self.assertEqual(open(journal, "rb").read(), before)

    def test_reset_forgets_what_is_open_not_what_is_kept(self):
        self.open(item("A"), item("B"))
        self.sco("continue")
        self.ask(op="reset")
        self.assertIn("error", self.player.ask(op="state"))
        self.ask(op="open", course="COURSE", learner="l")
        self.at("B")


class ClockAndChance(Case):
    def test_the_clock_stands_where_it_is_set(self):
        data = os.path.join(self.folder, "data")
        self.player = self.start("--data", data, "--clock", "2026-11-23T16:24:58.123Z")
        self.open(item("A"), item("B"))
        self.ask(op="clock", now="2026-11-24T08:00:00.000Z")
        self.ui("continue")
        journal = next(os.path.join(folder, "journal.jsonl") for folder, _, names in os.walk(data) if "journal.jsonl" in names)
        times = [json.loads(line)["t"] for line in open(journal)]
        self.assertEqual((times[0], times[-1]), ("2026-11-23T16:24:58.123Z", "2026-11-24T08:00:00.000Z"))

    def test_same_seed_same_answers(self):
        randomized = seq('<imsss:randomizationControls randomizationTiming="once" reorderChildren="true"/>', choice=True,
                         flow=True)
        path = os.path.join(self.folder, "imsmanifest.xml")
        with open(path, "w") as file:
            file.write(manifest(*(item(f"A{n}") for n in range(9)), root=randomized))
        lines = "".join(json.dumps(r) + "\n" for r in [
            {"op": "import", "course": "c", "manifest": path}, {"op": "open", "course": "c", "learner": "l"},
            {"op": "ui", "request": "continue"}, {"op": "tracking"}])
        answers = {
            seed: {subprocess.run([BINARY, "headless", "--seed", seed, "--clock", "2026-01-01T00:00:00.000Z"],
                                  input=lines.encode(), capture_output=True, timeout=60).stdout for _ in range(2)}
            for seed in ["1", "2", "3"]}
        self.assertEqual({len(same) for same in answers.values()}, {1})
        self.assertGreater(len(set().union(*answers.values())), 1)

    def test_wrong_options(self):
        for options in [["--clock", "noon"], ["--seed", "x"]]:
            run = subprocess.run([BINARY, "headless", *options], input=b"", capture_output=True, timeout=60)
            self.assertEqual(run.returncode, 2)
