// 算一算: the formulas of law/calculator, step for step. Every number, date and sentence comes with the page; this only interprets.
// Days are counted from 1970 in UTC, money is whole fen, hours are whole hundredths: nothing is rounded but where it says so.
(function () {
  "use strict";
  const DAY = 24 * 3600 * 1000;
  const PROVISIONAL = "（暂按周末推算）";
  const KINDS = ["weekday", "rest", "holiday"];
  const ITEMS = ["工资", "加班费", "经济补偿", "赔偿金"];

  // Dates. `ends` is the last day of a month, the month counted from year 0.
  const number = (iso) => Date.parse(iso + "T00:00:00Z") / DAY;
  const at = (day) => new Date(day * DAY);
  const dayText = (day) => at(day).getUTCFullYear() + "年" + (at(day).getUTCMonth() + 1) + "月" + at(day).getUTCDate() + "日";
  const monthsOf = (day) => at(day).getUTCFullYear() * 12 + at(day).getUTCMonth();
  const firstOf = (months) => Date.UTC(Math.floor(months / 12), months % 12, 1) / DAY;
  const after = (day, count) => {
    const months = monthsOf(day) + count;
    return Math.min(firstOf(months) + at(day).getUTCDate() - 1, firstOf(months + 1) - 1);
  };

  // Working days by the known calendar: a day is unusual where it differs from its weekday.
  function calendarOf(exceptions) {
    const unusual = new Set();
    Object.keys(exceptions).forEach((year) => exceptions[year].forEach((date) => unusual.add(number(year + "-" + date))));
    const knows = (year) => Object.prototype.hasOwnProperty.call(exceptions, year);
    const worked = (day) => {
      const weekday = at(day).getUTCDay();
      return (weekday > 0 && weekday < 6) !== unusual.has(day);
    };
    return (start, count) => {
      let day = start;
      for (let left = count; left > 0; ) if (worked(++day)) left--;
      let provisional = false;
      for (let year = at(start).getUTCFullYear(); year <= at(day).getUTCFullYear(); year++) provisional = provisional || !knows(year);
      return { day: day, text: dayText(day) + (provisional ? PROVISIONAL : "") };
    };
  }

  // Amounts. The remainder of a division is exact, so the quotient is too; halves go upwards.
  const rounded = (numerator, denominator) => {
    const twice = 2 * numerator + denominator;
    return (twice - twice % (2 * denominator)) / (2 * denominator);
  };
  const places = (hundredths) => Math.floor(hundredths / 100) + "." + String(hundredths % 100).padStart(2, "0");
  const yuan = (fen) => places(fen) + "元";
  const hours = (hundredths) => places(hundredths).replace(/\.?0+$/, "") + "小时";

  // Each formula gives its steps as [key, values]; the same keys in the same order as in Python.
  const formulas = {
    limitation(input, rules) {
      const due = number(input.due), today = number(input.today);
      const last = after(due, rules.numbers.look_back);
      const steps = arbitration(input, today, rules.numbers.months);
      steps.push(["look_back", { due: dayText(due), last: dayText(last) }]);
      if (today > last) steps.push(["look_back_passed", { last: dayText(last) }]);
      return steps;
    },

    minimum(input, rules) {
      const groups = levels(input, rules.standards);
      const known = groups.filter((group) => group.amount !== null);
      const sum = known.reduce((total, group) => total + missing(group, input), 0), complete = known.length === groups.length;
      const answer = !known.length ? "unset" : sum === 0 && complete ? "none" : complete ? "total" : "part";
      const steps = [[answer, { sum: yuan(sum) }]].concat(groups.map((group) => detail(group, input)));
      rules.standards.forEach((one) => {
        const since = number(one.since), month = monthsOf(since);
        if (at(since).getUTCDate() > 1 && monthOf(input.first) <= month && month <= monthOf(input.last)) steps.push(["changed", { month: monthText(month) }]);
      });
      return steps;
    },

    surcharge(input, rules) {
      const low = rounded(input.owed * rules.numbers.lowest, 100), high = rounded(input.owed * rules.numbers.highest, 100);
      return [
        ["range", { low: yuan(low), high: yuan(high) }],
        ["rates", { owed: yuan(input.owed), low: yuan(low), high: yuan(high) }],
        ["sum", { least: yuan(input.owed + low), most: yuan(input.owed + high) }],
        [input.ordered ? "ordered" : "not_ordered", {}],
      ];
    },

    overtime(input, rules) {
      const month = input.kind === "month", divisor = month ? rules.numbers.month * 100 : 100 * 100;
      const sums = KINDS.map((kind) => rounded(input.pay * input[kind] * rules.numbers[kind], divisor));
      const sum = sums.reduce((total, one) => total + one, 0);
      const steps = [sum > input.paid ? ["owed", { owed: yuan(sum - input.paid) }] : ["even", {}]];
      steps.push(month ? ["by_month", { pay: yuan(input.pay), hourly: yuan(rounded(input.pay * 100, rules.numbers.month)) }] : ["by_hour", { hourly: yuan(input.pay) }]);
      KINDS.forEach((kind, place) => { if (input[kind]) steps.push([kind, { hours: hours(input[kind]), sum: yuan(sums[place]) }]); });
      steps.push(["paid", { sum: yuan(sum), paid: yuan(input.paid) }]);
      const spent = input.weekday + input.rest;
      if (spent > rules.numbers.most * 100) steps.push(["too_many", { hours: hours(spent) }]);
      return steps;
    },

    ceiling(input, rules) {
      const limit = input.monthly * rules.numbers.months;
      const asked = ITEMS.map((item, place) => [item, input.amounts[place]]).filter((one) => one[1]);
      const within = asked.filter((one) => one[1] <= limit).length;
      const answer = within === asked.length ? "all" : within ? "some" : "none";
      return [[answer, { limit: yuan(limit) }], ["limit", { monthly: yuan(input.monthly), limit: yuan(limit) }]]
        .concat(asked.map((one) => [one[1] <= limit ? "within" : "above", { item: one[0], amount: yuan(one[1]) }]));
    },

    listing(input, rules) {
      const numbers = rules.numbers, workdays = calendarOf(rules.exceptions), decided = number(input.decided);
      const last = after(decided, numbers.months), steps = removal(input, decided, last, numbers);
      steps.push(["end", { decided: dayText(decided), last: dayText(last) }]);
      steps.push(["take_down", { by: workdays(last, numbers.take_down).text }]);
      if (input.applied) {
        const applied = number(input.applied);
        if (input.mended && applied < removalStart(input, decided, numbers)) steps.push(["applied_early", { applied: dayText(applied) }]);
        steps.push(["decision", { applied: dayText(applied), by: workdays(applied, numbers.remove).text }]);
      }
      steps.push(["repair", { from: dayText(Math.max(after(decided, numbers.repair_months), number(numbers.repair_since))) }]);
      if (input.served) {
        const served = number(input.served);
        steps.push(["review", { served: dayText(served), last: dayText(served + numbers.review) }]);
        steps.push(["suit", { last: dayText(after(served, numbers.suit)) }]);
      }
      return steps;
    },

    objection(input, rules) {
      const numbers = rules.numbers, workdays = calendarOf(rules.exceptions), notified = number(input.notified);
      const last = workdays(notified, numbers.object);
      const steps = [["object", { last: last.text }], ["counted", { notified: dayText(notified) }]];
      if (input.objected) {
        const objected = number(input.objected);
        if (objected > last.day) steps.push(["late", { objected: dayText(objected) }]);
        else steps.push(["verify", { objected: dayText(objected), last: workdays(objected, numbers.verify).text }]);
      }
      if (input.due) {
        const due = number(input.due);
        steps.push(["decide", { due: dayText(due), last: workdays(due, numbers.decide).text, longest: workdays(due, numbers.decide_longer).text }]);
      }
      steps.push(["mend", {}]);
      return steps;
    },
  };

  function arbitration(input, today, months) {
    if (!input.left) return [["employed", {}]];
    const left = number(input.left), first = after(left, months), claimed = input.claimed ? number(input.claimed) : null;
    const again = claimed !== null && left < claimed && claimed <= first;
    const last = again ? after(claimed, months) : first, ahead = last - today;
    const steps = [
      ahead > 0 ? ["ahead", { last: dayText(last), days: String(ahead) }] : ahead === 0 ? ["today", { last: dayText(last) }] : ["passed", { last: dayText(last), days: String(-ahead) }],
      ["left", { left: dayText(left), last: dayText(first) }],
    ];
    if (claimed === null) return steps;
    if (again) steps.push(["claimed", { claimed: dayText(claimed), last: dayText(last) }]);
    else if (claimed <= left) steps.push(["claimed_early", { claimed: dayText(claimed) }]);
    else steps.push(["claimed_late", { claimed: dayText(claimed), last: dayText(first) }]);
    return steps;
  }

  const removalStart = (input, decided, numbers) => after(Math.max(decided, number(input.mended)), numbers.removal_months);

  function removal(input, decided, last, numbers) {
    if (input.barred) return [["barred", {}]];
    if (!input.mended) return [["unmended", {}]];
    const start = dayText(removalStart(input, decided, numbers));
    return [
      removalStart(input, decided, numbers) > last ? ["removal_late", { last: dayText(last), from: start }] : ["removal", { from: start }],
      ["six_months", { decided: dayText(decided), mended: dayText(number(input.mended)), from: start }],
    ];
  }

  // Months in a row that have the same standard; `amount` is null where there is none.
  const monthOf = (written) => monthsOf(number(written + "-01"));
  const monthText = (month) => Math.floor(month / 12) + "年" + (month % 12 + 1) + "月";

  function levels(input, standards) {
    const groups = [];
    for (let month = monthOf(input.first); month <= monthOf(input.last); month++) {
      const found = standards.find((one) => number(one.since) <= firstOf(month) && firstOf(month) < number(one.until));
      const amount = found ? (input.kind === "month" ? found.monthly : found.hourly) : input.entered;
      const name = found ? found.document : amount === null ? "" : "您填的数";
      const before = groups[groups.length - 1];
      if (before && before.amount === amount && before.document === name) before.months.push(month);
      else groups.push({ amount: amount, document: name, months: [month] });
    }
    return groups;
  }

  function missing(group, input) {
    const gap = Math.max(0, group.amount - input.pay) * group.months.length;
    return input.kind === "month" ? gap : rounded(gap * input.hours, 100);
  }

  function detail(group, input) {
    const months = group.months, span = monthText(months[0]) + (months.length > 1 ? "到" + monthText(months[months.length - 1]) + "，" + months.length + "个月" : "");
    if (group.amount === null) return ["unknown", { months: span }];
    const said = { months: span, standard: yuan(group.amount), document: group.document };
    if (group.amount <= input.pay) return [input.kind + "_enough", said];
    said.gap = yuan(group.amount - input.pay);
    said.sum = yuan(missing(group, input));
    said.hours = hours(input.hours || 0);
    return [input.kind, said];
  }

  // What a person types → a value, or null. Full-width digits, commas, units and spaces are all right.
  const plain = (typed) => typed.normalize("NFKC").replace(/[\s,]/g, "");
  function hundredths(typed) {
    const found = /^(\d{1,9})(?:\.(\d{1,2})0*)?(?:元|小时)?$/.exec(plain(typed));
    return found ? Number(found[1]) * 100 + Number((found[2] || "").padEnd(2, "0")) : null;
  }
  function month(typed) {
    const found = /^(\d{4})(?:[-/.年])(\d{1,2})月?$/.exec(plain(typed)) || /^(\d{4})(\d{2})$/.exec(plain(typed));
    return found && found[2] > 0 && found[2] < 13 ? found[1] + "-" + found[2].padStart(2, "0") : null;
  }
  function date(typed) {
    const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain(typed)) || /^(\d{4})(\d{2})(\d{2})$/.exec(plain(typed));
    if (!found || !month(found[1] + "-" + found[2])) return null;
    const iso = month(found[1] + "-" + found[2]) + "-" + found[3].padStart(2, "0"), day = number(iso);
    return !isNaN(day) && at(day).toISOString().slice(0, 10) === iso ? iso : null;
  }

  // The steps of an answer as sentences, each with its sources as [label, anchor].
  function answer(rules, input) {
    return formulas[rules.name](input, rules).map((step) => {
      const sentence = rules.sentences[step[0]];
      return { text: sentence[0].replace(/\{(\w+)\}/g, (_, name) => step[1][name]), sources: sentence[1] };
    });
  }

  window.anxinCalculator = { answer: answer, hundredths: hundredths, month: month, date: date, dayText: (iso) => dayText(number(iso)) };
})();
