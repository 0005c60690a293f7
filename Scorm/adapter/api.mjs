// The API object that content talks to, for both standards: its states, its functions and its last error.
import { CMI, CMIError, clipped } from "./cmi.mjs";

const explanations = {
  notInitialized: "the content has not been initialized",
  running: "the content is already initialized",
  terminated: "the content has already terminated",
  argument: "the argument must be an empty string",
  emptyElement: "the name of the element is empty",
};

/** An argument as text; half of a surrogate pair is no character. */
function wellFormed(argument) {
  const text = String(argument ?? "");
  return text.toWellFormed?.() ?? text.replace(/\p{Surrogate}/gu, "\ufffd");
}

export class RuntimeAPI {
  #model;
  #cmi;
  #keeper;
  #state = "notInitialized";
  #lastError = 0;
  #lastDiagnostic = "";

  /**
   * An API object for content that is about to start. `keeper` keeps what the content writes:
   * `wrote()` after each accepted SetValue, `commit()` and `terminate()` say whether it is safe, `navigation(request,
   * target)` answers true, false or null. It takes the writes by `drain()`.
   */
  constructor(model, launch, keeper) {
    this.#model = model;
    this.#cmi = new CMI(model, launch);
    this.#keeper = keeper;
  }

  get state() { return this.#state; }

  /** The writes that nobody has taken yet. */
  drain() { return this.#cmi.drain(); }

  /** How many they are. */
  get pending() { return this.#cmi.pending; }

  /** What content finds in the window: the functions under the names of the standard. */
  get object() {
    const { functions, version } = this.#model.table.api;
    const object = version === undefined ? {} : { version };
    for (const row of functions) object[row.name] = (...given) => this.#call(row, given);
    return object;
  }

  /** Calls a function by its name in the standard. */
  call(name, ...given) {
    const row = this.#model.table.api.functions.find((one) => one.name === name);
    if (!row) throw new Error(`no function ${name}`);
    return this.#call(row, given);
  }

  #call(row, given) {
    // A missing argument counts as "", a further one is ignored.
    const [first, second] = [wellFormed(given[0]), wellFormed(given[1])];
    const failed = row.checks.find(({ when }) => this.#holds(when, first));
    if (failed) return this.#refusal(row.does, failed.error, `${row.name}: ${explanations[failed.when]}`);
    return this.#perform(row, first, second);
  }

  #holds(condition, argument) {
    switch (condition) {
      case "argument": return argument !== "";
      case "emptyElement": return argument === "";
      default: return this.#state === condition;
    }
  }

  #perform(row, first, second) {
    switch (row.does) {
      case "initialize":
        this.#state = "running";
        return this.#success("true");
      case "terminate":
        this.#state = "terminated";
        this.#keeper.terminate();
        return this.#success("true");
      case "commit":
        if (this.#keeper.commit()) return this.#success("true");
        return this.#refusal(row.does, row.fails ?? 101, `${row.name}: the environment could not do it`);
      case "getValue":
        return this.#attempt(row.does, () => this.#cmi.get(first, (request, target) => this.#keeper.navigation(request, target)));
      case "setValue":
        return this.#attempt(row.does, () => {
          this.#cmi.set(first, second);
          this.#keeper.wrote();
          return "true";
        });
      case "getLastError": return String(this.#lastError);
      case "getErrorString": return this.#model.errorTexts.get(first) ?? "";
      default: return this.#diagnostic(first);
    }
  }

  #attempt(deed, body) {
    try {
      return this.#success(body());
    } catch (error) {
      if (!(error instanceof CMIError)) throw error;
      return this.#refusal(deed, error.code, error.message);
    }
  }

  #success(value) {
    this.#lastError = 0;
    this.#lastDiagnostic = "";
    return value;
  }

  #refusal(deed, code, diagnostic) {
    this.#lastError = code;
    this.#lastDiagnostic = clipped(diagnostic, 255);
    return deed === "getValue" ? "" : "false";
  }

  #diagnostic(code) {
    const isLast = code === "" || code === String(this.#lastError);
    if (isLast && this.#lastDiagnostic !== "") return this.#lastDiagnostic;
    return this.#model.errorTexts.get(code === "" ? String(this.#lastError) : code) ?? "";
  }
}
