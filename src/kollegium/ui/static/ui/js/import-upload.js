// The drop zone of the import: each file is sent by itself, a few at a time, so that thousands neither time out
// nor are lost. A file that could not be sent goes back in the queue; the server knows what it has by its content.
const AT_ONCE = 3;
const ROWS_SHOWN = 60;
const TOO_MANY_REQUESTS = 429;
const PAUSES = [1000, 2000, 5000, 10000, 20000];

class ImportDrop {
  constructor(root) {
    this.root = root;
    this.words = root.dataset;
    this.form = root.closest("form");
    this.input = root.querySelector("input[type=file]");
    this.list = root.querySelector("[data-file-list]");
    this.progress = root.querySelector("[data-progress]");
    this.goOnButton = root.querySelector("[data-go-on-button]");
    this.queue = [];
    this.active = 0;
    this.total = 0;
    this.done = 0;
    this.refused = 0;
    this.failures = 0;
    this.isStopped = false;
    this.goOnButton.textContent = this.words.goOn;
    this.listen();
  }

  listen() {
    this.root.addEventListener("dragover", (event) => {
      event.preventDefault();
      this.root.classList.add("is-over");
    });
    this.root.addEventListener("dragleave", (event) => {
      if (!this.root.contains(event.relatedTarget)) this.root.classList.remove("is-over");
    });
    this.root.addEventListener("drop", async (event) => {
      event.preventDefault();
      this.root.classList.remove("is-over");
      this.take(await filesOf(event.dataTransfer));
    });
    this.input.addEventListener("change", () => {
      this.take([...this.input.files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
      this.input.value = "";
    });
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.goOnButton.addEventListener("click", () => this.goOn());
    window.addEventListener("online", () => this.goOn());
    window.addEventListener("beforeunload", (event) => {
      if (this.queue.length || this.active) event.preventDefault();
    });
    const folderButton = this.root.querySelector("[data-choose-folder]");
    if ("webkitdirectory" in this.input) {
      folderButton.hidden = false;
      folderButton.addEventListener("click", () => this.chooseFolder());
    }
  }

  chooseFolder() {
    const chooser = Object.assign(document.createElement("input"), { type: "file", webkitdirectory: true });
    chooser.addEventListener("change", () =>
      this.take([...chooser.files].map((file) => ({ file, name: file.webkitRelativePath || file.name }))),
    );
    chooser.click();
  }

  take(items) {
    const wanted = items.filter((item) => !baseName(item.name).startsWith("."));
    if (!wanted.length) return;
    this.total += wanted.length;
    this.queue.push(...wanted);
    this.progress.hidden = false;
    this.root.querySelector("[data-done-line]").hidden = true;
    this.tell();
    this.fill();
  }

  fill() {
    while (!this.isStopped && this.active < AT_ONCE && this.queue.length) this.send(this.queue.shift());
    if (!this.active && !this.queue.length && this.total) this.finish();
  }

  send(item) {
    this.active += 1;
    item.row ??= this.row(item);
    this.say(item.row, "sending", this.words.sending);
    const request = new XMLHttpRequest();
    request.open("POST", this.words.endpoint);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", this.form.querySelector("input[name=csrfmiddlewaretoken]").value);
    const bar = item.row.querySelector("progress");
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = event.loaded / event.total;
    });
    request.addEventListener("loadend", () => this.settle(request, item));
    request.send(this.body(item));
  }

  // A file past the limit is only named, so that the list of the batch tells of it too.
  body({ file, name }) {
    const body = new FormData();
    body.append("name", name);
    if (file.size > Number(this.words.largest)) body.append("refused", "too-large");
    else body.append("files", file, baseName(name));
    return body;
  }

  settle(request, item) {
    this.active -= 1;
    const answer = jsonOf(request.responseText);
    if (answer?.status) this.accept(answer, item);
    else this.again(request, item);
    this.tell();
    this.fill();
  }

