// Makes the calls of sessions and gives what each answered: the value and the last error.
import { DataModel } from "/Scorm/adapter/datamodel.mjs";
import { RuntimeAPI } from "/Scorm/adapter/api.mjs";

const keeper = { wrote() {}, commit: () => true, terminate() {}, navigation: () => null };

export function run(table, launches, sessions) {
  const model = new DataModel(table);
  const lastError = table.api.functions.find(({ does }) => does === "getLastError").name;
  return sessions.map((calls, place) => {
    const api = new RuntimeAPI(model, launches[place], keeper);
    return calls.map((call) => [api.call(...call), api.call(lastError)]);
  });
}
