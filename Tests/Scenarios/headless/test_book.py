"""Sequencing as content and learner meet it: control modes, rollup, measures, objectives, rules, whole walks."""
from player import (Case, delivery, item, limits, mapping, objective, objectives, randomization, rollup, rollup_rule, rule,
                    rules, seq)

FLOW = {"choice": True, "flow": True}


def hide(*controls):
    rows = "".join(f"<adlnav:hideLMSUI>{c}</adlnav:hideLMSUI>" for c in controls)
    return f"<adlnav:presentation><adlnav:navigationInterface>{rows}</adlnav:navigationInterface></adlnav:presentation>"


class ControlModes(Case):
    def test_no_choice(self):
        self.open(item("A"), item("B"), root=seq(choice=False, flow=True))
        self.at("A")
        self.assertEqual(self.listed(), ["ORG"])
        self.assertNotIn("B", self.state["nav"]["choice"])
        self.ui("choice:B")
        self.at("A")
        self.assertTrue(self.state["exception"].startswith(("NB.2.1", "SB.2.9")))

    def test_no_flow(self):
        self.open(item("A"), item("B"), root=seq(choice=True, flow=False))
        self.at(None)
        self.assertFalse(self.state["ended"])
        self.ui("choice:A")
        self.assertFalse(self.state["nav"]["continue"])
        self.ui("continue")
        self.at("A")

    def test_forward_only(self):
        self.open(item("A"), item("B"), root=seq(forwardOnly=True, **FLOW))
        self.sco("continue")
        self.assertFalse(self.state["nav"]["previous"])
        self.ui("previous")
        self.at("B")

    def test_choice_exit(self):
        self.open(item("M", item("A"), item("B"), seq=seq(choiceExit=False, **FLOW)), item("C"))
        self.at("A")
        self.assertNotIn("C", self.enabled())
        self.assertIn("B", self.enabled())
        self.ui("choice:C")
        self.at("A")

    def test_hidden_from_choice_and_invisible(self):
        self.open(item("A"), item("B", seq=seq(rules(rule("pre", "hiddenFromChoice", "always")))),
                  item("C", visible=False), item("D"))
        self.assertEqual(self.listed(), ["ORG", "A", "D"])
        self.sco("continue")
        self.at("B")
        self.sco("continue")
        self.at("C")

    def test_stop_forward_traversal(self):
        self.open(item("A", seq=seq(rules(rule("pre", "stopForwardTraversal", "not completed")),
                                    delivery(completionSetByContent=True))), item("B"))
        self.sco(completion_status="incomplete")
        self.assertNotIn("B", self.enabled())
        self.ui("choice:B")
        self.assertEqual(self.state["exception"], "SB.2.4-1")

    def test_constrained_choice(self):
        near = '<adlseq:constrainedChoiceConsiderations constrainChoice="true"/>'
        self.open(*(item(m, item(m + "1"), item(m + "2"), seq=seq(near, **FLOW)) for m in "XYZ"))
        self.at("X1")
        self.assertIn("Y1", self.enabled())
        self.assertNotIn("Z1", self.enabled())

    def test_prevented_activation(self):
        closed = seq('<adlseq:constrainedChoiceConsiderations preventActivation="true"/>', **FLOW)
        self.open(item("A"), item("M", item("B"), item("C"), seq=closed))
        self.assertNotIn("C", self.enabled())
        self.ui("choice:C")
        self.assertEqual(self.state["exception"], "SB.2.9-6")

    def test_attempt_limit(self):
        self.open(item("A", seq=seq(limits(attemptLimit=1))), item("B"))
        self.sco("continue")
        self.assertNotIn("A", self.enabled())
        self.ui("choice:A")
        self.assertTrue(self.state["exception"])

    def test_disabled_and_skipped(self):
        self.open(item("A"), item("B", seq=seq(rules(rule("pre", "skip", "always")))),
                  item("C", seq=seq(rules(rule("pre", "disabled", "attempted")))), item("D"))
        self.sco("continue")
        self.at("C")
        self.sco("continue")
        self.at("D")
        self.ui("choice:C")
        self.assertTrue(self.state["exception"])

    def test_jump_needs_no_choice(self):
        self.open(item("A"), item("B"), item("C"), root=seq(choice=False, flow=True))
        self.sco("{target=C}jump")
        self.at("C")
        self.ui("jump:A")
        self.at("A")
        self.assertIn("B", self.state["nav"]["jump"])

    def test_hidden_controls(self):
        self.open(item("A", extra=hide("continue", "suspendAll", "exitAll")), item("B"))
        nav = self.state["nav"]
        self.assertEqual((nav["continue"], nav["suspendAll"], nav["exitAll"]), (False, False, False))
        self.sco("continue")
        self.at("B")
        self.assertTrue(self.state["nav"]["exitAll"])

    def test_past_the_last_leaf_the_session_ends(self):
        self.open(item("A"))
        self.assertTrue(self.state["nav"]["continue"])
        self.sco("continue")
        self.assertTrue(self.state["ended"])

    def test_choice_of_a_cluster_flows_into_it(self):
        self.open(item("A"), item("M", item("B"), item("C"), seq=seq(**FLOW)))
        self.ui("choice:M")
        self.at("B")


