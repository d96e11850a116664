// Buttons that copy an address. They are hidden until script runs, for without it they could do nothing.
for (const button of document.querySelectorAll("[data-copy-link]")) {
  button.hidden = !navigator.clipboard;
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy-link]");
  if (!button) return;
  await navigator.clipboard.writeText(new URL(button.dataset.copyLink, location.href).href);
  const words = button.lastChild;
  const before = words.textContent;
  words.textContent = button.dataset.copied;
  button.setAttribute("aria-live", "polite");
  setTimeout(() => (words.textContent = before), 2000);
});
