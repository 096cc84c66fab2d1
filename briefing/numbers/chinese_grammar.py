"""The forms that quantities have in Chinese, as one pattern; `chinese.py` reads what an alternative matches."""

import re

from briefing.numbers import chinese_words as words
from briefing.numbers.chinese_numerals import CHARACTERS, NUMBER, PLACES
from briefing.numbers.grammar import DATE, RATIO, any_of
from briefing.numbers.units import CURRENCIES

_BEFORE = any_of({*words.BEFORE, *words.LATELY}, words.NOT_AFTER, words.NOT_BEFORE)
_VERB = rf"(?<=至少|最多|至多|最少)(?:(?![{CHARACTERS}的每隔])[\u4e00-\u9fff]){{1,4}}?"
_GRANT = "(?<=最高|最多|最长)可?(?:给予|奖励|奖补|补助|补贴|资助|支持|获得?|享受?|申请|贷款?|授信|延长)"
"""Verbs of an incentive, which is so much at most: 最高给予, 最高可获."""
_WHOLE = (
    rf"(?:(?<=[低少小高多大]于)|(?<=超过|不足|不到))(?:上一|(?![{CHARACTERS}])[\u4e00-\u9fff]){{1,12}}?的"
    rf"(?=[ ]?(?:{NUMBER}[ ]?(?:%|成|分之)|[百千]分之|一半|半数))"
)
"""The whole of a share: 不超过总投资的30%."""
_LEAD = rf"(?:了|可?达到?|可|为|在|{_GRANT}|{_VERB}|{_WHOLE})?[ ]?\*{{0,2}}"
"""Words that may stand between a bound and its number: 超过了, 最高可达, 至少配备."""
_CHANGE = (
    rf"(?:(?:{any_of({*words.CHANGES, *words.EFFORTS, *words.COMPARED}, words.NOT_AFTER)})了?"
    rf"|(?:{any_of(words.RATES)})(?:达到?|为|在|保持在)?)(?:[ ]?\*{{2}})?"
)
_UNIT_ENDS = re.escape("".join(sorted({unit[-1] for unit in words.UNIT_WORDS})))
_SIGN = rf"零下[ ]?|(?<![0-9a-z%‰{CHARACTERS}{_UNIT_ENDS}])-(?=[0-9])"
_MIDDLE = any_of(words.MIDDLE, not_before=words.NOT_BEFORE)
_AFTER = any_of(words.AFTER, not_before=words.NOT_BEFORE)
_PERIOD = any_of(words.PERIODS, not_before=words.NOT_A_PERIOD)
_ACTIVITY = any_of(words.ACTIVITIES)
_SEVERAL = any_of(words.SEVERAL, words.NOT_AFTER)
_CURRENCY = rf"(?:{any_of((*CURRENCIES, '人民币'))})[ ]?"
_EVENT = rf"(?:(?![{CHARACTERS}])[\u4e00-\u9fff]){{0,8}}?"
"""The words between a period and the number of times: 召开 of 每月召开不少于两次."""
_NOT_A_REVIEW = f"0-9{CHARACTERS}个本上下每半双单隔这当各逐首末今昨明去全前后整年月周季日天"
"""Characters after which a period does not recur: 今年总结."""
_PER = any_of(words.PER)
_FOR_EACH = (
    rf"(?:每(?P<so_many>[0-9]{{0,3}}[十百千万]{{0,2}})(?:{_PER})|[{words.AVERAGES}{words.DAILY}]均)(?:每?(?:年|月|天|季度))?"
    rf"(?:(?![{CHARACTERS}每])[\u4e00-\u9fff]){{0,10}}?"
)
"""The unit that an amount is stated for, with the words before the number: 每亩补贴, 每千人, 人均, 日均, 每户每年."""
_UNTIL = r"[底末]?(?:之前|以前|前(?![一二两三四五0-9]))|[底末]"
"""Words after a year, quarter or month for its end or a deadline."""
_FEW = rf"[{CHARACTERS}0-9]{{1,4}}"
"""A number in a list that shares its unit with the last: 一、二季度."""
_WORDS = {
    "零下", "-", *words.SEVERAL, *words.AVERAGES, *words.CHANGES, *words.RATES, *words.EFFORTS, *words.COMPARED,
    *words.BEFORE, *words.LATELY, *words.FIXED, *words.PERHAPS, *words.RECURRING, *words.PERIODS,
}  # fmt: skip
_FIRST = re.escape("".join(sorted({word[0] for word in _WORDS.union(CURRENCIES)})))
"""Characters that a quantity may begin with; most characters of a text are passed over by this alone."""

