"""What content reads and writes: API, formats, collections, and what a session leaves to the next."""
from player import Case, item, manifest, objective, objectives, rule, rules, seq

LONG = "x" * 70_000


class API(Case):
    def test_states_before_and_after(self):
        self.open(item("A"))
        self.assertEqual(
            self.calls(("GetValue", "cmi.mode"), ("SetValue", "cmi.location", "1"), ("Commit", ""), ("Terminate", ""),
                       ("GetValue", ""), ("SetValue", "", "1"), ("Commit", "x"), ("Terminate", "x")),
            [["", "122"], ["false", "132"], ["false", "142"], ["false", "112"],
             ["", "301"], ["false", "132"], ["false", "201"], ["false", "112"]])
        self.assertEqual(
            self.calls(("Initialize", "x"), ("Initialize", ""), ("Initialize", ""), ("Initialize", "x"),
                       ("Terminate", "x"), ("Terminate", "")),
            [["false", "201"], ["true", "0"], ["false", "103"], ["false", "201"], ["false", "201"], ["true", "0"]])
        self.assertEqual(
            self.calls(("GetValue", "cmi.mode"), ("SetValue", "cmi.location", "1"), ("Commit", ""), ("Terminate", ""),
                       ("Initialize", "")),
            [["", "123"], ["false", "133"], ["false", "143"], ["false", "113"], ["false", "104"]])

    def test_support_functions_change_nothing(self):
        self.open(item("A"))
        self.calls(("Initialize", ""))
        results = self.calls(("GetValue", "cmi.nothing"), ("GetErrorString", "0"), ("GetErrorString", "9"),
                             ("GetErrorString", "401"), ("GetDiagnostic", "403"), ("GetLastError",))
        self.assertEqual([r[1] for r in results], ["401"] * 6)
        self.assertEqual([r[0] for r in results[1:4]], ["No error", "", "Undefined data model element"])
        self.assertEqual(results[5][0], "401")
        self.assertEqual(self.calls(("GetValue", "cmi.mode"), ("GetLastError",))[1], ["0", "0"])

    def test_every_code_has_its_text(self):
        self.open(item("A"))
        codes = [101, 102, 103, 104, 111, 112, 113, 122, 123, 132, 133, 142, 143, 201, 301, 351, 391, 401, 402, 403, 404,
                 405, 406, 407, 408]
        texts = [text for text, _ in self.calls(*(("GetErrorString", str(code)) for code in codes))]
        self.assertEqual(len(set(texts)), len(codes))
        self.assertTrue(all(0 < len(text) <= 255 for text in texts))

    def test_diagnostics_name_element_and_expectation(self):
        self.open(item("A"))
        self.calls(("Initialize", ""))
        said = self.calls(("SetValue", "cmi.score.scaled", "2"), ("GetDiagnostic", ""))[1][0]
        self.assertIn("cmi.score.scaled", said)
        self.assertIn("from -1 to 1", said)
        said = self.calls(("SetValue", "cmi." + LONG, LONG), ("GetDiagnostic", ""))[1][0]
        self.assertLessEqual(len(said), 255)

    def test_nothing_delivered_nothing_to_initialize(self):
        self.open(item("A"), item("B"), root=seq(choice=True, flow=False))
        self.at(None)
        self.assertEqual(self.calls(("Initialize", ""), ("GetValue", "cmi.mode"), ("Terminate", "")),
                         [["false", "102"], ["", "122"], ["false", "112"]])


