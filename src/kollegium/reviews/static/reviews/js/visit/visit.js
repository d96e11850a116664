// Judging at the visit, with and without a network: what stands here is shown from the device, and sent when it can be.
import { agreeScreen, gradeWord } from "./agree.js";
import { Drafts, agreedName, gradeName, noteName, typedName, verdictName } from "./drafts.js";
import { criterionScreen, notesScreen, casesScreen } from "./screens.js";
import { dayOf, element, button, say, timeOf, verdictWord } from "./show.js";
import { Store } from "./store.js";
import { NotNow, SignInFirst, contact, renew, send } from "./sync.js";

const root = document.getElementById("visit");
const here = root.dataset;
const screen = root.querySelector("[data-screen]");
const QUIET = 700;
const AGAIN = 20_000;
// A copy holds for 72 hours from when it was fetched: a page that stays open fetches it anew now and then.
const STALE = 10 * 60_000;

// Where a sent change stands in what is kept of a report, and under which key.
const HELD = { verdict: "own", agreed: "agreed", grade: "grades" };
const keyIn = ({ kind, area, criterion }) => (kind === "grade" ? area : criterion);

// `shown` is for the open page alone, the colleagues' verdicts among it: it is kept nowhere.
const state = { kept: { cases: [], standards: {} }, shown: {}, network: "checking", fetchedAt: 0, savedAt: 0 };
let store, drafts, running, isWanted, timer;

const showStatus = () => {
  const line = root.querySelector("[data-status]");
  const unsent = drafts.waiting.length;
  let name = state.network;
  if (drafts.inTrouble.length) name = "look";
  else if (name === "out" && !store.id) name = "out-empty";
  else if (name !== "in" && drafts.unkept.size) name = "unkept";
  else if (name !== "in" && drafts.writing) name = "keeping";
  else if (name === "offline" && unsent) name = "kept";
  else if (name === "in") name = unsent ? "sending" : "sent";
  const time = timeOf(name === "kept" ? state.savedAt : state.fetchedAt);
  line.dataset.state = name;
  line.replaceChildren(element("span", { textContent: say(name, { time }) }));
  if (state.network === "out") {
    line.append(element("a", { href: here.logIn + encodeURIComponent(location.hash), textContent: say("log-in") }));
  }
};

const alertWith = (text, ...more) => {
  const box = element("div", { className: "notice notice-warning" });
  box.append(element("div", { className: "notice-body stack" }, element("p", { textContent: text }), ...more));
  root.querySelector("[data-alert]").replaceChildren(...(text ? [box] : []));
};

const forgetAll = async (reason) => {
  const unsent = drafts.all.size;
  await store.erase();
  await drafts.load();
  drafts.aside.clear();
  state.kept = { cases: [], standards: {} };
  state.shown = {};
  const told = reason === "wiped" && unsent ? say("wiped-unsent", { count: unsent }) : say(reason);
  alertWith(told, button(say("fetch"), () => location.reload()));
  show();
};

const caseOf = (part) => state.kept.cases.find((one) => one.parts.some(({ id }) => id === part));
const partOf = (id) => caseOf(id)?.parts.find((part) => part.id === id);

// What an earlier release kept has nothing of what was agreed.
const heldBy = (part, kind) => (part[HELD[kind]] ??= {});

const keepFetched = () => store.tryPut("kept", { ...state.kept, fetchedAt: state.fetchedAt });

const received = async (name, sent, answer) => {
  const part = partOf(sent.part);
  if (HELD[sent.kind] && part) heldBy(part, sent.kind)[keyIn(sent)] = { ...sent.values, ...answer };
  if (sent.kind === "note" && part) {
    const before = part.notes.find(({ key }) => key === sent.key);
    const note = { ...before, ...sent.values, id: answer.id, key: sent.key, is_own: true, version: answer.version };
    note.criteria = sent.values.criteria.toUpperCase().split(/[\s,;]+/).filter(Boolean);
    part.notes = [...part.notes.filter(({ key }) => key !== sent.key), note];
  }
  await keepFetched();
  const now = drafts.all.get(name);
  if (!now || now.at === sent.at) await drafts.forget(name);
  else await drafts.put(name, { ...now, base: answer.version, id: answer.id });
};

