// Finds the run-time service of SCORM 1.2, reports status and score, and ends once.
(function () {
  "use strict";

  function search(start) {
    let place = start;
    for (let step = 0; place && step < 50; step += 1) {
      if (place.API) { return place.API; }
      if (place.parent === place) { break; }
      place = place.parent;
    }
    return null;
  }

  const api = search(window.parent) || search(window.opener);
  let open = Boolean(api) && api.LMSInitialize("") === "true";

  function set(element, value) { if (open) { api.LMSSetValue(element, value); } }

  function read() {
    set("cmi.core.lesson_status", "completed");
    if (open) { api.LMSCommit(""); }
  }

  function answered(right) {
    set("cmi.core.score.min", "0");
    set("cmi.core.score.max", "100");
    set("cmi.core.score.raw", right ? "100" : "0");
    set("cmi.core.lesson_status", right ? "passed" : "failed");
    if (open) { api.LMSCommit(""); }
  }

  function leave() {
    if (!open) { return; }
    set("cmi.core.exit", "suspend");
    api.LMSFinish("");
    open = false;
  }

  if (open && api.LMSGetValue("cmi.core.lesson_status") === "not attempted") {
    set("cmi.core.lesson_status", "incomplete");
  }

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
