// Three screens of the visit: one's cases, one criterion at a time, the interview notes. The fourth is in agree.js.
import { noteName, verdictName } from "./drafts.js";
import { button, criterionList, element, made, piece, problemOf, say, wordsOf } from "./show.js";

const copyText = async (draft, target) => {
  await navigator.clipboard.writeText(wordsOf(draft.values));
  target.textContent = say("copied");
};

const joined = (one, other) => (one?.includes(other) ? one : [one, other].filter(Boolean).join("\n\n"));

// What a person can answer when a draft could not be sent as it was.
const choicesOf = (app, name) => ({
  "keep-mine": (draft) => {
    app.layAside(name, draft.problem.standing);
    app.again(name, { ...draft, base: draft.problem.standing.version, id: draft.id ?? draft.problem.standing.id });
  },
  "keep-theirs": (draft) => {
    app.layAside(name, draft.values);
    app.stands(draft);
    app.forget(name);
  },
  "keep-both": (draft) => {
    const { standing } = draft.problem;
    const values = {
      ...draft.values,
      note: joined(standing.note, draft.values.note),
    };
    if (draft.values.evidence) values.evidence = [...new Set([...standing.evidence, ...draft.values.evidence])];
    app.again(name, { ...draft, values, base: standing.version });
  },
  "keep-both-reasons": (draft) => {
    const { standing } = draft.problem;
    const values = { ...draft.values, reason: joined(standing.reason, draft.values.reason) };
    app.again(name, { ...draft, values, base: standing.version });
  },
  "keep-both-texts": (draft) => {
    const { standing } = draft.problem;
    const values = { ...draft.values, text: joined(standing.text, draft.values.text) };
    app.again(name, { ...draft, values, base: standing.version, id: draft.id ?? standing.id });
  },
  "send-anyway": (draft) => app.again(name, { ...draft, isConfirmed: true }),
  "try-again": (draft) => app.again(name, draft),
  copy: copyText,
  "let-go": () => app.forget(name),
});

export const problemIn = (app, root, name, outcomeWord) => {
  const draft = app.drafts().all.get(name);
  if (draft?.problem) piece(root, "problem").append(problemOf(draft, choicesOf(app, name), outcomeWord));
};

// What was not chosen stays to be read.
export const asideIn = (app, root, name) => {
  const aside = app.drafts().asideOf(name);
  if (!aside) return;
  const words = element("p", { className: "visit-words", lang: "sv", textContent: wordsOf(aside) });
  piece(root, "aside").append(element("p", { className: "muted", textContent: say("aside") }), words);
};

export const agreeLink = (part, area) =>
  element("a", { href: `#/agree/${part.id}/${area.key}`, textContent: `${area.key} ${area.title}` });

const agreeItem = (app, part, area) => {
  const number = area.criteria.filter(({ key }) => app.standing("agreed", part, key)).length;
  const count = say("agreed-count", { number, total: area.criteria.length });
  return element("li", {}, agreeLink(part, area), " ", element("span", { className: "muted", textContent: count }));
};

const whereOf = ({ kind, part, criterion, area }) =>
  ({ verdict: `#/judge/${part}/${criterion}`, note: `#/notes/${part}` })[kind] ?? `#/agree/${part}/${area}`;

const judgedCount = (app, one, part) => {
  const keys = app.areasOf(one).flatMap((area) => area.criteria);
  const number = keys.filter(({ key }) => app.own(part, key).outcome).length;
  return say("judged", { number, total: keys.length });
};

const firstOpen = (app, one, part) => {
  const keys = app.areasOf(one).flatMap((area) => (part.done.includes(area.key) ? [] : area.criteria));
  return (keys.find(({ key }) => !app.own(part, key).outcome) ?? app.areasOf(one)[0].criteria[0]).key;
};

const caseRow = (app, one, part) => {
  const row = made("case");
  piece(row, "unit").textContent = part.title ? `${one.unit}: ${part.title}` : one.unit;
  // The server writes the days as an element of time; only its words are shown.
  piece(row, "days").textContent = new DOMParser().parseFromString(one.days, "text/html").body.textContent;
  piece(row, "count").textContent = judgedCount(app, one, part);
  piece(row, "judge").href = `#/judge/${part.id}/${firstOpen(app, one, part)}`;
  piece(row, "notes").href = `#/notes/${part.id}`;
  const open = app.areasOf(one).filter(({ key }) => app.isOpen(part, key));
  if (open.length) piece(row, "open").append(...open.map((area) => agreeItem(app, part, area)));
  else piece(row, "agree").remove();
  return row;
};

