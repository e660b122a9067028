// The remarks on a draft are asked for anew once it was saved by itself.
(() => {
  const part = document.querySelector("[data-remarks]");
  if (!part) return;
  const list = part.querySelector("[data-remarks-list]");
  document.addEventListener("w-autosave:success", () => {
    fetch(part.dataset.remarks, { credentials: "same-origin" })
      .then((answer) => (answer.ok && !answer.redirected ? answer.text() : Promise.reject()))
      .then((text) => {
        if (list.innerHTML.trim() !== text.trim()) list.innerHTML = text;
      })
      .catch(() => {});
  });
})();
