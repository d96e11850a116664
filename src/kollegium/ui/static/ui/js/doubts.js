// Keys 1–9 press the answers of a doubt: the one that holds the focus, else the first one in view.
const isTyping = (element) => element?.matches?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

const inView = (element) => {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < window.innerHeight;
};

const currentDoubt = () => {
  const focused = document.activeElement?.closest("[data-doubt]");
  if (focused) return focused;
  return [...document.querySelectorAll("[data-doubt]:not([disabled])")].find(inView);
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  if (!/^[1-9]$/.test(event.key) || document.querySelector("dialog[open]")) return;
  const answer = currentDoubt()?.querySelector(`button[data-key="${event.key}"]`);
  if (!answer) return;
  event.preventDefault();
  answer.click();
});
