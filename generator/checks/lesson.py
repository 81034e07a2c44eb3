"""开工第一课: whether a lesson has all that its page, its quiz and its hand-outs are made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.checks.rule import Finding, ledger_check, lesson_check
from generator.course.lesson import (
    ARTICLES,
    CASE,
    HEADINGS,
    PARTS,
    QUESTIONS,
    SENTENCES,
    SYSTEMS,
    TICKS,
    Lesson,
    Question,
    Said,
    points,
)
from generator.course.matter import RULES, TEN
from generator.ledger import Ledger
from generator.problems import Span

_THREE: Final = 3
_TWO: Final = 2
_LONGEST_SENTENCE: Final = 40
_INVENTED: Final = "虚构"
_LAW_TITLE: Final = "《"


def _under(lesson: Lesson, heading: str) -> Span:
    """The place of a section's heading, the whole file where it is missing."""
    return next((found.span for found in lesson.headings if found.markdown == heading), Span(lesson.file))


@lesson_check("C701")
def lesson_has_its_headings(lesson: Lesson) -> Iterator[Finding]:
    """一课有五个小标题，依次是：记住三句话、讲一讲、一个案例、两道题、依据，各写一次。

    别的小标题可以加在它们之间，例如「视频」和「逐项核对」。

    ✓ content/pages/lessons/workers/01-contract.md
        ## 记住三句话
        ## 讲一讲
        ## 一个案例
        ## 两道题
        ## 依据

    ✗ content/pages/lessons/workers/01-contract.md
        ## 记住三句话
        ## 讲一讲
        ## 两道题
        ## 一个案例
        ## 依据

    ✗ content/pages/lessons/workers/01-contract.md
        ## 记住三句话
        ## 讲一讲
        ## 一个案例
        ## 两道题
    """
    written = [heading for heading in lesson.headings if heading.markdown in HEADINGS]
    missing = [name for name in HEADINGS if name not in {heading.markdown for heading in written}]
    if missing:
        yield Finding(Span(lesson.file), f"缺少小标题「{missing[0]}」", f"补上一行「## {missing[0]}」")
        return
    for heading, name in zip(written, [*HEADINGS, *([""] * len(written))], strict=False):
        if heading.markdown != name:
            yield Finding(heading.span, f"小标题「{heading.markdown}」的位置不对", f"依次写：{'、'.join(HEADINGS)}")
            return


@lesson_check("C702")
def lesson_has_three_sentences(lesson: Lesson) -> Iterator[Finding]:
    """「记住三句话」是编了号的三句，每句不超过40个字。

    ✓ content/pages/lessons/workers/01-contract.md
        ## 记住三句话
        1. 先签合同，再干活。
        2. 合同一人一份。
        3. 没签，一个月内补。

    ✗ content/pages/lessons/workers/01-contract.md
        ## 记住三句话
        1. 先签合同，再干活。
        2. 合同一人一份。

    ✗ content/pages/lessons/workers/01-contract.md
        ## 记住三句话
        1. 先签合同，再干活，合同里要写明干什么活、在哪里干、干到什么时候、一个月或者一天多少钱、哪一天发。
        2. 合同一人一份。
        3. 没签，一个月内补。
    """
    if len(lesson.sentences) != _THREE:
        message = f"「{SENTENCES}」有{len(lesson.sentences)}句"
        yield Finding(_under(lesson, SENTENCES), message, "写成编了号的三句，每句一行，以「1. 」「2. 」「3. 」开头")
    for said in lesson.sentences:
        if len(said.plain) > _LONGEST_SENTENCE:
            yield Finding(
                said.span, f"这一句有{len(said.plain)}个字", f"改到{_LONGEST_SENTENCE}个字以内，一句只说一件事"
            )


