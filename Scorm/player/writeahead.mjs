// Keeps unsaved batches beyond the page, where the browser allows it. One place an enrolment.

export class WriteAhead {
  #key;

  constructor(vault) { this.#key = `parcours:${vault}`; }

  /** The batches that were left of this attempt; what belongs to another one has no place any more. */
  left({ activity, attempt }) {
    try {
      const batches = JSON.parse(localStorage.getItem(this.#key) ?? "[]");
      return batches.filter((batch) => batch.activity === activity && batch.attempt === attempt);
    } catch {
      return []; // no storage here, or nothing of ours in it
    }
  }

  /** Whether they are kept now. */
  keep(batches) {
    try {
      if (batches.length) localStorage.setItem(this.#key, JSON.stringify(batches));
      else localStorage.removeItem(this.#key);
      return true;
    } catch {
      return false; // no storage, or it is full: the page itself still holds everything
    }
  }

  clear() { this.keep([]); }
}
