// Filters and sorts the rows of one page. Its controls exist only where this script runs; its state is in the address.
(function () {
  "use strict";
  var FEW = 6;
  var TONES = [["grave", "已处罚、列入、移送或判决"], ["mended", "已改正或付清"], ["routine", "其他"]];
  var AMOUNTS = [["1", "1万元以上"], ["10", "10万元以上"], ["50", "50万元以上"], ["100", "100万元以上"]];
  var SORTS = [["old", "最早公开在前"], ["amount", "金额多在前"], ["people", "人数多在前"]];
  var list = document.querySelector("[data-rows]");
  var body = list && list.querySelector(".records tbody");
  var rows = body ? Array.from(body.querySelectorAll("[data-row]")).map(read) : [];
  if (rows.length < FEW) return;

  function fold(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[\s()「」·]/g, "");
  }

  function read(row, place) {
    var status = row.querySelector(".status");
    var tone = TONES.find(function (one) { return status && status.classList.contains("status-" + one[0]); });
    return {
      row: row,
      place: place,
      text: fold(row.textContent),
      bases: Array.from(row.querySelectorAll("[data-basis]")).map(function (one) {
        return [one.getAttribute("data-basis"), one.textContent];
      }),
      tone: tone ? tone[0] : "",
      amount: Number(row.getAttribute("data-amount") || -1),
      people: Number(row.getAttribute("data-people") || -1)
    };
  }

  function make(tag, name, text) {
    var made = document.createElement(tag);
    if (name) made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function field(label, control, name) {
    var pair = make("div", "filter-field");
    control.id = "filter-" + name;
    control.name = name;
    pair.appendChild(make("label", "", label)).htmlFor = control.id;
    pair.appendChild(control);
    fields.appendChild(pair);
    controls[name] = control;
  }

  function choice(label, name, first, options) {
    if (options.length < 2) return;
    var select = make("select");
    [["", first]].concat(options).forEach(function (one) {
      select.appendChild(new Option(one[1], one[0]));
    });
    select.addEventListener("change", function () { remember(true); });
    field(label, select, name);
  }

  function present(known, key) {
    return known.filter(function (one) { return rows.some(function (row) { return row[key] === one[0]; }); });
  }

  function named() {
    var found = new Map();
    rows.forEach(function (row) { row.bases.forEach(function (one) { found.set(one[0], one[1]); }); });
    return Array.from(found);
  }

  function state() {
    var found = new URLSearchParams();
    Object.keys(controls).forEach(function (name) {
      var value = controls[name].value.trim();
      if (value) found.set(name, value);
    });
    return found.toString();
  }

  // A choice is a step to go back over; a letter typed is not.
  function remember(step) {
    var here = location.pathname + location.search;
    var now = state();
    var address = now ? here + "#" + now : here;
    if (address !== here + location.hash) history[step ? "pushState" : "replaceState"](null, "", address);
    show();
  }

  function recall() {
    var hash = location.hash.slice(1);
    if (hash && hash.indexOf("=") < 0) return;
    var found = new URLSearchParams(hash);
    Object.keys(controls).forEach(function (name) {
      controls[name].value = found.get(name) || "";
      if (controls[name].selectedIndex === -1) controls[name].value = "";
    });
    if (hash) box.open = true;
    show();
  }

  function value(name) {
    return controls[name] ? controls[name].value : "";
  }

  function matches(one) {
    var basis = value("basis");
    return one.text.indexOf(fold(value("q"))) >= 0 &&
      (!basis || one.bases.some(function (known) { return known[0] === basis; })) &&
      (!value("status") || one.tone === value("status")) &&
      (!value("min") || one.amount >= Number(value("min")) * 1e6);
  }

  function order(one, other) {
    var by = value("sort");
    if (by === "old") return other.place - one.place;
    return (by && other[by] - one[by]) || one.place - other.place;
  }

  function show() {
    var shown = 0;
    rows.slice().sort(order).forEach(function (one) {
      one.row.hidden = !matches(one);
      if (!one.row.hidden) shown += 1;
      body.appendChild(one.row);
    });
    var active = state() !== "";
    reset.disabled = !active;
    said.textContent = !active ? "" : shown ? "显示 " + shown + " 件，这一页共 " + rows.length + " 件。" : "这一页没有符合条件的案件。";
  }

  var controls = {};
  var box = make("details", "filter");
  var fields = make("form", "filter-fields");
  var said = make("p", "filter-said");
  var reset = make("button", "filter-reset", "清除");
  var words = make("input");
  var typed;
  words.type = "search";
  words.autocomplete = "off";
  words.addEventListener("input", function () {
    clearTimeout(typed);
    typed = setTimeout(function () { remember(false); }, 200);
  });
  said.setAttribute("role", "status");
  reset.type = "button";
  reset.addEventListener("click", function () {
    Object.keys(controls).forEach(function (name) { controls[name].value = ""; });
    remember(true);
  });
  fields.addEventListener("submit", function (event) { event.preventDefault(); });
  window.addEventListener("hashchange", recall);
  window.addEventListener("popstate", recall);

  box.appendChild(make("summary", "", "筛选和排序"));
  if (list.hasAttribute("data-part")) box.appendChild(make("p", "filter-part", "只筛选这一页上的案件，不含其他各页。"));
  field("单位、编号、镇街等", words, "q");
  choice("公开依据", "basis", "全部", named());
  choice("处理状态", "status", "全部", present(TONES, "tone"));
  choice("金额", "min", "不限", AMOUNTS);
  choice("排序", "sort", "最新公开在前", SORTS);
  fields.appendChild(reset);
  box.appendChild(fields);
  box.open = window.matchMedia("(min-width: 47.5rem)").matches;
  list.insertBefore(box, list.querySelector(".records"));
  list.insertBefore(said, list.querySelector(".records"));
  recall();
})();
