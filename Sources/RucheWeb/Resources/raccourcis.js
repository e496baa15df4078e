/* Ruche — keyboard shortcuts. None is needed, none works while one writes, and the account's page turns them off. */
(function () {
  "use strict";
  var keys = document.querySelector("[data-shortcuts]");
  if (!keys) { return; }

  /* What j and k go to: a line's way in, or a post. */
  function stops() {
    var rows = document.querySelectorAll("main [data-key-row], main .rows > li, main article.post");
    var ways = [];
    rows.forEach(function (row) {
      var way = row.matches("article") ? row : row.querySelector("[data-open]") || row.querySelector("h2 a, h3 a, a, button");
      if (!way || !way.getClientRects().length || ways.indexOf(way) >= 0) { return; }
      if (way === row) { row.tabIndex = -1; }
      ways.push(way);
    });
    return ways;
  }

  function move(step) {
    var ways = stops(), here = document.activeElement, at = step > 0 ? -1 : ways.length;
    ways.forEach(function (way, index) {
      var row = way.closest("[data-key-row], .rows > li, article.post");
      if (row && here !== document.body && row.contains(here)) { at = index; }
    });
    var next = ways[Math.max(0, Math.min(ways.length - 1, at + step))];
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
    return Boolean(next);
  }

  /* The field that a key leads to; the page it leads to when there is none. */
  function goTo(field, address) {
    if (field && field.getClientRects().length) { field.focus(); if (field.select) { field.select(); } return true; }
    if (address) { location.href = address; return true; }
    return false;
  }

  var from = null;
  function list() {
    var known = document.getElementById("raccourcis-liste");
    if (known) { if (!known.open) { from = document.activeElement; known.showModal(); } return true; }
    from = document.activeElement;
    fetch(keys.href)
      .then(function (answer) { return answer.text(); })
      .then(function (text) {
        var found = new DOMParser().parseFromString(text, "text/html").querySelector("[data-shortcut-list]");
        if (!found || !window.HTMLDialogElement) { location.href = keys.href; return; }
        var box = document.createElement("dialog"), title = document.createElement("h2"), close = document.createElement("button");
        box.id = "raccourcis-liste";
        box.className = "dialog stack";
        box.setAttribute("aria-labelledby", "raccourcis-titre");
        title.id = "raccourcis-titre";
        title.textContent = keys.textContent;
        close.className = "btn";
        close.textContent = keys.dataset.close;
        close.addEventListener("click", function () { box.close(); });
        /* Back to where one was: a key pressed in a closed box would say nothing. */
        box.addEventListener("close", function () {
          close.blur();
          if (from && from !== document.body) { from.focus(); }
        });
        box.append(title, document.importNode(found, true), close);
        document.body.append(box);
        box.showModal();
        close.focus();
      })
      .catch(function () { location.href = keys.href; });
    return true;
  }

  document.addEventListener("keydown", function (event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) { return; }
    if (event.target.closest("input, textarea, select, [contenteditable], dialog")) { return; }
    var done = false;
    switch (event.key) {
    case "j": done = move(1); break;
    case "k": done = move(-1); break;
    case "/": done = goTo(document.querySelector("main .search .input, .topbar__search .input"), keys.dataset.search); break;
    case "r": done = goTo(document.querySelector("#repondre textarea"), ""); break;
    case "q": done = !document.dispatchEvent(new Event("ruche:quote", { cancelable: true })); break;
    case "c": done = goTo(null, keys.dataset.ask); break;
    case "?": done = list(); break;
    }
    if (done) { event.preventDefault(); }
  });
}());
