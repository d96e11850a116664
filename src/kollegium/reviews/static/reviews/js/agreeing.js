// What a team agrees on is sent as ever while the server answers. When it does not, or asks one to log in first, it is
// kept on the device where that keeps cases for the visit, under the same key and rules, and sent when it can be;
// on other devices it stays in the form.
import { Drafts, agreedName, gradeName } from "./visit/drafts.js";
import { Store } from "./visit/store.js";
import { NotNow, SignInFirst, contact, renew, send } from "./visit/sync.js";

const here = document.querySelector("[data-agreeing]").dataset;
const onward = `${here.agreeing}#/agree/${here.part}/${here.area}`;
const AGAIN = 20_000;
const typed = new Set();
let store, drafts, timer;

const standing = async () => {
  try {
    return await contact(here.contact, store?.id ?? "");
  } catch (fault) {
    if (fault instanceof NotNow) return { state: "offline" };
    throw fault;
  }
};

// A copy that is somebody else's or has ended is not written to. One's own is fetched anew while there is a network, so
// that the page of the visit knows what has been agreed on here.
const begin = async () => {
  const found = await Store.open();
  if (!found.id) return;
  store = found;
  const { state, token } = await standing();
  if (state === "in") await renew(store, here.copy, token);
  else if (state !== "offline") store = undefined;
  if (!store) return;
  drafts = new Drafts(store);
  await drafts.load();
  // What was kept before one had to log in again.
  if (state === "in" && waiting().length) await sendKept();
};

const waiting = () =>
  drafts.waiting.filter(([, draft]) => ["agreed", "grade"].includes(draft.kind) && draft.part === Number(here.part));

const draftOf = (form) => {
  const data = new FormData(form);
  const { agreed: criterion } = form.dataset;
  const words = criterion ? "note" : "reason";
  return {
    kind: criterion ? "agreed" : "grade",
    review: Number(here.review),
    part: Number(here.part),
    area: here.area,
    ...(criterion ? { criterion } : {}),
    values: { outcome: data.get("outcome") ?? "", [words]: data.get(words) },
    base: Number(data.get("version")),
    at: Date.now(),
  };
};

const nameOf = ({ part, area, criterion }) => (criterion ? agreedName(part, criterion) : gradeName(part, area));

const tell = (form, state) => {
  const told = document.getElementById("agreeing-told").content.firstElementChild.cloneNode(true);
  for (const words of told.querySelectorAll("[data-when]")) words.hidden = words.dataset.when !== state;
  form.querySelector("[data-told]")?.remove();
  form.prepend(told);
};

// Sends what waits, here too: the page need not be left. What a person must choose between is shown at the visit.
const sendKept = async () => {
  clearTimeout(timer);
  const { state, token } = await standing();
  if (state === "wiped" || state === "other") return location.assign(here.agreeing);
  timer = setTimeout(sendKept, AGAIN);
  if (state !== "in") return undefined;
  let sent = 0;
  let refused = 0;
  try {
    for (const [name, draft] of waiting()) {
      if (drafts.holdsBack(draft)) continue;
      const { problem } = await send(draft, token);
      await (problem ? drafts.put(name, { ...draft, problem }) : drafts.forget(name));
      if (problem) refused += 1;
      else sent += 1;
    }
  } catch (fault) {
    if (fault instanceof SignInFirst || fault instanceof NotNow) return undefined;
    throw fault;
  }
  clearTimeout(timer);
  if (refused) location.assign(onward);
  else if (sent && !typed.size) location.reload();
  return undefined;
};

const keep = async (form, state) => {
  await ready;
  if (!store || !(await store.check())) return tell(form, state);
  const draft = draftOf(form);
  await drafts.put(nameOf(draft), draft);
  typed.delete(form);
  tell(form, state === "out" ? "kept-out" : "kept");
  clearTimeout(timer);
  timer = setTimeout(sendKept, AGAIN);
  return undefined;
};

document.addEventListener("input", ({ target }) => target.form?.matches("[data-agreed], [data-grade]") && typed.add(target.form));

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-agreed], [data-grade]")) return;
  event.preventDefault();
  const { state } = await standing();
  // A copy that has ended does not hinder who is logged in.
  if (state === "offline" || state === "out") await keep(form, state);
  else form.submit();
});

window.addEventListener("online", () => drafts && waiting().length && sendKept());

const ready = begin();