export const casesScreen = (app, ends) => {
  const root = element("div", { className: "stack" });
  root.append(...document.getElementById("visit-cases").content.cloneNode(true).children);
  const { cases } = app.state.kept;
  const list = piece(root, "list");
  list.append(...cases.flatMap((one) => one.parts.map((part) => caseRow(app, one, part))));
  if (!cases.length) list.append(element("li", { textContent: say(app.store().id ? "no-cases" : "nothing-kept") }));
  // Drafts of cases that are no longer here: what was written can still be copied out.
  for (const [name, draft] of app.drafts().all) {
    if (app.partOf(draft.part)) continue;
    const lost = draft.problem ? draft : { ...draft, problem: { kind: "gone", message: "" } };
    list.append(element("li", {}, problemOf(lost, choicesOf(app, name))));
  }
  for (const [name, draft] of app.drafts().inTrouble) {
    const part = app.partOf(draft.part);
    if (!part) continue;
    const link = element("a", { href: whereOf(draft), textContent: draft.criterion ?? draft.area ?? say("change") });
    const problem = problemOf(draft, choicesOf(app, name), app.outcomeWord(draft));
    list.append(element("li", {}, problem, link));
  }
  piece(root, "kept").hidden = !app.store().id;
  piece(root, "ends").textContent = say("ends", { time: ends });
  piece(root, "erase").addEventListener("click", app.eraseAll);
  return root;
};

const isWriting = (target) => target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");

export const onKeys = (root, form, go) =>
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && event.target.matches("textarea")) form.querySelector("input[type=radio]").focus();
    if (isWriting(event.target)) return;
    const key = event.key.toLowerCase();
    const radio = form.querySelectorAll("input[type=radio]")[Number(key) - 1];
    if (/^[1-5]$/.test(key) && radio && !radio.disabled) radio.click();
    else if (key === "n") {
      const around = form.closest("details");
      if (around) around.open = true;
      form.querySelector("textarea").focus();
    }
    else if (key === "j") go(1);
    else if (key === "k") go(-1);
    else return;
    event.preventDefault();
  });

// An earlier version stands where it was chosen, and the newest is then not offered beside it.
const evidenceFor = (part, chosen) => {
  const isChosen = ({ reference }) => chosen.includes(reference);
  const instead = part.evidence.filter(isChosen).map(({ newer }) => newer?.reference);
  return part.evidence.filter(
    (item) => isChosen(item) || (item.offered !== false && !instead.includes(item.reference)),
  );
};

const evidenceBox = (part, item, chosen) => {
  const isChosen = chosen.includes(item.reference);
  const box = element("input", { type: "checkbox", name: "evidence", value: item.reference, checked: isChosen });
  const title = element("span", { textContent: item.title });
  const label = element("label", { className: "choice" }, box, title);
  const { newer } = item;
  if (!isChosen || !newer?.words) return [label];
  const line = element("p", { className: "judged-newer" }, element("span", { textContent: newer.words }));
  const move = button(say("move"), () => {
    box.value = newer.reference;
    box.checked = true;
    title.textContent = part.evidence.find(({ reference }) => reference === newer.reference)?.title ?? item.title;
    line.remove();
    box.focus();
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
  line.append(element("a", { href: newer.url, textContent: say("look-newer") }), move);
  return [label, line];
};

const heardNote = (note) =>
  element(
    "blockquote",
    { className: "visit-words", lang: "sv" },
    element("strong", { textContent: `${note.who ?? ""} ` }),
    note.text,
  );

export const criterionScreen = (app, one, part, wanted) => {
  const areas = app.areasOf(one);
  const all = areas.flatMap((area) => area.criteria.map((criterion) => ({ area, criterion })));
  const at = Math.max(all.findIndex(({ criterion }) => criterion.key === decodeURIComponent(wanted ?? "")), 0);
  const { area, criterion } = all[at];
  const root = made("criterion");
  const name = verdictName(part.id, criterion.key);
  const own = app.own(part, criterion.key);
  const isDone = part.done.includes(area.key);
  root.classList.add(`edge-${criterion.level}`);
  piece(root, "notes-link").href = `#/notes/${part.id}/${criterion.key}`;
  const inArea = area.criteria.indexOf(criterion) + 1;
  const place = say("place", { place: inArea, total: area.criteria.length, area: area.key });
  piece(root, "place").textContent = `${one.unit}. ${place}`;
  for (const [what, text] of [["key", criterion.key], ["text", criterion.text], ["gloss", criterion.gloss], ["level", criterion.level_word]]) {
    piece(root, what).textContent = text;
  }
  piece(root, "heard").append(...part.notes.filter(({ criteria }) => criteria.includes(criterion.key)).map(heardNote));
  problemIn(app, root, name);

  const go = (way) => {
    const next = all[at + way];
    if (next) location.hash = `#/judge/${part.id}/${next.criterion.key}`;
  };
  for (const [what, way] of [["before", -1], ["after", 1]]) {
    const next = all[at + way];
    if (next) piece(root, what).href = `#/judge/${part.id}/${next.criterion.key}`;
    else piece(root, what).remove();
  }
  const choice = piece(root, "choice");
  choice.append(...criterionList(areas, (key) => app.own(part, key), criterion.key));
  choice.addEventListener("change", () => (location.hash = `#/judge/${part.id}/${choice.value}`));

  const form = piece(root, "form");
  form.elements.note.value = own.note;
  for (const radio of form.querySelectorAll("input[type=radio]")) radio.checked = radio.value === own.outcome;
  const offered = evidenceFor(part, own.evidence);
  const near = offered.filter(({ criteria }) => criteria.includes(criterion.key));
  const others = offered.filter((item) => !near.includes(item));
  piece(root, "evidence").append(...[...near, ...others].flatMap((item) => evidenceBox(part, item, own.evidence)));
  const missing = part.evidence.filter((item) => item.missing && item.criteria.includes(criterion.key));
  if (missing.length) {
    const titles = missing.map(({ bare }) => bare).join(", ");
    piece(root, "evidence").append(element("p", { className: "muted", textContent: say("not-come", { titles }) }));
  }
  // A newer version must not lie hidden.
  piece(root, "evidence").closest("details").open = Boolean(root.querySelector(".judged-newer"));
  // A verdict may rest on what is kept on no device, such as a questionnaire: it goes on doing so.
  const unseen = own.evidence.filter((reference) => !offered.some((item) => item.reference === reference));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    const data = new FormData(form);
    const evidence = [...data.getAll("evidence"), ...unseen];
    const values = { outcome: data.get("outcome") ?? "", note: data.get("note"), evidence };
    app.keepVerdict(one, part, criterion.key, values);
  });
  if (isDone) {
    for (const field of form.elements) field.disabled = true;
    const isOpen = app.isOpen(part, area.key);
    const told = element("p", { textContent: say(isOpen ? "area-open" : "area-done") });
    if (isOpen) told.append(" ", agreeLink(part, area));
    form.prepend(told);
  }
  onKeys(root, form, go);
  asideIn(app, root, name);
  return root;
};

