// The proposal page: the highlight follows the field, sections save themselves, phones get tabs.
const QUIET = 700;
const AGAIN = 5000;
const page = document.querySelector("[data-import-page]");
const pane = page.querySelector(".import-lines");

// --- the original -------------------------------------------------------------------------------
const rangesOf = (text) => text.split(" ").map((part) => part.split("-").map(Number));

const light = (source) => {
  for (const line of pane.querySelectorAll(".is-lit")) line.classList.remove("is-lit");
  let first = null;
  for (const [from, to] of rangesOf(source.dataset.lines)) {
    for (let number = from; number <= to; number += 1) {
      const line = document.getElementById(`L${number}`);
      if (!line) continue;
      line.classList.add("is-lit");
      first ??= line;
    }
  }
  return first;
};

// Only the pane scrolls, never the page: the field one writes in stays where it is.
const bring = (line) => {
  if (line && pane.scrollHeight > pane.clientHeight) pane.scrollTop = line.offsetTop - pane.offsetTop - pane.clientHeight / 4;
};

const follow = (target) => {
  const source = target.closest?.("[data-lines]");
  if (source && page.contains(source)) bring(light(source));
};

document.addEventListener("focusin", (event) => follow(event.target));

const followAddress = () => {
  const target = document.getElementById(location.hash.slice(1));
  show(target?.closest(".import-original") ? "original" : "fields");
  const source = target?.closest("[data-lines]") ?? target?.querySelector("[data-lines]");
  if (source) follow(source);
};

document.addEventListener("click", (event) => {
  const place = event.target.closest("a.import-place");
  if (!place) return;
  const source = place.closest("[data-lines]");
  if (!source) return;
  event.preventDefault();
  show("original");
  const line = light(source);
  bring(line);
  if (isNarrow()) line?.scrollIntoView({ block: "center" });
});

// A page's picture is opened where it stands in the original, beside the fields.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-picture]");
  const picture = link && document.getElementById(link.hash.slice(1));
  if (!picture) return;
  event.preventDefault();
  show("original");
  picture.open = true;
  bring(picture.parentElement);
  if (isNarrow()) picture.scrollIntoView({ block: "start" });
  picture.querySelector("summary").focus({ preventScroll: true });
});

// --- phones: the fields and the original as tabs ------------------------------------------------
const tabs = document.querySelector(".import-tabs");
const isNarrow = () => getComputedStyle(tabs).display !== "none";

const show = (part) => {
  page.dataset.shown = part;
  for (const tab of tabs.querySelectorAll("a")) {
    if (tab.dataset.show === part) tab.setAttribute("aria-current", "true");
    else tab.removeAttribute("aria-current");
  }
};

tabs.addEventListener("click", (event) => {
  const part = event.target.closest("a")?.dataset.show;
  if (!part) return;
  event.preventDefault();
  show(part);
});
window.addEventListener("hashchange", followAddress);
followAddress();

// --- saving as one goes -------------------------------------------------------------------------
const states = new WeakMap();
const unsaved = new Set();

const stateOf = (form) => {
  if (!states.has(form)) states.set(form, { timer: null, isSaving: false, isChanged: false });
  return states.get(form);
};

const say = (form, key, time = "") => {
  const note = form.querySelector("[data-saved-note]");
  if (!note) return;
  note.dataset.state = key;
  note.textContent = (note.dataset[key] ?? "").replace("{time}", time);
};

const inputNamed = (form, name) => [...form.elements].find((element) => element.name === name);

const take = (form, answer) => {
  for (const [path, token] of Object.entries(answer.tokens ?? {})) {
    const input = inputNamed(form, `t:${path}`);
    if (input) input.value = token;
  }
  for (const block of form.querySelectorAll("[data-conflict]")) {
    const html = answer.conflicts?.[block.dataset.conflict];
    if (html && !block.firstElementChild) block.innerHTML = html;
  }
  for (const field of form.querySelectorAll(".import-field")) {
    const path = Object.entries(answer.ids ?? {}).find(([, id]) => id === field.id)?.[0];
    tellError(field, answer.errors?.[path]);
  }
};

const tellError = (field, sentence) => {
  field.querySelector("[data-live-error]")?.remove();
  field.classList.toggle("has-error", Boolean(sentence));
  if (!sentence) return;
  const line = Object.assign(document.createElement("p"), { className: "field-error", textContent: sentence });
  line.dataset.liveError = "";
  line.setAttribute("role", "alert");
  field.querySelector(".import-field-head")?.after(line);
};

// One request at a time and form, so that a later word is never overtaken by an earlier one.
const save = async (form) => {
  const state = stateOf(form);
  clearTimeout(state.timer);
  if (state.isSaving) return;
  state.isSaving = true;
  state.isChanged = false;
  say(form, "saving");
  try {
    const headers = { Accept: "application/json", "X-Requested-With": "XMLHttpRequest" };
    const response = await fetch(form.action, { method: "POST", body: new FormData(form), headers, redirect: "manual" });
    if (![200, 409, 422].includes(response.status)) throw new Error(`status ${response.status}`);
    const answer = await response.json();
    take(form, answer);
    if (response.ok) {
      if (!state.isChanged) unsaved.delete(form);
      say(form, "saved", answer.time);
    } else {
      say(form, "refused");
      if (answer.message) form.querySelector("[data-saved-note]").textContent = answer.message;
    }
  } catch {
    say(form, "failed");
    state.timer = setTimeout(save, AGAIN, form);
  } finally {
    state.isSaving = false;
  }
  if (state.waiting) {
    const submitter = state.waiting;
    state.waiting = null;
    form.requestSubmit(submitter);
  } else if (state.isChanged) plan(form, QUIET);
};

const plan = (form, delay) => {
  const state = stateOf(form);
  state.isChanged = true;
  unsaved.add(form);
  clearTimeout(state.timer);
  state.timer = setTimeout(save, delay, form);
};

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.matches("[data-import-save]")) plan(form, QUIET);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-import-save]")) return;
  const state = stateOf(form);
  if (event.submitter?.matches("[data-save]")) {
    event.preventDefault();
    event.stopImmediatePropagation();
    plan(form, 0);
  } else if (state.isSaving) {
    // What is on its way must arrive first, or the answer would seem to come from somebody else.
    event.preventDefault();
    event.stopImmediatePropagation();
    state.waiting = event.submitter;
  } else {
    clearTimeout(state.timer);
    state.isChanged = false;
    unsaved.delete(form);
  }
}, { capture: true });

window.addEventListener("online", () => unsaved.forEach((form) => plan(form, 0)));
window.addEventListener("beforeunload", (event) => {
  if (unsaved.size) event.preventDefault();
});

// --- doubts: who says that something is to be corrected is led to the field ----------------------
document.addEventListener("submit", (event) => {
  if (event.submitter?.value !== "fix" || !event.target.dataset.goto) return;
  const field = document.getElementById(event.target.dataset.goto);
  if (!field) return;
  setTimeout(() => {
    show("fields");
    field.scrollIntoView({ block: "center" });
    field.querySelector("textarea, input:not([type=hidden]), select")?.focus({ preventScroll: true });
  }, 0);
});
