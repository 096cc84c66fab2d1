"""The Chinese words for bounds, units and fixed quantities: data for `chinese_grammar.py` and `chinese.py`.

Words for units are mapped to the names of `units.py`. A word that should not be read as a number belongs in words.yaml.
"""

from briefing.numbers.units import SYMBOLS, by_word

_NEVER = ("不得", "不能", "不应", "不可", "不宜", "不允许", "不", "未", "没有", "无法")
_BELOW = ("低于", "少于", "小于", "短于", "下于")
_BEYOND = ("超过", "超出", "高于", "多于", "大于", "长于", "突破", "超")
BEFORE = by_word({
    "at-least": "上 不下 达到或超过 最短 下限 至少 最少 最低 起码",
    "at-most": "最长 上限 至多 最多 最高 最高不超过",
    "more-than": "冲破 跨过 迈过 越过 超过 超出 突破 超 逾 过 破 高于 大于 多于 不止",
    "less-than": "未达到 未达 未满 不满 不足 不到 不及 低于 少于 小于",
    "nearly": "几乎 接近 将近 近",
    "about": "大概 大致 差不多 大约 约",
})  # fmt: skip
BEFORE |= {no + word: "at-least" for no in _NEVER for word in _BELOW}
BEFORE |= {no + word: "at-most" for no in _NEVER for word in _BEYOND}
"""Words before a number."""
AFTER = by_word(
    {"at-least": "及以上 或以上 以上", "at-most": "及以下 以内 之内 以下 内", "about": "左右 上下", "more-than": "出头"}
)
"""Words after its unit; 内 alone only after a time."""
SEVERAL = ("数", "好几", "几")
"""Words before a scale for an unstated multiple of it: 数百, several hundred."""
MIDDLE = {"来": "about", "余": "more-than", "多": "more-than", "几": "more-than", "+": "at-least"}
"""Words between the number and its unit; a number with 几 is an uncertain one."""
NOT_MORE = "元样种次个功肉层年点地彩方边媒产维项式跨措级场为头目位用效发能渠业处重于少么名类期轮数人家"
"""Characters that make another word of 多 or 余 after a unit: 12个多功能厅."""
NOT_AFTER = {
    "上": "以网线路会规础马迈跃登踏站冲走攀升加赶追身晚早世史手地街海陆水桌墙岗任同之往向至达突破逼", "级": "万亿",
    "数": "总个户人倍系指岁次件位基多少无家张套台项头亩股点天名笔",
    "过": "通超不经渡难越错胜改", "破": "打突冲攻", "超": "赶高", "近": "附最靠邻临贴亲走就相远",
    "约": "签节预制契合条公违履邀特相纽集要", "增": "新净倍递激剧稳猛", "减": "加缩削裁增递",
    "升": "晋跃提上爬攀飙回抬跳直", "涨": "高上暴", "降": "升霜沉投", "多": "许诸众", "高": "提新更", "快": "加尽更",
}  # fmt: skip
"""Characters that make another word of a bound: 签约12个项目 is no “about 12”."""
CHANGES = by_word(
    {"up": "增长 增加 增 上升 上涨 上浮 上调 涨 升", "down": "负增长 下降 减少 下跌 下浮 下调 下滑 回落 减 降 跌"}
)
"""Words directly before a number for growth or fall by that number; 提高到65% is no change."""
FIXED_CHANGES = {"零增长": "none", "减半": "down"}
"""Words that hold both the change and its number."""
RATES = by_word({"up": "增速 增长率 增幅 涨幅 升幅", "down": "降幅 跌幅 减幅"})
"""Nouns before a change, with or without a verb: 增速达9.5%."""
EFFORTS = by_word({"up": "提高 提升 扩大 提速 抬升 走高", "down": "降低 压缩 压减 缩短 缩减 缩小 收窄 削减 精简"})
"""Words for a change of percentages, money and other measures only: 提升3个园区 improves three parks."""
COMPARED = ("高", "多", "快")
"""Words for a change of 倍 only: 高2倍 is three times as high."""
LATELY = ("最近", "近")
"""Words before a duration that make it a period (近三年, the past three years), not an amount."""

TO = "(?:[至到~～-]|[—–―]{1,2})"
"""Between the ends of a range."""

