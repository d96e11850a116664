// What was written at the visit and is not sent yet: one record each, so that two open pages do not lose each other's.
const PREFIX = "draft:";
const ASIDE = "aside:";

export const verdictName = (part, criterion) => `${PREFIX}verdict:${part}:${criterion}`;
export const agreedName = (part, criterion) => `${PREFIX}agreed:${part}:${criterion}`;
export const gradeName = (part, area) => `${PREFIX}grade:${part}:${area}`;
// What is typed beside a draft before it is kept: not to be sent, and not to stand in the way of what is.
export const typedName = (name) => `${PREFIX}typed:${name.slice(PREFIX.length)}`;
export const noteName = (key) => `${PREFIX}note:${key}`;

const isGrade = ({ kind }) => kind === "grade";

export class Drafts {
  constructor(store) {
    this.store = store;
    this.all = new Map();
    this.aside = new Map();
    this.last = Promise.resolve();
    // How much is on its way to the device, and what it would not take (a full disk): neither is kept yet.
    this.writing = 0;
    this.unkept = new Set();
  }

  async load() {
    this.all.clear();
    this.unkept.clear();
    for (const name of await this.store.names()) {
      const into = name.startsWith(PREFIX) ? this.all : name.startsWith(ASIDE) ? this.aside : null;
      const value = into && (await this.store.get(name));
      if (value) into.set(name, value);
    }
    this.tell();
  }

  // Written at once, in the order of the keys pressed: a device can lose its power in the middle of a word.
  put(name, draft) {
    this.all.set(name, draft);
    return this.write(name, () => this.store.put(name, draft));
  }

  forget(name) {
    this.all.delete(name);
    return this.write(name, () => this.store.remove(name));
  }

  layAside(name, values) {
    this.aside.set(ASIDE + name, values);
    return this.write(ASIDE + name, () => this.store.put(ASIDE + name, values));
  }

  asideOf(name) {
    return this.aside.get(ASIDE + name);
  }

  write(name, act) {
    this.tell();
    this.writing += 1;
    this.last = this.last
      .then(act)
      .then(
        () => this.unkept.delete(name),
        // What is sent already need not be kept.
        () => (this.all.has(name) ? this.unkept.add(name) : this.unkept.delete(name)),
      )
      .finally(() => (this.writing -= 1));
    return this.last;
  }

  // How many are unsent, for the page that logs out: a number and no words.
  tell() {
    localStorage.setItem("kollegium-unsent", String(this.all.size));
  }

  get waiting() {
    return [...this.all]
      .filter(([, draft]) => !draft.problem && !draft.isTyped)
      .sort(([, one], [, other]) => isGrade(one) - isGrade(other) || one.at - other.at);
  }

  // A grade follows from the verdicts of its area: it waits until they are sent.
  holdsBack(grade) {
    return (
      isGrade(grade) &&
      [...this.all.values()].some(
        ({ kind, isTyped, part, area }) => kind === "agreed" && !isTyped && part === grade.part && area === grade.area,
      )
    );
  }

  get inTrouble() {
    return [...this.all].filter(([, draft]) => draft.problem);
  }
}