const sendAll = async (token) => {
  for (const [name, draft] of drafts.waiting) {
    if (drafts.holdsBack(draft)) continue;
    const { kept, problem } = await send(draft, token);
    if (kept) await received(name, draft, kept);
    else await drafts.put(name, { ...(drafts.all.get(name) ?? draft), problem });
    if (problem) show();
    showStatus();
  }
};

const fetchAll = async (token) => {
  const { isKept, ...fetched } = await renew(store, here.copy, token);
  Object.assign(state, fetched);
  if (!isKept) alertWith(say("full"));
};

// Whether somebody is in the middle of something that a new drawing of the screen would take away.
const isBusy = () => {
  const { activeElement } = document;
  if (!screen.contains(activeElement) || screen.dataset.screen === "cases") return false;
  return screen.dataset.screen !== "agree" || !activeElement.matches("[data-title]");
};

const redraw = () => {
  const wasOnTitle = document.activeElement.matches("[data-title]");
  show();
  if (wasOnTitle) screen.querySelector("[data-title]")?.focus();
};

// One round: ask how one stands, send what waits, fetch what is new. `isFull` also fetches when nothing waited.
const round = async (isFull) => {
  const { state: stands, token } = await contact(here.contact, store.id);
  if (stands === "wiped" || stands === "other") return forgetAll(stands);
  state.network = stands;
  if (stands !== "in") return undefined;
  await sendAll(token);
  if (isFull || !store.id || Date.now() - state.fetchedAt > STALE) {
    await fetchAll(token);
    if (!isBusy()) redraw();
  }
  return undefined;
};

const sync = async (isFull = false) => {
  if (running) {
    isWanted = true;
    return;
  }
  running = true;
  clearTimeout(timer);
  try {
    if (store.id && !(await store.check())) await forgetAll("wiped");
    else await round(isFull);
  } catch (fault) {
    if (fault instanceof SignInFirst) state.network = "out";
    else if (fault instanceof NotNow) state.network = "offline";
    else throw fault;
  } finally {
    running = false;
    showStatus();
    if (isWanted) soon();
    else if (drafts.waiting.length || state.network !== "in") timer = setTimeout(sync, AGAIN);
    isWanted = false;
  }
};

const soon = () => {
  clearTimeout(timer);
  timer = setTimeout(sync, QUIET);
};

const AGREED = { agreed: agreedName, grade: gradeName };