UNIT_WORDS = SYMBOLS | by_word({
    "fen": "分钱", "yuan": "元 元人民币 人民币 块钱", "dollar": "美元 美金", "hong-kong-dollar": "港元 港币",
    "euro": "欧元", "pound": "英镑", "yen": "日元", "point": "个百分点 百分点", "tenth": "成 折", "times": "倍",
    "year": "年 个年头 整年", "month": "个月", "quarter-of": "季度", "quarter": "个季度",
    "week": "周 个星期 星期 个礼拜", "day": "天", "working-day": "工作日 个工作日", "hour": "个小时 小时",
    "minute": "分钟", "second": "秒", "century": "个世纪", "ten-days": "旬", "month-of": "月 月份", "day-of": "日",
    "mu": "亩", "hectare": "公顷", "square-kilometre": "平方公里 平方千米",
    "square-metre": "平方米 平米", "cubic-metre": "立方米", "litre": "升", "kilometre": "公里 千米", "metre": "米",
    "celsius": "℃ °c 摄氏度", "number": "号 度", "kilovolt": "千伏 kv",
    "centimetre": "厘米", "millimetre": "毫米", "tonne": "吨 吨标准煤 吨标煤", "kilogram": "公斤 千克", "jin": "斤",
    "gram": "克", "milligram": "毫克", "microgram": "微克",
    "watt": "瓦", "kilowatt": "千瓦", "megawatt": "兆瓦", "gigawatt": "吉瓦", "kilowatt-hour": "千瓦时 度电",
    "megawatt-hour": "兆瓦时", "gigawatt-hour": "吉瓦时", "ordinal": "期 世纪 中全会",
})  # fmt: skip
PER = (
    "亩", "公顷", "平方米", "平方公里", "公里", "千米", "米", "吨", "公斤", "千克", "千瓦时", "千瓦", "度",
    "立方米", "斤", "小时", "班", "人", "户", "家", "名", "位", "台", "辆", "头", "套", "件", "只", "株", "间",
    "床", "企业", "kwh", "kw", "kg", "t", "m²", "㎡", "km²",
)  # fmt: skip
"""What an amount may be stated for one of: 每亩500元, 500元/亩."""
AVERAGES = "人户亩村地校"
"""Characters before 均 in an amount for each: 人均3万元."""
DAILY = "日月"
"""Characters before 均 in an amount for a day or a month: 日均5万吨."""
CLASSIFIERS = (
    *"个家户条项名人次场座所台套批种类张支栋本篇件份处只辆艘大位口组队门步章句段册部幅块片根棵株头匹尾架枚颗粒间幢宗",
    *"笔单班桌瓶箱桶袋盒剂孔羽盆页摊例回趟派股束串对副盏把顶桩起则道关招点字维列",
    "班次", "航次", "架次", "标箱", "课时", "学时", "学分", "学期", "方面", "环节", "部门", "人次", "车次", "户次",
    "家次", "标准箱", "床位",
)  # fmt: skip
"""Classifiers (量词); the number before one is a count."""
RANKING = (
    "级", "届", "等奖", "等功", "线", "层", "楼", "代", "版", "流", "强", "轮", "连冠", "连丰", "连增", "连胜",
    "岁", "周岁", "周年", "年级", "星级",
    "阶段", "遍",
)  # fmt: skip
"""Words after a count as well as after a rank (三级, 500强)."""
UNIT_WORDS |= dict.fromkeys(CLASSIFIERS, "count") | dict.fromkeys(RANKING, "number")
NOT_BEFORE = {
    "来": "自源到的宾客年看说讲电访华", "过": "^百千万亿", "上": "^十百千万亿", "破": "^百千万亿0-9", "+": "0-9a-z",
    "上下": "游", "内": "部外容陆需蒙",
    "十分": "之", "万分": "之",
    "元": "化素旦宵月",
    "折": "旧叠扣页腾磨射返", "度": "假过电数量汛", "成": "立为员果本功熟长品渝都套不交了绩",
    "天": "府", "周": "边转期岁年", "年": "级", "日": "本",
    "期": "间", "大": "学会关门盘势局", "处": "理置", "点": "燃", "把": "手",
    "代": "表", "道": "路", "关": "键于", "部": "门",
    "组": "织", "班": "子倒组", "盆": "地", "箱": "式", "页": "岩", "剂": "量",
    "孔": "子", "口": "岸", "所": "有", "步": "入", "家": "庭", "门": "峡槛", "间": "接", "强": "调制化大势",
    "列": "入为席举", "台": "阶面账",
}  # fmt: skip
"""Characters that make another word of a bound, a name or a unit: 一元化, 三成立."""
WEAK_UNITS = "级线流"
"""Units after which a single character may count what was just named (市县两级) or rank (三线)."""
NOUNS = "省市县区镇乡村国地方者校院企园厂店港街员链网轴极核带圈路桥端会岸翼湖城侧"
"""Nouns that numerals stand before without a classifier (三省, 两地); such a number may be part of a name."""

