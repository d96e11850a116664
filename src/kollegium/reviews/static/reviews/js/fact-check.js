// Words marked in a section go along to the page where one remarks on them. Without a selection, or without this
// script, the words are chosen there from a list.
const lengthOf = (text) => [...text].length;

const lineOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest("[data-start]");

// Units: characters (not UTF-16 halves) from the beginning of the section's text, as the server counts them.
const placeOf = (node, offset) => {
  const line = lineOf(node);
  if (!line) return null;
  const before = document.createRange();
  before.selectNodeContents(line);
  before.setEnd(node, offset);
  return Number(line.dataset.start) + lengthOf(before.toString());
};

const marked = () => {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const section = lineOf(range.startContainer)?.closest("[data-passages]");
  if (!section || lineOf(range.endContainer)?.closest("[data-passages]") !== section) return null;
  const from = placeOf(range.startContainer, range.startOffset);
  const to = placeOf(range.endContainer, range.endOffset);
  return from === null || to === null || from >= to ? null : { section, from, to };
};

// A tap on the link ends the selection before it is followed, so the last one made stays until there is another.
document.addEventListener("selectionchange", () => {
  const found = marked();
  const link = found?.section.querySelector("a[data-remark]");
  if (!link) return;
  const address = new URL(link.href);
  address.search = new URLSearchParams({ from: found.from, to: found.to });
  link.href = address;
  link.firstElementChild.textContent = link.dataset.markedLabel;
});
