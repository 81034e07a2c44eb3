// A site that was rebuilt late must not show a record past its last day. Dates are China's, wherever the phone is.
(function () {
  "use strict";
  if (document.querySelector("[data-pinned]")) return;
  var today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  document.querySelectorAll("[data-until]").forEach(function (shown) {
    if (shown.getAttribute("data-until") >= today) return;
    var number = shown.getAttribute("data-page");
    if (!number) return shown.remove();
    var page = document.getElementById("text");
    page.textContent = "";
    [["p", number], ["h1", "已停止公开"], ["p", "公示期满，依法停止公开。"]].forEach(function (line) {
      page.appendChild(document.createElement(line[0])).textContent = line[1];
    });
    document.title = number + " 已停止公开";
  });
  document.querySelectorAll("[data-rows]").forEach(function (list) {
    var left = list.querySelectorAll("tr[data-until]").length;
    list.querySelectorAll("[data-count]").forEach(function (count) { count.textContent = left; });
    if (!left) list.textContent = "目前没有正在公开的案件。";
  });
})();
