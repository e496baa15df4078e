/* Ruche — search: the box offers how to go on. Without this file every filter stands in the form beside the results. */
(function () {
  "use strict";
  document.querySelectorAll("input[data-complete]").forEach(function (input) {
    var list = document.createElement("ul");
    var timer, asked = 0, at = -1;
    list.id = input.id + "-liste";
    list.className = "complete";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.dataset.completeLabel);
    input.insertAdjacentElement("afterend", list);
    /* A search box cannot be a combobox; a text box can. */
    input.type = "text";
    input.autocomplete = "off";
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    input.setAttribute("aria-expanded", "false");

    function options() { return list.querySelectorAll("[role=option]"); }

    function show(isShown) {
      list.hidden = !isShown;
      input.setAttribute("aria-expanded", String(isShown));
      if (!isShown) { point(-1); }
    }

    function point(number) {
      at = number;
      options().forEach(function (option, index) {
        option.setAttribute("aria-selected", String(index === at));
        if (index === at) { option.scrollIntoView({ block: "nearest" }); }
      });
      if (at < 0) { input.removeAttribute("aria-activedescendant"); } else { input.setAttribute("aria-activedescendant", list.id + "-" + at); }
    }

    function choose(option) {
      show(false);
      if (option.dataset.way) { location.href = option.dataset.way; return; }
      input.value = option.dataset.text;
      input.focus();
      input.setSelectionRange(input.value.length, input.value.length);
      /* "auteur:" goes on with names. */
      if (/:$/.test(input.value)) { look(); }
    }

    function look() {
      var number = ++asked;
      if (!input.value.trim()) { show(false); return; }
      fetch(input.dataset.complete + "?q=" + encodeURIComponent(input.value))
        .then(function (answer) { return answer.ok ? answer.text() : ""; })
        .then(function (html) {
          /* An older answer, or nobody there any more. */
          if (number !== asked || document.activeElement !== input) { return; }
          list.innerHTML = html;
          options().forEach(function (option, index) { option.id = list.id + "-" + index; });
          show(options().length > 0);
          point(-1);
        })
        .catch(function () { show(false); });
    }

    input.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(look, 200); });
    input.addEventListener("blur", function () { clearTimeout(timer); asked += 1; show(false); });
    input.addEventListener("keydown", function (event) {
      var count = options().length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) { if (event.key === "ArrowDown") { look(); event.preventDefault(); } return; }
        var step = event.key === "ArrowDown" ? 1 : -1;
        /* Past either end one is in the box again. */
        point((at + 1 + step + count + 1) % (count + 1) - 1);
        event.preventDefault();
      } else if (event.key === "Enter" && !list.hidden && at >= 0) {
        event.preventDefault();
        choose(options()[at]);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        show(false);
      }
    });
    /* Before the box loses the focus. */
    list.addEventListener("mousedown", function (event) {
      var option = event.target.closest("[role=option]");
      event.preventDefault();
      if (option) { choose(option); }
    });
  });
}());