class Elements(Case):
    def setUp(self):
        super().setUp()
        self.open(item("A"))
        self.calls(("Initialize", ""))

    def test_first_values(self):
        for element, value in {
            "cmi._version": "1.0", "cmi.completion_status": "unknown", "cmi.success_status": "unknown",
            "cmi.credit": "credit", "cmi.mode": "normal", "cmi.entry": "ab-initio", "cmi.total_time": "PT0S",
            "cmi.learner_name": "Dupont, Jeanne", "cmi.time_limit_action": "continue,no message",
            "cmi.learner_preference.audio_level": "1", "cmi.learner_preference.language": "",
            "cmi.learner_preference.delivery_speed": "1", "cmi.learner_preference.audio_captioning": "0",
            "cmi.interactions._count": "0", "cmi.objectives._count": "0", "cmi.comments_from_lms._count": "0",
            "cmi.comments_from_learner._count": "0", "adl.data._count": "0", "adl.nav.request": "_none_",
        }.items():
            self.get(element, value)
        for element in ["cmi.location", "cmi.suspend_data", "cmi.score.scaled", "cmi.score.raw", "cmi.progress_measure",
                        "cmi.launch_data", "cmi.max_time_allowed", "cmi.completion_threshold",
                        "cmi.scaled_passing_score"]:
            self.get(element, "", "403")

    def test_children_of_every_container(self):
        for container, children in {
            "cmi.comments_from_learner": "comment,location,timestamp", "cmi.comments_from_lms": "comment,location,timestamp",
            "cmi.interactions": "id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,"
                                "latency,description",
            "cmi.learner_preference": "audio_level,language,delivery_speed,audio_captioning",
            "cmi.objectives": "id,score,success_status,completion_status,progress_measure,description",
            "cmi.score": "scaled,raw,min,max", "adl.data": "id,store",
        }.items():
            value, error = self.calls(("GetValue", container + "._children"))[0]
            self.assertEqual((set(value.split(",")), error), (set(children.split(",")), "0"))

    def test_what_has_no_children_count_or_version(self):
        for element in ["cmi.location._children", "cmi.score._count", "cmi.objectives._version", "cmi.location._count"]:
            self.get(element, "", "301")

    def test_unknown_names(self):
        for element in ["cmi", "cmi.", "cmi.Location", "cmi.location.", "cmi.location.0", "cmi.interactions.id", "cmi.exit.x",
                        "cmi.objectives.x.id", "cmi.objectives.00.id", "cmi.objectives.-1.id", "adl", "adl.nav",
                        "cmi.location.{target=A}", " cmi.location", "cmi..location", "x"]:
            self.get(element, "", "401")
            self.set(element, "1", "401")

    def test_read_only(self):
        for element in ["cmi._version", "cmi.credit", "cmi.entry", "cmi.launch_data", "cmi.learner_id", "cmi.learner_name",
                        "cmi.max_time_allowed", "cmi.mode", "cmi.scaled_passing_score", "cmi.completion_threshold",
                        "cmi.time_limit_action", "cmi.total_time", "cmi.objectives._count", "cmi.score._children",
                        "cmi.comments_from_lms.0.comment", "adl.nav.request_valid.continue"]:
            self.set(element, "1", "404")

    def test_write_only(self):
        for element, value in {"cmi.exit": "suspend", "cmi.session_time": "PT1S"}.items():
            self.set(element, value)
            self.get(element, "", "405")

    def test_types_and_ranges(self):
        for element, good, mismatch, out_of_range in [
            ("cmi.score.scaled", ["-1", "1.0", "0.1234567"], ["", "a", "1e-1", "0x1", "1,5", " 1"], ["1.1", "-1.0000001"]),
            ("cmi.score.raw", ["-5", "1000000"], ["", "x"], []),
            ("cmi.progress_measure", ["0", "1"], ["done"], ["-0.1", "1.5"]),
            ("cmi.completion_status", ["completed", "incomplete", "not attempted", "unknown"], ["Completed", "passed", ""], []),
            ("cmi.success_status", ["passed", "failed", "unknown"], ["completed", ""], []),
            ("cmi.exit", ["time-out", "suspend", "logout", "normal", ""], ["quit"], []),
            ("cmi.learner_preference.language", ["", "fr", "fr-CA", "x-L", "i-klingon"], ["i", "français", "fr-", "-fr"], []),
            ("cmi.learner_preference.audio_level", ["0", "2.5"], ["loud"], ["-1"]),
            ("cmi.learner_preference.audio_captioning", ["-1", "0", "1"], ["2", "on"], []),
            ("cmi.session_time", ["PT0S", "P1Y2M3DT4H5M6.78S", "PT100000S", "P1D"],
             ["", "P", "PT", "1:00", "PT1.5H", "PT1.123S", "P1W", "P1DT", "PT1S1M"], []),
            ("cmi.comments_from_learner.0.timestamp",
             ["2005", "2005-07", "2005-07-25", "2005-07-25T03:30", "2005-07-25T03:30:35.5", "2005-07-25T03:30:35.55Z",
              "2005-07-25T03:30:35+05:30", "2038-01-01", "1970-01-01T00"],
             ["", "05", "2005-13", "2005-02-30", "2005-07-25T24:00", "2005-07-25 03:30", "2005-07-25T03:30Z", "1969", "2039",
              "2005-07-25T03:30:35.555"], []),
        ]:
            for value in good:
                self.set(element, value)
            for value in mismatch:
                self.set(element, value, "406")
            for value in out_of_range:
                self.set(element, value, "407")

    def test_a_refusal_changes_nothing(self):
        self.set("cmi.score.scaled", "0.5")
        self.set("cmi.score.scaled", "5", "407")
        self.get("cmi.score.scaled", "0.5")
        self.set("cmi.interactions.0.type", "choice", "408")
        self.set("cmi.interactions.0.nothing", "1", "401")
        self.get("cmi.interactions._count", "0")

    def test_records_have_no_gaps(self):
        self.set("cmi.objectives.1.id", "a", "351")
        self.get("cmi.objectives.0.id", "", "301")
        self.set("cmi.objectives.0.id", "a")
        self.get("cmi.objectives._count", "1")
        self.get("cmi.objectives.1.id", "", "301")
        self.set("cmi.objectives.2.id", "a", "351")
        self.get("cmi.interactions.0.objectives._count", "", "301")

    def test_dependencies(self):
        for child, value in [("success_status", "passed"), ("score.raw", "1"), ("description", "d"),
                             ("completion_status", "completed"), ("progress_measure", "1")]:
            self.set("cmi.objectives.0." + child, value, "408")
        for child, value in [("type", "choice"), ("timestamp", "2020"), ("weighting", "1"), ("result", "correct"),
                             ("latency", "PT1S"), ("description", "d"), ("learner_response", "a"),
                             ("objectives.0.id", "o"), ("correct_responses.0.pattern", "a")]:
            self.set("cmi.interactions.0." + child, value, "408")
        self.set("cmi.interactions.0.id", "i")
        self.set("cmi.interactions.0.learner_response", "a", "408")
        self.set("cmi.interactions.0.correct_responses.0.pattern", "a", "408")
        self.set("cmi.interactions.0.type", "choice")
        self.set("cmi.interactions.0.learner_response", "a")

    def test_objective_ids_are_unique_and_written_once(self):
        self.set("cmi.objectives.0.id", "urn:org:a")
        self.set("cmi.objectives.0.id", "urn:org:a")
        self.set("cmi.objectives.0.id", "urn:org:b", "351")
        self.set("cmi.objectives.1.id", "urn:org:a", "351")
        self.get("cmi.objectives._count", "1")
        self.set("cmi.objectives.1.id", "urn:org:A")
        for value in ["", "   ", "urn:", "urn:x:"]:
            self.set("cmi.objectives.2.id", value, "406")

    def test_interaction_ids_may_repeat_and_change(self):
        self.set("cmi.interactions.0.id", "i")
        self.set("cmi.interactions.1.id", "i")
        self.set("cmi.interactions.1.id", "j")
        self.set("cmi.interactions.0.objectives.0.id", "o")
        self.set("cmi.interactions.0.objectives.1.id", "o", "351")
        self.set("cmi.interactions.1.objectives.0.id", "o")

    def test_another_type_drops_the_responses(self):
        self.set("cmi.interactions.0.id", "i")
        self.set("cmi.interactions.0.type", "choice")
        self.set("cmi.interactions.0.correct_responses.0.pattern", "a")
        self.set("cmi.interactions.0.learner_response", "b")
        self.set("cmi.interactions.0.type", "choice")
        self.get("cmi.interactions.0.learner_response", "b")
        self.set("cmi.interactions.0.type", "numeric")
        self.get("cmi.interactions.0.correct_responses._count", "0")
        self.get("cmi.interactions.0.learner_response", "", "403")

    def test_kept_beyond_the_guaranteed_length(self):
        self.set("cmi.location", "é" * 2_000)
        self.get("cmi.location", "é" * 2_000)
        self.set("cmi.suspend_data", LONG)
        self.get("cmi.suspend_data", LONG)

    def test_never_beyond_the_limit(self):
        self.set("cmi.suspend_data", "x" * 1_048_576)
        self.set("cmi.suspend_data", "y" * 1_048_577, "351")
        self.get("cmi.suspend_data", "x" * 1_048_576)
        results = self.calls(*(("SetValue", f"cmi.interactions.{n}.id", "i") for n in range(2001)))
        self.assertEqual([r[1] for r in results], ["0"] * 2000 + ["351"])


