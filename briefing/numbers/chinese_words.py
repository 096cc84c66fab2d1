"""The Chinese words for bounds, units and fixed quantities: data for `chinese_grammar.py` and `chinese.py`.

Words for units are mapped to the names of `units.py`. A word that should not be read as a number belongs in `NAMES`.
"""

from __future__ import annotations

from briefing.numbers.units import SYMBOLS

_NEVER = ("不得", "不能", "不应", "不可", "不宜", "不允许", "不", "未", "没有", "无法")
_BELOW, _BEYOND = (
    ("低于", "少于", "小于", "短于", "下于"),
    ("超过", "超出", "高于", "多于", "大于", "长于", "突破", "超"),
)
BEFORE = {
    **{no + word: "at-least" for no in _NEVER for word in _BELOW},
    **{no + word: "at-most" for no in _NEVER for word in _BEYOND},
    "不低于": "at-least", "不少于": "at-least", "不小于": "at-least", "不下于": "at-least", "不下": "at-least",
    "达到或超过": "at-least", "最短": "at-least", "下限": "at-least",
    "最长": "at-most", "上限": "at-most",
    "冲破": "more-than", "跨过": "more-than", "迈过": "more-than", "越过": "more-than",
    "未达到": "less-than", "未达": "less-than", "未满": "less-than", "不满": "less-than",
    "几乎": "nearly", "大概": "about", "大致": "about", "差不多": "about",
    "至少": "at-least", "最少": "at-least", "最低": "at-least", "起码": "at-least",
    "不超过": "at-most", "不高于": "at-most", "不多于": "at-most", "不大于": "at-most", "不超": "at-most",
    "至多": "at-most", "最多": "at-most", "最高": "at-most", "最高不超过": "at-most",
    "超过": "more-than", "超出": "more-than", "突破": "more-than", "超": "more-than", "逾": "more-than",
    "过": "more-than", "破": "more-than",
    "高于": "more-than", "大于": "more-than", "多于": "more-than", "不止": "more-than",
    "不足": "less-than", "不到": "less-than", "不及": "less-than", "低于": "less-than", "少于": "less-than",
    "小于": "less-than",
    "接近": "nearly", "将近": "nearly", "近": "nearly",
    "大约": "about", "约": "about",
}  # fmt: skip
"""Words before a number."""
AFTER = {
    "及以上": "at-least", "或以上": "at-least", "以上": "at-least",
    "及以下": "at-most", "以内": "at-most", "之内": "at-most", "以下": "at-most", "内": "at-most",
    "左右": "about", "上下": "about",
}  # fmt: skip
"""Words after its unit; 内 alone only after a time."""
MIDDLE = {"余": "more-than", "多": "more-than", "几": "more-than", "+": "at-least"}
"""Words between the number and its unit; a number with 几 is an uncertain one."""
NOT_AFTER = {
    "过": "通超不经渡难越错胜改",
    "破": "打突冲攻",
    "超": "赶高",
    "近": "附最靠邻临贴亲走就相远",
    "约": "签节预制契合条公违履邀特相纽集要",
}
"""Characters that make another word of a bound: 签约12个项目 is no “about 12”."""
LATELY = ("最近", "近")
"""Before a time these say which (近三年, the past three years), not how much."""

TO = "至到—–―~～-"