class Completion(Case):
    def test_all_children(self):
        self.open(item("M", item("A"), item("B"), seq=seq(**FLOW)))
        self.sco("continue", completion_status="completed")
        self.assertIsNot(self.tracked("M")["completion"], True)
        self.sco("suspendAll", completion_status="completed")
        self.assertIs(self.tracked("M")["completion"], True)
        self.assertIs(self.tracked("ORG")["completion"], True)

    def test_not_attempted_is_incomplete(self):
        self.open(item("A"), item("B"))
        self.sco(completion_status="not attempted")
        self.assertIs(self.tracked("A")["completion"], False)

    def test_silent_content_is_completed_unless_it_must_say_so(self):
        self.open(item("A"), item("B", seq=seq(delivery(completionSetByContent=True, objectiveSetByContent=True))),
                  item("C"))
        self.sco("continue")
        self.sco("continue")
        self.assertEqual((self.tracked("A")["completion"], self.satisfied("A")), (True, True))
        self.assertEqual((self.tracked("B")["completion"], self.satisfied("B")), (None, None))

    def test_untracked_leaves_nothing(self):
        self.open(item("A", seq=seq(delivery(tracked=False))), item("B"))
        self.sco("continue", completion_status="completed", success_status="passed")
        self.assertEqual((self.tracked("A")["completion"], self.satisfied("A")), (None, None))

    def test_by_measure_and_weight(self):
        def threshold(least, weight):
            return (f'<adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="{least}" '
                    f'progressWeight="{weight}"/>')
        self.open(item("M", item("A", extra=threshold(1, 0.25)), item("B", extra=threshold(1, 0.75)),
                       seq=seq(**FLOW), extra=threshold(0.7, 1)))
        self.sco("continue", progress_measure="0")
        self.sco("suspendAll", progress_measure="1")
        self.assertEqual(self.tracked("M")["progress"], 0.75)
        self.assertIs(self.tracked("M")["completion"], True)
        self.assertIs(self.tracked("A")["completion"], False)

    def test_rollup_rule_at_least(self):
        some = rollup(rollup_rule("completed", "completed", children="atLeastCount", minimumCount=2))
        self.open(item("M", item("A"), item("B"), item("C"), seq=seq(some, **FLOW)))
        self.sco("continue", completion_status="completed")
        self.assertIsNot(self.tracked("M")["completion"], True)
        self.sco("continue", completion_status="completed")
        self.assertIs(self.tracked("M")["completion"], True)

    def test_rollup_only_if_attempted(self):
        considered = '<adlseq:rollupConsiderations requiredForCompleted="ifAttempted"/>'
        self.open(item("M", item("A"), item("B", seq=seq(considered)), seq=seq(**FLOW)))
        self.sco(completion_status="completed")
        self.ui("suspendAll")
        self.assertIs(self.tracked("M")["completion"], True)


