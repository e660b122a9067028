// A password may be looked at while it is typed; it goes out hidden, whatever was chosen.
(function () {
  "use strict";
  var words = document.querySelector(".sign-in");
  if (!words) return;
  words.querySelectorAll("input[type=password]").forEach(function (field) {
    var line = document.createElement("span");
    line.className = "password-line";
    field.parentNode.insertBefore(line, field);
    line.appendChild(field);
    var button = document.createElement("button");
    button.type = "button";
    button.className = "password-line__button";
    if (field.id) button.setAttribute("aria-controls", field.id);
    line.appendChild(button);

    function set(visible) {
      field.type = visible ? "text" : "password";
      button.textContent = visible ? words.dataset.hide : words.dataset.show;
      button.setAttribute("aria-label", visible ? words.dataset.hideLong : words.dataset.showLong);
    }

    set(false);
    button.addEventListener("click", function () {
      set(field.type === "password");
      field.focus();
    });
    if (field.form) field.form.addEventListener("submit", function () { set(false); });
  });
})();
