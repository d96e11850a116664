// Keeps what is typed in forms marked data-keep="key" until it has been received by the server.
// The text lives in this tab only (sessionStorage). data-keep-version names the state of the stored object: over a
// newer state a draft is not laid without asking.
const PREFIX = "draft:";
const isReturn = ["back_forward", "reload"].includes(performance.getEntriesByType("navigation")[0]?.type);

const keyOf = (form) => `${PREFIX}${location.pathname}:${form.dataset.keep}`;
const kept = (field) => field.name && !["hidden", "file", "password", "submit"].includes(field.type);

const valuesOf = (form) =>
  [...form.elements].filter(kept).map((field) => ({
    name: field.name,
    value: field.value,
    checked: ["checkbox", "radio"].includes(field.type) ? field.checked : undefined,
  }));

const read = (form) => {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(form)));
  } catch {
    return null;
  }
};

const write = (form, isSent) => {
  const draft = { version: form.dataset.keepVersion ?? "", isSent, at: Date.now(), values: valuesOf(form) };
  try {
    sessionStorage.setItem(keyOf(form), JSON.stringify(draft));
  } catch {
    // The tab's store is full or closed: the page works on without drafts.
  }
};

const putBack = (form, values) => {
  const fields = [...form.elements].filter(kept);
  let changed = false;
  values.forEach((old, index) => {
    const field = fields[index];
    if (!field || field.name !== old.name) return;
    if (old.checked === undefined ? field.value !== old.value : field.checked !== old.checked) changed = true;
    field.value = old.value;
    if (old.checked !== undefined) field.checked = old.checked;
  });
  return changed;
};

const timeOf = (at) => new Date(at).toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" });

const tell = (form, draft) => {
  const note = form.querySelector("[data-keep-note]");
  if (!note) return;
  note.textContent = note.dataset.keepNote.replace("{time}", timeOf(draft.at));
  note.hidden = false;
};

const offer = (form, draft) => {
  const note = form.querySelector("[data-keep-note]");
  if (!note?.dataset.keepOffer) return;
  const button = Object.assign(document.createElement("button"), {
    type: "button",
    className: "button button-small",
    textContent: note.dataset.keepButton,
  });
  button.addEventListener("click", () => {
    putBack(form, draft.values);
    tell(form, draft);
  });
  note.replaceChildren(note.dataset.keepOffer.replace("{time}", timeOf(draft.at)), " ", button);
  note.hidden = false;
};

const restore = (form) => {
  const draft = read(form);
  if (!draft) return;
  if (draft.version !== (form.dataset.keepVersion ?? "")) offer(form, draft);
  else if (putBack(form, draft.values)) tell(form, draft);
};

// A page that our server sent in answer to a form proves that the form was received. An address typed anew, or a
// page returned to, proves nothing: then the words may have been lost on the way, and are put back.
const forgetReceived = () => {
  const from = document.referrer ? new URL(document.referrer) : null;
  if (isReturn || from?.origin !== location.origin) return;
  for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(`${PREFIX}${from.pathname}:`))) {
    if (JSON.parse(sessionStorage.getItem(key))?.isSent) sessionStorage.removeItem(key);
  }
};

forgetReceived();
for (const form of document.querySelectorAll("form[data-keep]")) restore(form);

document.addEventListener("input", (event) => {
  const form = event.target.form;
  if (form?.matches("form[data-keep]")) write(form, false);
});

document.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-keep]")) write(event.target, true);
});

// A form that saves itself has told the server everything: nothing is left to keep.
document.addEventListener("kollegium:saved", (event) => {
  if (event.target.matches("form[data-keep]")) sessionStorage.removeItem(keyOf(event.target));
});
