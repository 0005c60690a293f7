"""SCORM 1.2: the API, the elements, lesson status, prerequisites."""
from player import Case, item, manifest


class OneTwo(Case):
    def enter(self, *items):
        self.open(*(items or (item("A"), item("B"))), edition="1.2")
        self.assertEqual(self.calls(("LMSInitialize", "")), [["true", "0"]])

    def set(self, element, value, error="0"):
        self.assertEqual(self.calls(("LMSSetValue", element, value))[0], ["true" if error == "0" else "false", error],
                         (element, value[:60]))

    def get(self, element, value, error="0"):
        self.assertEqual(self.calls(("LMSGetValue", element))[0], [value, error], element)

    def finish(self, **values):
        for name, value in values.items():
            self.set("cmi." + name.replace("__", "."), value)
        self.assertEqual(self.calls(("LMSFinish", "")), [["true", "0"]])


class API(OneTwo):
    def test_states(self):
        self.open(item("A"), edition="1.2")
        early = self.calls(("LMSGetValue", "cmi._version"), ("LMSSetValue", "cmi.comments", "x"), ("LMSCommit", ""),
                           ("LMSFinish", ""), ("LMSInitialize", "x"))
        self.assertEqual([r[1] for r in early], ["301", "301", "301", "301", "201"])
        self.assertEqual(self.calls(("LMSInitialize", ""), ("LMSInitialize", ""), ("LMSCommit", "x"), ("LMSFinish", "")),
                         [["true", "0"], ["false", "101"], ["false", "201"], ["true", "0"]])
        late = self.calls(("LMSGetValue", "cmi._version"), ("LMSSetValue", "cmi.comments", "x"), ("LMSCommit", ""),
                          ("LMSFinish", ""))
        self.assertEqual([r[1] for r in late], ["301"] * 4)

    def test_every_code_has_its_text(self):
        self.enter()
        codes = ["0", "101", "201", "202", "203", "301", "401", "402", "403", "404", "405"]
        texts = [r[0] for r in self.calls(*(("LMSGetErrorString", c) for c in codes))]
        self.assertEqual(len(set(texts)), len(codes))
        self.assertEqual(self.calls(("LMSGetErrorString", "407"))[0][0], "")

    def test_functions_of_2004_are_unknown(self):
        self.enter()
        self.assertIn("no function Initialize", self.player.ask(op="api", calls=[["Initialize", ""]])["error"])


class Elements(OneTwo):
    def test_first_values(self):
        self.enter()
        for element, value in {
            "cmi._version": "3.4", "cmi.core.lesson_status": "not attempted", "cmi.core.entry": "ab-initio",
            "cmi.core.credit": "credit", "cmi.core.lesson_mode": "normal", "cmi.core.total_time": "0000:00:00.00",
            "cmi.core.score.raw": "", "cmi.core.lesson_location": "", "cmi.suspend_data": "", "cmi.launch_data": "",
            "cmi.comments": "", "cmi.comments_from_lms": "", "cmi.objectives._count": "0", "cmi.interactions._count": "0",
            "cmi.student_data.mastery_score": "", "cmi.student_preference.audio": "0", "cmi.core.student_name": "Dupont, Jeanne",
        }.items():
            self.get(element, value)
        self.get("cmi.core.score._children", "raw,min,max")

    def test_codes(self):
        self.enter()
        for element, error in {"cmi.nothing": "201", "cmi.core": "201", "cmi.core.student_id._children": "202",
                               "cmi.core._count": "203", "cmi.core.exit": "404", "cmi.core.session_time": "404",
                               "cmi.objectives.0.id": "201", "cmi.interactions.0.id": "201"}.items():
            self.get(element, "", error)
        for element, error in {"cmi.core._children": "402", "cmi.objectives._count": "402", "cmi._version": "402",
                               "cmi.core.student_id": "403", "cmi.core.credit": "403", "cmi.nothing": "201",
                               "cmi.objectives.1.id": "201"}.items():
            self.set(element, "1", error)

    def test_types(self):
        self.enter()
        for element, good, bad in [
            ("cmi.core.score.raw", ["0", "100", "99.5", ""], ["101", "-1", "x"]),
            ("cmi.core.lesson_status", ["passed", "completed", "failed", "incomplete", "browsed"],
             ["not attempted", "Passed", "", "unknown"]),
            ("cmi.core.exit", ["time-out", "suspend", "logout", ""], ["normal", "x"]),
            ("cmi.core.session_time", ["00:00:00", "0001:02:03.45", "100:00:00.1"], ["1:00:00", "00:00", "00:00:00.123", ""]),
            ("cmi.student_preference.audio", ["-1", "100"], ["-2", "101", "1.5"]),
            ("cmi.student_preference.speed", ["-100", "100"], ["101"]),
            ("cmi.student_preference.text", ["-1", "0", "1"], ["2"]),
            ("cmi.interactions.0.time", ["23:59:59", "00:00:00.5"], ["24:00:00", "1:2:3"]),
            ("cmi.interactions.0.result", ["correct", "wrong", "unanticipated", "neutral", "2.5"], ["incorrect"]),
            ("cmi.interactions.0.type", ["true-false", "likert"], ["long-fill-in", "other"]),
            ("cmi.interactions.0.latency", ["00:01:00"], ["PT1M"]),
        ]:
            for value in good:
                self.set(element, value)
            for value in bad:
                self.set(element, value, "405")

    def test_interactions_are_written_only(self):
        self.enter()
        self.set("cmi.interactions.0.id", "i")
        self.set("cmi.interactions.0.objectives.0.id", "o")
        self.set("cmi.interactions.0.correct_responses.0.pattern", "{a,b}")
        self.set("cmi.interactions.0.student_response", "a")
        for element in ["id", "objectives.0.id", "correct_responses.0.pattern", "student_response"]:
            self.get("cmi.interactions.0." + element, "", "404")
        self.get("cmi.interactions._count", "1")
        self.get("cmi.interactions.0.objectives._count", "1")

    def test_comments_are_put_behind_one_another(self):
        self.enter()
        self.set("cmi.comments", "one")
        self.set("cmi.comments", " two")
        self.get("cmi.comments", "one two")
        self.set("cmi.comments_from_lms", "x", "403")

    def test_what_the_manifest_says(self):
        self.enter(item("A", extra="<adlcp:datafromlms>d=1</adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore>"
                                   "<adlcp:maxtimeallowed>01:00:00</adlcp:maxtimeallowed>"
                                   "<adlcp:timelimitaction>exit,no message</adlcp:timelimitaction>"))
        for element, value in {"cmi.launch_data": "d=1", "cmi.student_data.mastery_score": "80",
                               "cmi.student_data.max_time_allowed": "01:00:00",
                               "cmi.student_data.time_limit_action": "exit,no message"}.items():
            self.get(element, value)


