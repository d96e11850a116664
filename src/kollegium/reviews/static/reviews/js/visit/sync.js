// Sends what was written at the visit and fetches what stands. Nothing is overwritten unseen: every change names the
// version it was made from, and what the server holds instead comes back for a person to choose.
const REFUSED = [400, 403, 404, 422];

export class SignInFirst extends Error {}
export class NotNow extends Error {}

const keysIn = (text) => text.toUpperCase().split(/[\s,;]+/).filter(Boolean).sort().join();

const isSame = (values, standing) =>
  (values.criteria === undefined || keysIn(values.criteria) === keysIn((standing.criteria ?? []).join())) &&
  ["outcome", "note", "reason", "interviewed", "text", "heard_at"].every(
    (name) => values[name] === undefined || values[name].trim() === (standing[name] ?? "").trim(),
  ) && (!values.evidence || [...values.evidence].sort().join() === [...(standing.evidence ?? [])].sort().join());

// The colleague agreed on the same meanwhile, and nothing was added here: theirs stands, with its note.
const isWithin = ({ kind, base, values }, standing) =>
  kind === "agreed" && !base && values.outcome === standing.outcome && !values.note.trim();

const answerOf = async (response) => {
  const isJson = response.headers.get("content-type")?.includes("json");
  return isJson ? response.json() : {};
};

const asked = async (address, options) => {
  try {
    return await fetch(address, { redirect: "manual", cache: "no-store", ...options });
  } catch (fault) {
    throw new NotNow("no network", { cause: fault });
  }
};

const post = async (address, fields, token) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) body.append(name, one ?? "");
  }
  const headers = { Accept: "application/json", "X-CSRFToken": token, "X-Requested-With": "XMLHttpRequest" };
  const response = await asked(address, { method: "POST", body, headers });
  if (response.type === "opaqueredirect" || response.status === 401) throw new SignInFirst();
  if (response.status === 403 && response.headers.get("Location")) throw new SignInFirst();
  if (response.status === 429 || response.status >= 500) throw new NotNow(`status ${response.status}`);
  return response;
};

export const contact = async (address, id) => {
  const response = await asked(`${address}?copy=${encodeURIComponent(id)}`, { headers: { Accept: "application/json" } });
  if (response.type === "opaqueredirect" || response.status === 403) return { state: "out" };
  if (!response.ok) throw new NotNow(`status ${response.status}`);
  return response.json();
};

const fetchCopy = async (address, id, token) => {
  const response = await post(address, { copy: id }, token);
  if (!response.ok) throw new NotNow(`status ${response.status}`);
  return response.json();
};

// Fetches what the device may keep and keeps it; gives that, whether it could be kept, and what is for the open page alone.
export const renew = async (store, address, token) => {
  const copy = await fetchCopy(address, store.id, token);
  const kept = { cases: copy.cases, standards: copy.standards };
  const fetchedAt = Date.now();
  await store.take(copy);
  const isKept = await store.tryPut("kept", { ...kept, fetchedAt });
  return { kept, fetchedAt, shown: copy.shown, isKept };
};

const addressOf = (draft) => {
  const from = `/cases/${draft.review}/`;
  const judged = `${from}judgement/${draft.part}/`;
  if (draft.kind === "verdict") return `${judged}criteria/${encodeURIComponent(draft.criterion)}/`;
  if (draft.kind === "agreed") return `${judged}criteria/${encodeURIComponent(draft.criterion)}/agreed/`;
  if (draft.kind === "grade") return `${judged}${encodeURIComponent(draft.area)}/grade/`;
  return draft.id ? `${from}notes/${draft.id}/` : `${from}notes/?part=${encodeURIComponent(draft.partKey)}`;
};

// Sends one draft and gives what became of it: { kept: answer }, or { problem } that a person must look at.
export const send = async (draft, token) => {
  const fields = { ...draft.values, version: draft.base };
  if (draft.kind === "note") fields.key = draft.key;
  if (draft.isConfirmed) fields.keep_personal_number = "yes";
  const response = await post(addressOf(draft), fields, token);
  const answer = await answerOf(response);
  if (response.ok) return { kept: answer };
  if (response.status === 409) {
    // The same words: an earlier sending arrived although its answer did not.
    if (isSame(draft.values, answer.standing) || isWithin(draft, answer.standing)) return { kept: answer.standing };
    return { problem: { kind: "conflict", standing: answer.standing } };
  }
  if (answer.confirm) return { problem: { kind: "confirm", message: answer.message } };
  if (REFUSED.includes(response.status)) {
    return { problem: { kind: answer.message ? "refused" : "gone", message: answer.message ?? "" } };
  }
  throw new NotNow(`status ${response.status}`);
};
