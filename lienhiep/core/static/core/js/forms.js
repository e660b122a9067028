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
})();
