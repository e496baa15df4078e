/* Ruche — writing: the toolbar works on what is selected, and a pasted page comes in as plain marks. */
(function () {
  "use strict";
  var marks = {
    gras: { before: "**", after: "**" }, italique: { before: "*", after: "*" },
    liste: { line: "- " }, citation: { line: "> " }, lien: { before: "[", after: "](https://)" }
  };

  function put(area, text, from, to) {
    area.focus();
    area.setSelectionRange(from, to);
    /* Keeps the browser's own undo where it can. */
    if (!document.execCommand || !document.execCommand("insertText", false, text)) {
      area.setRangeText(text, from, to, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  function mark(area, kind) {
    var from = area.selectionStart, to = area.selectionEnd, chosen = area.value.slice(from, to), rule = marks[kind];
    if (rule.line) {
      from = area.value.lastIndexOf("\n", from - 1) + 1;
      put(area, area.value.slice(from, to).split("\n").map(function (l) { return rule.line + l; }).join("\n"), from, to);
      return;
    }
    put(area, rule.before + chosen + rule.after, from, to);
    var at = kind === "lien" && chosen ? from + rule.before.length + chosen.length + 2 : from + rule.before.length;
    area.setSelectionRange(at, at + (kind === "lien" && chosen ? "https://".length : chosen.length));
  }

  document.querySelectorAll("[data-toolbar]").forEach(function (bar) {
    var area = document.getElementById(bar.dataset.toolbar);
    if (!area) { return; }
    bar.addEventListener("click", function (event) {
      var button = event.target.closest("button"), kind = button && button.value.split(".")[0];
      if (marks[kind]) { event.preventDefault(); mark(area, kind); }
    });
    area.addEventListener("keydown", function (event) {
      var kind = (event.ctrlKey || event.metaKey) && !event.altKey && { b: "gras", i: "italique", k: "lien" }[event.key];
      if (kind) { event.preventDefault(); mark(area, kind); }
    });
    area.addEventListener("paste", function (event) {
      var html = event.clipboardData && event.clipboardData.getData("text/html");
      if (!html) { return; }
      var text = fromPage(html);
      if (!text) { return; }
      event.preventDefault();
      put(area, text, area.selectionStart, area.selectionEnd);
    });
  });

  /* Files are taken in as soon as they are chosen, dropped on the form or pasted into the text, one after another. */
  document.querySelectorAll("form").forEach(function (form) {
    function field() { return form.querySelector("[data-files]"); }
    if (!field()) { return; }
    var waiting = [], isBusy = false;

    function send(extra, file) {
      var box = field(), data = new FormData();
      form.querySelectorAll("[name=jeton], [name=corbeille], [name^=montre-]").forEach(function (input) {
        data.append(input.name, input.value);
      });
      if (file) { data.append("fichiers", file, file.name || "image.png"); }
      if (extra) { data.append(extra.name, extra.value); }
      var request = new XMLHttpRequest(), bar = box.querySelector("progress");
      var said = box.querySelector("[data-files-said]");
      isBusy = true;
      request.open("POST", box.dataset.files);
      request.upload.onprogress = function (event) {
        if (!event.lengthComputable || !file) { return; }
        bar.hidden = false;
        bar.value = Math.round(event.loaded / event.total * 100);
      };
      said.textContent = file ? said.dataset.sending : "";
      request.onload = function () {
        isBusy = false;
        var page = new DOMParser().parseFromString(request.responseText, "text/html");
        var now = page.querySelector("[data-files]");
        if (!now) { bar.hidden = true; said.textContent = said.dataset.failed; waiting = []; return; }
        box.replaceWith(document.importNode(now, true));
        var error = field().querySelector("[role=alert]");
        if (!error && file) { field().querySelector("[data-files-said]").textContent = said.dataset.sent; }
        form.dispatchEvent(new Event("input", { bubbles: true }));
        if (waiting.length) { next(); return; }
        var empty = Array.prototype.find.call(field().querySelectorAll("[name^=montre-]"), function (i) { return !i.value; });
        var focus = empty || field().querySelector("[type=file]");
        if (focus) { focus.focus({ preventScroll: !empty }); }
      };
      request.onerror = function () { isBusy = false; bar.hidden = true; said.textContent = said.dataset.failed; waiting = []; };
      request.send(data);
    }
    function next() { if (!isBusy && waiting.length) { send(null, waiting.shift()); } }
    function add(files) { waiting = waiting.concat(Array.prototype.slice.call(files)); next(); }

    form.addEventListener("change", function (event) {
      if (event.target.type === "file" && event.target.files.length) {
        add(event.target.files);
        event.target.value = "";
      }
    });
    form.addEventListener("click", function (event) {
      var button = event.target.closest("[name=ressortir]");
      if (button) { event.preventDefault(); send(button, null); }
    });
    form.addEventListener("paste", function (event) {
      var files = event.clipboardData && event.clipboardData.files;
      if (!files || !files.length || event.clipboardData.getData("text/plain")) { return; }
      event.preventDefault();
      add(files);
    });
    form.addEventListener("dragover", function (event) {
      if (Array.prototype.indexOf.call(event.dataTransfer.types, "Files") < 0) { return; }
      event.preventDefault();
      field().classList.add("files--over");
    });
    form.addEventListener("dragleave", function () { field().classList.remove("files--over"); });
    form.addEventListener("drop", function (event) {
      if (!event.dataTransfer.files.length) { return; }
      event.preventDefault();
      field().classList.remove("files--over");
      add(event.dataTransfer.files);
    });
  });

  /* What Word or a web page puts on the clipboard, without its styles: paragraphs, lists, bold, italic, links. */
  function fromPage(html) {
    var page = new DOMParser().parseFromString(html, "text/html");
    page.querySelectorAll("style,script,meta,link,title,xml,head").forEach(function (n) { n.remove(); });
    return read(page.body).replace(/[ \t]+\n/g, "\n").replace(/\n{3,}/g, "\n\n").trim();
  }

  function read(node) {
    var text = "";
    node.childNodes.forEach(function (child) {
      if (child.nodeType === 3) { text += child.nodeValue.replace(/[\s\u00a0]+/g, " "); return; }
      if (child.nodeType !== 1) { return; }
      text += shaped(child, read(child));
    });
    return text;
  }

  function shaped(node, inside) {
    var name = node.tagName.toLowerCase(), said = inside.trim();
    if (name === "br") { return "\n"; }
    if (!said) { return /^(p|div|tr|h\d|li)$/.test(name) ? "\n" : inside && " "; }
    if (/^(b|strong)$/.test(name) && !/font-weight:\s*normal/.test(node.getAttribute("style") || "")) { return "**" + said + "** "; }
    if (/^(i|em)$/.test(name)) { return "*" + said + "* "; }
    if (name === "a" && /^https?:/.test(node.getAttribute("href") || "")) { return "[" + said + "](" + node.getAttribute("href") + ")"; }
    if (/^h\d$/.test(name)) { return "\n\n**" + said.replace(/\*\*/g, "") + "**\n\n"; }
    if (name === "li") { return "\n" + (node.parentNode.tagName === "OL" ? "1. " : "- ") + said; }
    /* Word's lists are paragraphs that begin with a sign. */
    if (/MsoListParagraph/.test(node.className)) { return "\n- " + said.replace(/^[·•§o\-–]\s*|^\d+[.)]\s*/, ""); }
    if (/^(p|div|ul|ol|table|blockquote|section|article)$/.test(name)) { return "\n\n" + inside.trim() + "\n\n"; }
    if (name === "tr") { return "\n" + said; }
    if (/^t[dh]$/.test(name)) { return said + " "; }
    return inside;
  }
})();
