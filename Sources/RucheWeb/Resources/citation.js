/* Ruche — exchanges: words chosen in a post are quoted with their origin, and former addresses lead on. Without this file
   « Citer et répondre » quotes the whole post, and a link stands where a post was. */
(function () {
  "use strict";
  /* A post that is elsewhere by now: its former address is that of the link to it. */
  function goOn() {
    var mark = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var way = mark ? (mark.matches("[data-moved]") ? mark : mark.querySelector("[data-moved]")) : document.querySelector("[data-moved-whole]");
    if (way) { location.replace(way.href); }
  }
  window.addEventListener("hashchange", goOn);
  goOn();

  var replies = document.querySelector("[data-quoting]");
  var area = document.querySelector("#repondre textarea[name=texte]");
  if (!replies || !area) { return; }
  var button = document.createElement("button");
  button.type = "button";
  button.className = "btn quote-chosen";
  button.hidden = true;
  button.textContent = replies.dataset.quoting;
  document.body.append(button);

  /* The words that are chosen, and the post where all of them stand; null when there are none. */
  function chosen() {
    var selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) { return null; }
    var around = selection.getRangeAt(0).commonAncestorContainer;
    var post = (around.nodeType === 1 ? around : around.parentElement).closest("[data-quote]");
    var words = selection.toString().trim();
    return post && words ? { post: post, words: words, range: selection.getRangeAt(0) } : null;
  }

  /* As the page that quotes a whole post writes it: lines of quotation, then who said it and where. */
  function quote(found) {
    var post = found.post, form = area.form;
    var lines = found.words.replace(/\n{3,}/g, "\n\n").split("\n").map(function (line) { return "> " + line.trim(); });
    var text = lines.concat([">", "> — [" + post.dataset.quoteAuthor + "](" + post.dataset.quote + ")"]).join("\n") + "\n\n";
    area.value = area.value.trim() ? area.value.replace(/\s+$/, "") + "\n\n" + text : text;
    if (post.dataset.quoteReply) {
      var answered = form.querySelector("[name=repond-a]");
      if (!answered) {
        answered = document.createElement("input");
        answered.type = "hidden";
        answered.name = "repond-a";
        form.append(answered);
      }
      answered.value = post.dataset.quoteReply;
    }
    button.hidden = true;
    document.getSelection().removeAllRanges();
    area.dispatchEvent(new Event("input", { bubbles: true }));
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
    area.scrollIntoView({ block: "center" });
  }

  function show() {
    var found = chosen();
    button.hidden = !found;
    if (!found) { return; }
    var box = found.range.getBoundingClientRect();
    var left = Math.min(Math.max(box.left, 8), innerWidth - button.offsetWidth - 8);
    button.style.setProperty("inset-inline-start", left + scrollX + "px");
    button.style.setProperty("inset-block-start", box.bottom + scrollY + 8 + "px");
  }

  var timer;
  document.addEventListener("selectionchange", function () { clearTimeout(timer); timer = setTimeout(show, 150); });
  /* Before the words are no longer chosen. */
  button.addEventListener("mousedown", function (event) { event.preventDefault(); });
  button.addEventListener("click", function () { var found = chosen(); if (found) { quote(found); } });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { button.hidden = true; }
  });
  /* The key q, which the list of shortcuts tells. */
  document.addEventListener("ruche:quote", function (event) {
    var found = chosen();
    if (found) { quote(found); event.preventDefault(); return; }
    var post = document.activeElement && document.activeElement.closest("article.post");
    var way = post && post.querySelector("a[href*='?citer=']");
    if (way) { event.preventDefault(); way.click(); }
  });
}());
