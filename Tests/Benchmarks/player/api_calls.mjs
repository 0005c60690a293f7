// Makes calls of the API object in bundles, as a browser's clock is too coarse for one; the mean of a bundle counts for each.
import { DataModel } from "/Scorm/adapter/datamodel.mjs";
import { RuntimeAPI } from "/Scorm/adapter/api.mjs";

const bundle = 20;

export async function run(rounds) {
  const table = await (await fetch("/Scorm/datamodel-2004-4th.json")).json();
  const keeper = { wrote() {}, commit: () => true, terminate() {}, navigation: () => true };
  const api = new RuntimeAPI(new DataModel(table), {}, keeper);
  api.call("Initialize", "");
  for (let n = 0; n < 250; n++) {
    api.call("SetValue", `cmi.interactions.${n}.id`, `urn:q:${n}`);
    api.call("SetValue", `cmi.interactions.${n}.type`, "choice");
  }
  const state = "x".repeat(63990);
  const calls = {
    "GetValue cmi.completion_status": () => api.call("GetValue", "cmi.completion_status"),
    "SetValue cmi.score.scaled": (n) => api.call("SetValue", "cmi.score.scaled", String((n % 100) / 100)),
    "SetValue cmi.suspend_data, 63,990 characters": (n) => api.call("SetValue", "cmi.suspend_data", state + (n % 10)),
    "SetValue learner_response of 250 interactions": (n) =>
      api.call("SetValue", `cmi.interactions.${n % 250}.learner_response`, "a[,]b[,]c"),
    "GetValue adl.nav.request_valid.choice": () => api.call("GetValue", "adl.nav.request_valid.choice.{target=a}"),
    "GetValue of a name that is not there": () => api.call("GetValue", "cmi.interactions.9999.nothing"),
  };
  const times = {};
  for (const [name, call] of Object.entries(calls)) {
    times[name] = [];
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      for (let n = 0; n < bundle; n++) call(round * bundle + n);
      times[name].push((performance.now() - start) / bundle);
      api.drain();
    }
  }
  return times;
}
