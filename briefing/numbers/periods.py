"""Periods and deadlines as the source states them (一季度, 去年10月), read as a figure carries them (2023-Q1)."""

import re
import unicodedata

RELATIVE = {
    "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "过去一年": -1, "今年": 0, "本年": 0, "新的一年": 0, "新一年": 0,
    "明年": 1, "后年": 2,
}  # fmt: skip
"""Years named by their distance from the year of the speech."""
RELATIVE_YEAR = re.compile("|".join(RELATIVE))
NUMERALS = {numeral: number for number, numeral in enumerate("一二三四五六七八九十", 1)}
NUMERALS |= {"十一": 11, "十二": 12, "元": 1, "两": 2, "上": 1, "下": 2}
TO = "(?:[—–―~～-]|至|到)"
YEAR = (
    rf"(?:(?<![0-9])(?P<year>[12][0-9]{{3}})(?:年?{TO}(?P<last_year>[12][0-9]{{3}}))?年"
    rf"|(?P<relative>{RELATIVE_YEAR.pattern}))"
)
_MONTH = "1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]"
_DAY = "(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})"
PART = (
    "(?:第?(?P<quarter>[一二三四1-4])(?:" + TO + "第?(?P<last_quarter>[二三四2-4]))?季度|(?P<first>首季)"
    rf"|前(?P<quarters>[两二三])个?季度|前(?P<months>[两二]|{_MONTH})个月|(?P<half>[上下])半年"
    rf"|(?<![0-9一二三四五六七八九十个前近每几双半])(?P<month>元|{_MONTH})(?:月?{TO}(?P<last_month>{_MONTH}))?月份?(?!度|均|报)"
    rf"(?:{_DAY}日)?)"
)
LIMIT = "(?:[底末]?(?:之前|以前|前)|[底末])"
WHOLE = f"全年|年内|年(?={LIMIT})"
PLAN = "“?十(?P<plan>[一二三四五六七八九])五”?(?:(?:时?期)?(?:间|(?P<plan_end>末))|时期)"
"""A five-year plan: the 14th is that of 2021 to 2025."""
_YEAR, _PART, _PLAN = re.compile(YEAR), re.compile(PART), re.compile(PLAN)
LONGEST = 12_000
"""More months than any period has."""
MONTHS = {"H": 6, "Q": 3}
"""The months of a half-year and a quarter."""


def periods_named(words: str, now: int) -> tuple[str, ...]:
    """Return the periods that words may mean, as figures carry them, in a speech of the year `now`.

    After an ellipsis stands a part of the year before it (去年…一季度). If that one has a part too (去年10月…1月), an
    earlier part is in the next year, and a later one in that year or this.
    """
    years, last = [str(now)], ""
    for each in (unicodedata.normalize("NFKC", part) for part in words.split("…")):
        year, part = _year(each, now), _part(each)
        if year:
            years, last = [year], part
        elif part and last:
            earlier = _month(part) < _month(last)
            years, last = [str(int(years[0]) + 1)] if earlier else [years[0], str(now)], part
        elif each == "全年":  # of the year before it, or the one that the sentences before are about
            years, last = years if "…" in words else [str(now), str(now - 1)], ""
        elif not part and not re.search(WHOLE, each):
            return ()
        else:
            last = part
    return tuple(dict.fromkeys(period_of(year, last) for year in years))


def _year(words: str, now: int) -> str:
    """Return the year or years that words name, in digits or counted from the year `now`; empty if they name none."""
    if plan := _PLAN.search(words):
        first, last = (2001 + 5 * NUMERALS[plan["plan"]] + distance for distance in (0, 4))
        return str(last) if plan["plan_end"] else f"{first}/{last}"
    found = _YEAR.search(words)
    if not found:
        return ""
    if found["relative"]:
        return str(now + RELATIVE[found["relative"]])
    return "/".join(filter(None, (found["year"], found["last_year"])))


def _part(words: str) -> str:
    """Return the part of a year that words name, as Q1, 01 or Q1/Q3; empty if they name none."""
    found = _PART.search(words)
    if not found:
        return ""
    if found["quarter"]:
        return "/".join(f"Q{_number(found[each])}" for each in ("quarter", "last_quarter") if found[each])
    for name, form in {"half": "H{}", "quarters": "Q1/Q{}", "months": "01/{:02}"}.items():
        if found[name]:
            return form.format(_number(found[name]))
    if found["first"]:
        return "Q1"
    return "/".join(f"{_number(found[each]):02}" for each in ("month", "last_month") if found[each])


def _number(numeral: str) -> int:
    return NUMERALS.get(numeral) or int(numeral)


def _month(part: str) -> tuple[str, int, int]:
    """Return a key that sorts parts of a year by their end."""
    return order(f"1000-{part.rpartition('/')[2]}")


def period_of(year: str, part: str) -> str:
    """Return the period of a year and a part of it: 2023-01/2023-10 of 2023 and 01/10."""
    return "/".join(f"{year}-{each}" for each in part.split("/")) if part else year


def part_of(period: str) -> str:
    """Return the part of the year that a period is: Q1, 01/10; 2023/2025 for several years, "" for one whole year."""
    parts = [each.partition("-")[2] for each in period.split("/")]
    return "/".join(parts) if all(parts) else period if len(parts) > 1 else ""


def has_passed(period: str, day: str) -> bool:
    """Return True if a period ended in a month before that of a day (`2026-11-22`); False if the day is empty."""
    year, last, _length = order(period)
    return f"{year}-{last:02}" < day[:7]


def order(period: str) -> tuple[str, int, int]:
    """Return a key that sorts periods by their end, the shorter first: 2023-Q1, 2023-06, 2023-Q2, 2023-H1, 2023.

    Several periods (2023/2025) come after the last of them alone, and a deadline (../2023-09) after them.
    """
    first, _slash, last = period.rpartition("/")
    year, _dash, part = last.partition("-")
    length = MONTHS.get(part[:1], 1) if part else 12
    month = int(part.strip("HQ")) * length if part else 12
    if first == "..":
        length = LONGEST
    elif first:
        began, began_in, long = order(first)
        length = (int(year) - int(began)) * 12 + month - began_in + long
    return year, month, length