class Interactions(Case):
    def responses(self, kind, patterns=(), no_patterns=(), answers=(), no_answers=()):
        self.open(item("A"))
        self.calls(("Initialize", ""), ("SetValue", "cmi.interactions.0.id", "i"),
                   ("SetValue", "cmi.interactions.0.type", kind))
        for value in no_patterns:
            self.set("cmi.interactions.0.correct_responses.0.pattern", value, "406")
        self.get("cmi.interactions.0.correct_responses._count", "0")
        for value in patterns:
            self.set("cmi.interactions.0.correct_responses.0.pattern", value)
            self.get("cmi.interactions.0.correct_responses.0.pattern", value)
        for value in answers:
            self.set("cmi.interactions.0.learner_response", value)
            self.get("cmi.interactions.0.learner_response", value)
        for value in no_answers:
            self.set("cmi.interactions.0.learner_response", value, "406")

    def second_pattern(self, value, error):
        self.set("cmi.interactions.0.correct_responses.1.pattern", value, error)

    def test_true_false(self):
        self.responses("true-false", ["true", "false"], ["t", "", "True"], ["true"], ["1"])
        self.second_pattern("true", "351")

    def test_choice(self):
        self.responses("choice", ["a[,]b", "", "a"], ["a[,]", "a[,]a", "[,]a"], ["b[,]c", ""], ["b[,]b"])
        self.second_pattern("a", "351")
        self.second_pattern("b[,]c", "0")
        self.set("cmi.interactions.0.correct_responses.2.pattern", "c[,]b", "351")

    def test_fill_in(self):
        self.responses("fill-in", ["car", "{case_matters=true}car[,]bus", "{order_matters=false}{case_matters=false}a[,]b",
                                   "{lang=fr}auto[,]{lang=en}car", "", "{other=1}x"],
                       ["{case_matters=maybe}car", "{lang=??}x", "a[,]"], ["{lang=fr}auto", "a[,]b"], ["{lang=?}x"])
        self.second_pattern("bus", "0")

    def test_long_fill_in(self):
        self.responses("long-fill-in", ["{case_matters=true}{lang=en}a long text", "a[,]b"], ["{case_matters=1}x"],
                       ["text", ""], ["{lang=!}x"])

    def test_likert(self):
        self.responses("likert", ["likert_1"], ["", "  "], ["2"], [""])
        self.second_pattern("x", "351")

    def test_matching(self):
        self.responses("matching", ["1[.]c", "1[.]c[,]2[.]b"], ["", "1", "1[.]", "[.]c", "1[.]c[,]", "1[.]2[.]3"],
                       ["", "1[.]c"], ["1", "1[,]2"])

    def test_performance(self):
        self.responses("performance", ["s1[.]turn left", "{order_matters=false}s1[.]a[,]s2[.]1[:]2", "[.]a", "s[.]",
                                       "s[.][:]5", "s[.]5[:]"], ["", "[.]", "s", "s[.]5[:]4", "s[.]a[:]b"],
                       ["s1[.]left[,][.]5"], ["s1", "[.]"])

    def test_sequencing(self):
        self.responses("sequencing", ["a[,]b[,]a"], ["", "a[,]"], ["b[,]a"], [""])
        self.second_pattern("a[,]b[,]a", "351")
        self.second_pattern("b[,]a[,]a", "0")

    def test_numeric(self):
        self.responses("numeric", ["4", "1[:]5", "[:]5", "1[:]", "[:]"], ["", "a", "5[:]1", "1[:]2[:]3"], ["4.25"],
                       ["", "four", "1[:]2"])
        self.second_pattern("4", "351")

    def test_other(self):
        self.responses("other", ["anything [,] at all", ""], [], ["answer"], [])
        self.second_pattern("x", "351")

    def test_result_is_a_word_or_a_number(self):
        self.open(item("A"))
        self.calls(("Initialize", ""), ("SetValue", "cmi.interactions.0.id", "i"))
        for value in ["correct", "incorrect", "unanticipated", "neutral", "-1.5"]:
            self.set("cmi.interactions.0.result", value)
        for value in ["wrong", "", "1,5"]:
            self.set("cmi.interactions.0.result", value, "406")


