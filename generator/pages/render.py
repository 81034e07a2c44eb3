"""A planned file → its bytes: pure, and safe to run in any process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeGuard, assert_never
from urllib.parse import urlsplit

from generator import routes
from generator.disclosure.public import EndedCase, PublicBulletin, PublicCase, PublicPortal
from generator.pages.employers import EmployerPage
from generator.pages.engine import Frames
from generator.pages.frame import Frame, Head
from generator.pages.head import tags
from generator.pages.landing import Weight
from generator.pages.lists.cases import CaseList
from generator.pages.lists.notices import NoticeList
from generator.pages.lookup.index import NamePage
from generator.pages.outreach import OutreachYear
from generator.pages.plan import AssetFile, HtmlPage, Page
from generator.pages.subject import Overview, Subject
from generator.pages.views import MISSING, fill


def render(page: Page, frames: Frames) -> bytes:
    """The bytes of one file; `frames` are those that the page was planned with."""
    match page:
        case HtmlPage():
            return _html(page, _frame(frames, page.frame)).encode()
        case AssetFile():
            return next(asset.data for asset in frames.assets if asset.path == page.path)
        case _:
            return page.render()


def waits(page: Page) -> TypeGuard[HtmlPage]:
    """True for a page that says how large other files are: it is made when they are."""
    return isinstance(page, HtmlPage) and isinstance(page.subject, Overview) and bool(page.subject.handouts)


def weighed(page: HtmlPage, weights: Mapping[str, Weight]) -> HtmlPage:
    """The same page, knowing how large the files are that it offers."""
    if not isinstance(page.subject, Overview):
        return page
    rows = (
        replace(row, kilobytes=-(-weights[row.path].size // 1000)) if row.path in weights else row
        for row in page.subject.handouts
    )
    return replace(page, subject=replace(page.subject, handouts=tuple(rows)))


def _frame(frames: Frames, source: str) -> Frame:
    return next(frame for frame in (*frames.moulds, *frames.pages) if frame.source == source)


def _html(page: HtmlPage, frame: Frame) -> str:
    missing = frame.source == MISSING
    root = _site_root(page.portal) if missing else routes.to_root(page.address)
    slots = fill(frame.views, page.subject, page.portal, root)
    address = None if missing else _absolute(page.portal, page.address)
    title, description = _title(page, frame), _description(page.subject, frame)
    head = Head(title, description, tags(page, root, address, title, description))
    return frame.pour(page.address, head, slots, root)


def _site_root(portal: PublicPortal) -> str:
    """Where the site begins on its host. A page for missing addresses is served at any depth: relative links fail."""
    return f"{urlsplit(portal.base_url or '').path.rstrip('/')}/"


def _absolute(portal: PublicPortal, address: str) -> str | None:
    return f"{portal.base_url}/{address}" if portal.base_url else None


def _title(page: HtmlPage, frame: Frame) -> str:
    if page.address == routes.HOME:
        return f"{page.portal.title}　{frame.title}"
    return f"{_subject_title(page.subject, frame)} - {page.portal.title}"


def _subject_title(subject: Subject, frame: Frame) -> str:
    match subject:
        case PublicCase():
            return f"{subject.employer.name}（{subject.number}）"
        case EndedCase():
            return f"{subject.number} 已停止公开"
        case EmployerPage():
            return f"{_unit(subject)}的公开案件"
        case CaseList() | NoticeList():
            heading = subject.heading if isinstance(subject, CaseList) else frame.title
            return _numbered(heading, subject.sheet.number)
        case NamePage():
            return f"{subject.heading}{_leaf(subject)}"
        case OutreachYear():
            return f"{subject.year}年的{frame.title}"
        case PublicBulletin():
            return subject.title
        case Overview():
            return frame.title
        case _:
            assert_never(subject)


def _unit(page: EmployerPage) -> str:
    """Its name, with the code where others have the same name and the code may stand there as long as the page does."""
    told = page.namesakes and page.code and page.code.until >= page.until
    return f"{page.name}（{page.code.text}）" if told and page.code else page.name


def _numbered(heading: str, number: int | None) -> str:
    return heading if number is None else f"{heading}（第{number}页）"


def _description(subject: Subject, frame: Frame) -> str:
    match subject:
        case PublicCase():
            violations = "、".join(subject.violations)
            named = f"{subject.employer.name}（{subject.number}）"
            return f"{named}{'：' if violations else ''}{violations}。处理状态：{subject.status}。"
        case EmployerPage():
            return f"{_unit(subject)}正在公开的案件{len(subject.rows)}件，写明依据、处理状态和公开到哪一天。"
        case CaseList():
            return f"{_numbered(subject.heading, subject.sheet.number)}：{frame.description}"
        case NoticeList() if subject.sheet.number is not None:
            return f"第{subject.sheet.number}页：{frame.description}"
        case NamePage():
            return f"{subject.heading}{_leaf(subject)}：{frame.description}"
        case OutreachYear():
            return f"{subject.year}年：{frame.description}"
        case PublicBulletin():
            part = f"（第{subject.part}册）" if subject.of > 1 else ""
            return f"{subject.quarter.words}{part}：{frame.description}"
        case EndedCase() | NoticeList() | Overview():
            return frame.description
        case _:
            assert_never(subject)


def _leaf(page: NamePage) -> str:
    return f"（第{page.number}页）" if page.of > 1 else ""