@lesson_check("C703")
def lesson_has_two_questions(lesson: Lesson) -> Iterator[Finding]:
    """「两道题」下面有两道题，每道以「### 」开头。

    ✓ content/pages/lessons/workers/01-contract.md
        ## 两道题
        ### 合同要签几份？
        ### 什么时候签？

    ✗ content/pages/lessons/workers/01-contract.md
        ## 两道题
        ### 合同要签几份？
    """
    if len(lesson.questions) != _TWO:
        message = f"「{QUESTIONS}」下面有{len(lesson.questions)}道题"
        yield Finding(_under(lesson, QUESTIONS), message, "写两道题，每道以「### 」开头")


@lesson_check("C704")
def question_has_one_answer(lesson: Lesson) -> Iterator[Finding]:
    """一道题有两个以上的选项，其中一个是对的（写成 [x]），并且用「答：」说明为什么。

    ✓ content/pages/lessons/workers/01-contract.md
        ## 两道题
        ### 合同要签几份？
        - [ ] 一份，老板留着
        - [x] 至少两份，各拿一份
        答：双方各执一份。

    ✗ content/pages/lessons/workers/01-contract.md
        ## 两道题
        ### 合同要签几份？
        - [ ] 一份，老板留着
        - [ ] 至少两份，各拿一份
        答：双方各执一份。

    ✗ content/pages/lessons/workers/01-contract.md
        ## 两道题
        ### 合同要签几份？
        - [ ] 一份，老板留着
        - [x] 至少两份，各拿一份

    ✗ content/pages/lessons/workers/01-contract.md
        ## 两道题
        ### 合同要签几份？
        - [x] 至少两份，各拿一份
        答：双方各执一份。
    """
    for question in lesson.questions:
        yield from _of_question(question)


def _of_question(question: Question) -> Iterator[Finding]:
    span = question.asked.span
    if len(question.options) < _TWO:
        yield Finding(
            span, f"这道题有{len(question.options)}个选项", "写两个以上的选项，以「- [ ] 」开头，对的写「- [x] 」"
        )
    elif sum(option.right for option in question.options) != 1:
        right = sum(option.right for option in question.options)
        yield Finding(span, f"这道题有{right}个对的选项", "只留一个对的，写成「- [x] 」，其余写成「- [ ] 」")
    if question.why is None:
        yield Finding(span, "这道题没有说明答案", "在选项后面另起一行，写「答：」和为什么")


@lesson_check("C705")
def lesson_lists_its_articles(lesson: Lesson) -> Iterator[Finding]:
    """「依据」列出条文，每条链接到条文页；正文里链接到的条文，「依据」里都有。

    ✓ content/pages/lessons/workers/01-contract.md
        ## 讲一讲
        一个月内签（[《劳动合同法》第十条](../../laws.md#contract-10)）。
        ## 依据
        - [《劳动合同法》第十条](../../laws.md#contract-10)

    ✗ content/pages/lessons/workers/01-contract.md
        ## 依据
        - 《劳动合同法》第十条

    ✗ content/pages/lessons/workers/01-contract.md
        ## 讲一讲
        各拿一份（[《劳动合同法》第十六条](../../laws.md#contract-16)）。
        ## 依据
        - [《劳动合同法》第十条](../../laws.md#contract-10)
    """
    listed = {article.anchor for article in lesson.articles}
    if not listed:
        hint = "写成「- [《劳动合同法》第十条](../../laws.md#contract-10)」"
        yield Finding(_under(lesson, ARTICLES), f"「{ARTICLES}」没有链接到条文", hint)
        return
    for article in lesson.cited:
        if article.anchor not in listed:
            hint = f"在「{ARTICLES}」里补上这一条；讲义和传单只印那里列出的"
            yield Finding(article.span, f"「{ARTICLES}」里没有{article.title}", hint)