class Sessions(Case):
    def test_suspended_data_come_back(self):
        self.open(item("A"), item("B"))
        self.sco("continue", location="p3", exit="suspend", session_time="PT1M", suspend_data="s", score__raw="7",
                 interactions__0__id="i", objectives__0__id="o", comments_from_learner__0__comment="{lang=fr}bien")
        self.at("B")
        self.ui("choice:A")
        self.calls(("Initialize", ""))
        for element, value in {
            "cmi.entry": "resume", "cmi.location": "p3", "cmi.suspend_data": "s", "cmi.score.raw": "7",
            "cmi.interactions.0.id": "i", "cmi.objectives.0.id": "o", "cmi.total_time": "PT1M",
            "cmi.comments_from_learner.0.comment": "{lang=fr}bien", "adl.nav.request": "_none_",
        }.items():
            self.get(element, value)

    def test_a_new_attempt_is_empty(self):
        for exit in ["normal", ""]:
            with self.subTest(exit=exit):
                self.open(item("A"), item("B"), course="c" + exit)
                self.sco("continue", location="p3", exit=exit, session_time="PT1M", success_status="passed")
                self.ui("choice:A")
                self.calls(("Initialize", ""))
                self.get("cmi.entry", "ab-initio")
                self.get("cmi.location", "", "403")
                self.get("cmi.total_time", "PT0S")
                self.get("cmi.success_status", "unknown")

    def test_logout_and_time_out_leave_the_course(self):
        for exit, entry in [("logout", "resume"), ("time-out", "ab-initio")]:
            with self.subTest(exit=exit):
                self.open(item("A"), item("B"), course=exit)
                self.sco("continue", exit=exit, location="p3")
                self.assertTrue(self.state["ended"])
                self.assertEqual(self.state["sco_nav"], "exitAll")
                self.open(course=exit)
                self.at("A")
                self.calls(("Initialize", ""))
                self.get("cmi.entry", entry)

    def test_suspend_all_suspends_whatever_the_content_said(self):
        self.open(item("A"), item("B"))
        self.sco("suspendAll", exit="normal", location="p3")
        self.assertTrue(self.state["ended"])
        self.open()
        self.at("A")
        self.calls(("Initialize", ""))
        self.get("cmi.entry", "resume")
        self.get("cmi.location", "p3")

    def test_abandoned_nothing_is_kept(self):
        self.open(item("A"), item("B"))
        self.sco("abandonAll", completion_status="completed", success_status="passed", location="p3")
        self.assertTrue(self.state["ended"])
        self.open()
        self.calls(("Initialize", ""))
        self.get("cmi.location", "", "403")
        self.assertIsNot(self.tracked("A")["completion"], True)

    def test_time_adds_up_and_the_last_session_time_counts(self):
        self.open(item("A"), item("B"))
        self.calls(("Initialize", ""), ("SetValue", "cmi.session_time", "PT50M"), ("Commit", ""))
        self.get("cmi.total_time", "PT0S")
        self.calls(("SetValue", "cmi.session_time", "P1DT50M0.5S"), ("SetValue", "cmi.exit", "suspend"),
                   ("SetValue", "adl.nav.request", "continue"), ("Terminate", ""))
        self.ui("choice:A")
        self.sco("continue", session_time="PT15M0.75S", exit="suspend")
        self.ui("choice:A")
        self.calls(("Initialize", ""))
        self.get("cmi.total_time", "P1DT1H5M1.25S")

    def test_what_the_manifest_says(self):
        extra = ('<adlcp:dataFromLMS>start=3 &amp; go</adlcp:dataFromLMS><adlcp:timeLimitAction>exit,message'
                 '</adlcp:timeLimitAction><adlcp:completionThreshold completedByMeasure="true" '
                 'minProgressMeasure="0.75"/>')
        primary = objective("P", primary=True, by_measure=0.6)
        self.open(item("A", extra=extra, seq=seq(
            '<imsss:limitConditions attemptAbsoluteDurationLimit="PT1H"/>', objectives(primary=primary), flow=False)))
        self.calls(("Initialize", ""))
        for element, value in {"cmi.launch_data": "start=3 & go", "cmi.time_limit_action": "exit,message",
                               "cmi.completion_threshold": "0.75", "cmi.scaled_passing_score": "0.6",
                               "cmi.max_time_allowed": "PT1H", "cmi.objectives._count": "1",
                               "cmi.objectives.0.id": "P"}.items():
            self.get(element, value)

    def test_statuses_follow_their_measures(self):
        self.open(item("A", extra='<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.75"/>',
                       seq=seq(objectives(primary=objective("P", primary=True, by_measure=0.6)))))
        self.calls(("Initialize", ""))
        self.set("cmi.completion_status", "completed")
        self.get("cmi.completion_status", "unknown")
        self.set("cmi.progress_measure", "0.74")
        self.get("cmi.completion_status", "incomplete")
        self.set("cmi.progress_measure", "0.75")
        self.get("cmi.completion_status", "completed")
        self.set("cmi.success_status", "passed")
        self.get("cmi.success_status", "unknown")
        self.set("cmi.score.scaled", "0.5999999")
        self.get("cmi.success_status", "failed")
        self.set("cmi.score.scaled", "0.6")
        self.get("cmi.success_status", "passed")
        self.calls(("Terminate", ""))
        self.ui("suspendAll")
        self.assertEqual((self.tracked("A")["completion"], self.satisfied("A", "P")), (True, True))

    def test_content_that_never_terminates_ends_with_what_it_had_set(self):
        self.open(item("A"), item("B"))
        self.calls(("Initialize", ""), ("SetValue", "cmi.completion_status", "incomplete"),
                   ("SetValue", "cmi.session_time", "PT1M"))
        self.ui("continue")
        self.at("B")
        self.assertIs(self.tracked("A")["completion"], False)


