// Runs before the page is drawn, so that a reader's choice does not flash.
(function () {
  "use strict";
  try {
    var root = document.documentElement;
    var theme = localStorage.getItem("theme");
    var density = localStorage.getItem("density");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
    var letters = localStorage.getItem("letters");
    if (letters === "large" || letters === "largest") root.dataset.letters = letters;
    if (density === "dense") root.dataset.density = density;
  } catch (error) {
    // Storage may be forbidden; the system's own wish then decides.
  }
})();