  accept(answer, item) {
    this.failures = 0;
    this.problem("");
    this.done += 1;
    if (answer.status === "refused") this.refused += 1;
    this.say(item.row, answer.status, answer.message);
    item.row.querySelector("progress")?.remove();
    if (answer.url) link(item.row.querySelector(".file-name"), answer.url);
    if (answer.batch_url) this.root.querySelector("[data-batch-link]").href = answer.batch_url;
    this.trim();
  }

  again(request, item) {
    this.queue.unshift(item);
    this.say(item.row, "waiting", this.words.waiting);
    item.row.querySelector("progress").value = 0;
    this.isStopped = true;
    const isLoggedOut = request.status === 403 || request.status === 404 || request.responseURL.includes("/login");
    const isTooQuick = request.status === TOO_MANY_REQUESTS;
    this.problem(isLoggedOut ? this.words.loggedOut : isTooQuick ? this.words.tooQuick : this.words.lost);
    this.goOnButton.hidden = isTooQuick;
    clearTimeout(this.timer);
    if (isLoggedOut) return;
    const told = isTooQuick ? 1000 * Number(request.getResponseHeader("Retry-After")) : 0;
    const pause = told || PAUSES[Math.min(this.failures, PAUSES.length - 1)];
    this.failures += 1;
    this.timer = setTimeout(() => this.goOn(), pause);
  }

  goOn() {
    clearTimeout(this.timer);
    this.isStopped = false;
    this.goOnButton.hidden = true;
    this.fill();
  }

  row({ name }) {
    const row = Object.assign(document.createElement("li"), { className: "file-row" });
    const label = Object.assign(document.createElement("span"), { className: "file-name", textContent: name });
    const state = Object.assign(document.createElement("span"), { className: "file-state" });
    const bar = Object.assign(document.createElement("progress"), { max: 1, value: 0 });
    bar.setAttribute("aria-label", name);
    row.append(label, state, bar);
    this.list.prepend(row);
    return row;
  }

  say(row, state, words) {
    row.dataset.state = state;
    row.querySelector(".file-state").textContent = words;
  }

  problem(words) {
    const line = this.root.querySelector("[data-problem]");
    line.textContent = words;
    line.hidden = !words;
    if (!words) this.goOnButton.hidden = true;
  }

  // Thousands of rows would make the page heavy: what went well is folded away first, what was refused stays.
  trim() {
    const surplus = this.list.children.length - ROWS_SHOWN;
    if (surplus <= 0) return;
    const settled = [...this.list.querySelectorAll("[data-state=received], [data-state=duplicate]")];
    for (const row of settled.slice(-surplus)) row.remove();
  }

  tell() {
    const parts = [this.words.summary.replace("{done}", this.done).replace("{total}", this.total)];
    if (this.refused) parts.push(this.words.refused.replace("{count}", this.refused));
    this.root.querySelector("[data-summary-line]").textContent = parts.join(" · ");
    this.progress.querySelector("progress").value = this.done / this.total;
  }

  finish() {
    this.root.querySelector("[data-summary-line]").textContent += ` · ${this.words.allDone}`;
    this.root.querySelector("[data-done-line]").hidden = !this.root.querySelector("[data-batch-link]").href.includes("/import/");
    this.root.dispatchEvent(new CustomEvent("kollegium:files-sent", { bubbles: true }));
  }
}

const baseName = (name) => name.split("/").pop();

const jsonOf = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const link = (element, url) => {
  element.replaceChildren(Object.assign(document.createElement("a"), { href: url, textContent: element.textContent }));
};

const filesOf = async (transfer) => {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => ({ file, name: file.name }));
  const items = [];
  for (const entry of entries) await walk(entry, items);
  return items;
};

const walk = async (entry, items) => {
  if (entry.isFile) {
    const file = await new Promise((done, fail) => entry.file(done, fail));
    items.push({ file, name: entry.fullPath.replace(/^\//, "") });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (!some.length) return;
    for (const inner of some) await walk(inner, items);
  }
};

for (const root of document.querySelectorAll("[data-import-drop]")) new ImportDrop(root);
