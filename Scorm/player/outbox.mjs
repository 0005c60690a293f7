// What content wrote, on its way to the server: batches in order, each sent under its number until it is acknowledged.

const quiet = 2000;             // milliseconds without a write before they are saved of themselves
const most = 240 * 1024;        // bytes of a batch; the server takes 256 KiB
const beaconMost = 60 * 1024;   // browsers take 64 KiB while a page goes away
const patience = [1000, 2000, 4000, 8000, 15000];

/** Bytes of a text in UTF-8. */
const bytes = (text) => new TextEncoder().encode(text).length;

export class Outbox {
  #page;
  #address;
  #attempt;
  #drain;
  #store;
  #changed;
  #number = 0;
  #batches = [];
  #stopped = null;
  #timer = 0;
  #sender = null;
  #wake = () => {};
  #refused = 0;
  #isLeaving = false;

  /**
   * `page` names the page, `address` is where commits go, `attempt` has `activity` and `attempt`; `drain()` gives the writes
   * that nobody has taken; `store` keeps what is unsaved beyond the page; `changed(news)` hears how things stand.
   */
  constructor({ page, address, attempt, drain, store, changed }) {
    this.#page = page;
    this.#address = address;
    this.#attempt = attempt;
    this.#drain = drain;
    this.#store = store;
    this.#changed = changed;
    addEventListener("online", () => this.#wake());
  }

  /** Why nothing is taken any more: `elsewhere`, `over`; null while all is well. */
  get stopped() { return this.#stopped; }

  /** How many writes that were taken are not known to be on disk. */
  get waiting() { return this.#batches.reduce((sum, batch) => sum + batch.writes.length, 0); }

  /** How many writes the server did not accept. */
  get refused() { return this.#refused; }

  /** Something was written: it is saved after a while of quiet. */
  wrote() {
    this.#changed({});
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), quiet);
  }

  /** Puts batches first that an earlier page of this attempt could not send; the content they ended goes on. */
  adopt(batches) {
    for (const batch of batches) this.#batches.push({ ...batch, ends: false });
  }

  /** The content is being taken away: calls that come now are taken and sent afterwards. */
  leave() { this.#isLeaving = true; }

  /** Forgets what was not sent: the learner abandons the attempt. */
  discard() {
    this.#drain();
    this.#batches = [];
    this.#store.clear();
  }

  /** Goes on under a new pass; batches keep the name under which they were first sent. */
  renew(page, address) {
    [this.#page, this.#address, this.#number] = [page, address, 0];
    this.#wake();
  }

  /** The content has terminated. True when what it wrote is safe; else it is sent as soon as can be. */
  end() {
    if (this.#stopped) return false;
    if (!this.#isLeaving && this.saveNow(true)) return true;
    if (!this.#batches.some(({ ends }) => ends)) {
      this.#take(true);
      if (!this.#isLeaving) this.dismiss();
    }
    this.flush();
    return false;
  }

  /** Saves everything before it returns; true only when all of it is on disk. */
  saveNow(ends = false) {
    if (this.#stopped) return false;
    if (this.#isLeaving) return true; // taken when the content is gone, and sent before the learner goes on
    try {
      if (!this.#sendAllNow()) return false;
      this.#take(ends);
      return this.#sendAllNow();
    } catch {
      // The page goes away, or the network does: browsers refuse to wait now.
      this.#take(ends);
      this.dismiss();
      return false;
    } finally {
      this.#changed({});
    }
  }

  /** True once the browser keeps everything beyond the page; it is sent at once. Where it cannot be kept, it is saved now. */
  keep() {
    if (this.#stopped) return false;
    this.#take(false);
    if (!this.#store.keep(this.#batches)) return this.saveNow();
    this.flush();
    this.#changed({});
    return true;
  }

  /** Saves everything in its own time; resolves when nothing waits, or nothing can be sent any more. */
  flush() {
    clearTimeout(this.#timer);
    return this.#sender ??= this.#send().finally(() => {
      this.#sender = null;
      this.#changed({});
    });
  }

  /** The page may be gone in a moment: what is unsaved is kept in the browser and sent without waiting for an answer. */
  dismiss() {
    if (this.#stopped) return;
    this.#take(false);
    if (this.#batches.length === 0) return;
    this.#unite();
    this.#store.keep(this.#batches);
    const body = this.#body(this.#batches[0]);
    if (bytes(body) <= beaconMost) navigator.sendBeacon(this.#address, new Blob([body], { type: "application/json" }));
  }

  // ---- batches

  /** Numbers what was written since; large writes make batches of their own. */
  #take(ends) {
    let writes = [];
    let size = 0;
    for (const write of this.#drain()) {
      const weight = bytes(JSON.stringify(write)) + 1;
      if (size + weight > most && writes.length) {
        this.#add(writes, false);
        [writes, size] = [[], 0];
      }
      writes.push(write);
      size += weight;
    }
    if (writes.length || ends) this.#add(writes, ends);
  }

  #add(writes, ends) {
    this.#number += 1;
    const as = { page: this.#page, number: this.#number };
    this.#batches.push({ as, ...this.#attempt, writes, ends, leaving: this.#isLeaving });
  }

  /** One batch of all, as beacons may overtake each other; the server ignores a number below one that it has heard. */
  #unite() {
    const writes = this.#batches.flatMap((batch) => batch.writes);
    if (this.#batches.length < 2 || bytes(JSON.stringify(writes)) > beaconMost) return;
    const ends = this.#batches.some((batch) => batch.ends);
    this.#batches = [];
    this.#add(writes, ends);
  }

  #body(batch) { return JSON.stringify({ page: this.#page, ...batch }); }

  // ---- sending

  #sendAllNow() {
    for (let tries = 0; this.#batches.length && tries < 40; tries++) {
      const batch = this.#batches[0];
      const request = new XMLHttpRequest();
      request.open("POST", this.#address, false);
      request.setRequestHeader("Content-Type", "application/json");
      request.send(this.#body(batch));
      const code = request.getResponseHeader("X-Refusal");
      if (!this.#heard(batch, request.status, code, request.responseText)) return false;
    }
    return this.#batches.length === 0;
  }

  async #send() {
    let failures = 0;
    for (;;) {
      if (this.#batches.length === 0) this.#take(false);
      const batch = this.#batches[0];
      if (!batch || this.#stopped) return;
      if (await this.#isSent(batch)) {
        failures = 0;
      } else if (!this.#stopped) {
        this.#store.keep(this.#batches);
        this.#changed({});
        await this.#pause(patience[Math.min(failures, patience.length - 1)]);
        failures += 1;
      }
    }
  }

  async #isSent(batch) {
    try {
      const answer = await fetch(this.#address, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: this.#body(batch), cache: "no-store",
      });
      return this.#heard(batch, answer.status, answer.headers.get("X-Refusal"), await answer.text());
    } catch {
      return false; // no network: it stays first in line
    }
  }

  #pause(time) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, time);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Nothing is taken any more, and what waits has no place. */
  #stop(reason) {
    this.#stopped = reason;
    this.#refused += this.waiting;
    this.#batches = [];
    this.#store.clear();
    this.#changed({});
    return false;
  }

  /** Takes an answer; true when the next batch may follow at once. */
  #heard(batch, status, code, text) {
    if (code === "erased") return this.#stop("over");
    switch (status) {
      case 200: {
        const reply = JSON.parse(text);
        if (!this.#remove(batch)) return true;
        this.#refused += reply.refused.length;
        this.#changed({ reply });
        return true;
      }
      case 400: case 413:
        if (this.#remove(batch)) this.#refused += batch.writes.length;
        return true;
      case 409:
        // What was written before the content was opened elsewhere, or had ended, has no place any more.
        return this.#stop(code === "terminated" ? "over" : "elsewhere");
      case 404: case 410:
        this.#changed({ expired: true });
        return false;
      case 429: return code === "too-fast";
      default: return false;
    }
  }

  /** Whether it was still there. */
  #remove(batch) {
    const place = this.#batches.indexOf(batch);
    if (place < 0) return false;
    this.#batches.splice(place, 1);
    this.#store.keep(this.#batches);
    return true;
  }
}
