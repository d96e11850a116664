// After a form was not accepted, the list of what must be mended takes the focus, so that it is heard and seen.
const take = () => document.querySelector("[data-focus]:not([data-specimen] *)")?.focus();

if (document.readyState === "complete") take();
else window.addEventListener("load", () => requestAnimationFrame(take));

document.addEventListener("htmx:after:swap", take);
