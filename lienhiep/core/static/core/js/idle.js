// Warns before an idle session ends, in all tabs alike. The server ends it, whether this runs or not.
(function () {
  "use strict";
  var box = document.getElementById("idle");
  if (!box || !box.showModal || !window.fetch) return;

  var most = Number(box.dataset.seconds) * 1000;
  var warning = Math.min(60000, most / 2);
  var toldEvery = Math.min(30000, most / 4);
  var name = "lienhiep-idle-" + box.dataset.account;
  var left = box.querySelector("[data-idle-left]");
  var spoken = box.querySelector("[data-idle-spoken]");
  var trouble = box.querySelector("[data-idle-trouble]");
  var stay = box.querySelector("[data-idle-stay]");
  var title = document.title;
  var last = Date.now();
  var told = last;
  var telling = 0;
  var asking = false;
  var leaving = false;
  var typedIn = null;

  // Between tabs

  var channel = "BroadcastChannel" in window ? new BroadcastChannel(name) : null;

  function share(kind) {
    var message = { kind: kind, at: last };
    if (channel) {
      channel.postMessage(message);
      return;
    }
    try {
      localStorage.setItem(name, JSON.stringify([message, Math.random()]));
    } catch (error) {
      // Without storage each tab measures for itself; the server knows of all.
    }
  }

  function hear(message) {
    if (message.kind === "out") {
      ask(10);
    } else if (message.at > last) {
      last = message.at;
      look();
    }
  }

  if (channel) {
    channel.onmessage = function (event) {
      hear(event.data);
    };
  } else {
    window.addEventListener("storage", function (event) {
      if (event.key === name && event.newValue) hear(JSON.parse(event.newValue)[0]);
    });
  }

  // What a person does

  function tell() {
    clearTimeout(telling);
    telling = 0;
    told = Date.now();
    return fetch(box.dataset.address, {
      method: "POST",
      credentials: "same-origin",
      keepalive: true,
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ ago: String(Math.max(0, Math.round((told - last) / 1000))) }),
    }).then(function (answer) {
      if (answer.status === 401) ask(0);
      return answer.ok;
    });
  }

  function quietly(promise) {
    promise.catch(function () {
      // Asked again with the next input, and before the session would end.
    });
  }

  var shared = 0;
  function onInput() {
    if (box.open || leaving) return; // then only the button counts
    last = Date.now();
    if (last - shared > 1000) {
      shared = last;
      share("input");
    }
    if (last - told >= toldEvery) quietly(tell());
    else if (!telling) telling = setTimeout(function () { quietly(tell()); }, toldEvery - (last - told));
  }

  ["keydown", "pointerdown", "pointermove", "wheel", "touchmove", "input"].forEach(function (kind) {
    document.addEventListener(kind, function (event) {
      if (event.isTrusted) onInput();
    }, { capture: true, passive: true });
  });

  // The form that is being filled in: it goes to the server, which keeps it for the same account.

  function note(event) {
    var form = event.target.closest && event.target.closest("form");
    if (event.isTrusted && form && form.method === "post" && !form.querySelector("input[type=password]")) typedIn = form;
  }
  document.addEventListener("input", note, true);
  document.addEventListener("change", note, true);
  document.addEventListener("submit", function (event) {
    if (event.target === typedIn) typedIn = null;
    if (/\/thoat\/$/.test(event.target.getAttribute("action") || "")) share("out");
  }, true);

  function leave() {
    leaving = true;
    document.title = title;
    // No question whether to stay: it would leave what was written open to whoever passes by.
    window.addEventListener("beforeunload", function (event) {
      event.stopImmediatePropagation();
    }, true);
    if (typedIn && typedIn.isConnected) {
      HTMLFormElement.prototype.submit.call(typedIn);
    } else {
      location.assign(box.dataset.signIn + "?next=" + encodeURIComponent(location.pathname + location.search));
    }
  }

  // The server is asked before anything ends: somebody may have gone on elsewhere.

  function ask(more) {
    if (asking || leaving) return;
    asking = true;
    fetch(box.dataset.address, { credentials: "same-origin", headers: { Accept: "application/json" } })
      .then(function (answer) {
        return answer.json();
      })
      .then(function (state) {
        asking = false;
        trouble.hidden = true;
        if (!state.signed_in) {
          leave();
          return;
        }
        if (state.seconds !== null) last = Math.max(last, Date.now() - most + state.seconds * 1000);
        if (more > 0) setTimeout(function () { ask(more - 1); }, 1000);
      })
      .catch(function () {
        asking = false;
        trouble.hidden = false;
      });
  }

  function close() {
    if (!box.open) return;
    box.close();
    spoken.textContent = "";
    trouble.hidden = true;
    document.title = title;
  }

  var saidAt = 0;
  function look() {
    if (leaving) return;
    var remaining = last + most - Date.now();
    if (remaining > warning) {
      close();
      return;
    }
    if (!box.open) {
      box.showModal();
      stay.focus();
      saidAt = 0;
      ask(0);
    }
    var seconds = Math.max(0, Math.ceil(remaining / 1000));
    left.textContent = String(seconds);
    document.title = "(" + seconds + ") " + title;
    var mark = [10, 30, 60].find(function (one) { return seconds <= one; }) || 0;
    if (mark !== saidAt) {
      saidAt = mark;
      spoken.textContent = spoken.dataset.words.replace("#", seconds);
    }
    if (remaining <= 0) ask(0);
  }

  function goOn() {
    var before = last;
    last = Date.now();
    tell()
      .then(function (taken) {
        if (!taken) return;
        share("stay");
        look();
      })
      .catch(function () {
        last = before;
        trouble.hidden = false;
      });
  }

  stay.addEventListener("click", goOn);
  box.addEventListener("cancel", function (event) {
    event.preventDefault();
    goOn();
  });
  document.addEventListener("visibilitychange", function () {
    if (!document.hidden && Date.now() - told > 60000) ask(0);
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) ask(0);
  });
  setInterval(look, 1000);
})();
