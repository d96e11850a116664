// Keeps what is typed in forms marked data-keep="key" until it has been received by the server.
// The text lives in this tab only (sessionStorage). data-keep-version names the state of the stored object: a draft
// of another version is older than what the page shows and is thrown away.
const PREFIX = "draft:";
const wasReturnedTo = ["back_forward", "reload"].includes(performance.getEntriesByType("navigation")[0]?.type);

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

const tell = (form, at) => {
  const note = form.querySelector("[data-keep-note]");
  if (!note) return;
  const time = new Date(at).toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" });
  note.textContent = note.dataset.keepNote.replace("{time}", time);
  note.hidden = false;
};

const restore = (form) => {
  const draft = read(form);
  if (!draft) return;
  const isStale = draft.version !== (form.dataset.keepVersion ?? "");
  if (isStale || (draft.isSent && !wasReturnedTo)) {
    sessionStorage.removeItem(keyOf(form));
    return;
  }
  if (putBack(form, draft.values)) tell(form, draft.at);
};

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
