// What a value must look like, judged by a format of the tables. The engine judges the same way in Swift.

/** What is to be said of a value. */
export const Verdict = Object.freeze({ fits: 0, beyondSPM: 1, mismatch: 2, outOfRange: 3 });
const { fits, beyondSPM, mismatch, outOfRange } = Verdict;

const largest = 2n ** 63n - 1n;

/** `real(10,7)` in ten-millionths, cut after seven digits of the fraction, held at the ends of 64 bits; null for no number. */
export function real(text) {
  const parts = /^([+-]?)([0-9]*)(?:\.([0-9]*))?$/.exec(text);
  if (!parts || !(parts[2] || parts[3])) return null;
  const digits = (parts[2] + (parts[3] ?? "").slice(0, 7).padEnd(7, "0")).replace(/^0+(?=.)/, "");
  const exact = digits.length > 19 ? largest : BigInt(digits);
  const units = exact > largest ? largest : exact;
  return parts[1] === "-" ? -units : units;
}

function bound(number) {
  return BigInt(Math.round(number * 1e7));
}

/** Characters, as the standard counts them: Unicode scalars. */
export function characterCount(text) {
  let count = 0;
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (unit < 0xdc00 || unit > 0xdfff) count++;
  }
  return count;
}

const encoder = new TextEncoder();
const scratch = new Uint8Array(256 * 1024);

/** Bytes in UTF-8. */
export function byteCount(text) {
  if (text.length * 3 > scratch.length) return encoder.encode(text).length;
  if (text.length > 100) return encoder.encodeInto(text, scratch).written;
  let count = 0;
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    if (unit < 0x80) count += 1;
    else if (unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff)) count += 2;
    else count += 3;
  }
  return count;
}

/** Nothing but blanks and control characters. */
export function isBlank(text) {
  return /^[\0- ]*$/.test(text);
}

function isLanguageTag(text) {
  if (!/^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(text)) return false;
  return text[1] !== undefined && text[1] !== "-" ? true : /^[ix]-/i.test(text);
}

function isIdentifier(text) {
  if (isBlank(text)) return false;
  if (!/^urn:/i.test(text)) return true;
  const parts = /^.{4}([A-Za-z0-9][A-Za-z0-9-]{0,31}):([^]*)$/.exec(text);
  return parts !== null && !isBlank(parts[2]);
}

/** `{target=ID}word` in its two parts, blanks around ID cut off; null for any other form. */
export function targeted(text) {
  const end = text.lastIndexOf("}");
  if (!text.startsWith("{target=") || end < 8) return null;
  const target = text.slice(8, end).replace(/^[\0- ]+/, "").replace(/[\0- ]+$/, "");
  return target === "" ? null : { target, word: text.slice(end + 1) };
}

/** Takes `{name=value}` off the start of a text: its value and what follows; null where there is none. */
function delimiter(name, text) {
  const head = `{${name}=`;
  const end = text.indexOf("}");
  if (!text.startsWith(head) || end < 0) return null;
  return { value: text.slice(head.length, end), rest: text.slice(end + 1) };
}

const timeForm =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d)(?:\.\d{1,2})?(?:Z|[+-](\d\d)(?::(\d\d))?)?)?)?)?)?)?$/;

function isTime(text) {
  const parts = timeForm.exec(text);
  if (!parts) return false;
  const [year, month, day, hour, minute, second, zoneHour, zoneMinute] = parts.slice(1).map((p) => p === undefined ? null : +p);
  if (year < 1970 || year > 2038) return false;
  if (month !== null && (month < 1 || month > 12)) return false;
  if (day !== null && (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())) return false;
  return [[hour, 24], [minute, 60], [second, 60], [zoneHour, 24], [zoneMinute, 60]]
    .every(([number, limit]) => number === null || number < limit);
}

function isCMITime(text) {
  const parts = /^(\d\d):(\d\d):(\d\d)(?:\.\d{1,2})?$/.exec(text);
  return parts !== null && +parts[1] < 24 && +parts[2] < 60 && +parts[3] < 60;
}

const timeintervalForm = /^P(?=[^])(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?)?$/;

/** `min[:]max`, either bound open, or a single number. */
function isNumericRange(text) {
  const bounds = text.split("[:]");
  if (bounds.length > 2 || text === "") return false;
  const numbers = bounds.map(real);
  if (numbers.some((number, place) => number === null && bounds[place] !== "")) return false;
  const [low, high] = numbers;
  return bounds.length < 2 || low === null || high === null || low <= high;
}

/** Judges a value by one format. */
export function verdict(format, text) {
  if (text === "" && format.orEmpty) return fits;
  const first = verdictAs(format.type, format, text);
  if (format.or === undefined) return first;
  // Text is always text; a range separator makes it a range.
  if (format.or === "numeric range") return text.includes("[:]") ? verdictAs(format.or, format, text) : first;
  return first === mismatch ? verdictAs(format.or, format, text) : first;
}

