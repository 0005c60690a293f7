// A table of `Scorm/` as a tree of names, so that a look-up costs one step a part of the name.

function node() {
  return { children: new Map(), record: null, targeted: -1, element: -1, container: -1 };
}

/** What the adapter needs of a table, prepared once. Throws where the table contradicts itself. */
export class DataModel {
  constructor(table) {
    this.table = table;
    this.limits = table.limits;
    this.root = node();
    this.containers = table.containers.map((definition) => ({ definition, elements: [] }));
    this.elements = table.elements.map((definition) => ({ definition, requires: [], clearsElements: [], clearsContainers: [] }));
    this.interactions = new Map(table.interactions.map((format) => [format.type, format]));
    this.errorTexts = new Map(table.errors.map(({ code, text }) => [String(code), text]));
    this.places = new Map(table.elements.map(({ element }, place) => [element, place]));
    table.containers.forEach(({ container }, place) => { this.#node(container).container = place; });
    table.elements.forEach((definition, place) => this.#add(definition, place));
    this.elements.forEach((element) => this.#link(element));
    for (const { definition, elements } of this.containers) {
      this.elements.forEach((element, place) => {
        if (element.definition.element.startsWith(`${definition.container}.`)) elements.push(place);
      });
    }
    this.computed = new Map(table.computed.map((rule) => [this.element(rule.element), {
      rule, threshold: this.element(rule.threshold), measure: this.element(rule.measure),
    }]));
  }

  /** The place of the element of that very name. */
  element(name) {
    const place = this.places.get(name);
    if (place === undefined) throw new Error(`the table has no element ${name}`);
    return place;
  }

  /** The place of what plays a role; -1 where the edition has no such element. */
  role(name) {
    const element = this.table.roles[name];
    return element === undefined ? -1 : this.element(element);
  }

  #add(definition, place) {
    const name = definition.element;
    if (name.endsWith(".{target}")) this.#node(name.slice(0, -9)).targeted = place;
    else this.#node(name).element = place;
  }

  #link(element) {
    element.requires = (element.definition.requires ?? []).map((name) => this.element(name));
    for (const name of element.definition.clears ?? []) {
      const container = this.containers.findIndex(({ definition }) => definition.container === name);
      if (container >= 0) element.clearsContainers.push(container);
      else element.clearsElements.push(this.element(name));
    }
  }

  #node(name) {
    let here = this.root;
    for (const part of name.split(".")) {
      if (part === "n" || part === "m") {
        if (here.container < 0 || !this.containers[here.container].definition.collection) {
          throw new Error(`${name} counts no collection`);
        }
        here = here.record ??= node();
      } else {
        if (!here.children.has(part)) here.children.set(part, node());
        here = here.children.get(part);
      }
    }
    return here;
  }
}
