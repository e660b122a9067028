// The preview follows what is typed; without scripts a button shows it.
for (const shown of document.querySelectorAll("[data-preview]")) {
  const field = document.querySelector(`[name="${shown.dataset.preview}"]`);
  if (!field) continue;
  const show = () => {
    const typed = field.value.trim();
    shown.textContent = shown.dataset.previewCase === "upper" ? typed.toLocaleUpperCase("vi") : typed;
  };
  field.addEventListener("input", show);
}