function verdictAs(type, format, text) {
  switch (type) {
    case "characterstring": case "CMIString255": case "CMIString4096": case "CMIFeedback": return within(format, text);
    case "localized_string_type": {
      const tag = delimiter("lang", text);
      if (!tag) return within(format, text);
      return isLanguageTag(tag.value) ? within(format, tag.rest) : mismatch;
    }
    case "language_type": return isLanguageTag(text) ? within(format, text) : mismatch;
    case "long_identifier_type": case "short_identifier_type": return isIdentifier(text) ? within(format, text) : mismatch;
    case "CMIIdentifier": return isBlank(text) ? mismatch : within(format, text);
    case "real(10,7)": case "CMIDecimal": return number(format, text);
    case "CMISInteger": return text.includes(".") ? mismatch : number(format, text);
    case "time(second,10,0)": return isTime(text) ? fits : mismatch;
    case "CMITime": return isCMITime(text) ? fits : mismatch;
    case "timeinterval(second,10,2)": return timeintervalForm.test(text) ? fits : mismatch;
    case "CMITimespan": return /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/.test(text) ? fits : mismatch;
    case "state": case "CMIVocabulary": return word(format, text);
    case "numeric range": return isNumericRange(text) ? fits : mismatch;
    default: throw new Error(`the table has a type that nobody knows: ${type}`);
  }
}

function within(format, text) {
  if (format.spm === undefined || text.length <= format.spm) return fits;
  return characterCount(text) > format.spm ? beyondSPM : fits;
}

function number(format, text) {
  const value = real(text);
  if (value === null) return mismatch;
  const { min, max } = format.range ?? {};
  return (min !== undefined && value < bound(min)) || (max !== undefined && value > bound(max)) ? outOfRange : fits;
}

function word(format, text) {
  if (format.vocabulary?.includes(text)) return fits;
  const request = format.targeted && targeted(text);
  return request && format.targeted.includes(request.word) ? fits : mismatch;
}

/** The graver of two verdicts; what does not fit at all comes before what is only long. */
function graver(first, second) {
  return first >= mismatch || second === fits ? first : second;
}

/** Judges a correct response or a learner's response by the shape that its type of interaction has. */
export function responseVerdict(format, text) {
  const body = withoutDelimiters(format, text);
  if (body === null) return mismatch;
  if (!format.list) return partVerdict(format, body);
  if (body === "" && format.list.min === 0) return fits;
  const parts = body.split("[,]");
  if (parts.length > 1 && parts[parts.length - 1] === "") return mismatch;
  let verdict = parts.length > format.list.spm ? beyondSPM : fits;
  for (const part of parts) {
    verdict = graver(verdict, partVerdict(format, part));
    if (verdict === mismatch) return mismatch;
  }
  return format.list.unique && new Set(parts).size < parts.length ? mismatch : verdict;
}

/** What two patterns are compared by: the parts as one text, sorted where their order does not count. */
export function patternIdentity(format, text, distinct) {
  const parts = (withoutDelimiters(format, text) ?? text).split("[,]");
  return (distinct === "sequence" ? parts : parts.sort()).join("[,]");
}

/** The text behind `{case_matters=…}` and `{order_matters=…}`, each once, in any order; null for a bad value. */
function withoutDelimiters(format, text) {
  const open = [...(format.delimiters ?? [])];
  for (;;) {
    const place = open.findIndex((name) => text.startsWith(`{${name}=`));
    if (place < 0) return text;
    const found = delimiter(open.splice(place, 1)[0], text);
    if (!found) return text;
    if (found.value !== "true" && found.value !== "false") return null;
    text = found.rest;
  }
}

function partVerdict(format, part) {
  if (format.item) return verdict(format.item, part);
  const sides = part.split("[.]");
  if (!format.pair || sides.length !== 2) return mismatch;
  if (format.pair.oneSideAtLeast && sides.every((side) => side === "")) return mismatch;
  return graver(verdict(format.pair.source, sides[0]), verdict(format.pair.target, sides[1]));
}

/** For diagnostics: what is expected, in the standard's words. */
export function expectation(format) {
  if (format.vocabulary) {
    const words = [
      ...format.vocabulary.map((one) => one === "" ? '""' : one),
      ...(format.targeted ?? []).map((one) => `{target=ID}${one}`),
    ];
    return `one of ${words.join(", ")}${format.or ? ` or ${format.or}` : ""}`;
  }
  const { min, max } = format.range ?? {};
  return [
    format.type, min === undefined ? "" : `from ${min}`, max === undefined ? "" : `to ${max}`,
    format.spm === undefined ? "" : `of ${format.spm} characters`,
  ].filter(Boolean).join(" ");
}