const localNow = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

const noteRow = (app, root, part, note, change) => {
  const row = made("note-row");
  const radio = root.querySelector(`input[name=interviewed][value="${CSS.escape(note.interviewed)}"]`);
  piece(row, "who").textContent = radio?.nextElementSibling.textContent ?? "";
  piece(row, "when").textContent = `${note.heard_at.replace("T", " ")}, ${note.is_own ? say("you") : note.author}`;
  piece(row, "text").textContent = note.text;
  piece(row, "about").textContent = [note.criteria].flat().join(", ");
  if (note.is_own) piece(row, "actions").append(button(say("change"), () => change(note)));
  problemIn(app, row, noteName(note.key));
  return row;
};

const notesWithDrafts = (app, part) => {
  const byKey = new Map(part.notes.map((note) => [note.key, note]));
  for (const draft of app.drafts().all.values()) {
    if (draft.kind !== "note" || draft.part !== part.id || !draft.values.text) continue;
    byKey.set(draft.key, { ...byKey.get(draft.key), ...draft.values, key: draft.key, is_own: true });
  }
  return [...byKey.values()].sort((one, other) => other.heard_at.localeCompare(one.heard_at));
};

export const notesScreen = (app, one, part, criterion) => {
  const root = made("notes");
  const form = piece(root, "form");
  const list = piece(root, "list");
  let note;
  piece(root, "judge").href = `#/judge/${part.id}/${criterion ?? firstOpen(app, one, part)}`;

  const fill = (values) => {
    for (const radio of form.querySelectorAll("input[type=radio]")) radio.checked = radio.value === values.interviewed;
    for (const name of ["text", "heard_at"]) form.elements[name].value = values[name];
    form.elements.criteria.value = [values.criteria].flat().join(", ");
  };
  const begin = () => {
    note = { key: crypto.randomUUID(), id: null, base: 0 };
    fill({ interviewed: "", text: "", criteria: criterion ?? "", heard_at: localNow() });
  };
  const change = (stored) => {
    const draft = app.drafts().all.get(noteName(stored.key));
    note = { key: stored.key, id: stored.id ?? draft?.id ?? null, base: draft?.base ?? stored.version ?? 0 };
    fill(stored);
    form.elements.text.focus();
  };
  const renew = () => list.replaceChildren(...notesWithDrafts(app, part).map((one_) => noteRow(app, root, part, one_, change)));

  // A note goes away when it is kept: half a note on the server would be read by the others.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const missing = !data.get("interviewed") ? form.querySelector("input[type=radio]") : !data.get("text").trim() && form.elements.text;
    if (missing) {
      missing.focus();
      missing.setCustomValidity(form.querySelector("legend").textContent);
      missing.reportValidity();
      missing.setCustomValidity("");
      return;
    }
    const values = Object.fromEntries(["interviewed", "text", "criteria", "heard_at"].map((name) => [name, data.get(name)]));
    app.keepNote(one, part, { ...note, values });
    begin();
    renew();
  });
  begin();
  renew();
  return root;
};
