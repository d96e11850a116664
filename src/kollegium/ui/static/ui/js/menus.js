// Menus are <details>; this closes them on Escape, on a press outside, and when another one opens.
const open = () => document.querySelectorAll("details[data-menu][open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of open()) {
    const hadFocus = menu.contains(document.activeElement);
    menu.open = false;
    if (hadFocus) menu.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  for (const menu of open()) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener(
  "toggle",
  (event) => {
    if (!event.target.matches?.("details[data-menu][open]")) return;
    for (const menu of open()) {
      if (menu !== event.target) menu.open = false;
    }
  },
  true,
);
