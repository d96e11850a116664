// The screens of the visit: from what is kept on the device to elements. Words come from the page, never from here.
const words = Object.fromEntries(
  [...document.getElementById("visit-words").content.querySelectorAll("[data-word]")].map((word) => [
    word.dataset.word,
    word.textContent,
  ]),
);

export const say = (name, values = {}) =>
  Object.entries(values).reduce((text, [key, value]) => text.replace(`{${key}}`, value), words[name]);

export const timeOf = (at) => new Date(at).toLocaleTimeString("sv-SE", { hour: "2-digit", minute: "2-digit" });

export const dayOf = (at) =>
  new Date(at).toLocaleString(document.documentElement.lang === "sv" ? "sv-SE" : "en-GB", {
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  });

export const made = (name) => document.getElementById(`visit-${name}`).content.firstElementChild.cloneNode(true);

export const piece = (root, name) => root.querySelector(`[data-${name}]`);

export const element = (tag, given = {}, ...inside) => {
  const node = Object.assign(document.createElement(tag), given);
  node.append(...inside);
  return node;
};

export const button = (label, act, kind = "secondary") => {
  const node = element("button", { type: "button", className: `button button-${kind} button-small`, textContent: label });
  node.addEventListener("click", act);
  return node;
};

export const verdictWord = (outcome) => {
  const radio = document
    .getElementById("visit-criterion")
    .content.querySelector(`input[name=outcome][value="${CSS.escape(outcome)}"]`);
  return radio?.nextElementSibling.textContent ?? words["no-verdict"];
};

export const wordsOf = ({ note, text, reason }) => note ?? text ?? reason ?? "";

const side = (label, values, outcomeWord) =>
  element(
    "div",
    {},
    element("p", {}, element("strong", { textContent: label })),
    ...(values.outcome === undefined ? [] : [element("p", { textContent: outcomeWord(values.outcome) })]),
    element("p", { className: "visit-words", lang: "sv", textContent: wordsOf(values) }),
  );

const BOTH = { verdict: "keep-both", agreed: "keep-both", grade: "keep-both-reasons", note: "keep-both-texts" };

// Shows what kept a draft from being sent, both sides of it, and what can be done about it.
// `outcomeWord` says what an outcome is called: a verdict, or the grade of an area.
export const problemOf = (draft, choices, outcomeWord = verdictWord) => {
  const root = made("problem");
  const { kind, message, standing } = draft.problem;
  const isAgreed = ["agreed", "grade"].includes(draft.kind);
  piece(root, "message").textContent = message || words[kind === "conflict" && isAgreed ? "conflict-agreed" : kind];
  const sides = [side(words.yours, draft.values, outcomeWord)];
  if (kind === "conflict") sides.push(side(words.theirs, standing, outcomeWord));
  piece(root, "sides").append(...sides);
  const offered = {
    conflict: ["keep-mine", "keep-theirs", BOTH[draft.kind]],
    confirm: ["send-anyway"],
    refused: ["try-again", "copy", "let-go"],
    gone: ["copy", "let-go"],
  }[kind];
  piece(root, "buttons").append(...offered.map((name) => button(words[name], (event) => choices[name](draft, event.target))));
  return root;
};

export const criterionList = (areas, own, current) =>
  areas.map((area) => {
    const group = element("optgroup", { label: `${area.key} ${area.title}` });
    group.append(
      ...area.criteria.map(({ key, text }) =>
        element("option", { value: key, selected: key === current, textContent: `${own(key).outcome ? "✓ " : ""}${key} ${text}` }),
      ),
    );
    return group;
  });