class Status(OneTwo):
    def test_mastery_decides(self):
        mastery = "<adlcp:masteryscore>80</adlcp:masteryscore>"
        for said, score, passes in [("completed", "80", True), ("passed", "79.9", False), ("incomplete", "90", True)]:
            with self.subTest(score=score):
                self.ask(op="reset")
                self.enter(item("A", extra=mastery), item("B"))
                self.finish(core__lesson_status=said, core__score__raw=score)
                self.assertIs(self.satisfied("A"), passes)
                self.assertIs(self.tracked("A")["completion"], True)
                self.assertAlmostEqual(self.measure("A"), float(score) / 100)

    def test_silence_is_completion(self):
        self.enter()
        self.finish()
        self.assertEqual((self.tracked("A")["completion"], self.satisfied("A")), (True, None))

    def test_what_was_reached_stays(self):
        self.enter()
        self.finish(core__lesson_status="passed", core__session_time="00:10:00", suspend_data="s", core__exit="")
        self.ui("choice:B")
        self.ui("choice:A")
        self.calls(("LMSInitialize", ""))
        for element, value in {"cmi.core.entry": "", "cmi.core.lesson_status": "passed", "cmi.suspend_data": "s",
                               "cmi.core.total_time": "0000:10:00.00"}.items():
            self.get(element, value)
        self.assertIs(self.satisfied("A"), True)

    def test_suspended_is_resumed(self):
        self.enter()
        self.finish(core__lesson_status="incomplete", core__exit="suspend", core__lesson_location="7")
        self.ui("suspendAll")
        self.open()
        self.at("A")
        self.calls(("LMSInitialize", ""))
        self.get("cmi.core.entry", "resume")
        self.get("cmi.core.lesson_location", "7")


class Prerequisites(OneTwo):
    def needs(self, script):
        return f'<adlcp:prerequisites type="aicc_script">{script}</adlcp:prerequisites>'

    def test_locked_with_a_way_out_that_works(self):
        self.enter(item("A"), item("B", extra=self.needs("A")), item("C", extra=self.needs("A&amp;B")))
        self.assertEqual(self.enabled(), ["ORG", "A"])
        self.assertIn("B", self.listed())
        why = self.ask(op="explain", activity="C")
        self.assertEqual((why["open"], why["reason"], why["wayOut"]), (False, "prerequisites", ["choice:A"]))
        self.assertEqual(why["sentence"], "Locked: complete “A” and complete “B”.")
        self.ui("choice:C")
        self.assertEqual(self.state["exception"], "prerequisites")
        self.at("A")
        self.finish(core__lesson_status="completed")
        self.ui("continue")
        self.at("B")
        self.assertEqual(self.ask(op="explain", activity="C")["wayOut"], ["choice:B"])
        self.calls(("LMSInitialize", ""))
        self.finish(core__lesson_status="passed")
        self.ui("choice:C")
        self.at("C")

    def test_next_passes_over_what_is_closed(self):
        self.enter(item("A"), item("B", extra=self.needs("A=&quot;passed&quot;")), item("C"))
        self.finish(core__lesson_status="completed")
        self.ui("continue")
        self.at("C")

    def test_a_cluster_closes_what_it_holds(self):
        self.enter(item("A"), item("M", item("B"), item("C"), extra=self.needs("2*{A,D}")), item("D"))
        self.assertNotIn("C", self.enabled())
        self.finish()
        self.ui("choice:D")
        self.calls(("LMSInitialize", ""))
        self.finish()
        self.assertIn("C", self.enabled())

    def test_a_bad_script_is_found_and_closes_nothing(self):
        findings = self.put(manifest(
            item("A"), item("B", extra=self.needs("A &amp;&amp; ")), edition="1.2"))
        self.assertEqual([f["severity"] for f in findings if f["code"] == "PKG069"], ["warning"])
        self.ask(op="open", course="c", learner="l")
        self.assertIn("B", self.enabled())
