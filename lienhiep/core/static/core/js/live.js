// Numbers that move are brought up to date on a page that was made before; without this, what
// stands there is the number of the moment in which it was made. They are asked for once the
// reader comes near the counter, so that a page that is only begun costs nobody a question.
(function () {
  "use strict";
  var EVERY_MS = 60000;
  var from = document.querySelector("[data-live-from]");
  if (!from || !window.fetch) return;
  var page = document.querySelector("[data-live-page]");
  var words = new Intl.NumberFormat(document.documentElement.lang || "vi");

  function show(numbers) {
    document.querySelectorAll("[data-live]").forEach(function (place) {
      var value = numbers[place.dataset.live];
      if (value === undefined || value === null) return;
      var text = typeof value === "number" ? words.format(value) : String(value);
      if (place.textContent !== text) place.textContent = text;
    });
  }

  function ask() {
    if (document.hidden) return;
    var number = page && page.dataset.livePage;
    fetch(from.dataset.liveFrom + (number ? "?trang=" + encodeURIComponent(number) : ""), {
      credentials: "omit",
      headers: { Accept: "application/json" },
    })
      .then(function (answer) {
        return answer.ok ? answer.json() : Promise.reject();
      })
      .then(show)
      .catch(function () {
        // What stands there stays.
      });
  }

  function begin() {
    ask();
    setInterval(ask, EVERY_MS);
  }

  if (!window.IntersectionObserver) return begin();
  var watch = new IntersectionObserver(
    function (seen) {
      if (!seen.some(function (one) { return one.isIntersecting; })) return;
      watch.disconnect();
      begin();
    },
    { rootMargin: "200px" }
  );
  watch.observe(from);
})();