UNIT_WORDS: dict[str, str] = SYMBOLS | {
    "分钱": "fen", "元": "yuan", "元人民币": "yuan", "人民币": "yuan", "块钱": "yuan",
    "美元": "dollar", "美金": "dollar", "港元": "hong-kong-dollar", "港币": "hong-kong-dollar",
    "欧元": "euro", "英镑": "pound", "日元": "yen",
    "个百分点": "point", "百分点": "point", "成": "tenth", "倍": "times",
    "年": "year", "个月": "month", "季度": "quarter-of", "个季度": "quarter",
    "周": "week", "个星期": "week", "星期": "week", "个礼拜": "week", "天": "day", "工作日": "working-day",
    "个工作日": "working-day", "个小时": "hour", "小时": "hour", "分钟": "minute", "秒": "second",
    "个世纪": "century", "旬": "ten-days", "个年头": "year", "整年": "year",
    "月": "month-of", "月份": "month-of", "日": "day-of", "号": "number",
    "亩": "mu", "公顷": "hectare", "平方公里": "square-kilometre", "平方千米": "square-kilometre",
    "平方米": "square-metre", "平米": "square-metre", "立方米": "cubic-metre", "升": "litre",
    "公里": "kilometre", "千米": "kilometre", "米": "metre", "厘米": "centimetre", "毫米": "millimetre",
    "吨": "tonne", "公斤": "kilogram", "千克": "kilogram", "斤": "jin", "克": "gram",
    "瓦": "watt", "千瓦": "kilowatt", "兆瓦": "megawatt", "吉瓦": "gigawatt",
    "千瓦时": "kilowatt-hour", "度电": "kilowatt-hour", "兆瓦时": "megawatt-hour", "吉瓦时": "gigawatt-hour",
    "期": "ordinal", "世纪": "ordinal", "中全会": "ordinal",
}  # fmt: skip
CLASSIFIERS = (
    *"个家户条项名人次场座所台套批种类张支栋本篇件份处只辆艘大位口组队门步章句段册部幅块片根棵株头匹尾架枚颗粒间幢宗",
    *"笔单班桌瓶箱桶袋盒剂孔羽盆页摊例回趟派股束串对副盏把顶桩起则道关招点字维列",
    *[
        "班次",
        "航次",
        "架次",
        "标箱",
        "课时",
        "学时",
        "学分",
        "学期",
        "方面",
        "环节",
        "部门",
        "人次",
        "车次",
        "户次",
        "家次",
        "标准箱",
        "床位",
    ],
)
"""Classifiers (量词); the number before one is a count."""
RANKING = (
    "级", "届", "等奖", "等功", "线", "层", "楼", "代", "版", "流", "强", "轮", "岁", "周岁", "周年", "年级", "星级",
    "阶段", "遍",
)  # fmt: skip
"""Words after a count as well as after a rank (三级, 500强)."""
UNIT_WORDS |= dict.fromkeys(CLASSIFIERS, "count") | dict.fromkeys(RANKING, "number")
NOT_BEFORE = {
    "过": "^百千万亿", "破": "^百千万亿0-9", "+": "0-9a-z", "上下": "游", "内": "部外容陆需蒙",
    "十分": "之", "万分": "之",
    "元": "化素旦宵月", "成": "立为员果本功熟长品渝都套不交了绩", "天": "府", "周": "边转期", "年": "级", "日": "本",
    "期": "间", "大": "学会", "处": "理置", "点": "燃", "把": "手", "代": "表", "道": "路", "关": "键于", "部": "门",
    "组": "织", "班": "子倒组", "盆": "地", "箱": "式", "页": "岩", "剂": "量",
    "孔": "子", "口": "岸", "所": "有", "步": "入", "家": "庭", "门": "峡", "间": "接", "强": "调制化大势",
    "列": "入为席举",
}  # fmt: skip
"""Characters that make another word of a bound, a name or a unit: 一元化, 三成立."""
WEAK_UNITS = "级线流"
"""Units after which a single character may count what was just named (市县两级) or rank (三线)."""
NOUNS = "省市县区镇乡村国地方者校院企园厂店港街员链网轴极核带圈路桥端会岸翼湖城侧"
"""Nouns that numerals stand before without a classifier (三省, 两地); such a number may be part of a name."""

PERIODS = {
    "工作日": "working-day", "小时": "hour", "天": "day", "日": "day", "旬": "ten-days", "星期": "week",
    "礼拜": "week", "双周": "fortnight", "周": "week", "半月": "half-month", "双月": "two-months", "月": "month",
    "季度": "quarter", "季": "quarter", "半年": "half-year", "年度": "year", "年": "year",
}  # fmt: skip
"""Periods that recur: 每周, 每半月, 按季."""
NOT_A_PERIOD = {"周": "边转期岁年", "年": "级轻", "月": "球亮", "日": "本"}
"""Characters that make another word of a period."""
DOINGS = (
    "调度", "总结", "通报", "协调", "研判", "例会", "会商", "报告", "督查", "督办", "督导", "检查", "考核", "分析",
    "排名", "小结", "推进", "晾晒", "评比", "碰头", "对接", "盘点", "巡查", "汇报", "清零", "更新", "复盘", "点评",
    "报送", "排位", "公示", "会诊", "计划", "清单", "反馈", "跟踪", "走访", "评估", "梳理", "比拼", "拉练", "观摩",
)  # fmt: skip
"""Activities at intervals: 周调度, 月总结, 季通报."""