class SharedData(Case):
    STORES = ('<adlcp:data><adlcp:map targetID="s1" readSharedData="{}" writeSharedData="{}"/>'
              '<adlcp:map targetID="s2" readSharedData="true" writeSharedData="true"/></adlcp:data>')

    def test_flags_and_order(self):
        self.open(item("A", extra=self.STORES.format("true", "false")), item("B", extra=self.STORES.format("false", "true")),
                  item("C"))
        self.calls(("Initialize", ""))
        self.get("adl.data._count", "2")
        self.get("adl.data.0.id", "s1")
        self.get("adl.data.1.id", "s2")
        self.get("adl.data.0.store", "", "403")
        self.set("adl.data.0.store", "x", "404")
        self.set("adl.data.1.store", "shared")
        self.set("adl.data.0.id", "x", "404")
        self.set("adl.data.2.store", "x", "351")
        self.get("adl.data.2.store", "", "301")
        self.calls(("SetValue", "adl.nav.request", "continue"), ("Terminate", ""))
        self.calls(("Initialize", ""))
        self.get("adl.data.0.store", "", "405")
        self.set("adl.data.0.store", "hidden")
        self.get("adl.data.1.store", "shared")
        self.calls(("SetValue", "adl.nav.request", "continue"), ("Terminate", ""))
        self.at("C")
        self.calls(("Initialize", ""))
        self.get("adl.data._count", "0")
        self.ui("choice:A")
        self.calls(("Initialize", ""))
        self.get("adl.data.0.store", "hidden")

    def test_of_the_course_alone_ends_with_the_attempt_on_it(self):
        for scope, value in [("true", ["shared", "0"]), ("false", ["", "403"])]:
            with self.subTest(scope=scope):
                self.open(item("A", extra=self.STORES.format("true", "true")), item("B"), course=scope,
                          organization=f' adlcp:sharedDataGlobalToSystem="{scope}"')
                self.calls(("Initialize", ""), ("SetValue", "adl.data.0.store", "shared"), ("Terminate", ""))
                self.ui("suspendAll")
                self.open(course=scope)
                self.calls(("Initialize", ""))
                self.get("adl.data.0.store", "shared")
                self.ui("exitAll")
                self.open(course=scope)
                self.calls(("Initialize", ""))
                self.assertEqual(self.calls(("GetValue", "adl.data.0.store"))[0], value)


