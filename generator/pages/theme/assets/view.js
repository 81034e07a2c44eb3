// Large type and colours as this device was last told: set before anything is drawn, so that nothing flashes.
(function () {
  "use strict";
  var root = document.documentElement;
  function kept(key) {
    try { return localStorage.getItem("anxin-" + key) || ""; } catch (refused) { return ""; }
  }
  function set(key, value) {
    if (value) root.setAttribute("data-" + key, value); else root.removeAttribute("data-" + key);
  }
  function choose(key, value) {
    set(key, value);
    try { localStorage.setItem("anxin-" + key, value); } catch (refused) { /* it holds for this page */ }
  }
  set("type", kept("type"));
  set("scheme", kept("scheme"));
  document.addEventListener("DOMContentLoaded", function () {
    var larger = document.querySelector("[data-larger]");
    var scheme = document.querySelector("[data-scheme-choice]");
    function name() { larger.querySelector("span").textContent = root.hasAttribute("data-type") ? "标准字" : "大字"; }
    if (larger) {
      name();
      larger.hidden = false;
      larger.addEventListener("click", function () {
        choose("type", root.hasAttribute("data-type") ? "" : "large");
        name();
      });
    }
    if (scheme) {
      scheme.value = root.getAttribute("data-scheme") || "";
      scheme.parentNode.hidden = false;
      scheme.addEventListener("change", function () { choose("scheme", scheme.value); });
    }
  });
})();
