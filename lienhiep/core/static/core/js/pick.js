// Ticks all rows of a list at once. The list is drawn anew by searches, so the page listens.
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-lh-pick-all]");
  if (!all) return;
  for (const one of all.closest("table").querySelectorAll("input[name=row]")) one.checked = all.checked;
});