@lesson_check("C706")
def lesson_has_a_case(lesson: Lesson) -> Iterator[Finding]:
    """「一个案例」要么链接到曝光台的案件，要么写明虚构。

    ✓ content/pages/lessons/workers/01-contract.md
        ## 一个案例
        159名劳动者被欠薪（[曝光台里的案件](case:yk-2022-0001)）。

    ✓ content/pages/lessons/workers/01-contract.md
        ## 一个案例
        **虚构案例。** 张某在工地干了两个月。

    ✗ content/pages/lessons/workers/01-contract.md
        ## 一个案例
        张某在工地干了两个月。
    """
    if lesson.case and not (lesson.cases or _INVENTED in lesson.case.markdown):
        hint = "真实的案例用 [文字](case:案件编号) 链接到曝光台；编写的，开头写「**虚构案例。**」"
        yield Finding(lesson.case.span, "看不出这个案例是真实的还是虚构的", hint)
    elif lesson.case is None and any(heading.markdown == CASE for heading in lesson.headings):
        yield Finding(_under(lesson, CASE), "没有写案例", "写一个真实的或者虚构的案例")


@lesson_check("C712")
def system_is_explained_in_full(lesson: Lesson) -> Iterator[Finding]:
    """六项制度的一课，「讲一讲」依次写：做什么、谁来做、什么时候做、怎么检查、不做的后果、留什么材料；并有「逐项核对」。

    ✓ content/pages/lessons/systems/01-real-name.md
        ## 讲一讲
        ### 做什么
        进场先登记。
        ### 谁来做
        总包和分包。
        ### 什么时候做
        进场以前。
        ### 怎么检查
        看名册。
        ### 不做的后果
        责令改正。
        ### 留什么材料
        用工管理台账。
        ## 逐项核对
        - [ ] 进场的人都签了合同

    ✗ content/pages/lessons/systems/01-real-name.md
        ## 讲一讲
        ### 做什么
        进场先登记。
        ## 逐项核对
        - [ ] 进场的人都签了合同

    ✗ content/pages/lessons/systems/01-real-name.md
        ## 逐项核对
        进场的人都签了合同。
    """
    if lesson.course != SYSTEMS:
        return
    written = [part.heading.markdown for part in lesson.parts if part.heading]
    missing: list[str] = [name for name in PARTS if name not in written]
    if missing or written != [*PARTS]:
        message = f"「讲一讲」缺少「{missing[0]}」" if missing else "「讲一讲」里的六个小标题次序不对"
        yield Finding(_first(lesson), message, f"依次写：{'、'.join(f'### {name}' for name in PARTS)}")
    if not lesson.ticks:
        yield Finding(_under(lesson, TICKS), f"没有「{TICKS}」", f"写「## {TICKS}」，下面每项以「- [ ] 」开头")


@ledger_check("C713")
def rule_has_its_article(ledger: Ledger) -> Iterator[Finding]:
    """《工资支付十条》的每一条，都写明依据：链接上是法律的全名和第几条，印出来也看得懂。

    ✓ content/pages/firms/ten.md
        ## 十条
        1. **发钱，发给本人。** 不拿东西抵（[《保障农民工工资支付条例》第十一条](../laws.md#wages-11)）。

    ✗ content/pages/firms/ten.md
        ## 十条
        1. **发钱，发给本人。** 不拿东西抵。

    ✗ content/pages/firms/ten.md
        ## 十条
        1. **发钱，发给本人。** 不拿东西抵（[第十一条](../laws.md#wages-11)）。
    """
    for page in ledger.pages:
        for rule in points(page.text, page.file, RULES) if page.file == TEN else ():
            if not rule.articles:
                hint = "在这一条的最后写「（[《…》第…条](../laws.md#…)）」"
                yield Finding(rule.said.span, "这一条没有写依据", hint)
            for article in rule.articles:
                if not article.title.startswith(_LAW_TITLE):
                    yield Finding(article.span, "依据没有写法律的全名，印在纸上看不出是哪部法", "写成「《…》第…条」")


def _first(lesson: Lesson) -> Span:
    said: Said | None = next((part.heading for part in lesson.parts if part.heading), None)
    return said.span if said else Span(lesson.file)
