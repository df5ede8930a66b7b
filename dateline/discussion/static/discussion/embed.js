// Puts a newsroom's discussion, or a situation's map or timeline, on a page of another site, and counts of comments
// beside links. See docs/embedding.md.
(function () {
  "use strict";
  var name = "Comments"; // the newsroom says this in its own language
  var me = document.currentScript || document.querySelector('script:is([data-url],[data-situation])[src$="/embed.js"]');
  if (!me || !window.URL) return;
  var home = new URL(me.src).origin;
  var PATIENCE = 5000; // milliseconds for the frame to say something; then the link stays in its place

  // What the page gives: data-situation and data-show, or data-url (empty: this page), data-id, data-title; and for both
  // data-theme and data-label.
  function show(given) {
    if (!given.situation) return discussion(given);
    var part = given.show === "timeline" ? "timeline" : "map";
    put(given, "/embed/situations/" + encodeURIComponent(given.situation) + "/" + part + "/", false);
  }

  function discussion(given) {
    var asked = new URLSearchParams();
    asked.set("url", given.url || location.href.split("#")[0]);
    asked.set("title", given.title || document.title);
    if (given.id) asked.set("id", given.id);
    var comment = /^#c\d+$/.test(location.hash) ? location.hash : "";
    put(given, "/embed/?" + asked + comment, comment);
  }

  function put(given, path, isAwaited) {
    var link = me.previousElementSibling;
    if (link && !link.hasAttribute("data-dateline")) link = null;
    var frame = document.createElement("iframe");
    frame.src = home + path;
    frame.name = "dateline:" + (given.theme || "");
    frame.title = given.label || (given.situation && link && link.textContent.trim()) || name;
    frame.loading = isAwaited ? "eager" : "lazy";
    frame.referrerPolicy = "strict-origin";
    var style = { display: "block", width: "100%", height: "24rem", border: "0", colorScheme: "light dark" };
    for (var key in style) frame.style[key] = style[key];
    listen(frame, link);
    me.parentNode.insertBefore(frame, me.nextSibling);
  }

  function listen(frame, link) {
    var pages = 0;
    var heard = false;
    frame.addEventListener("load", function () {
      // Only the newsroom's own page hears this, and by it knows whom to answer.
      frame.contentWindow.postMessage({ dateline: "hello", first: pages++ === 0 }, home);
      setTimeout(function () {
        if (!heard) frame.style.display = link ? "none" : "block";
      }, PATIENCE);
    });
    addEventListener("message", function (event) {
      var said = event.data && event.data.dateline;
      if (event.origin !== home || event.source !== frame.contentWindow || !said) return;
      heard = true;
      frame.style.display = "block";
      if (link) link.hidden = true;
      if (said.height > 0) frame.style.height = Math.min(said.height, 200000) + "px";
      var top = frame.getBoundingClientRect().top;
      // Another page in the frame begins where it can be seen; a comment that was asked for is shown.
      if (said.to >= 0 && (said.to > 0 || top < 0)) scrollBy(0, top + said.to - 16);
    });
  }

  function count() {
    var places = [].slice.call(document.querySelectorAll("[data-dateline-count]"));
    for (var from = 0; from < places.length; from += 50) fill(places.slice(from, from + 50));
  }

  function fill(places) {
    var asked = new URLSearchParams();
    places.forEach(function (place) {
      asked.append("url", new URL(place.dataset.datelineCount, location.href).href);
    });
    fetch(home + "/embed/counts.json?" + asked, { credentials: "omit" })
      .then(function (answer) {
        return answer.json();
      })
      .then(function (told) {
        places.forEach(function (place, at) {
          place.textContent = told.counts[asked.getAll("url")[at]].toLocaleString();
        });
      })
      .catch(function () {}); // what stood there before stays
  }

  if ("url" in me.dataset || me.dataset.situation) show(me.dataset);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", count);
  else count();
})();
