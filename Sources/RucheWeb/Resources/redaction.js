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
      if (file) { said.textContent = said.dataset.sending; }
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
    function add(files) {
      var said = field().querySelector("[data-files-said]"), most = Number(said.dataset.most);
      /* What the server would refuse is not sent: it closes while the browser still writes, and its answer is lost. */
      var large = Array.prototype.filter.call(files, function (file) { return file.size > most; });
      waiting = waiting.concat(Array.prototype.filter.call(files, function (file) { return file.size <= most; }));
      if (large.length) { said.textContent = large.map(function (file) { return file.name; }).join(", ") + said.dataset.large; }
      next();
    }

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
    var style = node.getAttribute("style") || "";
    if (/^(b|strong)$/.test(name) && !/font-weight:\s*normal/.test(style)) { return marked("**", inside); }
    if (/^(i|em)$/.test(name)) { return marked("*", inside); }
    if (name === "span" && /font-weight:\s*(bold|[6-9]00)/.test(style)) { return marked("**", inside); }
    if (name === "span" && /font-style:\s*italic/.test(style)) { return marked("*", inside); }
    if (name === "a" && /^https?:/.test(node.getAttribute("href") || "")) { return "[" + said + "](" + node.getAttribute("href") + ")"; }
    if (/^h\d$/.test(name)) { return "\n\n**" + said.replace(/\*\*/g, "") + "**\n\n"; }
    if (name === "li") { return "\n" + indent(node) + sign(node) + said; }
    if (/^[uo]l$/.test(name)) {
      var items = inside.replace(/^\n+|\s+$/g, "");
      return node.parentNode.closest("li") ? "\n" + items : "\n\n" + items + "\n\n";
    }
    /* Word's lists are paragraphs that begin with a sign; the number of a step is kept. */
    if (/MsoListParagraph/.test(node.className)) {
      var step = said.match(/^(\d+)[.)]\s*/);
      return step ? "\n" + step[1] + ". " + said.slice(step[0].length) : "\n- " + said.replace(/^[·•§o\-–]\s+/, "");
    }
    if (name === "table") { return "\n\n" + tabled(node) + "\n\n"; }
    if (/^(p|div|blockquote|section|article)$/.test(name)) {
      return node.parentNode.closest("li,td,th") ? " " + said + " " : "\n\n" + said + "\n\n";
    }
    return inside;
  }

  /* The signs stand against the words: a space inside goes outside. */
  function marked(sign, inside) {
    return (/^\s/.test(inside) ? " " : "") + sign + inside.trim() + sign + (/\s$/.test(inside) ? " " : "");
  }

  function indent(item) {
    var depth = 0;
    for (var list = item.parentNode.closest("li"); list; list = list.parentNode.closest("li")) { depth += 1; }
    return "   ".repeat(depth);
  }

  function sign(item) {
    if (item.parentNode.tagName !== "OL") { return "- "; }
    var first = Number(item.parentNode.getAttribute("start")) || 1;
    return first + Array.prototype.indexOf.call(item.parentNode.children, item) + ". ";
  }

  /* Cells side by side stay so; a table of one column is lines. */
  function tabled(table) {
    var rows = Array.prototype.map.call(table.rows, function (row) {
      return Array.prototype.map.call(row.cells, function (cell) {
        return read(cell).trim().replace(/\s+/g, " ").replace(/\|/g, "\\|");
      });
    });
    var width = Math.max.apply(null, rows.map(function (row) { return row.length; }).concat(0));
    if (width < 2) { return rows.map(function (row) { return row.join(""); }).join("\n"); }
    function line(cells) { return "| " + cells.join(" | ") + " |"; }
    var lines = rows.map(function (row) { return line(row.concat(Array(width - row.length).fill(""))); });
    lines.splice(1, 0, line(Array(width).fill("---")));
    return lines.join("\n");
  }
})();
