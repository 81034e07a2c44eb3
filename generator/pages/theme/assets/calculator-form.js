// 算一算: the form around calculator.js. What is typed stays on the page: nothing is sent, nothing is kept.
(function () {
  "use strict";
  const LATEST = "2099-12-31";
  const BIGGEST = 100000000;
  const MOST_HOURS = 74400;
  const calculator = window.anxinCalculator;
  if (!calculator) return;

  const element = (name, given, inside) => {
    const made = document.createElement(name);
    Object.keys(given).forEach((key) => made.setAttribute(key, given[key]));
    (inside || []).forEach((one) => made.append(one));
    return made;
  };
  // The day in China, wherever the phone says it is.
  const today = (section) => section.getAttribute("data-today") || new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);

  const KINDS = {
    date: { read: calculator.date, wrong: "日期这样写：2026-03-10。", least: "请填日期。" },
    month: { read: calculator.month, wrong: "月份这样写：2026-03。", least: "请填月份。" },
    money: { read: calculator.hundredths, wrong: "写数字，最多两位小数，例如 4350.50。", least: "请填多少元。" },
    hours: { read: calculator.hundredths, wrong: "写数字，最多两位小数，例如 12.5。", least: "请填多少小时。" },
  };

  // What one field says, and what is wrong with it: [value, complaint].
  function read(input, since, until) {
    const kind = input.getAttribute("data-kind"), typed = input.value.trim();
    if (!typed && input.validity && input.validity.badInput) return [null, KINDS[kind].wrong];
    if (!typed) return [null, input.required ? KINDS[kind].least : ""];
    const value = KINDS[kind].read(typed);
    if (value === null) return [null, KINDS[kind].wrong];
    if (kind === "date") return [value, dateFault(value, since, input.hasAttribute("data-past") ? until : LATEST)];
    if (kind === "month") return [value, value < "1995-01" || value > "2099-12" ? "月份要在1995年到2099年之间。" : ""];
    if (kind === "money" && value > BIGGEST) return [value, "这里最多算到一百万元。"];
    return [value, kind === "hours" && value > MOST_HOURS ? "一个月没有这么多小时。" : ""];
  }

  function dateFault(value, since, until) {
    if (since && value < since) return "早于" + calculator.dayText(since) + "，当时是别的规定，这里算不了。";
    return value > until ? "不能晚于" + (until === LATEST ? "2099年" : "今天") + "。" : "";
  }

  // Every visible field by its name; null where something has to be mended, with the words beside it.
  function typed(section, form, rules) {
    const values = { today: today(section) };
    const faults = Array.from(form.querySelectorAll("input[data-kind]")).filter((input) => {
      const asked = !input.closest("[data-when][hidden]");
      const since = input.hasAttribute("data-since") ? rules.numbers.since : "";
      const found = asked ? read(input, since, values.today) : [null, ""];
      values[input.name] = found[0];
      return complain(input, found[1]);
    });
    form.querySelectorAll("input[type=radio]:checked").forEach((chosen) => { values[chosen.name] = chosen.value; });
    return faults.length ? { faults: faults } : { values: values };
  }

  function complain(input, words) {
    input.closest(".calc-field").querySelector("[data-error]").textContent = words;
    if (words) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    return Boolean(words);
  }

  // What the answer was worked out from, for paper.
  function given(section, form) {
    const asked = Array.from(form.querySelectorAll(".calc-field, .calc-choice")).filter((part) => !part.closest("[data-when][hidden]"));
    const told = asked.map((part) => {
      const chosen = part.querySelector("input:checked"), input = part.querySelector("input[data-kind]");
      const value = chosen ? chosen.parentNode.textContent.trim() : input && input.value.trim();
      return value ? part.querySelector("label, legend").firstChild.textContent + "：" + value : "";
    });
    return "您填的：" + told.filter(Boolean).join("；") + "。算的日子：" + calculator.dayText(today(section)) + "。";
  }

  const none = (value) => value === null ? 0 : value;
  const months = (written) => Number(written.slice(0, 4)) * 12 + Number(written.slice(5));

  // Form values → what the formula takes, and which field is at odds with another: [input, field, words].
  const inputs = {
    limitation: (form) => [{ due: form.due, left: form.gone === "yes" ? form.left : null, claimed: form.claimed, today: form.today }],
    minimum: (form, rules) => {
      const length = months(form.last) - months(form.first) + 1;
      const input = { kind: form.kind, first: form.first, last: form.last, pay: form.kind === "month" ? form.pay : form.rate, hours: none(form.hours), entered: form.entered };
      return [input, "last", length < 1 ? "不能早于开始的月份。" : length > rules.numbers.longest ? "一次最多算" + rules.numbers.longest + "个月，请分几次算。" : ""];
    },
    surcharge: (form) => [{ owed: form.owed, ordered: form.ordered === "yes" }],
    overtime: (form) => {
      const input = { pay: form.pay, kind: form.kind, weekday: none(form.weekday), rest: none(form.rest), holiday: none(form.holiday), paid: none(form.paid) };
      return [input, "weekday", input.weekday + input.rest + input.holiday ? "" : "三种加班至少填一种。"];
    },
    ceiling: (form) => {
      const amounts = [form.item0, form.item1, form.item2, form.item3].map(none);
      if (!form.monthly) return [null, "monthly", "最低工资不能是零。"];
      return [{ monthly: form.monthly, amounts: amounts }, "item0", amounts.some(Boolean) ? "" : "至少填一项。"];
    },
    listing: (form) => [
      { decided: form.decided, mended: form.mended, barred: form.barred === "yes", served: form.served, applied: form.applied },
      "served", form.served && form.served < form.decided ? "收到决定书，不会早于作出决定。" : "",
    ],
    objection: (form) => [
      { notified: form.notified, objected: form.objected, due: form.due },
      "objected", form.objected && form.objected < form.notified ? "提出异议，不会早于收到告知。" : "",
    ],
  };

  function show(section, answer) {
    const box = section.querySelector("[data-answer]"), laws = section.getAttribute("data-laws");
    const cited = (step) => step.sources.length ? [step.sources.reduce((line, source, place) => {
      if (place) line.append("、");
      line.append(element("a", { href: laws + "#" + source[1] }, [source[0]]));
      return line;
    }, element("span", { class: "cite" }))] : [];
    box.textContent = "";
    const first = answer[0];
    box.append(element("p", { class: "calc-first" }, [first.text]));
    if (first.sources.length) box.append(element("p", {}, cited(first)));
    if (answer.length > 1) box.append(element("ol", {}, answer.slice(1).map((step) => element("li", {}, [step.text].concat(cited(step))))));
    box.append(element("p", { class: "calc-given" }, [given(section, section.querySelector("form"))]));
    box.append(element("p", { class: "calc-next" }, [element("a", { href: "#limits" }, ["没有算进去的"]), "；", element("a", { href: "#next" }, ["下一步怎么做"])]));
    section.querySelector("[data-print]").hidden = false;
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: "nearest" });
  }

  function hide(section) {
    section.querySelector("[data-answer]").textContent = "";
    section.querySelector("[data-print]").hidden = true;
  }

  document.querySelectorAll("[data-calculator]").forEach((section) => {
    const form = section.querySelector("form"), rules = JSON.parse(section.getAttribute("data-rules"));
    const parts = Array.from(form.querySelectorAll("[data-when]"));
    const turn = () => parts.forEach((part) => {
      const asked = part.getAttribute("data-when").split("=");
      part.hidden = !form.querySelector("input[name=" + asked[0] + "][value=" + asked[1] + "]").checked;
    });
    const latest = (rules.standards || [])[(rules.standards || []).length - 1];
    if (rules.name === "ceiling" && latest && today(section) < latest.until) form.elements.monthly.value = latest.monthly / 100;
    form.addEventListener("change", turn);
    // An answer to what is no longer on the form would mislead.
    form.addEventListener("input", () => hide(section));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      hide(section);
      const found = typed(section, form, rules);
      if (found.faults) return found.faults[0].focus();
      const made = inputs[rules.name](found.values, rules);
      if (made[2] && complain(form.elements[made[1]], made[2])) return form.elements[made[1]].focus();
      show(section, calculator.answer(rules, made[0]));
    });
    section.querySelector("[data-print] button").addEventListener("click", () => window.print());
    turn();
    // Whoever can use the form needs the example only where they ask for it.
    section.parentNode.querySelectorAll("[data-example]").forEach((example) => { example.open = false; });
    section.querySelector("[data-plain]").hidden = true;
    form.hidden = false;
  });
})();