PERIODS = by_word({
    "working-day": "工作日", "hour": "小时", "day": "天 日", "ten-days": "旬", "week": "星期 礼拜 周",
    "fortnight": "双周", "half-month": "半月", "two-months": "双月", "month": "月", "quarter": "季度 季",
    "half-year": "半年", "year": "年度 年",
})  # fmt: skip
"""Periods that recur: 每周, 每半月, 按季."""
NOT_A_PERIOD = {"周": "边转期岁年", "年": "级轻", "月": "球亮", "日": "本"}
"""Characters that make another word of a period."""
ACTIVITIES = (
    "调度", "总结", "通报", "协调", "研判", "例会", "会商", "报告", "督查", "督办", "督导", "检查", "考核", "分析",
    "排名", "小结", "推进", "晾晒", "评比", "碰头", "对接", "盘点", "巡查", "汇报", "清零", "更新", "复盘", "点评",
    "报送", "排位", "公示", "会诊", "计划", "清单", "反馈", "跟踪", "走访", "评估", "梳理", "比拼", "拉练", "观摩",
)  # fmt: skip
"""Activities that recur after a period: 周调度, 月总结, 季通报."""

_CONGRESSES = ("十六", "十七", "十八", "十九", "二十")
FIXED = by_word({
    "times 2 exact": "翻一番 翻1番 翻番 翻倍 翻了一番 翻了番", "times 4 exact": "翻两番 翻了两番 翻2番 翻二番",
    "times 8 exact": "翻三番 翻了三番", "percent 50 exact": "一半 半数 五五分成 五五开 对半",
    "percent 50 more-than": "过半",
    "percent 100 exact": "百分百", "percent 0 exact": "零增长", "month 1 exact": "元月",
    "half 1 exact": "上半年", "half 2 exact": "下半年",
    "half-of-month 1 exact": "上半月", "half-of-month 2 exact": "下半月", "quarter 1 exact": "首季 首季度",
    "frequency:month 12 exact": "/年", "frequency:month 1 exact": "/月 月度 月报",
    "frequency:second 86400 exact": "/日 /天", "frequency:second 604800 exact": "周报",
    "frequency:month 3 exact": "季报",
})  # fmt: skip
FIXED |= {f"{digit}0年代": f"year 19{digit}0 exact" for digit in range(5, 10)}
FIXED |= {f"{digit}十年代": f"year 19{number}0 exact" for number, digit in enumerate("五六七八九", 5)}
FIXED |= {f"十{digit}五": f"ordinal {number} exact" for number, digit in enumerate("一二三四五六七八九", 11)}
FIXED |= {f"{congress}大": f"ordinal {number} exact" for number, congress in enumerate(_CONGRESSES, 16)}
"""Words that are quantities: kind, value in its base, bound."""
PERHAPS = by_word({
    "count 3 exact": "三峡", "ordinal 1 exact": "首 率先", "count 2 exact": "双", "number 2 exact": "两位数",
    "times 2 exact": "倍增 加倍 成倍", "percent 50 exact": "减半",
    "frequency:second 86400 exact": "日均", "frequency:month 1 exact": "月均",
})  # fmt: skip
"""Words that need not be quantities."""
_A_DAY = "产处供销"
"""Characters before which 日 and 月 mean a day's or a month's: 日产, 月销."""
_A_YEAR = "产均处加新销营主利税用供发节减纳接投设培吞输运"
"""Characters before which 年 means a year's: 年产, 年新增."""
RECURRING = {
    **{lead + word: period for lead in "按逐分各" for word, period in PERIODS.items()},
    **{f"年{activity}": "year" for activity in _A_YEAR},
    **{lead + activity: period for lead, period in (("日", "day"), ("月", "month")) for activity in _A_DAY},
    **by_word({"day": "日报 日常", "week": "当周", "month": "当月", "quarter": "当季 季度", "year": "年度"}),
}  # fmt: skip
"""Words in which a period may or may not mean how often: 按月, 年产, 季度."""
_NUMERALS = "零〇一二三四五六七八九十0123456789"
NOT_RECURRING = {
    **{f"年{activity}": f"今去明前后全本当每近同往多{_NUMERALS}" for activity in _A_YEAR},
    "季度": f"两半个前首每{_NUMERALS}",
    "年度": f"今本每半{_NUMERALS}",
    **{f"{word}{activity}": f"今昨当近即次往平本上下{_NUMERALS}" for word in "日月" for activity in _A_DAY},
}
"""Characters after which the words of `RECURRING` and `FIXED` name no recurring period: 今年新增."""
