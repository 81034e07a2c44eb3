"""姓名: what a personal name looks like in Chinese text, written out or masked as 吕某某."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_SURNAMES: Final = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗"
    "凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄"
    "米贝明臧计成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万"
    "支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程嵇邢裴陆荣翁荀羊惠曲家封靳井段富巫乌焦巴牧山谷车侯"
    "全班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎薄印宿白怀蒲从鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻党翟谭贡"
    "劳逄姬申扶堵冉宰郦雍桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎连习容向古易廖终居衡步都耿满弘匡国文寇广东欧"
    "肖闫付"
)
_COMPOUND: Final = "欧阳|司马|上官|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|宇文|长孙|南宫|端木|轩辕"

SURNAME: Final = rf"(?:{_COMPOUND}|[{_SURNAMES}])"
NAME: Final = rf"{SURNAME}(?!某)[一-鿿]{{1,2}}(?<!某)"
"""A name written out; many ordinary words look the same, see `is_word`."""

_MASKED: Final = re.compile(rf"({SURNAME}?)[某×*＊]{{1,2}}")
_INVENTED: Final = re.compile(r"[（(]?虚构[）)]?")
_UNIT: Final = re.compile(
    r"(?:公司|集团|厂|店|馆|社|部|所|院|队|场|行|坊|中心|分公司|合作社|工作室|企业|单位|项目部)(?:[（(].*[）)])?"
)

_PARTICLES: Final = "都应向经"
_TRADES: Final = "工员者头户"
_WORDS: Final = re.compile(
    r"于[上下本当次同年今昨前后近此]|常[说有因被见在常]|时[称有未]|从[未不中此]|万[一分]|全[都年被没未]|陈述|明年|连[日月]|"
    "全部|全体|应得|应当|应付|应发|应有|应缴|方可|方才|方面|方案|方式|何时|何人|任何|"
    "任意|任务|任命|计件|计时|计算|计划|计提|项目|高额|高达|高温|高管|高空|平均|平时|"
    "平台|单位|单独|时间|时段|时任|家庭|家属|家人|家长|连续|连同|连带|经理|经济|经常|"
    "经过|经手|经营|常年|常住|通过|通知|通报|万元|万余|于是|房屋|路人|施工|施行|施加|"
    "安全|安装|安排|安置|安抚|管理|管辖|明确|明显|明知|成为|成员|成功|成立|成本|包括|"
    "包工|包干|水泥|水电|水务|班组|班长|石材|谢绝|党员|党组|党委|司机|司法|农民|劳动|"
    "劳务|劳资|广大|广告|国家|国庆|国有|国务院|文化|文书|从事|从业|双方|武警|符合|终于|"
    "居民|居住|贡献|别人|荣誉|元月|支付|支取|支持|支出|左右|季度|季节|强烈|强制|强行|"
    "危险|林业|夏季|夏天|凌晨|解决|解除|解散|宗旨|宣称|宣传|宣告|洪水|诸多|诸如|程序|"
    "程度|纪律|纪检|董事|杜绝|路政|严重|严格|严禁|金额|金融|章程|范围|马上|史上|费用|"
    "罗列|毕业|毕竟|齐全|余下|余款|余名|谈话|谈判|庞大|元旦|周一|周二|周三|周四|周五|"
    "周六|周日|周末|周期|易发|温饱|乐业|童工|国籍|别墅|向其|于其|曲折|和谐|江苏|安徽|"
    "云南|贵州|温州|杭州|宁波|台州|丽水|衢州|江西|江南|江北|广东|广西|宁夏|山东|山西|"
    "路桥|牧民|经办|家政|管委会|文明|封闭|富余|卫生|卫健委|常委|钱款|计生|全额|全程|全员|"
    "全家|国企|单价|干部|通常|向上|时常|和解|强迫|连夜|满意|余额|余元|左列|边缘|白天|"
    "高层|易受|容易|水平|广场|石油|电工|木工|临时|车间|花名册|宿舍|党支部|党群|全国|农村"
)
"""Words that begin with what is also a surname."""


def fold(name: str) -> str:
    """A unit's name as its own look-alikes write it too: width, case, brackets and blanks do not count."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def is_word(text: str) -> bool:
    """True where what looks like a name is an ordinary word: 农民工, 金额, 周一, 安装工."""
    return text[:1] in _PARTICLES or text[-1:] in _TRADES or bool(_WORDS.match(text))


def is_masked(name: str) -> bool:
    """True for a name that stands for nobody in particular: 吕某, 吕某某, 某某."""
    return bool(_MASKED.fullmatch(_INVENTED.sub("", name)))


def surname(masked: str) -> str:
    """What a masked name still says: 吕 of 吕某某; nothing of 某某."""
    found = _MASKED.fullmatch(_INVENTED.sub("", masked))
    return found[1] if found else ""


def may_be(masked: str, name: str) -> bool:
    """True where `masked` could stand for `name`: both begin with the same surname, or the mask tells none."""
    return _INVENTED.sub("", name).startswith(surname(masked))


def is_unit(name: str) -> bool:
    """True where a name is that of a unit by its last word: 公司, 厂, 经营部."""
    found = list(_UNIT.finditer(name))
    return bool(found) and found[-1].end() == len(name)
