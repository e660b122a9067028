// Conveniences that a page can do without.
(function () {
  "use strict";
  var root = document.documentElement;

  function remember(name, value) {
    try {
      localStorage.setItem(name, value);
    } catch (error) {
      // Storage may be forbidden; the choice then lasts for this page.
    }
  }

  function isDark() {
    if (root.dataset.theme) return root.dataset.theme === "dark";
    return matchMedia("(prefers-color-scheme: dark)").matches;
  }

  document.querySelectorAll("[data-theme-toggle]").forEach(function (button) {
    function name() {
      button.textContent = isDark() ? button.dataset.toLight : button.dataset.toDark;
    }
    button.hidden = false;
    name();
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      remember("theme", root.dataset.theme);
      name();
    });
  });

  var sizes = document.querySelectorAll("[data-letters-choice] button");
  function pressSizes() {
    var now = root.dataset.letters || "usual";
    sizes.forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.letters === now));
    });
  }
  pressSizes();
  sizes.forEach(function (button) {
    button.addEventListener("click", function () {
      root.dataset.letters = button.dataset.letters;
      remember("letters", button.dataset.letters);
      pressSizes();
    });
  });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      print();
    });
  });

  // A passage that is selected goes along with the report of a mistake in it.
  document.querySelectorAll("[data-report]").forEach(function (link) {
    var plain = link.href;
    function take() {
      var passage = String(getSelection()).trim().slice(0, 500);
      link.href = passage ? plain + "&doan=" + encodeURIComponent(passage) : plain;
    }
    link.addEventListener("pointerdown", take);
    link.addEventListener("focus", take);
  });

  document.querySelectorAll("[data-density-toggle]").forEach(function (button) {
    function press() {
      button.setAttribute("aria-pressed", String(root.dataset.density === "dense"));
    }
    button.hidden = false;
    press();
    button.addEventListener("click", function () {
      root.dataset.density = root.dataset.density === "dense" ? "roomy" : "dense";
      remember("density", root.dataset.density);
      press();
    });
  });

  // Menus close with Escape and with a click elsewhere.
  function openMenus() {
    return document.querySelectorAll("details.account[open], details.menu-fold[open], details.menu-more[open]");
  }
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    openMenus().forEach(function (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    if (document.activeElement && document.activeElement.closest(".figure")) {
      document.activeElement.blur();
    }
  });
  document.addEventListener("click", function (event) {
    openMenus().forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  // Suggestions come with the first touch of a field of search, so that no page carries them.
  document.addEventListener("focusin", function (event) {
    var form = event.target.type === "search" && event.target.closest("[data-suggests-with]");
    if (!form || document.querySelector("script[data-suggesting]")) return;
    var script = document.createElement("script");
    script.src = form.dataset.suggestsWith;
    script.dataset.suggesting = "";
    document.head.append(script);
  });

  if (navigator.clipboard) {
    document.querySelectorAll("[data-copy]").forEach(function (button) {
      var said = button.parentElement.querySelector("[role=status]");
      button.hidden = false;
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(button.dataset.copy).then(function () {
          if (said) said.textContent = button.dataset.copied;
        });
      });
    });
  }
})();