class Measures(Case):
    def leaf(self, name, weight):
        return item(name, seq=seq(rollup(objectiveMeasureWeight=weight)))

    def test_weighted_mean(self):
        self.open(item("M", self.leaf("A", 0.25), self.leaf("B", 0.75), self.leaf("C", 0),
                       seq=seq(objectives(primary=objective("P", primary=True, by_measure=0.6)), **FLOW)))
        self.sco("continue", score__scaled="0")
        self.sco("continue", score__scaled="1")
        self.sco("suspendAll", score__scaled="-1")
        self.assertEqual(self.measure("M", "P"), 0.75)
        self.assertIs(self.satisfied("M", "P"), True)

    def test_what_has_no_measure_counts_with_its_weight(self):
        self.open(item("M", self.leaf("A", 1), self.leaf("B", 1), seq=seq(**FLOW)))
        self.sco("suspendAll", score__scaled="1")
        self.assertEqual(self.measure("M"), 0.5)

    def test_nothing_known_stays_unknown(self):
        self.open(item("M", self.leaf("A", 0), seq=seq(**FLOW)))
        self.sco("suspendAll", score__scaled="1")
        self.assertIsNone(self.measure("M"))

    def test_satisfied_by_measure_overrides_the_word(self):
        primary = objective("P", primary=True, by_measure=0.5)
        self.open(item("A", seq=seq(objectives(primary=primary))))
        self.sco("suspendAll", score__scaled="0.4", success_status="passed")
        self.assertIs(self.satisfied("A", "P"), False)


class Objectives(Case):
    WRITES = {"writeSatisfiedStatus": True, "writeNormalizedMeasure": True}

    def test_written_here_read_there(self):
        writer = objectives(primary=objective("W", mapping("g", **self.WRITES), primary=True))
        reader = objectives(objective("R", mapping("g")))
        self.open(item("A", seq=seq(writer)), item("B", seq=seq(reader)))
        self.sco("continue", success_status="passed", score__scaled="0.8")
        self.calls(("Initialize", ""))
        self.get("cmi.objectives._count", "1")
        self.get("cmi.objectives.0.id", "R")
        self.get("cmi.objectives.0.success_status", "passed")
        self.get("cmi.objectives.0.score.scaled", "0.8")
        known = self.ask(op="objectives")["objectives"]["g"]
        self.assertEqual((known["status"], known["measure"]), (True, 0.8))

    def test_a_rule_on_an_objective_opens_the_next(self):
        writer = (objectives(primary=objective("W", mapping("g", **self.WRITES), primary=True))
                  + delivery(objectiveSetByContent=True))
        gate = seq(rules(rule("pre", "disabled", "not satisfied R"), rule("pre", "disabled", "not objectiveStatusKnown R")),
                   objectives(objective("R", mapping("g"))))
        self.open(item("A", seq=seq(writer)), item("B", seq=gate))
        self.assertNotIn("B", self.enabled())
        self.sco(success_status="failed")
        self.assertNotIn("B", self.enabled())
        self.ui("choice:A")
        self.sco(success_status="passed")
        self.assertIn("B", self.enabled())

    def test_global_to_the_learner_or_to_the_course(self):
        writer = seq(objectives(primary=objective("W", mapping("g", **self.WRITES), primary=True)))
        reader = seq(objectives(objective("R", mapping("g"))))
        for scope, status in [("true", "passed"), ("false", "unknown")]:
            with self.subTest(scope=scope):
                only = f' adlseq:objectivesGlobalToSystem="{scope}"'
                self.ask(op="reset")
                self.open(item("A", seq=writer), course="one", organization=only, identifier="ONE")
                self.sco("exitAll", success_status="passed")
                self.open(item("B", seq=reader), course="two", organization=only, identifier="TWO")
                self.calls(("Initialize", ""))
                self.get("cmi.objectives.0.success_status", status)

    def test_another_learner_knows_nothing(self):
        writer = seq(objectives(primary=objective("W", mapping("g", **self.WRITES), primary=True)))
        self.open(item("A", seq=writer))
        self.sco("exitAll", success_status="passed")
        self.open(learner="m")
        self.calls(("Initialize", ""))
        self.get("cmi.objectives.0.success_status", "unknown")

    def test_scores_and_progress_of_the_fourth_edition(self):
        flags = "".join(f' {w}="true"' for w in ["writeRawScore", "writeMinScore", "writeMaxScore", "writeCompletionStatus",
                                                 "writeProgressMeasure"])
        more = ('<adlseq:objectives><adlseq:objective objectiveID="{}"><adlseq:mapInfo targetObjectiveID="g"{}/>'
                '</adlseq:objective></adlseq:objectives>')
        writer = seq(objectives(objective("W", mapping("g"))), more.format("W", flags))
        reader = seq(objectives(objective("R", mapping("g"))), more.format("R", ""))
        self.open(item("A", seq=writer), item("B", seq=reader))
        self.sco("continue", objectives__0__score__raw="7", objectives__0__score__min="1", objectives__0__score__max="9",
                 objectives__0__completion_status="completed", objectives__0__progress_measure="0.5")
        self.calls(("Initialize", ""))
        for name, value in {"score.raw": "7", "score.min": "1", "score.max": "9", "completion_status": "completed",
                            "progress_measure": "0.5"}.items():
            self.get("cmi.objectives.0." + name, value)

    def test_content_may_have_objectives_of_its_own(self):
        self.open(item("A", seq=seq(objectives(objective("M")))), item("B"))
        self.calls(("Initialize", ""))
        self.set("cmi.objectives.1.id", "own")
        self.set("cmi.objectives.1.success_status", "passed")
        self.calls(("SetValue", "cmi.exit", "suspend"), ("SetValue", "adl.nav.request", "continue"), ("Terminate", ""))
        self.ui("choice:A")
        self.calls(("Initialize", ""))
        self.get("cmi.objectives.1.success_status", "passed")


