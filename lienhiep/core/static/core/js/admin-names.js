// Gives a spoken name to what Wagtail's editor leaves nameless: a field drawn by a script is
// called as the label or the heading above it says, a form of search as its own field.
(() => {
  const FIELDS = [
    "[role=textbox]:not([aria-label], [aria-labelledby])",
    "input.ui-autocomplete-input:not([aria-label], [aria-labelledby])",
    "select:not([aria-label], [aria-labelledby])",
  ].join(",");
  const SEARCHES = "form[role=search]:not([aria-label], [aria-labelledby])";
  const WORDS = ":scope > .w-field__label, :scope > label, :scope > .w-panel__header .w-panel__heading";

  const plain = (element) => element.textContent.replace(/\*/g, "").replace(/\s+/g, " ").trim();

  const wordsAbove = (field) => {
    for (let place = field.parentElement; place; place = place.parentElement) {
      const found = place.querySelector(WORDS);
      if (found && plain(found)) return plain(found);
      if (place.tagName === "FORM") return "";
    }
    return "";
  };

  const nameThem = () => {
    for (const field of document.querySelectorAll(FIELDS)) {
      if (field.labels && field.labels.length) continue;
      const words = wordsAbove(field);
      if (words) field.setAttribute("aria-label", words);
    }
    // A table that is read by moving it can be reached by keyboard.
    for (const table of document.querySelectorAll("table.lh-register:not([tabindex]), table.lh-changes:not([tabindex])")) {
      const canMove = table.scrollWidth > table.clientWidth + 1;
      if (canMove && !table.querySelector("a, button, input, [tabindex]")) table.tabIndex = 0;
    }
    for (const form of document.querySelectorAll(SEARCHES)) {
      const field = form.querySelector("input[type=search], input[type=text], input:not([type])");
      const words = field && ((field.labels && field.labels[0] && plain(field.labels[0])) || field.placeholder);
      if (words) form.setAttribute("aria-label", form.closest(".sidebar") ? words : `${words} ${document.querySelector("h1")?.textContent.trim() || ""}`.trim());
    }
  };

  let waiting = 0;
  const soon = () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(nameThem);
  };
  document.addEventListener("DOMContentLoaded", () => {
    nameThem();
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
  });
})();
