// Forms marked data-autosave="address" save themselves a moment after the last key; "Sparat 14:02" says so.
// The whole form is posted; 2xx means saved, 409 and 422 mean that a person must look, anything else is tried again.
const QUIET = 700;
const AGAIN = 5000;
const waiting = new WeakMap();
const unsaved = new Set();
const sending = new Map();

const noteOf = (form) => form.querySelector("[data-saved-note]");

const say = (form, state) => {
  const note = noteOf(form);
  if (!note) return;
  const time = new Date().toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" });
  note.dataset.state = state;
  note.textContent = (note.dataset[state] ?? "").replace("{time}", time);
};

const settle = async (form, response) => {
  if (response.ok) {
    const answer = response.headers.get("content-type")?.includes("json") ? await response.json() : {};
    if (answer.version !== undefined) {
      const version = form.querySelector("input[name=version]");
      if (version) version.value = answer.version;
      form.dataset.keepVersion = answer.version;
    }
    if (waiting.get(form)) return;
    unsaved.delete(form);
    say(form, "saved");
    form.dispatchEvent(new CustomEvent("kollegium:saved", { bubbles: true, detail: answer }));
  } else if ([400, 403, 409, 422].includes(response.status)) {
    say(form, "refused");
    form.dispatchEvent(new CustomEvent("kollegium:refused", { bubbles: true, detail: { response } }));
  } else {
    throw new Error(`status ${response.status}`);
  }
};

const save = (form) => {
  const sent = sendOne(form).finally(() => sending.get(form) === sent && sending.delete(form));
  sending.set(form, sent);
  return sent;
};

const sendOne = async (form) => {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  say(form, "saving");
  try {
    const headers = { "X-Requested-With": "XMLHttpRequest", Accept: "application/json" };
    const body = new FormData(form);
    await settle(form, await fetch(form.dataset.autosave, { method: "POST", body, headers, redirect: "manual" }));
  } catch {
    say(form, "failed");
    waiting.set(form, setTimeout(save, AGAIN, form));
  }
};

const plan = (form, delay) => {
  unsaved.add(form);
  clearTimeout(waiting.get(form));
  waiting.set(form, setTimeout(save, delay, form));
};

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.dataset.autosave) plan(form, QUIET);
});

// A button that sends the form sends all of it: nothing is left to save. What is on its way is waited for, as the
// two would name the same version and the later be told that something newer stands.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset?.autosave) return;
  clearTimeout(waiting.get(form));
  waiting.delete(form);
  const running = sending.get(form);
  if (running) {
    event.preventDefault();
    await running;
    form.requestSubmit(event.submitter);
  } else unsaved.delete(form);
});

window.addEventListener("online", () => unsaved.forEach((form) => plan(form, 0)));

window.addEventListener("beforeunload", (event) => {
  if (unsaved.size) event.preventDefault();
});