// --- what the screens may do ---------------------------------------------------------------------
const app = {
  state,
  store: () => store,
  drafts: () => drafts,
  caseOf,
  partOf,
  areasOf: (one) => state.kept.standards[one.standard],
  own: (part, key) => {
    const stored = part.own[key] ?? { outcome: "", note: "", evidence: [], version: 0 };
    const draft = drafts.all.get(verdictName(part.id, key));
    return draft ? { ...stored, ...draft.values } : stored;
  },
  keepVerdict: (one, part, criterion, values) => {
    const name = verdictName(part.id, criterion);
    const before = drafts.all.get(name);
    const base = before?.base ?? part.own[criterion]?.version ?? 0;
    const kept = { ...before, kind: "verdict", review: one.id, part: part.id, criterion, values, base, at: Date.now() };
    return app.keep(name, kept);
  },
  isOpen: (part, areaKey) => Boolean(part.open?.includes(areaKey)),
  // The colleagues' verdicts and the rule's word, as long as this page has been open since they were fetched.
  shownOf: (part) => state.shown[part.id],
  // What stands of what was agreed (`agreed` by criterion, `grade` by area): a draft goes before what was fetched.
  standing: (kind, part, key) => {
    const draft = drafts.all.get(AGREED[kind](part.id, key));
    return draft ? { ...draft.values, version: draft.base } : heldBy(part, kind)[key];
  },
  typed: (kind, part, key) => drafts.all.get(typedName(AGREED[kind](part.id, key)))?.values,
  // Keeps what is typed of an agreement, to be sent only once the team has kept it (`isTyped` false).
  keepAgreed: (kind, one, part, where, values, isTyped) => {
    const name = AGREED[kind](part.id, keyIn({ kind, ...where }));
    const before = drafts.all.get(name);
    const base = before?.base ?? heldBy(part, kind)[keyIn({ kind, ...where })]?.version ?? 0;
    const kept = { kind, review: one.id, part: part.id, ...where, values, base, at: Date.now() };
    if (isTyped) return app.keep(typedName(name), { ...kept, isTyped });
    drafts.forget(typedName(name));
    return app.keep(name, kept);
  },
  outcomeWord: ({ kind, part, area }) =>
    kind === "grade" ? gradeWord(app.areasOf(caseOf(part)).find(({ key }) => key === area)) : verdictWord,
  keepNote: (one, part, note) => {
    const name = noteName(note.key);
    const kept = { kind: "note", review: one.id, part: part.id, partKey: part.key, ...note, at: Date.now() };
    return app.keep(name, kept);
  },
  keep: async (name, draft) => {
    state.savedAt = draft.at;
    const written = drafts.put(name, draft);
    if (state.network === "in") soon();
    showStatus();
    await written;
    showStatus();
  },
  forget: async (name) => {
    await drafts.forget(name);
    show();
    showStatus();
  },
  layAside: (name, values) => drafts.layAside(name, values),
  again: (name, draft) => {
    drafts.put(name, { ...draft, problem: undefined, at: Date.now() });
    show();
    soon();
  },
  stands: (draft) => {
    const part = partOf(draft.part);
    if (HELD[draft.kind] && part) heldBy(part, draft.kind)[keyIn(draft)] = draft.problem.standing;
    if (draft.kind === "note" && part) {
      part.notes = part.notes.map((note) => (note.key === draft.key ? { ...note, ...draft.problem.standing } : note));
    }
    keepFetched();
  },
  eraseAll: async () => {
    if (drafts.all.size && !window.confirm(say("unsent-ask", { count: drafts.all.size }))) return;
    await store.erase();
    await drafts.load();
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    location.assign("/");
  },
};

function show() {
  const [, page, partId, what] = location.hash.split("/");
  const part = partOf(Number(partId));
  if (page === "judge" && part) screen.replaceChildren(criterionScreen(app, caseOf(part.id), part, what));
  else if (page === "agree" && part) screen.replaceChildren(agreeScreen(app, caseOf(part.id), part, what));
  else if (page === "notes" && part) screen.replaceChildren(notesScreen(app, caseOf(part.id), part, what));
  else screen.replaceChildren(casesScreen(app, dayOf(store.endsAt)));
  screen.dataset.screen = page || "cases";
}

const begin = async () => {
  root.hidden = false;
  store = await Store.open();
  drafts = new Drafts(store);
  await drafts.load();
  const kept = await store.get("kept");
  if (kept) {
    state.kept = kept;
    state.fetchedAt = kept.fetchedAt;
  }
  state.savedAt = Math.max(0, ...[...drafts.all.values()].map(({ at }) => at));
  show();
  showStatus();
  window.addEventListener("hashchange", () => {
    show();
    screen.querySelector("[data-title]")?.focus();
    // The colleagues agree too, on devices of their own.
    if (screen.dataset.screen === "agree" && state.network === "in") sync(true);
  });
  window.addEventListener("online", () => sync(true));
  window.addEventListener("offline", () => {
    state.network = "offline";
    showStatus();
  });
  window.addEventListener("beforeunload", (event) => {
    if (drafts.writing || drafts.unkept.size) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && sync());
  if ("serviceWorker" in navigator) navigator.serviceWorker.register(here.worker, { scope: here.scope });
  await sync(true);
};

begin();
