(function () {
  "use strict";
  var said = document.getElementById("said");
  function choose(what) {
    var range = document.createRange(), chosen = window.getSelection();
    range.selectNodeContents(what);
    chosen.removeAllRanges();
    chosen.addRange(range);
  }
  document.querySelectorAll("button[data-copy]").forEach(function (button) {
    var what = document.getElementById(button.getAttribute("data-copy"));
    function fill(event) {
      event.preventDefault();
      event.clipboardData.setData("text/html", what.innerHTML);
      event.clipboardData.setData("text/plain", what.innerText);
    }
    button.addEventListener("click", function () {
      var done = false;
      choose(what);
      document.addEventListener("copy", fill);
      try { done = document.execCommand("copy"); } catch (error) { done = false; }
      document.removeEventListener("copy", fill);
      if (done) window.getSelection().removeAllRanges();
      said.textContent = done ? "已复制" + button.getAttribute("data-name") + "，到公众号编辑器里粘贴。" : "已选中" + button.getAttribute("data-name") + "，请按 Ctrl+C（苹果电脑按 ⌘C）复制。";
    });
  });
})();
