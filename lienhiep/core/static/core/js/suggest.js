// Suggestions below a field of search: a combobox with a list, as the WAI-ARIA practices describe.
// The field keeps the focus; arrows move through the list, Enter opens or sends, Escape closes.
(function () {
  "use strict";
  var WAIT_MS = 140;
  var FEWEST = 2;
  var number = 0;
  var kept = new Map();

  function make(tag, css, text) {
    var element = document.createElement(tag);
    if (css) element.className = css;
    if (text) element.textContent = text;
    return element;
  }

  function enhance(form) {
    var field = form.querySelector("input[type=search]");
    if (!field || field.getAttribute("role") === "combobox") return;
    number += 1;
    var list = make("ul", "suggestions");
    var said = make("span", "only-read-aloud");
    var timer = 0;
    var asked = null;
    var chosen = -1;
    var typed = field.value;

    list.id = "suggestions-" + number;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.dataset.suggestsLabel);
    said.setAttribute("role", "status");
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", list.id);
    field.setAttribute("autocomplete", "off");
    field.setAttribute("spellcheck", "false");
    var holder = field.closest(".field") || form;
    holder.classList.add("has-suggestions");
    holder.append(list, said);

    function close() {
      clearTimeout(timer);
      if (asked) asked.abort();
      list.hidden = true;
      chosen = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }

    function choose(next) {
      var options = list.children;
      if (chosen >= 0) options[chosen].setAttribute("aria-selected", "false");
      chosen = next;
      if (chosen < 0) {
        field.removeAttribute("aria-activedescendant");
        field.value = typed;
        return;
      }
      options[chosen].setAttribute("aria-selected", "true");
      options[chosen].scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", options[chosen].id);
      if (!options[chosen].dataset.kind) field.value = options[chosen].dataset.text;
    }

    function show(suggestions) {
      list.replaceChildren();
      chosen = -1;
      suggestions.forEach(function (one, place) {
        var option = make("li", "suggestions__one");
        option.id = list.id + "-" + place;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.dataset.url = one.url;
        option.dataset.text = one.text;
        option.dataset.kind = one.kind;
        option.append(make("span", "suggestions__text", one.text));
        if (one.kind) option.append(make("span", "suggestions__kind", one.kind));
        list.append(option);
      });
      list.hidden = !suggestions.length;
      field.setAttribute("aria-expanded", String(!list.hidden));
      field.removeAttribute("aria-activedescendant");
      said.textContent = suggestions.length
        ? form.dataset.suggestsCount.replace("{n}", suggestions.length)
        : form.dataset.suggestsNone;
    }

    function ask() {
      var words = typed.replace(/^\s+/, "");
      if (words.trim().length < FEWEST) return close();
      if (kept.has(words)) return show(kept.get(words));
      if (asked) asked.abort();
      asked = new AbortController();
      fetch(form.dataset.suggests + "?q=" + encodeURIComponent(words), { signal: asked.signal, credentials: "omit" })
        .then(function (answer) {
          if (!answer.ok) throw new Error(answer.status);
          return answer.json();
        })
        .then(function (found) {
          kept.set(words, found.suggestions);
          if (document.activeElement === field && field.value.replace(/^\s+/, "") === words) show(found.suggestions);
        })
        .catch(function () {
          // Without suggestions the form still searches.
        });
    }

    field.addEventListener("input", function () {
      typed = field.value;
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT_MS);
    });

    field.addEventListener("keydown", function (event) {
      var last = list.children.length - 1;
      if (event.isComposing) return;
      if (event.key === "ArrowDown" && list.hidden) {
        event.preventDefault();
        ask();
      } else if (event.key === "ArrowDown") {
        event.preventDefault();
        choose(chosen === last ? -1 : chosen + 1);
      } else if (event.key === "ArrowUp" && !list.hidden) {
        event.preventDefault();
        choose(chosen < 0 ? last : chosen - 1);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        event.stopPropagation();
        choose(-1);
        close();
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        open(list.children[chosen]);
      } else if (event.key === "Tab") {
        close();
      }
    });

    function open(option) {
      if (option.dataset.kind) {
        location.assign(option.dataset.url);
        return;
      }
      field.value = option.dataset.text;
      close();
      form.requestSubmit();
    }

    // The list must not take the focus from the field.
    list.addEventListener("pointerdown", function (event) {
      event.preventDefault();
    });
    list.addEventListener("click", function (event) {
      var option = event.target.closest("[role=option]");
      if (option) open(option);
    });
    field.addEventListener("blur", close);
    if (document.activeElement === field && field.value !== field.defaultValue) ask();
  }

  document.querySelectorAll("[data-suggests]").forEach(enhance);
})();
