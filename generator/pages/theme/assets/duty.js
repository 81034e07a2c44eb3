// 合规自查: answers beside each row of the lists, and what is missing as one list to print. Nothing is sent, nothing is kept.
(function () {
  "use strict";
  const ANSWERS = ["做到了", "没做到", "不涉及"];
  const parts = Array.from(document.querySelectorAll(".duty"));
  const rows = parts.reduce((all, part) => all.concat(Array.from(part.querySelectorAll("tbody tr"))), []);
  if (!rows.length) return;

  const element = (name, given, inside) => {
    const made = document.createElement(name);
    Object.keys(given).forEach((key) => made.setAttribute(key, given[key]));
    (inside || []).forEach((one) => made.append(one));
    return made;
  };
  const answer = (row) => {
    const chosen = row.querySelector("input:checked");
    return chosen ? chosen.value : "";
  };

  rows.forEach((row, place) => {
    const cell = row.cells[0], asked = cell.textContent.trim();
    const options = ANSWERS.map((word) => element("label", {}, [element("input", { type: "radio", name: "duty-" + place, value: word }), word]));
    const mark = element("span", { class: "duty-mark" });
    cell.append(mark, element("fieldset", { class: "duty-answers" }, [element("legend", { class: "unseen" }, [asked])].concat(options)));
    row.addEventListener("change", () => {
      mark.textContent = answer(row) === "没做到" ? "没做到。负责人：＿＿＿＿＿　改好的日子：＿＿＿＿＿" : "【" + answer(row) + "】";
      row.classList.add("is-answered");
      count();
    });
  });
  parts.forEach((part, place) => {
    part.classList.add("is-asked");
    if (place) part.insertBefore(skip(part), part.firstChild);
  });

  // A factory has no site: the parts on sites are answered at one stroke.
  function skip(part) {
    const button = element("button", { type: "button" }, ["这一部分都不涉及"]);
    button.addEventListener("click", () => part.querySelectorAll("input[value=不涉及]").forEach((input) => {
      input.checked = true;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }));
    return element("p", { class: "duty-bar duty-skip" }, [button]);
  }

  const said = element("p", { class: "duty-said", role: "status" });
  const only = element("button", { type: "button", "aria-pressed": "false" }, ["只看缺的"]);
  const print = element("button", { type: "button" }, ["打印"]);
  const last = parts[parts.length - 1];
  last.parentNode.insertBefore(element("div", { class: "duty-bar" }, [said, only, print]), last.nextSibling);

  function count() {
    const given = rows.map(answer), of = (word) => given.filter((one) => one === word).length, missing = of("没做到");
    said.textContent = of("") === rows.length ? "一共" + rows.length + "项，还没有回答。" :
      "一共" + rows.length + "项：没做到" + missing + "项，还没有回答" + of("") + "项。" + (missing || of("") ? "" : "都做到了，半年以后再查一次。");
  }

  // What was done or does not concern the firm leaves the list; what nobody has answered stays, as it may be missing.
  function filter(on) {
    rows.forEach((row) => { row.hidden = on && (answer(row) === "做到了" || answer(row) === "不涉及"); });
    parts.forEach((part) => {
      const empty = !part.querySelector("tbody tr:not([hidden])"), heading = part.previousElementSibling;
      part.hidden = empty;
      if (heading && heading.tagName === "H2") heading.hidden = empty;
    });
    only.setAttribute("aria-pressed", String(on));
    only.textContent = on ? "看全部" : "只看缺的";
  }

  only.addEventListener("click", () => filter(only.getAttribute("aria-pressed") !== "true"));
  print.addEventListener("click", () => window.print());
  count();
})();
