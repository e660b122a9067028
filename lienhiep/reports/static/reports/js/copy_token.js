// Puts a button beside each token of a figure that copies it for the text of a report.
(function () {
  const script = document.currentScript;
  if (!navigator.clipboard) {
    return; // Without a safe connection the browser copies nothing; the token can be marked.
  }
  for (const token of document.querySelectorAll("[data-token]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small button-secondary lh-copy";
    button.textContent = script.dataset.label;
    button.setAttribute("aria-label", script.dataset.label + " " + token.dataset.token);
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(token.dataset.token);
      button.textContent = script.dataset.done;
      window.setTimeout(() => { button.textContent = script.dataset.label; }, 1500);
    });
    token.after(" ", button);
  }
})();
