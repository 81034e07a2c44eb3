// 查企业: a plain scan over every name, so that any part of any name is found. The data is made by pages/lookup/data.py.
(function () {
  "use strict";
  const DROPPED = /[\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a0\u00ad\u00b7\u0300-\u036f\u2000-\u206f\u3000-\u3004\u3008-\u3020\u30fb\ufe00-\ufe0f\ufeff]/g;
  const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const ORGANISATION = [3, 7, 9, 10, 5, 8, 4, 2];
  const DAY = 24 * 3600 * 1000;
  const SHOWN = 30;
  const LEAST_NEAR = 4;

  // Folding: the same as pages/lookup/folding.py.
  const known = new Map();
  const one = (char) => {
    if (!known.has(char)) known.set(char, char.normalize("NFKD").replace(DROPPED, "").replace(/[A-Z]/g, (letter) => letter.toLowerCase()));
    return known.get(char);
  };
  const fold = (text) => /^[\u4e00-\u9fff]*$/.test(text) ? text : Array.from(text, one).join("");
  const plainForm = (folded) => folded.replace(/(?:股份)?有限(?:责任)?公司/g, "有限公司");

  // Credit codes: GB 32100 for the last place, GB 11714 for the one before.
  const last = (first17) => {
    let sum = 0, weight = 1;
    for (const char of first17) { sum += ALPHABET.indexOf(char) * weight; weight = weight * 3 % 31; }
    return ALPHABET[(31 - sum % 31) % 31];
  };
  const organisation = (first8) => {
    const sum = ORGANISATION.reduce((total, weight, at) => total + parseInt(first8[at], 36) * weight, 0);
    return "0123456789X0"[11 - sum % 11];
  };
  const withChecks = (stem) => {
    const first = stem + organisation(stem.slice(8));
    return first + last(first);
  };

  // What is wrong with something that looks like a code; "" where nothing is.
  function fault(typed) {
    const code = fold(typed).toUpperCase();
    if (!/^[0-9A-Z]{15,}$/.test(code) || code.replace(/[^0-9]/g, "").length < 8 || /^\d{15}$/.test(code)) return "";
    if (code.length !== 18) return "统一社会信用代码是18位，注册号是15位数字；现在写了" + code.length + "位。";
    const odd = code.search(/[IOSVZ]/);
    if (odd >= 0) return "第" + (odd + 1) + "位的「" + code[odd] + "」不用在信用代码里（没有 I、O、S、V、Z）。";
    if (!/^\d{6}$/.test(code.slice(2, 8))) return "第3至8位是行政区划，应当都是数字。";
    const body = organisation(code.slice(8, 16)) === code[16], whole = last(code.slice(0, 17)) === code[17];
    if (body && whole) return "";
    if (body) return "校验码对不上：主体标识码（第9至17位）没有错，错在第1至8位或者第18位。";
    if (whole) return "主体标识码（第9至17位）的校验对不上。";
    return "校验码对不上：多半是主体标识码（第9至17位）写错了一位。";
  }

  // The data file, read back. Whatever is past its last day is left out here and so can nowhere be found.
  function open(file, today) {
    const ahead = today ? (Date.parse(today) - Date.parse(file.as_of)) / DAY : -Infinity;
    const cases = casesOf(file, ahead);
    const units = [];
    let met = 0;
    file.names.forEach((name, at) => {
      const theirs = cases.slice(met, met += file.cases[at]).filter((one) => one.grounds.length);
      if (theirs.length) units.push(unit(name, file.keys[at], theirs));
    });
    return { asOf: file.as_of, units: units, sounds: soundsOf(file.sounds, units), simple: simpleOf(file.variants) };
  }

  // Traditional forms as the names have them; one character is always one character.
  function simpleOf(written) {
    const simple = new Map();
    Object.keys(written).forEach((char) => { for (const other of written[char]) simple.set(other, char); });
    return (folded) => Array.from(folded, (char) => simple.get(char) || char).join("");
  }

  const ranked = (file, name) => file[name + "_of"].map((place) => file[name + "s"][place]);
  const sums = (steps) => {
    let sum = 0;
    return steps.map((step) => sum += step);
  };

  function casesOf(file, ahead) {
    const years = ranked(file, "year"), serials = sums(file.serials), states = ranked(file, "state");
    const until = sums(file.until), samples = new Set(sums(file.samples));
    const dayOf = (one) => new Date(Date.parse(file.as_of) + Math.max.apply(null, one.grounds.map((ground) => ground.days)) * DAY).toISOString().slice(0, 10);
    let read = 0;
    return ranked(file, "ground").map((places, at) => {
      const all = [];
      for (const place of places) all.push({ basis: file.bases[place], naming: file.naming[place], days: until[read++] });
      const grounds = all.filter((ground) => ground.days >= ahead), whole = grounds.length === all.length;
      return {
        number: years[at] + String(serials[at]).padStart(4, "0"),
        sample: samples.has(at),
        grounds: grounds,
        until: dayOf,
        tone: states[at].slice(0, states[at].indexOf(" ")),
        // Folded from all bases: once one of them has ended, it may say too much.
        status: whole ? states[at].slice(states[at].indexOf(" ") + 1) : "",
      };
    });
  }

  function unit(name, key, cases) {
    const named = !key.startsWith("n-");
    const code = key.length === 16 ? withChecks(key) : key;
    const naming = named && cases.some((one) => one.grounds.some((ground) => ground.naming));
    const folded = fold(name);
    return {
      name: name, cases: cases, folded: folded, form: plainForm(folded),
      code: naming ? code : "",
      slug: named && !naming ? "" : code.toLowerCase(),
      marks: [naming ? code.toLowerCase() : ""].concat(cases.map((one) => fold(one.number))),
    };
  }

  // Character → its readings; and all names in one row, each place with the letters that its sound may begin with, and
  // those that may come second, as bits. A name ends in a place without any.
  function soundsOf(written, units) {
    const readings = new Map(), first = new Int32Array(65536), second = new Int32Array(65536);
    for (let letter = 97; letter < 123; letter++) first[letter] = 1 << letter - 97;
    Object.keys(written).forEach((sound) => {
      for (const char of written[sound]) {
        readings.set(char, (readings.get(char) || []).concat(sound));
        first[char.charCodeAt(0)] |= bit(sound, 0);
        second[char.charCodeAt(0)] |= bit(sound, 1);
      }
    });
    const row = units.map((one) => one.folded).join("\n") + "\n";
    const codes = Int32Array.from({ length: row.length }, (_, at) => row.charCodeAt(at));
    return { readings: readings, first: codes.map((code) => first[code]), second: codes.map((code) => second[code]) };
  }

  const bit = (text, at) => at < text.length ? 1 << text.charCodeAt(at) - 97 : 0;

  // Where in a name, which begins at `start` of the row, the letters `q` may be heard: each character gives its whole
  // sound or its initial (`z` or `zh`), the last one any beginning.
  function heard(sounds, name, start, q) {
    const one = bit(q, 0), two = bit(q, 1);
    for (let from = 0; from < name.length; from++) {
      if (!(sounds.first[start + from] & one) || !((sounds.second[start + from] | sounds.first[start + from + 1]) & two)) continue;
      const to = hear(sounds.readings, name, from, q, 0);
      if (to >= 0) return [from, to];
    }
    return null;
  }

  function hear(readings, name, at, q, done) {
    if (done === q.length) return at;
    if (at === name.length) return -1;
    for (const sound of readings.get(name[at]) || [name[at]]) {
      let same = 0;
      while (same < sound.length && sound[same] === q[done + same]) same++;
      if (!same) continue;
      if (done + same === q.length) return at + 1;
      for (const length of [sound.length, sound[1] === "h" ? 2 : 1, 1]) {
        const to = length <= same ? hear(readings, name, at + 1, q, done + length) : -1;
        if (to >= 0) return to;
      }
    }
    return -1;
  }

  // Every unit that the query is a part of, the best first; null where there is too little to look for.
  function search(opened, typed) {
    const q = opened.simple(fold(typed));
    if (q.length < 2 && !/[^\u0000-\u007f]/.test(q)) return null;
    const loose = plainForm(q), latin = /^[a-z0-9]+$/.test(q), letters = /^[a-z]+$/.test(q);
    const found = [];
    let start = 0;
    opened.units.forEach((unit) => {
      const from = unit.folded.indexOf(q);
      const whole = unit.folded.length === q.length;
      if (from >= 0) found.push({ unit: unit, rank: from ? 2 : whole ? 0 : 1, part: [from, from + q.length] });
      else if (unit.form.includes(loose)) found.push({ unit: unit, rank: 3, part: null });
      else if (latin && unit.marks.some((mark) => mark.includes(q))) found.push({ unit: unit, rank: 4, part: null, mark: q });
      else {
        const part = letters && heard(opened.sounds, unit.folded, start, q);
        if (part) found.push({ unit: unit, rank: 5, part: part });
      }
      start += unit.folded.length + 1;
    });
    // The newest stand last in the data.
    return found.reverse().sort((one, other) => one.rank - other.rank);
  }

  // One line of a list to compare: 在列, 相近 or 未查到. Cells of a table count each for itself.
  function compare(opened, line) {
    const cells = line.split(/[\t,，;；]/).map(fold).map(opened.simple).filter(Boolean), forms = cells.map(plainForm);
    const same = opened.units.filter((unit) => forms.includes(unit.form) || unit.marks.some((mark) => mark && cells.includes(mark)));
    if (same.length) return { result: "在列", units: same };
    const long = forms.filter((form) => form.length >= LEAST_NEAR);
    // A line of nothing longer is what somebody remembers of a name: the box finds it, so it cannot be 未查到 here.
    const parts = long.length ? long : forms.filter((form) => /[^\u0000-\u007f]/.test(form));
    const near = opened.units.filter((unit) => parts.some((form) =>
      unit.form.includes(form) || (unit.form.length >= LEAST_NEAR && form.includes(unit.form))));
    return near.length ? { result: "相近", units: near } : { result: "未查到", units: [] };
  }

  window.anxinLookup = { fold: fold, plainForm: plainForm, fault: fault, withChecks: withChecks, open: open, search: search, compare: compare };

  const place = document.querySelector("[data-lookup]");
  if (!place) return;
  const form = place.querySelector("form"), box = form.querySelector("input"), doubt = place.querySelector("[data-doubt]");
  const count = place.querySelector("[data-count-of-hits]"), hits = place.querySelector("[data-hits]");
  const more = place.querySelector("[data-more]"), batch = place.querySelector("[data-batch]");
  const miss = document.querySelector("[data-miss]"), home = miss && miss.parentNode, after = miss && miss.nextSibling;
  const today = document.querySelector("[data-pinned]") ? "" : new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  let opened = null, loading = null, shown = SHOWN, waiting = 0;

  function element(tag, attributes, children) {
    const made = document.createElement(tag);
    Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
    (children || []).forEach((child) => made.append(child));
    return made;
  }
  const address = (kind, what) => place.getAttribute("data-" + kind).replace("WHICH", encodeURIComponent(what));
  const dayText = (day) => day.split("-").map(Number).join("年").replace(/年(\d+)$/, "月$1日");

  function load() {
    if (!loading) {
      loading = fetch(place.getAttribute("data-lookup"), { cache: "no-cache" })
        .then((answer) => { if (!answer.ok) throw new Error(answer.status); return answer.json(); })
        .then((file) => { opened = open(file, today); });
      loading.catch(() => { loading = null; });
    }
    return loading;
  }

  // The part of a name that answers the query. Folding may drop characters, so places are counted along the name.
  function marked(hit) {
    const name = element("span", {});
    let at = 0;
    for (const char of hit.unit.name) {
      const length = one(char).length, inside = hit.part && length && at >= hit.part[0] && at < hit.part[1];
      const tag = inside ? "MARK" : "SPAN";
      if (!name.lastChild || name.lastChild.tagName !== tag) name.append(element(tag, {}));
      name.lastChild.append(char);
      at += length;
    }
    return name;
  }

  function caseLine(one) {
    const line = element("li", {}, [element("a", { href: address("case", one.number) }, [one.number])]);
    if (one.sample) line.append(" ", element("span", { class: "badge" }, ["样例"]));
    line.append(element("span", { class: "hit-basis" }, [one.grounds.map((ground) => ground.basis).join("、")]));
    if (one.status) line.append(element("span", { class: "status status-" + one.tone }, [element("span", { class: "mark", "aria-hidden": "true" }), one.status]));
    line.append(element("span", { class: "hit-until" }, ["公开到" + dayText(one.until(one))]));
    return line;
  }

  function hitLine(hit) {
    const unit = hit.unit;
    const name = unit.slug ? element("a", { href: address("employer", unit.slug) }, [marked(hit)]) : marked(hit);
    const line = element("li", { class: "hit" }, [element("h3", {}, [name])]);
    if (unit.code) line.append(element("p", { class: "hit-code" }, [(unit.code.length === 15 ? "注册号 " : "统一社会信用代码 ") + unit.code]));
    line.append(element("ul", { class: "hit-cases" }, unit.cases.slice().reverse().map(caseLine)));
    return line;
  }

  function say(text) { if (count.textContent !== text) count.textContent = text; }

  function showMiss(missed) {
    if (!miss) return;
    if (missed) more.after(miss); else home.insertBefore(miss, after);
  }

  function update() {
    const typed = box.value.trim(), wrong = fault(typed);
    doubt.textContent = wrong && wrong + "请对照营业执照核对；有的合法代码也会对不上，所以仍然照写的查。";
    doubt.hidden = !wrong;
    hits.textContent = "";
    more.hidden = true;
    const found = typed && opened ? search(opened, typed) : null;
    showMiss(Boolean(found) && !found.length);
    place.classList.toggle("is-busy", Boolean(typed));
    if (!typed) return say("");
    if (!opened) {
      say("正在取名单……");
      return void load().then(update, () => say("名单没有取到。请检查网络，再点一次「查」。"));
    }
    if (!found) return say("请多写几个字。");
    found.slice(0, shown).forEach((hit) => hits.append(hitLine(hit)));
    more.hidden = found.length <= shown;
    more.textContent = "再显示" + Math.min(SHOWN, found.length - shown) + "家（还有" + (found.length - shown) + "家）";
    say((found.length ? "查到" + found.length + "家" : "没有查到「" + typed + "」") + "（数据截至" + dayText(opened.asOf) + "）。");
  }

  function remember(how) {
    clearTimeout(waiting);
    const typed = box.value.trim(), url = location.pathname + (typed ? "?q=" + encodeURIComponent(typed) : "");
    if (url !== location.pathname + location.search) history[how](null, "", url);
  }

  function changed() {
    shown = SHOWN;
    update();
    clearTimeout(waiting);
    waiting = setTimeout(remember, 500, "replaceState");
  }

  function restore() {
    box.value = new URLSearchParams(location.search).get("q") || "";
    shown = SHOWN;
    update();
  }

  box.addEventListener("input", (event) => { if (!event.isComposing) changed(); });
  box.addEventListener("compositionend", changed);
  box.addEventListener("focus", () => load().catch(() => {}));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || !box.value) return;
    event.preventDefault();
    box.value = "";
    changed();
  });
  box.addEventListener("paste", (event) => {
    const lines = event.clipboardData ? event.clipboardData.getData("text").trim() : "";
    if (!/[\r\n]/.test(lines)) return;
    event.preventDefault();
    batch.open = true;
    batch.querySelector("textarea").value = lines;
    check();
    batch.scrollIntoView();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    remember("pushState");
    shown = SHOWN;
    update();
  });
  more.addEventListener("click", () => {
    const next = shown;
    shown += SHOWN;
    update();
    const link = hits.children[next] && hits.children[next].querySelector("a");
    if (link) link.focus();
  });
  window.addEventListener("popstate", restore);

  // Many at once: a table of what was asked and what stands in the list, to copy or to keep.
  const HEAD = ["行", "查的内容", "结果", "单位名称", "统一社会信用代码（注册号）", "案件编号", "公开依据", "处理状态", "公开到", "数据截至"];
  const asked = batch.querySelector("textarea"), answer = batch.querySelector("[data-answer]"), said = batch.querySelector("[data-said]");
  const keep = batch.querySelector("[data-keep]");
  let rows = [];

  const joined = (list) => Array.from(new Set(list)).filter(Boolean).join("；");
  const flat = (lists) => [].concat.apply([], lists);

  function row(line, found, at) {
    const cases = flat(found.units.map((unit) => unit.cases));
    const sample = cases.some((one) => one.sample) ? "（样例）" : "";
    return [
      String(at + 1), line, found.result + sample, joined(found.units.map((unit) => unit.name)),
      joined(found.units.map((unit) => unit.code)), joined(cases.map((one) => one.number)),
      joined(flat(cases.map((one) => one.grounds.map((ground) => ground.basis)))),
      joined(cases.map((one) => one.status)), joined(cases.map((one) => one.until(one))), opened.asOf,
    ];
  }

  function tableRow(line, found, at) {
    // Not every basis is the list of 失信: what a bank may conclude depends on which it is.
    const links = found.units.map((unit) => element("div", {}, [unit.name, element("ul", { class: "hit-cases" }, unit.cases.map(caseLine))]));
    return element("tr", {}, [
      element("th", { scope: "row" }, [line]),
      element("td", { class: "answer-" + (found.units.length ? "hit" : "miss") }, [found.result]),
      element("td", {}, links.length ? links : [fault(line) || "—"]),
    ]);
  }

  function check() {
    if (!opened) {
      said.textContent = "正在取名单……";
      return void load().then(check, () => { said.textContent = "名单没有取到。请检查网络，再点一次「核对」。"; });
    }
    const lines = asked.value.split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean);
    const found = lines.map((line) => compare(opened, line));
    rows = lines.map((line, at) => row(line, found[at], at));
    const body = answer.querySelector("tbody");
    body.textContent = "";
    lines.forEach((line, at) => body.append(tableRow(line, found[at])));
    const of = (result) => found.filter((one) => one.result === result).length;
    said.textContent = lines.length ? "共" + lines.length + "行：在列" + of("在列") + "，相近" + of("相近") + "，未查到" + of("未查到") + "。数据截至" + dayText(opened.asOf) + "。" : "请先写上要核对的单位，每行一家。";
    answer.hidden = keep.hidden = !lines.length;
  }

  // A cell that a spreadsheet would take for a formula is text.
  const cell = (text) => "\"" + (/^[=+\-@]/.test(text) ? "'" + text : text).replace(/"/g, "\"\"") + "\"";
  const csv = () => "\ufeff" + [HEAD].concat(rows).map((cells) => cells.map(cell).join(",")).join("\r\n") + "\r\n";

  function save() {
    const url = URL.createObjectURL(new Blob([csv()], { type: "text/csv;charset=utf-8" }));
    element("a", { href: url, download: "查企业-" + opened.asOf + ".csv" }).click();
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  function copy() {
    const text = [HEAD].concat(rows).map((cells) => cells.map((one) => one.replace(/\s+/g, " ")).join("\t")).join("\n");
    // The clipboard of our day asks for https, which not every site of a county has.
    const field = element("textarea", { readonly: "" }, [text]);
    document.body.append(field);
    field.select();
    said.textContent = document.execCommand("copy") ? "已复制" + rows.length + "行，可以粘贴到表格里。" : "没有复制成功，请改用「存成表格」。";
    field.remove();
  }

  batch.hidden = false;
  batch.querySelector("[data-check]").addEventListener("click", check);
  batch.querySelector("[data-save]").addEventListener("click", save);
  batch.querySelector("[data-copy]").addEventListener("click", copy);
  batch.addEventListener("toggle", () => load().catch(() => {}));
  restore();
})();
