// Finds the run-time service of SCORM 2004, reports completion and score, and ends once.
(function () {
  "use strict";

  function search(start) {
    let place = start;
    for (let step = 0; place && step < 50; step += 1) {
      if (place.API_1484_11) { return place.API_1484_11; }
      if (place.parent === place) { break; }
      place = place.parent;
    }
    return null;
  }

  const api = search(window.parent) || search(window.opener);
  let open = Boolean(api) && api.Initialize("") === "true";

  function set(element, value) { if (open) { api.SetValue(element, value); } }

  function objective(identifier) {
    const count = Number(api.GetValue("cmi.objectives._count"));
    for (let index = 0; index < count; index += 1) {
      if (api.GetValue("cmi.objectives." + index + ".id") === identifier) { return index; }
    }
    return -1;
  }

  function read() {
    set("cmi.completion_status", "completed");
    if (open) { api.Commit(""); }
  }

  function answered(right) {
    if (!open) { return; }
    set("cmi.score.min", "0");
    set("cmi.score.max", "10");
    set("cmi.score.raw", right ? "10" : "0");
    set("cmi.score.scaled", right ? "1" : "0");
    set("cmi.success_status", right ? "passed" : "failed");
    const index = objective("evacuation-known");
    if (index >= 0) {
      set("cmi.objectives." + index + ".score.scaled", right ? "1" : "0");
      set("cmi.objectives." + index + ".success_status", right ? "passed" : "failed");
    }
    read();
  }

  function leave() {
    if (!open) { return; }
    set("cmi.exit", "suspend");
    api.Terminate("");
    open = false;
  }

  if (open && api.GetValue("cmi.completion_status") === "unknown") { set("cmi.completion_status", "incomplete"); }

  const result = document.getElementById("result");
  const done = document.getElementById("done");
  const test = document.getElementById("test");
  if (done) {
    done.addEventListener("click", function () {
      read();
      result.textContent = "C’est noté.";
    });
  }
  if (test) {
    test.addEventListener("submit", function (event) {
      event.preventDefault();
      const chosen = test.querySelector("input:checked");
      if (!chosen) { return; }
      const right = chosen.value === "1";
      answered(right);
      result.textContent = right ? "Bonne réponse." : "Pas tout à fait.";
    });
  }
  window.addEventListener("pagehide", leave);
  window.addEventListener("beforeunload", leave);
})();
