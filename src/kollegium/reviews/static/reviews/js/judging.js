// Judging with the keyboard: 1 to 5 choose, N goes to the note, J and K to the next and the previous criterion.
// Keys count only where nothing is being written, so that a note can hold any of them.
const rows = [...document.querySelectorAll("[data-judged]")];

const here = () => {
  const inside = document.activeElement?.closest("[data-judged]");
  if (inside) return rows.indexOf(inside);
  return rows.findIndex((row) => row.getBoundingClientRect().bottom > 0);
};

const choices = (row) => [...row.querySelectorAll("input[type=radio]")];

const go = (row) => {
  if (!row) return;
  const all = choices(row);
  (all.find((choice) => choice.checked) ?? all[0])?.focus();
  row.scrollIntoView({ block: "nearest" });
};

// One criterion at a time: the next is a page of its own. What is typed is saved before the page is left.
const dirty = new Set();
document.addEventListener("input", ({ target }) => target.form?.dataset.autosave && dirty.add(target.form));
document.addEventListener("kollegium:saved", ({ target }) => dirty.delete(target));

const turn = (way) => {
  const link = document.querySelector(`a[data-one="${way}"]`);
  if (!link) return false;
  if (!dirty.size) link.click();
  else document.addEventListener("kollegium:saved", () => link.click(), { once: true });
  return true;
};

const choose = (row, number) => {
  const choice = choices(row)[number - 1];
  if (!choice) return false;
  choice.checked = true;
  choice.focus();
  choice.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
};

const isWriting = (element) => element?.matches("textarea, input:not([type=radio]), select");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  const at = Math.max(here(), 0);
  const row = rows[at];
  const key = event.key.toLowerCase();
  if (key >= "1" && key <= "5" && key.length === 1) {
    if (!choose(row, Number(key))) return;
  } else if (key === "n") row.querySelector("textarea")?.focus();
  else if (key === "j") turn("after") || go(rows[at + 1]);
  else if (key === "k") turn("before") || go(rows[at - 1]);
  else return;
  event.preventDefault();
});

// Out of the note with Escape, so that the other keys count again.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.matches("[data-judged] textarea")) go(event.target.closest("[data-judged]"));
});

// What is taken from the list becomes a box of its own: several can be taken, and each can be let go again.
document.addEventListener("change", (event) => {
  const list = event.target;
  if (list.name !== "more_evidence" || !list.value) return;
  const option = list.selectedOptions[0];
  const label = Object.assign(document.createElement("label"), { className: "choice" });
  const box = Object.assign(document.createElement("input"), { type: "checkbox", name: "evidence", value: option.value });
  box.checked = true;
  label.append(box, Object.assign(document.createElement("span"), { textContent: option.textContent }));
  list.closest(".field").before(label);
  option.remove();
  list.value = "";
});

// Something newer stands, from another device: both are shown, and nothing is overwritten before the person chooses.
const fill = (form, { outcome, note, evidence }) => {
  for (const radio of form.querySelectorAll("input[name=outcome]")) radio.checked = radio.value === outcome;
  for (const box of form.querySelectorAll("input[type=checkbox][name=evidence]")) box.checked = evidence.includes(box.value);
  form.elements.note.value = note;
  // What was chosen on the other device and has no box here goes along, so that it is not lost.
  for (const carried of form.querySelectorAll("[data-carried]")) carried.remove();
  const boxes = new Set([...form.querySelectorAll("input[name=evidence]")].map((box) => box.value));
  for (const value of evidence.filter((reference) => !boxes.has(reference))) {
    const carried = Object.assign(document.createElement("input"), { type: "hidden", name: "evidence", value });
    carried.dataset.carried = "";
    form.append(carried);
  }
};

const wordOf = (form, outcome) =>
  form.querySelector(`input[name=outcome][value="${CSS.escape(outcome)}"]`)?.nextElementSibling.textContent ?? "";

document.addEventListener("kollegium:refused", async (event) => {
  const form = event.target;
  const { response } = event.detail;
  if (response.status !== 409 || !form.matches("[data-judged] form")) return;
  const { standing } = await response.json();
  const shown = document.getElementById("judged-standing").content.firstElementChild.cloneNode(true);
  shown.querySelector("[data-verdict]").textContent = wordOf(form, standing.outcome);
  shown.querySelector("[data-note]").textContent = standing.note;
  form.querySelector(".notice")?.remove();
  form.prepend(shown);
  const answer = (isTheirs) => {
    if (isTheirs) fill(form, standing);
    form.elements.version.value = standing.version;
    shown.remove();
    // Saved again either way: so the page knows that nothing is left unsaved.
    form.elements.note.dispatchEvent(new Event("input", { bubbles: true }));
  };
  shown.querySelector("[data-mine]").addEventListener("click", () => answer(false));
  shown.querySelector("[data-theirs]").addEventListener("click", () => answer(true));
});