class Navigation(Case):
    def test_requests_are_words(self):
        self.open(item("A"), item("B"))
        self.calls(("Initialize", ""))
        for value in ["continue", "previous", "exit", "exitAll", "abandon", "abandonAll", "suspendAll", "_none_",
                      "{target=B}choice", "{target=nowhere}jump"]:
            self.set("adl.nav.request", value)
            self.get("adl.nav.request", value)
        for value in ["", "Continue", "choice", "jump", "{target=B}continue", "{target=}choice", "B", "{target=B}"]:
            self.set("adl.nav.request", value, "406")

    def test_none_withdraws(self):
        self.open(item("A"), item("B"))
        self.calls(("Initialize", ""), ("SetValue", "adl.nav.request", "continue"),
                   ("SetValue", "adl.nav.request", "_none_"), ("Terminate", ""))
        self.at("A")

    def test_what_is_valid(self):
        self.open(item("A"), item("C"), item("B", seq=seq(rules(rule("pre", "disabled", "always")))))
        self.calls(("Initialize", ""))
        for element, value in {"continue": "true", "previous": "false", "choice.{target=C}": "true",
                               "choice.{target=B}": "false", "choice.{target=nowhere}": "false",
                               "jump.{target=C}": "true", "jump.{target=nowhere}": "false"}.items():
            self.get("adl.nav.request_valid." + element, value)
        for element in ["choice", "jump", "choice.C", "choice.{C}"]:
            self.get("adl.nav.request_valid." + element, "", "301")
        self.ui("choice:C")
        self.calls(("Initialize", ""))
        self.get("adl.nav.request_valid.previous", "true")



