"""落地页: what a scanned 安薪码 opens, as one file that needs nothing else and runs on any phone.

No frame of the site engine: styles and the one script stand in the page, and its Content-Security-Policy names their
digests, so that nothing else can run there.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final, Protocol

from markupsafe import Markup

from generator import routes
from generator.disclosure.public import PublicPortal, PublicSite, PublicSystem, PublicWorksite, RevokedWorksite
from generator.law.articles import WAGES, Article
from generator.pages.views import environment

PLAIN_WORDS: Final[Mapping[int, str]] = MappingProxyType(
    {
        12: "每个月的工钱，到日子就要足额发。",
        24: "工钱和工程款分开算，建设单位按月拨工钱。",
        26: "工钱存在专门的账户里，不能挪作别的用。",
        28: "进场先签合同、登记实名，干了几天有记录。",
        31: "工钱由总包单位直接打到您自己的银行卡。",
        32: "总包单位先存一笔钱，欠薪的时候拿来垫付。",
        34: "工地显眼的地方要挂牌，写明工资多少、找谁投诉。",
    }
)
"""What each wage system means to a worker, by its first article of 《保障农民工工资支付条例》."""

_REVOKED: Final = b'<div class="revoked">'
"""What the template writes for a code that was revoked, and for no other."""

PROMISES: Final[tuple[tuple[str, Article], ...]] = (
    ("工资用钱发，不能拿东西、购物券抵。", WAGES.art(11)),
    ("分包单位欠您的，总包单位先付。", WAGES.art(30)),
    ("工资卡是您自己的，谁也不能扣。", WAGES.art(31)),
    ("工程款没到、质量有争议，都不是不发工资的理由。", WAGES.art(35)),
    ("没有合同也可以投诉，工资台账由单位拿出来。", WAGES.art(50)),
)

QUESTIONS: Final[tuple[tuple[str, str, str], ...]] = (
    ("who", "谁欠的", "单位名称；不知道就写老板或者包工头怎么称呼"),
    ("where", "在哪里干活", "镇街、工地或者厂房"),
    ("what", "干什么活，从哪天到哪天", "例如：木工，3月到5月"),
    ("much", "欠多少钱", "说个大概也可以"),
    ("many", "欠几个人", "连您自己一共几个人"),
    ("proof", "手里有什么证据", "合同、考勤、欠条、聊天记录、银行流水"),
)
"""(key, question, help) of the 线索单; nothing typed there leaves the page."""


class Weight(Protocol):
    """How large a file is."""

    @property
    def size(self) -> int:
        """In bytes."""


@dataclass(frozen=True, slots=True)
class Download:
    """A poster file that lies beside a page."""

    path: str
    """Below `site/`."""
    paper: str
    specimen: bool
    """True where it must not be hung up."""

    @property
    def name(self) -> str:
        """The file without its folder, which is the page's own."""
        return self.path.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class LandingFile:
    """The page of one code; `subject` is None for the city's own."""

    path: str
    portal: PublicPortal
    subject: PublicWorksite | RevokedWorksite | None
    poster: Download | None
    """None where there is none: a page offers only what lies beside it."""

    def render(self) -> bytes:
        """The whole page, where nobody knows how large the poster is."""
        return self.seal({})

    def seal(self, weights: Mapping[str, Weight]) -> bytes:
        """The whole page; a link says how large a file it opens."""
        weight = weights.get(self.poster.path) if self.poster else None
        style, script = _source("landing.css"), _source("landing.js")
        active = self.subject if isinstance(self.subject, PublicWorksite) else None
        html = (
            environment()
            .get_template("landing.html")
            .render(
                portal=self.portal,
                site=active,
                revoked=self.subject if isinstance(self.subject, RevokedWorksite) else None,
                systems=[(system, plain_words(system)) for system in (active.systems if active else ())],
                promises=PROMISES,
                questions=QUESTIONS,
                poster=self.poster,
                kilobytes=-(-weight.size // 1000) if weight else None,
                root=routes.to_root(self.path),
                style=Markup(style),  # noqa: S704 - our own file, whose digest the policy names
                script=Markup(script),  # noqa: S704 - our own file, whose digest the policy names
                policy=_policy(style, script),
            )
        )
        return html.encode()


def landings(site: PublicSite) -> Iterator[LandingFile]:
    """A page for every code that was ever printed, and one for the whole city."""
    portal = _lasting(site.portal)
    yield LandingFile(routes.file_of(routes.LANDINGS), portal, None, None)
    subjects: tuple[PublicWorksite | RevokedWorksite, ...] = (*site.worksites, *site.revoked_worksites)
    for subject in subjects:
        yield LandingFile(routes.file_of(routes.landing(subject.code)), portal, subject, None)


def is_revoked(page: bytes) -> bool:
    """True where a page of ours says that its code was revoked."""
    return _REVOKED in page


def plain_words(system: PublicSystem) -> str | None:
    """A sentence for a worker; None for a system of the city's own."""
    numbers = [article.number for article in system.articles if article.law == WAGES]
    return PLAIN_WORDS.get(numbers[0]) if numbers else None


def _lasting(portal: PublicPortal) -> PublicPortal:
    return portal if portal.pinned else replace(portal, as_of=date.min)


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _source(name: str) -> str:
    loader = environment().loader
    if loader is None:
        raise LookupError(name)
    return loader.get_source(environment(), name)[0]
