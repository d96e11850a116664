// What the device keeps for the visit: records encrypted with AES-GCM under a key that scripts can use but not read.
// The key comes from the server while one is logged in, and holds until `endsAt`; then everything here is erased.
const NAME = "kollegium-visit";
// A clock turned back by more than this counts as the end: it may be there to make the time last longer.
const SLACK = 10 * 60 * 1000;

const asked = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const finished = (change) =>
  new Promise((resolve, reject) => {
    change.oncomplete = resolve;
    change.onerror = change.onabort = () => reject(change.error);
  });

const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

const opened = () => {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("keys");
    request.result.createObjectStore("records");
  };
  return asked(request);
};

export class Store {
  static async open() {
    const store = new Store();
    store.base = await opened();
    store.copy = await asked(store.base.transaction("keys").objectStore("keys").get("copy"));
    await store.check();
    return store;
  }

  get id() {
    return this.copy?.id ?? "";
  }

  get endsAt() {
    return this.copy?.endsAt ?? 0;
  }

  // Says whether what is kept may still be read; erases it when not. The latest time seen is remembered.
  async check() {
    if (!this.copy) return false;
    const now = Date.now();
    if (now >= this.copy.endsAt || now < this.copy.seenAt - SLACK) {
      await this.erase();
      return false;
    }
    this.copy.seenAt = Math.max(now, this.copy.seenAt);
    await this.keepCopy();
    return true;
  }

  async take({ copy, key, ends_at: endsAt }) {
    const imported = await crypto.subtle.importKey("raw", bytesOf(key), "AES-GCM", false, ["encrypt", "decrypt"]);
    this.copy = { id: copy, key: imported, endsAt, seenAt: Date.now() };
    await this.keepCopy();
  }

  // Where the device takes no more (a full disk), the copy holds for the open page.
  async keepCopy() {
    try {
      const change = this.base.transaction("keys", "readwrite");
      change.objectStore("keys").put(this.copy, "copy");
      await finished(change);
    } catch {
      return;
    }
  }

  // The name and the copy are bound in: a record cannot be passed off as another.
  about(name) {
    return new TextEncoder().encode(`${this.copy.id}:${name}`);
  }

  async put(name, value) {
    if (!this.copy) throw new Error("no key");
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(value));
    const way = { name: "AES-GCM", iv, additionalData: this.about(name) };
    const data = await crypto.subtle.encrypt(way, this.copy.key, plain);
    const change = this.base.transaction("records", "readwrite");
    change.objectStore("records").put({ iv, data }, name);
    await finished(change);
  }

  // As `put`, but a device that takes no more only answers false.
  async tryPut(name, value) {
    try {
      await this.put(name, value);
      return true;
    } catch {
      return false;
    }
  }

  // What cannot be read with the key that stands is of no use to anybody: it is deleted.
  async get(name) {
    const record = await asked(this.base.transaction("records").objectStore("records").get(name));
    if (!record || !this.copy) return null;
    try {
      const way = { name: "AES-GCM", iv: record.iv, additionalData: this.about(name) };
      return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(way, this.copy.key, record.data)));
    } catch {
      await this.remove(name);
      return null;
    }
  }

  names() {
    return asked(this.base.transaction("records").objectStore("records").getAllKeys());
  }

  async remove(name) {
    const change = this.base.transaction("records", "readwrite");
    change.objectStore("records").delete(name);
    await finished(change);
  }

  async erase() {
    const change = this.base.transaction(["keys", "records"], "readwrite");
    change.objectStore("keys").clear();
    change.objectStore("records").clear();
    await finished(change);
    this.copy = undefined;
  }
}