class Editions(Case):
    def test_third_edition_has_neither_jump_nor_shared_data(self):
        self.open(item("A"), item("B"), edition="3rd")
        self.calls(("Initialize", ""))
        self.get("adl.data._count", "", "401")
        self.get("adl.nav.request_valid.jump.{target=B}", "", "401")
        self.set("adl.nav.request", "{target=B}jump", "406")
        self.set("adl.nav.request", "suspendAll")
        self.set("cmi.objectives.0.id", "o")
        self.set("cmi.objectives.0.progress_measure", "1")

    def test_second_edition_lacks_suspend_all_and_progress_of_objectives(self):
        self.open(item("A"), item("B"), edition="2nd")
        self.calls(("Initialize", ""))
        self.set("adl.nav.request", "suspendAll", "406")
        self.set("cmi.objectives.0.id", "o")
        self.set("cmi.objectives.0.progress_measure", "1", "401")
        self.assertNotIn("progress_measure", self.calls(("GetValue", "cmi.objectives._children"))[0][0])
        self.set("cmi.interactions.0.id", "i")

    def test_threshold_as_text_before_the_fourth(self):
        self.open(item("A", extra="<adlcp:completionThreshold>0.4</adlcp:completionThreshold>"), edition="3rd")
        self.calls(("Initialize", ""))
        self.get("cmi.completion_threshold", "0.4")


class Strict(Case):
    def check(self):
        self.calls(("Initialize", ""))
        self.set("cmi.location", "x" * 1000)
        self.set("cmi.location", "x" * 1001, "406")
        self.set("cmi.suspend_data", LONG, "406")
        results = self.calls(*(("SetValue", f"cmi.interactions.{n}.id", "i") for n in range(251)))
        self.assertEqual(results[-2:], [["true", "0"], ["false", "351"]])

    def test_by_the_request(self):
        self.put(manifest(item("A")))
        self.ask(op="open", course="c", learner="l", strict=True)
        self.check()

    def test_by_the_option(self):
        self.player = self.start("--strict")
        self.open(item("A"))
        self.check()

    def test_by_the_course(self):
        self.open(item("A"), organization=' p:strict="true"')
        self.check()
