// The run-time data of one attempt in memory: GetValue and SetValue by the table, nothing else.
import { Verdict, byteCount, expectation, patternIdentity, real, responseVerdict, targeted, verdict } from "./formats.mjs";

/** Why GetValue or SetValue is refused: the edition's code, and a text for GetDiagnostic. */
export class CMIError extends Error {
  constructor(code, diagnostic) {
    super(clipped(diagnostic, 255));
    this.code = code;
  }
}

/** The first characters of a text, with an ellipsis where something is missing. */
export function clipped(text, limit) {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

const keywords = { _children: "children", _count: "count", _version: "version" };
const slotWeight = 64;

export class CMI {
  #model;
  #written = new Map();
  /** What each written value costs, in bytes. */
  #weights = new Map();
  #given = new Map();
  #counts = new Map();
  #stores;
  #isStrict;
  #size = 0;
  #pending = [];

  /**
   * The data of an attempt as it starts: `values` by the names of elements, `counts` of records by the names of
   * collections, the flags `read` and `write` of each of the `dataStores`; `strict` refuses what is merely long.
   */
  constructor(model, { values = {}, counts = {}, dataStores = [], strict = false }) {
    this.#model = model;
    this.#stores = dataStores;
    this.#isStrict = strict;
    for (const [name, count] of Object.entries(counts)) {
      const { node, records } = this.#walk(name, "seed");
      this.#counts.set(key({ definition: node.container, n: records.n, m: -1 }), count);
    }
    for (const [name, value] of Object.entries(values)) this.#given.set(key(this.#locate(name, "seed").slot), value);
  }

  /** What was accepted since this was last asked, in order. */
  drain() {
    const writes = this.#pending;
    this.#pending = [];
    return writes;
  }

  /** How many writes were accepted that nobody has taken yet. */
  get pending() { return this.#pending.length; }

  /** GetValue. `navigation` answers questions about requests with true, false or null for unknown. */
  get(name, navigation) {
    const place = this.#locate(name, "get");
    if (place.keyword) return this.#keyword(place, name);
    const definition = this.#definition(place.slot);
    if (definition.asks) return String(navigation(definition.asks, place.target) ?? "unknown");
    if (!this.#isReadable(place.slot, definition)) throw this.#error("writeOnly", name, "can be written, not read");
    const value = this.#current(place.slot) ?? definition.default;
    if (value === undefined) throw this.#error("notInitialized", name, "has no value yet");
    return value;
  }

  /** SetValue. Refused, it changes nothing. */
  set(name, value) {
    const { keyword, slot, grown } = this.#locate(name, "set");
    if (keyword) throw this.#error("keyword", name, "is a keyword and cannot be set");
    const definition = this.#definition(slot);
    const missing = this.#model.elements[slot.definition].requires
      .find((required) => this.#stored({ definition: required, n: slot.n, m: -1 }) === undefined);
    if (missing !== undefined) {
      throw this.#error("dependency", name, `needs ${this.#name({ definition: missing, n: slot.n, m: -1 })} first`);
    }
    if (!this.#isWritable(slot, definition)) throw this.#error("readOnly", name, "can be read, not written");
    for (const collection of grown) this.#checkRoom(collection, name);
    this.#checkSize(value, slot, definition, name);
    this.#check(value, slot, definition, name);
    this.#checkRepetition(value, slot, definition, name);
    this.#store(value, slot, definition, grown);
    this.#remember(name, value, definition);
  }

  // ---- looking up

  /** What a name stands for: an element, or a keyword of a container. `purpose` is `get`, `set` or `seed`. */
  #locate(name, purpose) {
    const found = this.#walk(name, purpose);
    if (found.slot || found.keyword) return found;
    if (found.node.element < 0) throw this.#error("undefined", name, "names a group of elements, not one of them");
    return { slot: { definition: found.node.element, ...found.records }, grown: found.grown };
  }

  /** Follows a name part by part from the left; the first fault decides. */
  #walk(name, purpose) {
    const parts = name.split(".");
    const records = { n: -1, m: -1 };
    const grown = [];
    let node = this.#model.root;
    for (let place = 0; place < parts.length; place++) {
      if (node.targeted >= 0) return this.#target(node, parts.slice(place).join("."), name, purpose);
      const part = parts[place];
      const isLast = place === parts.length - 1;
      if (isLast && node !== this.#model.root && Object.hasOwn(keywords, part)) {
        return { keyword: keywords[part], node, records };
      }
      if (node.record) {
        this.#enter(part, node, name, records, grown, purpose);
        node = node.record;
      } else if (node.children.has(part)) {
        node = node.children.get(part);
      } else {
        throw this.#error("undefined", name, "the data model has no such element");
      }
    }
    return node.targeted >= 0 ? this.#target(node, "", name, purpose) : { node, records, grown };
  }

  #target(node, rest, name, purpose) {
    const request = targeted(rest);
    if (!request || request.word !== "") {
      throw this.#error(purpose === "get" ? "noTarget" : "undefined", name, "expects {target=ID} behind the request");
    }
    return { slot: { definition: node.targeted, n: -1, m: -1 }, target: request.target, grown: [] };
  }

  /** Takes a part of the name as the place of a record. */
  #enter(part, node, name, records, grown, purpose) {
    if (node.container < 0 || !/^(0|[1-9][0-9]*)$/.test(part)) {
      throw this.#error("undefined", name, `expects the number of a record where it says ${clipped(part, 40)}`);
    }
    const place = part.length > 9 ? 1e9 : Number(part);
    const collection = { definition: node.container, n: records.n, m: -1 };
    const count = this.#count(collection);
    const canGrow = this.#model.containers[node.container].definition.collection?.appendable === true;
    if (purpose === "get" && place >= count) {
      throw this.#error("noRecord", name, `there are ${count} records, counted from 0`);
    }
    if (purpose === "set" && (place > count || (place === count && !canGrow))) {
      throw this.#error("gap", name, `there are ${count} records; the next one must have the number ${count}`);
    }
    if (purpose === "set" && place === count) grown.push(collection);
    if (records.n < 0) records.n = place;
    else records.m = place;
  }

  #keyword({ keyword, node, records }, name) {
    const container = node.container < 0 ? undefined : this.#model.containers[node.container].definition;
    switch (keyword) {
      case "children":
        if (!container?.children) throw this.#error("noChildren", name, "has no children");
        return container.children.join(",");
      case "count":
        if (!container?.collection) throw this.#error("noCount", name, "is no collection, so it has no count");
        return String(this.#count({ definition: node.container, n: records.n, m: -1 }));
      default:
        if (container?.version === undefined) throw this.#error("noVersion", name, "has no version");
        return container.version;
    }
  }

  // ---- values

  #definition(slot) { return this.#model.elements[slot.definition].definition; }

  #stored(slot) { return this.#written.get(key(slot)) ?? this.#given.get(key(slot)); }

  #count(collection) { return this.#counts.get(key(collection)) ?? 0; }

  #lengthen(collection) { this.#counts.set(key(collection), this.#count(collection) + 1); }

  #plain(definition) { return this.#stored({ definition, n: -1, m: -1 }); }

  /** The value now: a status that follows its measure, or what is stored. */
  #current(slot) {
    const computed = this.#model.computed.get(slot.definition);
    const threshold = computed && this.#plain(computed.threshold);
    if (threshold === undefined) return this.#stored(slot);
    const measure = real(this.#plain(computed.measure) ?? "");
    const limit = real(threshold);
    if (limit === null || measure === null) return computed.rule.unknown;
    return measure >= limit ? computed.rule.reached : computed.rule.missed;
  }

  #isReadable(slot, { access }) { return access === "by map" ? this.#stores[slot.n]?.read === true : access !== "wo"; }

  #isWritable(slot, { access }) { return access === "by map" ? this.#stores[slot.n]?.write === true : access !== "ro"; }

  #interaction(n) {
    const type = this.#stored({ definition: this.#model.role("interactionType"), n, m: -1 });
    return type === undefined ? undefined : this.#model.interactions.get(type);
  }

  /** The name that content uses: `cmi.objectives.2.id`. */
  #name(slot) {
    return this.#definition(slot).element.split(".")
      .map((part) => part === "n" ? slot.n : part === "m" ? slot.m : part).join(".");
  }

  // ---- what SetValue checks

  #checkRoom(collection, name) {
    const definition = this.#model.containers[collection.definition].definition.collection;
    const format = definition.byInteractionType ? this.#interaction(collection.n) : undefined;
    const room = Math.min(format?.max ?? Infinity, this.#model.limits.records);
    const count = this.#count(collection);
    if (count >= room) throw this.#error("overLimit", name, `${room} records at most`);
    const spm = format?.spm ?? format?.max ?? definition.spm;
    if (this.#isStrict && spm !== undefined && count >= spm) {
      throw this.#error("overLimit", name, `${spm} records at most, as strictness was asked for`);
    }
  }

  #checkSize(value, slot, definition, name) {
    const { bytes, total } = this.#model.limits;
    const given = byteCount(value);
    if (given > bytes) throw this.#error("overLimit", name, `${given} bytes given, ${bytes} at most`);
    const old = definition.append ? 0 : this.#weight(slot);
    if (this.#size - old + given + slotWeight > total) {
      throw this.#error("overLimit", name, `the attempt holds ${this.#size} bytes, ${total} at most`);
    }
    if (definition.append && byteCount(this.#written.get(key(slot)) ?? "") + given > bytes) {
      throw this.#error("overLimit", name, `${bytes} bytes at most, with what was appended`);
    }
  }

  #check(value, slot, definition, name) {
    const { type } = definition;
    const byInteraction = { "pattern by interaction type": "pattern", "response by interaction type": "response" }[type];
    const format = byInteraction ? this.#interaction(slot.n)?.[byInteraction] : definition;
    const said = byInteraction ? (format ? responseVerdict(format, value) : Verdict.fits) : verdict(format, value);
    if (said === Verdict.fits || (said === Verdict.beyondSPM && !this.#isStrict)) return;
    const expected = byInteraction ? `${type} (${this.#interaction(slot.n)?.type ?? "none"})` : expectation(definition);
    switch (said) {
      case Verdict.beyondSPM: throw this.#error("typeMismatch", name, `is longer than ${expected}`);
      case Verdict.mismatch: throw this.#error("typeMismatch", name, `"${clipped(value, 40)}" given, expects ${expected}`);
      default: throw this.#error("outOfRange", name, `${clipped(value, 40)} given, expects ${expected}`);
    }
  }

  #checkRepetition(value, slot, definition, name) {
    const old = this.#stored(slot);
    if (definition.writeOnce && old !== undefined && old !== value) {
      throw this.#error("writeOnce", name, `is "${clipped(old, 40)}" already and stays so`);
    }
    if (definition.unique) {
      const twin = this.#twin(slot, (other) => other === value);
      if (twin >= 0) throw this.#error("duplicate", name, `record ${twin} holds the same value`);
    }
    const format = definition.type === "pattern by interaction type" ? this.#interaction(slot.n) : undefined;
    if (format?.distinct) {
      const identity = patternIdentity(format.pattern, value, format.distinct);
      const twin = this.#twin(slot, (other) => patternIdentity(format.pattern, other, format.distinct) === identity);
      if (twin >= 0) throw this.#error("duplicate", name, `record ${twin} holds the same pattern`);
    }
  }

  /** Another record of the innermost collection whose value is such; -1 without one. */
  #twin(slot, isSame) {
    const own = slot.m < 0 ? slot.n : slot.m;
    for (let place = 0; place < this.#model.limits.records; place++) {
      if (place === own) continue;
      const value = this.#stored(slot.m < 0 ? { ...slot, n: place } : { ...slot, m: place });
      if (value === undefined) return -1;
      if (isSame(value)) return place;
    }
    return -1;
  }

  // ---- keeping

  #store(value, slot, definition, grown) {
    for (const collection of grown) this.#lengthen(collection);
    const old = this.#stored(slot);
    if (old !== value) {
      const { clearsElements, clearsContainers } = this.#model.elements[slot.definition];
      for (const cleared of clearsElements) this.#remove({ definition: cleared, n: slot.n, m: -1 });
      for (const container of clearsContainers) this.#clear(container, slot.n);
    }
    const kept = definition.append ? (old ?? "") + value : value;
    this.#remove(slot);
    this.#written.set(key(slot), kept);
    this.#weights.set(key(slot), byteCount(kept) + slotWeight);
    this.#size += this.#weight(slot);
  }

  #weight(slot) { return this.#weights.get(key(slot)) ?? 0; }

  #remove(slot) {
    this.#size -= this.#weight(slot);
    this.#written.delete(key(slot));
    this.#weights.delete(key(slot));
  }

  #clear(container, n) {
    const collection = { definition: container, n, m: -1 };
    for (let m = 0; m < this.#count(collection); m++) {
      for (const element of this.#model.containers[container].elements) this.#remove({ definition: element, n, m });
    }
    this.#counts.delete(key(collection));
  }

  /** Content that writes one element over and over leaves one write, where the values between have no effect. */
  #remember(name, value, definition) {
    const last = this.#pending[this.#pending.length - 1];
    if (last?.[0] === name && !definition.append && !definition.clears) this.#pending.pop();
    this.#pending.push([name, value]);
  }

  #error(reason, name, what) {
    return new CMIError(this.#model.table.reasons[reason], `${clipped(name, 100)}: ${what}`);
  }
}

/** Elements and containers are counted apart, and are kept in maps of their own. */
function key(slot) { return `${slot.definition}.${slot.n}.${slot.m}`; }