class Rules(Case):
    def test_post_conditions(self):
        for action, delivered, ended in [("continue", "B", False), ("previous", "Z", False), ("exitAll", None, True),
                                         ("retry", "A", False)]:
            with self.subTest(action=action):
                post = seq(rules(rule("post", action, "attempted")))
                self.open(item("Z"), item("A", seq=post), item("B"), course=action)
                self.ui("choice:A")
                self.sco("exit")
                self.assertEqual((self.state["delivered"], self.state["ended"]), (delivered, ended))

    def test_retry_begins_a_new_attempt(self):
        self.open(item("A", seq=seq(rules(rule("post", "retry", "not satisfied")))), item("B"))
        self.sco("exit", success_status="failed", location="p3")
        self.at("A")
        self.calls(("Initialize", ""))
        self.get("cmi.entry", "ab-initio")
        self.assertEqual(self.tracked("A")["attempts"], 2)

    def test_exit_parent_then_its_own_rule(self):
        inside = [item("A", seq=seq(rules(rule("post", "exitParent", "satisfied")))), item("B")]
        self.open(item("M", *inside, seq=seq(rules(rule("post", "continue", "always")), **FLOW)), item("C"))
        self.sco("exit", success_status="passed")
        self.at("C")

    def test_retry_all_begins_anew(self):
        self.open(item("A"), item("B", seq=seq(rules(rule("post", "retryAll", "not satisfied")))))
        self.sco("continue")
        self.sco("exit", success_status="failed")
        self.at("A")

    def test_exit_rule_of_a_cluster(self):
        leave = seq(rules(rule("exit", "exit", "satisfied")), rollup(rollup_rule("satisfied", "satisfied", children="any")),
                    **FLOW)
        self.open(item("M", item("A"), item("B"), seq=leave), item("C"))
        self.sco("continue", success_status="passed")
        self.at("C")

    def test_terminate_alone_moves_nothing(self):
        self.open(item("A", seq=seq(rules(rule("post", "continue", "always")))), item("B"))
        self.sco()
        self.at("A")
        self.ui("exit")
        self.at("B")

    def test_not_of_unknown_is_unknown(self):
        self.open(item("A"), item("B", seq=seq(rules(rule("pre", "skip", "not satisfied")))))
        self.sco("continue")
        self.at("B")

    def test_any_and_all(self):
        some = rules(rule("pre", "skip", "satisfied", "completed", combine="any"))
        every = rules(rule("pre", "skip", "satisfied", "completed"))
        self.open(item("A"), item("B", seq=seq(some)), item("C", seq=seq(every)))
        self.ui("choice:B")
        self.sco("{target=A}choice", completion_status="completed", success_status="failed")
        self.ui("choice:C")
        self.sco("{target=A}choice", completion_status="completed", success_status="failed")
        self.ui("continue")
        self.at("C")


