// Agreeing at the visit: the verdicts on an area that all are done with beside each other, what the team makes of
// them, and the grade it proposes. What is typed stays on the device; what is kept is sent when it can be.
import { agreedName, gradeName } from "./drafts.js";
import { asideIn, onKeys, problemIn } from "./screens.js";
import { button, element, made, piece, say, verdictWord, wordsOf } from "./show.js";

export const gradeWord = (area) => (outcome) => area?.steps?.find(([value]) => value === outcome)?.[1] ?? outcome;

const foundLine = (who, { outcome, ...words }, outcomeWord = verdictWord) =>
  element(
    "li",
    {},
    element("strong", { textContent: `${who}: ` }),
    outcomeWord(outcome ?? ""),
    ...(wordsOf(words) ? [" – ", element("span", { className: "visit-words", lang: "sv", textContent: wordsOf(words) })] : []),
  );

const labelled = (form, id) => {
  const area = form.querySelector("textarea");
  area.id = id;
  form.querySelector("label[data-for]").htmlFor = id;
};

const check = (form, outcome) => {
  for (const radio of form.querySelectorAll("input[type=radio]")) radio.checked = radio.value === outcome;
};

// Keeps what is typed as it is typed, and what the team keeps when it says so. `keep` is given the values.
const watch = (form, words, keep) => {
  const hint = piece(form, "typed");
  const values = () => ({ outcome: new FormData(form).get("outcome") ?? "", [words]: form.elements[words].value });
  form.addEventListener("input", () => {
    hint.hidden = false;
    keep(values(), true);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    hint.hidden = true;
    keep(values(), false);
  });
};

const found = (app, part, key) => {
  const own = app.own(part, key);
  const others = app.shownOf(part)?.found[key] ?? [];
  return [foundLine(say("you-found"), own), ...others.map((one) => foundLine(one.who, one))];
};

const differs = (app, part, key) => {
  const others = app.shownOf(part)?.found[key] ?? [];
  return others.some(({ outcome }) => outcome !== app.own(part, key).outcome);
};

const agreedRow = (app, one, part, area, criterion, told) => {
  const row = made("agreed");
  const name = agreedName(part.id, criterion.key);
  const standing = app.standing("agreed", part, criterion.key);
  const typed = app.typed("agreed", part, criterion.key);
  const form = piece(row, "form");
  const asked = piece(row, "ask");
  row.classList.add(`edge-${criterion.level}`);
  for (const [what, text] of [["key", criterion.key], ["text", criterion.text], ["gloss", criterion.gloss], ["level", criterion.level_word]]) {
    piece(row, what).textContent = text;
  }
  piece(row, "found").append(...found(app, part, criterion.key));
  const isInTrouble = Boolean(app.drafts().all.get(name)?.problem);
  if (standing && !isInTrouble) piece(row, "found").append(foundLine(say("agreed"), standing));
  else if (!standing && differs(app, part, criterion.key)) piece(row, "differ").hidden = false;
  problemIn(app, row, name);
  asideIn(app, row, name);
  piece(row, "asked").textContent = say(standing ? "agree-anew" : "agree-on");
  asked.open = Boolean(typed) || (!standing && differs(app, part, criterion.key));
  labelled(form, `agreed-${criterion.key}`);
  piece(form, "typed").hidden = !typed;
  check(form, (typed ?? standing)?.outcome);
  form.elements.note.value = (typed ?? standing)?.note ?? "";
  watch(form, "note", (values, isTyped) => {
    app.keepAgreed("agreed", one, part, { area: area.key, criterion: criterion.key }, values, isTyped);
    asked.open = isTyped;
    if (isTyped) return;
    const fresh = agreedRow(app, one, part, area, criterion, told);
    row.replaceWith(fresh);
    fresh.querySelector("summary").focus();
    told();
  });
  onKeys(row, form, (way) => {
    const next = way > 0 ? row.nextElementSibling : row.previousElementSibling;
    next?.querySelector("summary").focus();
  });
  return row;
};

