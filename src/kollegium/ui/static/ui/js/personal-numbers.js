// Warns, while one types, of what looks like a Swedish personal identity number. The server looks again on saving.
const CANDIDATE = /(?<!\d)(?:18|19|20)?(\d{2})(\d{2})(\d{2})[  ]?[-+‐-—−]?[  ]?(\d{4})(?!\d)/g;

const hasCheckDigit = (digits) => {
  const sum = [...digits].reduce((total, digit, index) => {
    const value = digit * (2 - (index % 2));
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

const isDay = (month, day) => month >= 1 && month <= 12 && (day >= 1 && day <= 31 || day >= 61 && day <= 91);

const holdsNumber = (text) =>
  [...text.matchAll(CANDIDATE)].some(
    ([, year, month, day, last]) => isDay(Number(month), Number(day)) && hasCheckDigit(year + month + day + last),
  );

const warn = (field, isFound) => {
  const id = `${field.id || field.name}-number-warning`;
  const shown = document.getElementById(id);
  if (!isFound) {
    shown?.remove();
    return;
  }
  if (shown) return;
  const note = document.createElement("p");
  note.id = id;
  note.className = "field-warning";
  note.setAttribute("role", "status");
  note.textContent = field.dataset.personalNumberWarning;
  field.before(note);
};

document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.dataset?.personalNumberWarning) warn(field, holdsNumber(field.value));
});
