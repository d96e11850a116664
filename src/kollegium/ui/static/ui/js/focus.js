// After a form was not accepted, the list of what must be mended takes the focus, so that it is heard and seen.
document.querySelector("[data-focus]:not([data-specimen] *)")?.focus();