class Walks(Case):
    def test_suspended_deep_and_resumed(self):
        self.open(item("M", item("A"), item("N", item("B"), item("C"), seq=seq(**FLOW)), seq=seq(**FLOW)), item("D"))
        self.sco("continue")
        self.sco("continue", location="b")
        self.at("C")
        self.sco("suspendAll", location="c9", exit="normal")
        self.assertTrue(self.tracked("N")["suspended"])
        self.open()
        self.at("C")
        self.calls(("Initialize", ""))
        self.get("cmi.location", "c9")
        self.assertEqual(self.tracked("M")["attempts"], 1)

    def test_the_learner_wins_over_the_content(self):
        self.open(item("A"), item("B"), item("C"))
        self.calls(("Initialize", ""))
        self.ui("choice:C", onunload=[["SetValue", "adl.nav.request", "continue"],
                                      ["SetValue", "cmi.completion_status", "completed"], ["Terminate", ""]])
        self.at("C")
        self.assertIs(self.tracked("A")["completion"], True)

    def test_abandoned_then_open_again(self):
        self.open(item("A"), item("B"))
        self.calls(("Initialize", ""), ("SetValue", "cmi.success_status", "passed"), ("Commit", ""))
        self.ui("abandon")
        self.assertFalse(self.state["ended"])
        self.ui("continue")
        self.at("B")

    def test_the_same_activity_twice(self):
        self.open(item("A"), item("B"))
        self.ui("choice:A")
        self.at("A")
        self.assertEqual(self.tracked("A")["attempts"], 2)

    def test_a_long_mixture(self):
        writes = {"writeSatisfiedStatus": True, "writeNormalizedMeasure": True}
        pre = seq(objectives(primary=objective("P", mapping("pre", **writes), primary=True, by_measure=0.8)))
        skip = seq(rules(rule("pre", "skip", "satisfied R")), objectives(objective("R", mapping("pre"))), **FLOW)
        test = seq(rules(rule("post", "retry", "not satisfied"), rule("post", "exitAll", "satisfied")), limits(attemptLimit=3),
                   objectives(primary=objective("T", primary=True, by_measure=0.5)))
        self.open(item("PRE", seq=pre), item("M", item("L1"), item("L2"), seq=skip), item("TEST", seq=test))
        self.sco("continue", score__scaled="0.5")
        self.at("L1")
        self.sco("previous")
        self.at("PRE")
        self.sco("continue", score__scaled="0.9")
        self.at("TEST")
        self.sco("exit", score__scaled="0.2")
        self.at("TEST")
        self.assertEqual(self.tracked("TEST")["attempts"], 2)
        self.sco("exit", score__scaled="0.6")
        self.assertTrue(self.state["ended"])


class Chance(Case):
    LEAVES = [f"A{n}" for n in range(8)]

    def drawn(self, seed, **settings):
        self.player = self.start("--seed", str(seed))
        self.open(*map(item, self.LEAVES), root=seq(randomization(**settings), choice=True, flow=True))
        walked = []
        while not self.state["ended"] and len(walked) < 20:
            walked.append(self.state["delivered"])
            self.sco("continue")
        return walked

    def test_so_many_are_selected_in_their_order(self):
        walked = self.drawn(3, selectionTiming="once", selectCount=3)
        self.assertEqual(len(set(walked)), 3)
        self.assertEqual(walked, sorted(walked))
        self.assertEqual(walked, self.drawn(3, selectionTiming="once", selectCount=3))

    def test_all_are_put_in_another_order(self):
        walked = self.drawn(5, randomizationTiming="once", reorderChildren=True)
        self.assertEqual(sorted(walked), self.LEAVES)
        orders = {tuple(self.drawn(seed, randomizationTiming="once", reorderChildren=True)) for seed in range(4)}
        self.assertGreater(len(orders), 1)

    def test_never_means_never(self):
        self.assertEqual(self.drawn(5, randomizationTiming="never", selectionTiming="never", selectCount=2,
                                    reorderChildren=True), self.LEAVES)
