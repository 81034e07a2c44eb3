"""The codes that no rule of `checks` owns: reading a file, building pages, searching what is about to be published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.problems import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """A code with what it says to an editor, and what to do about it."""

    code: str
    sentence: str
    way_out: str
    severities: tuple[Severity, ...] = (Severity.ERROR,)
    """Both where it depends on what was found."""

    @property
    def weight(self) -> str:
        """错误, 警告, or either."""
        return "或".join(severity.value for severity in self.severities)


_WARNING: Final = (Severity.WARNING,)

CODES: Final[tuple[Code, ...]] = (
    Code("R101", "文件太大。", "一件案件一个文件；合同、照片一类的材料不放进记录。"),
    Code(
        "R102",
        "文件的编码不对，或者开头有 BOM 标记。",
        "用编辑器另存为「UTF-8（无 BOM）」。从表格或公文里复制过来的，先新建一个文件再粘贴。",
    ),
    Code(
        "R103",
        "文件不合 YAML 的写法：冒号、缩进、引号、括号或看不见的字符有问题，读到这里就读不下去了。",
        "照提示改这一处，再检查一次。后面的内容这一次还没有读，改好之后可能还有问题。",
    ),
    Code("R104", "文件是空的。", "照样例填写，或者删去这个文件。"),
    Code(
        "R105",
        "用了记录里不允许的 YAML 写法：引用（*）、锚点（&）、标签（!）、几份文档写在一起、层级太深，或者键不是文字。",
        "把内容原样再写一遍。文字本来就以这些符号打头的，给整段文字加引号。",
    ),
    Code("R106", "同一个键写了两遍。", "保留对的一处。经过、公开有几项的，每项以「- 」开头，不要再写一个键。"),
    Code("R107", "文件读不出来。", "核对它是普通文件，链接没有断，权限允许读取。"),
    Code("R108", "缺少应有的文件或文件夹。", "照手册第 1 章补上。"),
    Code(
        "R109",
        "cases/ 里有不会被读取的文件。",
        "案件文件的扩展名改成 .yml；别的材料移到 cases/ 之外。",
        _WARNING,
    ),
    Code("R110", "cases/ 里的文件夹是一个链接，里面的案件读不到。", "换成真正的文件夹。"),
    Code("R201", "写了键，没有写内容；或者冒号后面少了空格，键和内容连在了一起。", "填上内容；不知道就把整行删去。"),
    Code("R202", "缺少必填的一项。", "照提示里的例子补上。"),
    Code("R203", "没有这个键。", "照提示改成正确的键；各处可以写哪些键，见 records.md。"),
    Code(
        "R204", "层级不对：该写「键: 值」的地方写了别的，或者该写列表的地方没有写成列表。", "照 records.md 里的例子写。"
    ),
    Code("R205", "选项不对：这里只能从几个词里选一个。", "照提示改；全部选项见 records.md。"),
    Code("R206", "值的写法不对，例如日期、金额、人数、信用代码。", "照提示改；各种值的写法见 records.md。"),
    Code("R207", "列表是空的，至少要有一项。", "补上一项；没有就整个删去。"),
    Code("V101", "页面里的 <!-- view: … --> 用了没有的名字。", "核对名字；不清楚就恢复原来的那一行。"),
    Code("V102", "编辑页面生成失败。", "照提示看最近改过的页面；改不好就交给维护人员。"),
    Code("V103", "缺少页框文件，对应的页面没有地方放。", "恢复 content/pages 里以 _ 开头的那个文件。"),
    Code("S101", "生成的网站里有像个人信息的内容，已经停止发布。", "在记录和页面里找到这处文字，改好再生成。"),
)
"""In the order of the codes; a test compares them with what the package says."""