_OTHER_FORMS = rf"""
    (?P<vague>数以(?P<vague_number>[十百千万亿]+)计)
    |(?P<split>(?P<split_first>[一二三四五六七八九])[一二三四五六七八九](?:分成|开(?![展放工发通])))
    |(?P<date>{DATE})
    |(?P<ratio>{RATIO})
    |(?P<times>(?P<times_every>双|{NUMBER})个?(?P<times_period>{_PERIOD})
        (?:(?P<times_number>{NUMBER})[ ]?次(?!性)|(?=一(?:{_ACTIVITY}))))
    |(?P<review>(?<![{_NOT_A_REVIEW}])(?P<review_period>{_PERIOD})(?={_ACTIVITY}))
    |(?P<recurring>{any_of(words.RECURRING, words.NOT_RECURRING)})
    |(?P<ordinal>第[ ]?(?P<first>{NUMBER})(?:{words.TO}第?(?P<last>{NUMBER}))?(?P<ordinal_end>)
        (?:(?P<quarter>季度|(?=[、和](?:第?{_FEW}[、和]){{0,3}}第?{_FEW}季度))|个五年(?:规划|计划)|(?P<at_once>时间))?)
"""


def _quantity_pattern(unit: str) -> str:
    """Return the pattern of a quantity with all that may be stated with it, given the pattern of its unit.

    The empty groups mark places: `number_start`, `low_end` (of the first number with its unit) and `high_end`.
    """
    return rf"""
    (?P<per>(?P<outer>{_BEFORE})?{_FOR_EACH})?(?P<change>{_CHANGE})?(?:(?P<before>{_BEFORE}){_LEAD})?(?P<number_start>)(?:
        (?P<frequency>(?P<each>每隔?|隔)个?(?P<every>{NUMBER})?(?:{words.TO}(?P<every_high>{NUMBER}))?[ ]?个?
            (?P<period>{_PERIOD})
            (?:(?:{_EVENT}(?P<frequency_before>{_BEFORE}){_EVENT})?(?P<frequency_times>{NUMBER})[ ]?次(?!性))?
            (?P<frequency_after>{_AFTER})?)
        |(?P<share>(?P<whole>百|千|万|{NUMBER})分之(?P<part>{NUMBER})(?P<share_middle>{_MIDDLE})?
            (?:{words.TO}(?:百分之)?(?P<part_high>{NUMBER}))?(?P<share_after>{_AFTER})?)
        |(?P<fixed>(?P<fixed_word>{any_of(words.FIXED, words.NOT_RECURRING)})(?P<fixed_until>”?[末底])?
            (?P<fixed_after>{_AFTER})?)
        |(?P<perhaps>{any_of(words.PERHAPS)})
        |(?P<quantity>(?P<currency>{_CURRENCY})?(?P<sign>{_SIGN})?(?P<several>(?:{_SEVERAL})(?=[十百千万亿]))?
            (?P<low>{NUMBER})
            (?:(?P<half>个半|个[多余])(?=月|小时|星期|百分点))?(?:(?P<middle>{_MIDDLE})(?P<scale>[百千]?[万亿]{{0,2}}))?
            (?:[ ]?(?P<unit>{unit}))?
            (?:(?<=成)(?P<tenths>[一二三四五六七八九])|(?P<tail>(?<=[年天时倍周成里吨亩斤%])半(?![年月天导径])
                |(?<![0-9{CHARACTERS}])[余多](?![{words.NOT_MORE}])))?
            (?:(?<=[万亿元吨瓦亩时兆])(?P<class>级))?(?P<low_end>)
            (?:(?=[、和](?:{_FEW}[、和]){{0,3}}{_FEW}(?P<shared_unit>季度|期|月|年)))?
            (?:{words.TO}(?:{_CURRENCY})?(?P<high_sign>{_SIGN})?(?P<high>{NUMBER})(?:[ ]?(?P<high_unit>{unit}))?)?
            (?P<high_end>)(?P<until>{_UNTIL})?(?:(?:[ *]{{0,2}}|[（(]含(?:本数)?[）)])(?P<after>{_AFTER}))?)
    )"""


_COUNTERS = dict.fromkeys((*words.CLASSIFIERS, *words.RANKING))
_UNIT = (
    f"{any_of(words.UNIT_WORDS.keys() - _COUNTERS, words.NOT_AFTER, words.NOT_BEFORE)}"
    f"|(?<!(?<![0-9{CHARACTERS} ])[百千万]亿)(?:{any_of(_COUNTERS, words.NOT_AFTER, words.NOT_BEFORE)})"
)
"""A unit of measure, or a word for counting, of which nobody has 百亿: 迈上百亿台阶."""
GRAMMAR = re.compile(
    f"(?=[{CHARACTERS}0-9第每隔半数几好若上成{_FIRST}])"
    f"(?:{_OTHER_FORMS}|{_quantity_pattern(f'(?:{_UNIT})(?:/(?:{_PER}|[年月日天]|小时))?')})",
    re.VERBOSE,
)
"""One alternative for each form, in the order in which they are tried."""
FIGURE = re.compile(_quantity_pattern(rf"(?![万亿.,]|{PLACES}|{any_of(words.MIDDLE)})[^0-9]*?"), re.VERBOSE)
"""One figure by itself: its unit may be any word that is no part of a number, as the content has units of its own."""
