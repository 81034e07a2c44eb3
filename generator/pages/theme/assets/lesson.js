// Counts the questions whose first answer was right. Nothing is stored and nothing leaves the page.
(function () {
  "use strict";
  const questions = Array.from(document.querySelectorAll(".lesson-quiz"));
  if (!questions.length) return;
  const score = document.createElement("p");
  score.className = "lesson-score";
  score.setAttribute("role", "status");
  score.hidden = true;
  const last = questions[questions.length - 1];
  last.parentNode.insertBefore(score, last.nextSibling);
  let done = 0;
  let right = 0;
  questions.forEach(function (question) {
    const options = Array.from(question.querySelectorAll("details"));
    let answered = false;
    // The event does not bubble, so it is caught on its way down.
    question.addEventListener("toggle", function (event) {
      const chosen = event.target;
      if (!chosen.open) return;
      options.forEach(function (option) { if (option !== chosen) option.open = false; });
      if (answered) return;
      answered = true;
      done += 1;
      if (chosen.hasAttribute("data-right")) right += 1;
      const all = done === questions.length;
      score.textContent = (all ? "做完了，一共" : "做了") + done + "题，第一次就答对" + right + "题。";
      score.hidden = false;
    }, true);
  });
}());
