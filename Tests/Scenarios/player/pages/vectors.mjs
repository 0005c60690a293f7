// Runs `Scorm/vectors.json` against the adapter: the same file that the engine's own tests run in Swift.
import { DataModel } from "/Scorm/adapter/datamodel.mjs";
import { RuntimeAPI } from "/Scorm/adapter/api.mjs";

const keeper = { wrote() {}, commit: () => true, terminate() {}, navigation: () => null };

/** What a launch of the vectors gives, in the shape of a player page's state. */
function launch(table, said) {
  const values = {};
  const give = (role, value, n) => {
    const element = table.roles[role];
    if (value === undefined || value === null || element === undefined) return;
    values[element.replace(".n.", `.${n}.`)] = String(value);
  };
  const { objectives = [], dataStores = [] } = said;
  const plain = { credit: "credit", mode: "normal", entry: "ab-initio", ...said };
  for (const role of Object.keys(plain)) if (role in table.roles) give(role, plain[role]);
  objectives.forEach(({ id }, n) => give("objectiveID", id, n));
  dataStores.forEach(({ targetID, value }, n) => {
    give("dataStoreID", targetID, n);
    give("dataStore", value, n);
  });
  const counts = { "cmi.objectives": objectives.length };
  if (dataStores.length) counts["adl.data"] = dataStores.length;
  return { values, counts, dataStores };
}

/** Every answer that is not the expected one, in words; and how many calls were made. */
export function run(tables, vectors) {
  const differences = [];
  let calls = 0;
  for (const vector of vectors) {
    const table = tables[vector.model];
    const api = new RuntimeAPI(new DataModel(table), launch(table, vector.launch), keeper);
    const lastError = table.api.functions.find(({ does }) => does === "getLastError").name;
    vector.calls.forEach((call, place) => {
      const answer = [api.call(...call), Number(api.call(lastError))];
      calls += 1;
      if (JSON.stringify(answer) !== JSON.stringify(vector.expect[place])) {
        differences.push(`${vector.model}: ${vector.name}: ${JSON.stringify(call).slice(0, 200)} gave `
          + `${JSON.stringify(answer).slice(0, 200)}, expected ${JSON.stringify(vector.expect[place]).slice(0, 200)}`);
      }
    });
  }
  return { calls, differences };
}
