// A part of the page that moves is fetched anew while something runs; without this, reload.
(function () {
  "use strict";
  var EVERY_MS = 3000;

  function again() {
    var part = document.querySelector("[data-live-part][data-live-active]");
    if (!part) return;
    setTimeout(function () {
      if (document.hidden || part.contains(document.activeElement)) return again();
      fetch(location.href, { credentials: "same-origin" })
        .then(function (answer) {
          return answer.ok && !answer.redirected ? answer.text() : Promise.reject();
        })
        .then(function (text) {
          var fresh = new DOMParser().parseFromString(text, "text/html").getElementById(part.id);
          if (fresh) part.replaceWith(fresh);
          again();
        })
        .catch(again);
    }, EVERY_MS);
  }

  again();
})();
