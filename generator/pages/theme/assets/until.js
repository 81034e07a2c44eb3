// A site that was rebuilt late must not show a record past its last day, nor a count that includes it. Dates are China's.
(function () {
  "use strict";
  if (document.querySelector("[data-pinned]")) return;
  var today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  var lists = Array.from(document.querySelectorAll("[data-rows]")).filter(function (list) {
    return list.querySelector("[data-row]");
  });
  function empty(page, shown) {
    var heading = shown.getAttribute("data-heading") || "已停止公开";
    page.textContent = "";
    [["p", shown.getAttribute("data-page")], ["h1", heading], ["p", "公示期满，依法停止公开。"]].forEach(function (line) {
      page.appendChild(document.createElement(line[0])).textContent = line[1];
    });
    document.title = shown.getAttribute("data-page") + " " + heading;
    document.querySelectorAll("meta[name=description], meta[property]").forEach(function (said) { said.remove(); });
  }
  document.querySelectorAll("[data-until]").forEach(function (shown) {
    if (shown.getAttribute("data-until") >= today) return;
    if (shown.hasAttribute("data-page")) empty(document.getElementById("text"), shown);
    else shown.remove();
  });
  lists.forEach(function (list) {
    var left = list.querySelectorAll("[data-row]").length;
    list.querySelectorAll("[data-count]").forEach(function (count) { count.textContent = left; });
    if (!left) list.textContent = list.hasAttribute("data-part") ? "这里的案件都已停止公开。" : "目前没有正在公开的案件。";
  });
})();
