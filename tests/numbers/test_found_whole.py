"""Any number in any form inside neutral text is found whole, and read with the value that it was made of."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from briefing.numbers.accounts import SourceReader
from briefing.numbers.numerals import Number
from briefing.numbers.readers import read_stated
from briefing.numbers.word_list import WORDS

READ = SourceReader("zh")
DIGITS = "零一二三四五六七八九"
SCALES = {"": 0, "万": 4, "亿": 8, "百万": 6, "千万": 7, "百亿": 10, "千亿": 11, "万亿": 12}
UNITS = ("个", "家", "元", "亩", "吨", "公里", "千瓦时", "人次", "美元", "平方米", "%", "个百分点", "元/亩")
BOUNDS = {
    "{}": "exact", "{}以上": "at-least", "不低于{}": "at-least", "超{}": "more-than", "突破{}": "more-than",
    "{}以内": "at-most", "不超过{}": "at-most", "不足{}": "less-than", "约{}": "about", "{}左右": "about",
    "近{}": "nearly",
}  # fmt: skip
CHANGES = {"": None, "增长": "up", "下降": "down", "增速达": "up", "负增长": "down"}
SENTENCES = ("全市努力实现{}。", "发言提出，今后确保{}，加快建设。", "{}", "其中工业{}；农业平稳。")
sentences = st.sampled_from(SENTENCES)


def spelt(value: int) -> str:
    """Write a whole number in Chinese characters."""
    for power, name in ((8, "亿"), (4, "万"), (3, "千"), (2, "百"), (1, "十")):
        high, low = divmod(value, 10**power)
        if high:
            zero = "零" if 0 < low < 10 ** (power - 1) else ""
            return f"{spelt(high)}{name}{zero}{spelt(low) if low else ''}"
    return DIGITS[value]


def check(sentence: str, stated: str, value: Number, bound: str = "exact", change: str | None = None) -> None:
    found, unread = READ(sentence.format(stated))
    assert ([each.text for each in found], unread) == ([stated], [])
    reading = read_stated(stated)
    assert (reading.low, reading.high, reading.bound, reading.change) == (value, value, bound, change)


@given(
    st.decimals(min_value=0, max_value=9999, places=2),
    st.sampled_from(list(SCALES)),
    st.sampled_from(UNITS[:10]),
    st.sampled_from(list(BOUNDS)),
    sentences,
)
def test_digits_with_any_scale_unit_and_bound(value: Decimal, scale: str, unit: str, bound: str, sentence: str) -> None:
    check(sentence, bound.format(f"{value}{scale}{unit}"), value.scaleb(SCALES[scale]), BOUNDS[bound])


@given(
    st.integers(min_value=2, max_value=10**12), st.sampled_from(UNITS[:10]), st.sampled_from(list(BOUNDS)), sentences
)
def test_characters_with_any_unit_and_bound(value: int, unit: str, bound: str, sentence: str) -> None:
    check(sentence, bound.format(f"{spelt(value)}{unit}"), Decimal(value), BOUNDS[bound])


@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1000, max_value=9999), sentences)
def test_digits_of_several_scales(hundred_millions: int, ten_thousands: int, sentence: str) -> None:
    value = hundred_millions * 10**8 + ten_thousands * 10**4
    check(sentence, f"{hundred_millions}亿{ten_thousands}万元", Decimal(value))
    check(sentence, f"{hundred_millions}亿{ten_thousands}万{ten_thousands}元", Decimal(value + ten_thousands))


@given(
    st.decimals(min_value=Decimal("0.1"), max_value=200, places=1),
    st.sampled_from(("%", "个百分点")),
    st.sampled_from(list(CHANGES)),
    sentences,
)
def test_changes_with_their_direction(value: Decimal, unit: str, change: str, sentence: str) -> None:
    check(sentence, f"{change}{value}{unit}", value, change=CHANGES[change])


@given(st.integers(min_value=1, max_value=98), st.integers(min_value=2, max_value=99), sentences)
def test_fractions_are_exact(part: int, whole: int, sentence: str) -> None:
    exact = Decimal(part) if whole == 100 else Fraction(part, whole)
    check(sentence, f"{spelt(whole)}分之{spelt(part)}", exact)


@given(st.integers(min_value=1, max_value=9), st.integers(min_value=1, max_value=9), sentences)
def test_tenths_and_hundredths(tenths: int, hundredths: int, sentence: str) -> None:
    check(sentence, f"{spelt(tenths)}成{spelt(hundredths)}", Decimal(10 * tenths + hundredths))
    check(sentence, f"百分之{spelt(tenths)}点{spelt(hundredths)}", Decimal(f"{tenths}.{hundredths}"))


@given(st.integers(min_value=1, max_value=999), st.decimals(min_value=-50, max_value=50, places=1), sentences)
def test_signs_and_rates(value: int, degrees: Decimal, sentence: str) -> None:
    check(sentence, f"{degrees}℃", degrees)
    check(sentence, f"每亩补贴{value}元", Decimal(value))


@given(
    st.text(
        alphabet="0123456789一二三四五六七八九十百千万亿两半成多余几数点倍番廿壹贰叁拾佰仟%‰+-—~:×/个元家年月",
        max_size=12,
    )
)
def test_no_character_of_a_number_is_lost(text: str) -> None:
    found, unread = READ(text)
    held = {at for each in found for at in range(each.start, each.start + len(each.text))}
    held |= {at for run in unread for at in run}
    held |= {at for match in WORDS.finditer(text) for at in range(*match.span())}
    digits = {at for at, character in enumerate(text) if character in "0123456789二四五六七九十亿廿壹贰叁佰仟%‰倍番"}
    assert digits - held == set()
