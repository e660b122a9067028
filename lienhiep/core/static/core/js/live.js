// Numbers that move are brought up to date on a page that was made before; without this, what
// stands there is the number of the moment in which it was made.
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

  ask();
  setInterval(ask, EVERY_MS);
})();
