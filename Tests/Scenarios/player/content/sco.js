// Content of our own making: finds the API as the books say, and calls what the test asks for.
"use strict";

const names = ["API_1484_11", "API"];

function find(start) {
  let here = start;
  for (let steps = 0; steps < 8 && here; steps++) {
    for (const name of names) if (here[name]) return here[name];
    if (here.parent === here) break;
    here = here.parent;
  }
  return null;
}

const api = find(window) ?? (window.opener ? find(window.opener) : null);
const is2004 = api?.Initialize !== undefined;
const lastError = () => is2004 ? api.GetLastError() : api.LMSGetLastError();

/** Makes calls: for each, its answer and the last error. */
function calls(list) {
  return list.map(([name, ...given]) => [api[name](...given), lastError()]);
}

/** Calls to be made while the content is taken away. */
let atUnload = [];
addEventListener("unload", () => calls(atUnload));
