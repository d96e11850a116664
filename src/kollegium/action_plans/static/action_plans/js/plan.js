// What is warned of in an item of the plan follows what is saved: the answer brings the sentences by field.
const template = document.getElementById("plan-warning");

const forget = (input) => {
  const stale = document.getElementById(`${input.id}-warning`);
  stale?.remove();
  const rest = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== `${input.id}-warning`);
  input.setAttribute("aria-describedby", rest.join(" ").trim());
  if (!input.getAttribute("aria-describedby")) input.removeAttribute("aria-describedby");
};

const warn = (input, sentence) => {
  const told = template.content.firstElementChild.cloneNode(true);
  told.id = `${input.id}-warning`;
  told.querySelector("span").textContent = sentence;
  input.before(told);
  input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby") ?? ""} ${told.id}`.trim());
};

document.addEventListener("kollegium:saved", (event) => {
  const form = event.target;
  if (!form.matches("[data-plan-item]") || !event.detail.warnings) return;
  for (const input of form.querySelectorAll("textarea, input:not([type=hidden])")) {
    forget(input);
    const sentence = event.detail.warnings[input.name];
    if (sentence) warn(input, sentence);
  }
});
