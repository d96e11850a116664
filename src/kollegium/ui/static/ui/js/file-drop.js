// A file field that is also a place to drop files and folders. Each file is sent by itself, a few at a time, with
// progress; without an address to send to, dropped files are put in the field and the form is sent as usual.
const AT_ONCE = 3;
const SHOWN = 60;

class FileDrop {
  constructor(root) {
    this.root = root;
    this.input = root.querySelector("input[type=file]");
    this.list = root.querySelector(".file-drop-list");
    this.summary = root.querySelector("[data-summary-line]");
    this.queue = [];
    this.active = 0;
    this.total = 0;
    this.done = 0;
    this.listen();
  }

  listen() {
    const zone = this.root;
    zone.addEventListener("dragover", (event) => {
      event.preventDefault();
      zone.classList.add("is-over");
    });
    zone.addEventListener("dragleave", (event) => {
      if (!zone.contains(event.relatedTarget)) zone.classList.remove("is-over");
    });
    zone.addEventListener("drop", async (event) => {
      event.preventDefault();
      zone.classList.remove("is-over");
      this.take(await filesOf(event.dataTransfer));
    });
    this.input.addEventListener("change", () => {
      if (this.root.dataset.endpoint) {
        this.take([...this.input.files]);
        this.input.value = "";
      } else {
        this.showChosen();
      }
    });
    this.listenForFolders();
  }

  listenForFolders() {
    const button = this.root.querySelector("[data-choose-folder]");
    if (!button || !("webkitdirectory" in this.input)) return;
    button.hidden = false;
    button.addEventListener("click", () => {
      const chooser = Object.assign(document.createElement("input"), { type: "file", webkitdirectory: true });
      chooser.addEventListener("change", () => this.take([...chooser.files]));
      chooser.click();
    });
  }

  take(files) {
    if (!this.root.dataset.endpoint) {
      const carrier = new DataTransfer();
      for (const file of files) carrier.items.add(file);
      this.input.files = carrier.files;
      this.showChosen();
      return;
    }
    this.total += files.length;
    this.queue.push(...files);
    this.tell();
    for (let count = this.active; count < AT_ONCE; count += 1) this.next();
  }

  showChosen() {
    const files = [...this.input.files];
    const { oneChosen, chosen } = this.root.dataset;
    this.summary.textContent = files.length === 1 ? oneChosen : chosen.replace("{count}", files.length);
    const rows = files.slice(0, SHOWN).map((file) => {
      const row = Object.assign(document.createElement("li"), { className: "file-row" });
      row.append(Object.assign(document.createElement("span"), { className: "file-name", textContent: file.name }));
      return row;
    });
    this.list.replaceChildren(...rows);
  }

  next() {
    const file = this.queue.shift();
    if (!file) {
      if (!this.active && this.total) this.finish();
      return;
    }
    this.active += 1;
    this.send(file, this.row(file));
  }

  row(file) {
    const row = document.createElement("li");
    row.className = "file-row";
    const name = Object.assign(document.createElement("span"), { className: "file-name", textContent: file.name });
    const state = Object.assign(document.createElement("span"), { className: "file-state" });
    const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 });
    bar.setAttribute("aria-label", file.name);
    row.append(name, state, bar);
    this.list.prepend(row);
    return row;
  }

  send(file, row) {
    const request = new XMLHttpRequest();
    const body = new FormData();
    const token = this.root.closest("form")?.querySelector("input[name=csrfmiddlewaretoken]");
    if (token) body.append(token.name, token.value);
    body.append(this.input.name, file, file.name);
    request.open("POST", this.root.dataset.endpoint);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) row.querySelector("progress").value = event.loaded / event.total;
    });
    request.addEventListener("loadend", () => this.settle(request, file, row));
    request.send(body);
  }

  settle(request, file, row) {
    this.active -= 1;
    const answer = jsonOf(request.responseText);
    const state = answer?.status ?? (request.status >= 200 && request.status < 300 ? "received" : "failed");
    row.dataset.state = state;
    row.querySelector("progress")?.remove();
    const words = answer?.message ?? (state === "failed" ? this.root.dataset.failed : this.root.dataset.done);
    row.querySelector(".file-state").textContent = words;
    if (answer?.url) link(row.querySelector(".file-name"), answer.url);
    if (state === "failed") this.offerAgain(file, row);
    else this.done += 1;
    this.trim();
    this.tell();
    this.next();
  }

  offerAgain(file, row) {
    const again = Object.assign(document.createElement("button"), {
      type: "button",
      className: "button button-small",
      textContent: this.root.dataset.again,
    });
    again.addEventListener("click", () => {
      row.remove();
      this.total -= 1;
      this.take([file]);
    });
    row.append(again);
  }

  // Thousands of rows would make the page heavy: what went well is folded away first, what failed stays.
  trim() {
    const surplus = this.list.children.length - SHOWN;
    if (surplus <= 0) return;
    const settled = [...this.list.querySelectorAll("[data-state=received], [data-state=duplicate]")];
    for (const row of settled.slice(-surplus)) row.remove();
  }

  tell() {
    const { summary, left } = this.root.dataset;
    const parts = [summary.replace("{done}", this.done).replace("{total}", this.total)];
    if (this.queue.length) parts.push(left.replace("{count}", this.queue.length));
    this.summary.textContent = parts.join(" · ");
  }

  finish() {
    this.root.dispatchEvent(
      new CustomEvent("kollegium:files-sent", { bubbles: true, detail: { done: this.done, total: this.total } }),
    );
  }
}

const jsonOf = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const link = (element, url) => {
  const anchor = Object.assign(document.createElement("a"), { href: url, textContent: element.textContent });
  element.replaceChildren(anchor);
};

const filesOf = async (transfer) => {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files];
  const files = [];
  for (const entry of entries) await walk(entry, files);
  return files;
};

const walk = async (entry, files) => {
  if (entry.isFile) {
    if (!entry.name.startsWith(".")) files.push(await new Promise((done, fail) => entry.file(done, fail)));
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const batch = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!batch.length) return;
    for (const inner of batch) await walk(inner, files);
  }
};

for (const root of document.querySelectorAll("[data-file-drop]")) new FileDrop(root);
