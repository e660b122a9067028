// A form is not sent twice, and typed text is not left behind unasked.
(function () {
  "use strict";
  var READY_AGAIN_MS = 8000;
  var summary = document.querySelector("[data-take-focus]");
  if (summary) summary.focus();

  function buttonsOf(form) {
    return form.querySelectorAll("button:not([type=button]), input[type=submit]");
  }

  function release(form) {
    delete form.dataset.sent;
    buttonsOf(form).forEach(function (button) {
      if (button.getAttribute("aria-busy")) {
        button.disabled = false;
        button.removeAttribute("aria-busy");
      }
    });
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("data-send-again")) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    // After the browser has gathered the fields, or the pressed button's own value is lost.
    setTimeout(function () {
      buttonsOf(form).forEach(function (button) {
        if (button.disabled) return;
        button.disabled = true;
        button.setAttribute("aria-busy", "true");
      });
    }, 0);
    // An answer that is a file leaves this page standing.
    setTimeout(function () { release(form); }, READY_AGAIN_MS);
  });

  addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(release);
  });

  function written(form) {
    return Array.from(new FormData(form), function (pair) {
      return pair[0] + "=" + (pair[1].name === undefined ? pair[1] : pair[1].name + pair[1].size);
    }).join("\n");
  }

  document.querySelectorAll("form[data-warn-unsaved]").forEach(function (form) {
    var before = written(form);
    addEventListener("beforeunload", function (event) {
      if (!form.dataset.sent && written(form) !== before) event.preventDefault();
    });
  });

  // A browser names its button in its own language; ours speaks that of the page. What is too
  // large is said before it is sent.
  document.querySelectorAll("[data-file-choice]").forEach(function (choice) {
    var input = choice.querySelector("input[type=file]");
    var button = document.createElement("span");
    var name = document.createElement("span");
    var problem = document.createElement("p");
    button.className = "file-choice__button";
    button.textContent = choice.dataset.choose;
    name.className = "file-choice__name";
    problem.className = "field__errors";
    problem.setAttribute("role", "alert");
    button.setAttribute("aria-hidden", "true");
    choice.append(button, name);
    choice.after(problem);
    choice.classList.add("is-dressed");
    function show() {
      var file = input.files[0];
      var tooLarge = file && choice.dataset.most && file.size > Number(choice.dataset.most);
      name.textContent = file ? file.name : choice.dataset.none;
      problem.textContent = tooLarge ? choice.dataset.tooLarge : "";
      input.setCustomValidity(tooLarge ? choice.dataset.tooLarge : "");
    }
    input.addEventListener("change", show);
    addEventListener("pageshow", show);
    show();
  });

  // The points of a sheet added up while they are typed; the office adds them up again.
  document.querySelectorAll("[data-sum]").forEach(function (sum) {
    var fields = document.querySelectorAll("[data-points]");
    function add() {
      var total = 0;
      fields.forEach(function (row) {
        var points = parseFloat(row.querySelector("input").value.replace(",", "."));
        total += (isFinite(points) ? points : 0) * Number(row.dataset.weight);
      });
      sum.querySelector("output").textContent = String(total).replace(".", ",");
    }
    sum.hidden = false;
    fields.forEach(function (row) { row.addEventListener("input", add); });
    addEventListener("pageshow", add);
    add();
  });
})();