_PLANS = ("十一五", "十二五", "十三五", "十四五", "十五五")
_CONGRESSES = ("十六大", "十七大", "十八大", "十九大", "二十大")
_A_DAY = "产均处供销"
"""Characters before which 日 and 月 mean a day's or a month's: 日产, 月均."""
_TWICE = ("times", "2", "exact")
_HALF = ("percent", "50", "exact")
FIXED: dict[str, tuple[str, str, str]] = {
    "翻一番": _TWICE, "翻番": _TWICE, "翻倍": _TWICE,
    "翻两番": ("times", "4", "exact"), "翻二番": ("times", "4", "exact"), "翻三番": ("times", "8", "exact"),
    "翻了一番": _TWICE, "翻了两番": ("times", "4", "exact"), "翻了番": _TWICE,
    "一半": _HALF, "半数": _HALF, "过半": ("percent", "50", "more-than"), "百分百": ("percent", "100", "exact"),
    **{f"{digit}0年代": ("year", f"19{digit}0", "exact") for digit in range(5, 10)},
    **{f"{digit}十年代": ("year", f"19{number}0", "exact") for number, digit in enumerate("五六七八九", 5)},
    "上半年": ("half", "1", "exact"), "下半年": ("half", "2", "exact"),
    "上半月": ("half-of-month", "1", "exact"), "下半月": ("half-of-month", "2", "exact"),
    "首季": ("quarter", "1", "exact"), "首季度": ("quarter", "1", "exact"),
    **{plan: ("ordinal", str(number), "exact") for number, plan in enumerate(_PLANS, 11)},
    **{congress: ("ordinal", str(number), "exact") for number, congress in enumerate(_CONGRESSES, 16)},
    "/年": ("frequency:month", "12", "exact"), "/月": ("frequency:month", "1", "exact"),
    "/日": ("frequency:second", "86400", "exact"), "/天": ("frequency:second", "86400", "exact"),
    "月度": ("frequency:month", "1", "exact"), "月报": ("frequency:month", "1", "exact"),
    "周报": ("frequency:second", "604800", "exact"), "季报": ("frequency:month", "3", "exact"),
    **{f"月{doing}": ("frequency:month", "1", "exact") for doing in _A_DAY},
    **{f"日{doing}": ("frequency:second", "86400", "exact") for doing in _A_DAY},
}  # fmt: skip
"""Words that are quantities: kind, value in its base, bound."""
PERHAPS: dict[str, tuple[str, str]] = {
    "三峡": ("count", "3"),
    "首": ("ordinal", "1"), "率先": ("ordinal", "1"), "双": ("count", "2"), "两位数": ("number", "2"),
    "倍增": ("times", "2"), "加倍": ("times", "2"), "成倍": ("times", "2"), "减半": ("percent", "50"),
}  # fmt: skip
"""Words that need not be quantities: kind and value."""
_A_YEAR = "产均处加新销营主利税用供发节减纳接投设培"
"""Characters before which 年 means a year's: 年产, 年新增."""
RECURRING = {
    **{lead + word: period for lead in "按逐分各" for word, period in PERIODS.items()},
    **{f"年{doing}": "year" for doing in _A_YEAR},
    "当周": "week", "当月": "month", "当季": "quarter",
    "年度": "year", "季度": "quarter", "日报": "day", "日常": "day",
}  # fmt: skip
"""Words in which a period may or may not mean how often: 按月, 年产, 季度."""
_NUMERALS = "零〇一二三四五六七八九十0123456789"
NOT_RECURRING = {
    **{f"年{doing}": f"今去明前后全本当每近同往多{_NUMERALS}" for doing in _A_YEAR},
    "季度": f"两半个前首每{_NUMERALS}",
    "年度": f"今本每半{_NUMERALS}",
    **{f"{word}{doing}": f"今昨当近即次往平本上下{_NUMERALS}" for word in "日月" for doing in _A_DAY},
}
"""Characters after which these words do not: 今年新增."""
NAMES = (
    "四川", "三台县", "五台山", "七台河", "五家渠", "三门峡", "三丰", "三角", "零部件", "零售", "零星",
    "零距离", "千家万户", "百家争鸣", "万家灯火", "千头万绪", "千军万马", "百年大计", "千人千面", "四处", "万分",
    "十分", "百姓", "百货", "万达", "万一", "千方百计", "一二三产", "二手", "再三", "五粮液", "五金", "七匹狼",
    "两江新区", "首都", "首席", "首府", "首要", "首领", "首尾",
)  # fmt: skip
"""Words with numerals in them that are no numbers."""
