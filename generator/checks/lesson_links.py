"""开工第一课: whether what a lesson leads to, cases and videos, is there and may be shown."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.checks.rule import Finding, ledger_check, lesson_check
from generator.course.lesson import CaseLink, Lesson
from generator.law.windows import Window, window
from generator.ledger import Ledger, LedgerCase
from generator.problems import Severity


@ledger_check("C707")
def linked_case_is_public(ledger: Ledger) -> Iterator[Finding]:
    """课文链接到的案件，有这个编号，并且已经公开。

    ✓ content/pages/lessons/workers/01-contract.md cases/2026/yk-2026-0001.yml
        [这件案件](case:yk-2026-0001)
        ---
        单位: {名称: 虚构甲公司}
        公开:
          - 依据: 媒体转载
            来源: {名称: 虚构报道, 日期: 2026-03-01}
            批准: {岗位: 治欠办主任, 日期: 2026-03-01}

    ✗ content/pages/lessons/workers/01-contract.md cases/2026/yk-2026-0001.yml
        [这件案件](case:yk-2026-0001)
        ---
        单位: {名称: 虚构甲公司}

    ✗ content/pages/lessons/workers/01-contract.md cases/2026/yk-2026-0001.yml
        [这件案件](case:yk-2026-0002)
        ---
        单位: {名称: 虚构甲公司}
    """
    for link, case in _links(ledger):
        if case is None:
            yield Finding(link.span, f"没有编号为 {link.number} 的案件", "核对编号")
        elif not _windows(case, ledger):
            yield Finding(link.span, f"案件 {link.number} 没有公开", "换一件正在公开的案件，或者写一个虚构的案例")


@ledger_check("C708", Severity.WARNING)
def linked_case_is_still_public(ledger: Ledger) -> Iterator[Finding]:
    """课文链接到的案件，正在公开，没有期满。

    ✓ content/pages/lessons/workers/01-contract.md cases/2026/yk-2026-0001.yml
        [这件案件](case:yk-2026-0001)
        ---
        单位: {名称: 虚构甲公司}
        公开:
          - 依据: 媒体转载
            来源: {名称: 虚构报道, 日期: 2026-03-01}
            批准: {岗位: 治欠办主任, 日期: 2026-03-01}

    ✗ content/pages/lessons/workers/01-contract.md cases/2026/yk-2026-0001.yml
        [这件案件](case:yk-2026-0001)
        ---
        单位: {名称: 虚构甲公司}
        公开:
          - 依据: 媒体转载
            来源: {名称: 虚构报道, 日期: 2020-03-01}
            批准: {岗位: 治欠办主任, 日期: 2020-03-01}
    """
    for link, case in _links(ledger):
        windows = _windows(case, ledger) if case else []
        if windows and not any(found.open(ledger.as_of) for found in windows):
            hint = "删去链接；案例本身不写单位名称，可以留着"
            yield Finding(link.span, f"案件 {link.number} 已经停止公开", hint)


@ledger_check("C709")
def linked_case_is_not_named(ledger: Ledger) -> Iterator[Finding]:
    """课文不写所链接案件的单位名称：案件停止公开的那天，课文不会跟着改。

    ✓ content/pages/lessons/workers/01-contract.md cases/2026/yk-2026-0001.yml
        一家公司欠薪（[曝光台里的案件](case:yk-2026-0001)）。
        ---
        单位: {名称: 虚构甲公司}

    ✗ content/pages/lessons/workers/01-contract.md cases/2026/yk-2026-0001.yml
        虚构甲公司欠薪（[曝光台里的案件](case:yk-2026-0001)）。
        ---
        单位: {名称: 虚构甲公司}
    """
    names = {link.number: case.record.employer.name for link, case in _links(ledger) if case}
    for lesson in ledger.lessons:
        for number in dict.fromkeys(link.number for link in lesson.cases if link.number in names):
            for said in lesson.lines:
                if names[number] in said.markdown:
                    hint = "写「一家公司」，由链接去说是哪一家"
                    yield Finding(said.span, f"写出了案件 {number} 的单位名称", hint)


def _links(ledger: Ledger) -> Iterator[tuple[CaseLink, LedgerCase | None]]:
    """Every link to a case, with the case where there is one."""
    wanted = {link.number for lesson in ledger.lessons for link in lesson.cases}
    cases = {case.number: case for case in ledger.cases if case.number in wanted} if wanted else {}
    return ((link, cases.get(link.number)) for lesson in ledger.lessons for link in lesson.cases)


def _windows(case: LedgerCase, ledger: Ledger) -> list[Window]:
    """The periods, begun or over, in which the case may be shown; none of it is yet to come."""
    record, policy = case.record, ledger.portal.record.policy
    found = (window(disclosure, record.events, policy, ledger.as_of) for disclosure in record.disclosures)
    return [one for one in found if one]


@lesson_check("C710")
def video_has_poster_and_transcript(lesson: Lesson) -> Iterator[Finding]:
    """视频有封面，封面有文字说明，下面有一行「文字稿：」：听不见、不方便放声音、流量不够的人也能知道讲了什么。

    ✓ content/pages/lessons/workers/01-contract.md
        ## 视频
        [![工友在签合同](../videos/contract.jpg)](../videos/contract.mp4)
        文字稿：大家好，今天讲合同。

    ✗ content/pages/lessons/workers/01-contract.md
        ## 视频
        [看视频](../videos/contract.mp4)
        文字稿：大家好，今天讲合同。

    ✗ content/pages/lessons/workers/01-contract.md
        ## 视频
        [![工友在签合同](../videos/contract.jpg)](../videos/contract.mp4)
    """
    for video in lesson.videos:
        if not (video.poster and video.picture):
            hint = "写成「[![封面上是什么](封面.jpg)](视频.mp4)」"
            yield Finding(video.span, "视频没有封面，或者封面没有文字说明", hint)
        if video.transcript is None:
            yield Finding(video.span, "视频没有文字稿", "在下面另起一行，写「文字稿：」和视频里说的话")


@lesson_check("C711")
def video_is_our_own(lesson: Lesson) -> Iterator[Finding]:
    """视频和封面放在本网站上，视频是 MP4：别的网站会收集看的人的信息，也会打不开。

    ✓ content/pages/lessons/workers/01-contract.md
        ## 视频
        [![工友在签合同](../videos/contract.jpg)](../videos/contract.mp4)

    ✗ content/pages/lessons/workers/01-contract.md
        ## 视频
        [![工友在签合同](../videos/contract.jpg)](https://video.example.org/contract.mp4)

    ✗ content/pages/lessons/workers/01-contract.md
        ## 视频
        [![工友在签合同](../videos/contract.jpg)](../videos/contract.avi)
    """
    for video in lesson.videos:
        if any(_is_elsewhere(path) for path in (video.file, video.poster or "")):
            yield Finding(
                video.span, "视频或者封面在别的网站上", "把文件放进 content/pages/lessons/videos/，链接写成相对路径"
            )
        elif not video.file.lower().endswith(".mp4"):
            yield Finding(video.span, "视频不是 MP4 文件", "转成 MP4（H.264）再放上来，旧手机也能放")


def _is_elsewhere(path: str) -> bool:
    parts = urlsplit(path)
    return bool(parts.scheme or parts.netloc)