// One press for all that everybody judged alike and that is not agreed on yet.
const alikeButton = (app, one, part, area, renew) => {
  const alike = Object.entries(app.shownOf(part)?.alike ?? {}).filter(
    ([key]) => area.criteria.some((criterion) => criterion.key === key) && !app.standing("agreed", part, key),
  );
  if (!alike.length) return [];
  const take = () => {
    for (const [criterion, outcome] of alike) {
      app.keepAgreed("agreed", one, part, { area: area.key, criterion }, { outcome, note: "" }, false);
    }
    renew();
  };
  return [button(say("take-over", { number: alike.length }), take, "primary")];
};

const gradeSection = (app, one, part, area, section) => {
  const form = piece(section, "grade-form");
  const name = gradeName(part.id, area.key);
  const standing = app.standing("grade", part, area.key);
  const typed = app.typed("grade", part, area.key);
  const word = gradeWord(area);
  const steps = (area.steps ?? []).map(([value, text]) =>
    element(
      "label",
      { className: "choice" },
      element("input", { type: "radio", name: "outcome", value, required: true }),
      element("span", { textContent: text }),
    ),
  );
  piece(section, "steps").append(...steps);
  if (standing) piece(section, "proposed").append(foundLine(say("proposed"), standing, word));
  problemIn(app, section, name, word);
  asideIn(app, section, name);
  labelled(form, `grade-${area.key}`);
  piece(form, "typed").hidden = !typed;
  check(form, (typed ?? standing)?.outcome);
  form.elements.reason.value = (typed ?? standing)?.reason ?? "";
  watch(form, "reason", (values, isTyped) => {
    app.keepAgreed("grade", one, part, { area: area.key }, values, isTyped);
    if (!isTyped) piece(section, "proposed").replaceChildren(foundLine(say("proposed"), values, word));
  });
};

// A grade is proposed once all of the area is agreed on; what the rule makes of it only the server knows.
const openGrade = (app, part, area, section) => {
  const left = area.criteria.filter(({ key }) => !app.standing("agreed", part, key)).map(({ key }) => key);
  const hasChanged = area.criteria.some(({ key }) => app.drafts().all.has(agreedName(part.id, key)));
  const proposal = !hasChanged && app.shownOf(part)?.proposals[area.key];
  piece(section, "proposal").textContent = left.length
    ? say("grade-later", { criteria: left.join(", ") })
    : proposal || say("rule-later");
  piece(section, "grade-form").hidden = left.length > 0;
};

export const agreeScreen = (app, one, part, areaKey) => {
  const area = app.areasOf(one).find(({ key }) => key === areaKey) ?? app.areasOf(one)[0];
  const root = made("agree");
  const list = piece(root, "list");
  const keys = area.criteria.map(({ key }) => key);
  const hasDrafts = keys.some((key) => app.drafts().all.has(agreedName(part.id, key)));
  piece(root, "judge").href = `#/judge/${part.id}/${keys[0]}`;
  piece(root, "notes").href = `#/notes/${part.id}`;
  piece(root, "unit").textContent = one.unit;
  piece(root, "title").textContent = `${area.key} ${area.title}`;
  if (!app.isOpen(part, area.key) && !hasDrafts && !app.drafts().all.has(gradeName(part.id, area.key))) {
    piece(root, "about").textContent = say("not-open");
    piece(root, "grade").remove();
    return root;
  }
  if (!app.shownOf(part)) piece(root, "about").textContent = say("colleagues-unkept");
  const section = piece(root, "grade");
  const told = () => {
    openGrade(app, part, area, section);
    piece(root, "alike").replaceChildren(...alikeButton(app, one, part, area, renew));
  };
  const renew = () => {
    list.replaceChildren(...area.criteria.map((criterion) => agreedRow(app, one, part, area, criterion, told)));
    told();
  };
  gradeSection(app, one, part, area, section);
  renew();
  return root;
};
