// Before one logs out on a device that keeps words which are not sent: asks, as logging out erases them.
document.addEventListener("submit", (event) => {
  const question = event.target.dataset?.askUnsent;
  if (!question || !Number(localStorage.getItem("kollegium-unsent") ?? 0)) return;
  if (window.confirm(question)) localStorage.removeItem("kollegium-unsent");
  else event.preventDefault();
});
