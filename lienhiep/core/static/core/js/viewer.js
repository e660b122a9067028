// The pictures of an album or gallery, one at a time and large: by buttons, arrow keys or a swipe.
document.querySelectorAll("[data-viewer]").forEach((list) => {
  const viewer = list.nextElementSibling;
  if (!viewer || !viewer.showModal) return;
  const items = [...list.children];
  const stage = viewer.querySelector(".viewer__stage");
  const words = viewer.querySelector(".viewer__words");
  const place = viewer.querySelector(".viewer__place");
  let at = 0;

  const show = (next) => {
    at = (next + items.length) % items.length;
    const picture = items[at].querySelector("picture").cloneNode(true);
    picture.querySelectorAll("source").forEach((source) => { source.sizes = "100vw"; });
    picture.querySelector("img").loading = "eager";
    stage.replaceChildren(picture);
    const caption = items[at].querySelector("figcaption");
    words.textContent = caption ? caption.textContent.trim() : "";
    place.textContent = `${at + 1}/${items.length}`;
  };

  items.forEach((item, number) => {
    item.querySelector("a").addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      show(number);
      viewer.showModal();
    });
  });
  viewer.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (event.target === viewer || button?.hasAttribute("data-close")) viewer.close();
    else if (button?.dataset.step) show(at + Number(button.dataset.step));
  });
  viewer.addEventListener("keydown", (event) => {
    if (event.key === "ArrowRight") show(at + 1);
    if (event.key === "ArrowLeft") show(at - 1);
  });
  viewer.addEventListener("close", () => items[at].querySelector("a").focus());
  let began = 0;
  stage.addEventListener("touchstart", (event) => { began = event.changedTouches[0].clientX; }, { passive: true });
  stage.addEventListener("touchend", (event) => {
    const moved = event.changedTouches[0].clientX - began;
    if (Math.abs(moved) > 40) show(at + (moved < 0 ? 1 : -1));
  });
});
