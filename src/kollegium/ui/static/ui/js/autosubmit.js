// Filters marked data-autosubmit send themselves when a choice is made; the button remains for everyone else.
document.addEventListener("change", (event) => {
  const form = event.target.form;
  if (!form?.hasAttribute("data-autosubmit")) return;
  if (event.target.matches("input[type=search], input[type=text]")) return;
  form.requestSubmit();
});
