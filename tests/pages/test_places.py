"""The page of a speech: its figures in full, its silences in words."""

import re

import pytest

from tests.support.built import BuiltSite, Speech, words
from tests.support.sample import BRIEFING, PLACES

WRITTEN = {
    ("zixu", "start-investment"): ("3.2亿元", "RMB 320 million"),
    ("zixu", "new-projects"): ("20个以上", "at least 20 projects"),
    ("zixu", "road"): ("3.6公里", "3.6 kilometres"),
    ("zixu", "review"): ("每月", "every month"),
    ("wuyou", "lantern-projects"): ("约15个", "about 15 projects"),
    ("wuyou", "reward"): ("不超过20万元", "at most RMB 200,000"),
    ("wuyou", "approval"): ("5个工作日以内", "within 5 working days"),
    ("shenlou", "area"): ("1200亩", "1,200 mu"),
    ("shenlou", "enterprises"): ("近30家", "nearly 30 enterprises"),
    ("shenlou", "last-year"): ("2至4个", "2 to 4 projects"),
    ("nanke", "growth-lead"): ("1.2个百分点", "1.2 percentage points"),
    ("nanke", "enterprises"): ("超40家", "more than 40 enterprises"),
    ("nanke", "approval"): ("不到3个工作日", "less than 3 working days"),
}
"""Figures of every bound and kind of unit as each language writes them."""


def speech(sample: BuiltSite, place: str) -> Speech:
    return sample.speeches[PLACES.index(place)]


def cell(sample: BuiltSite, language: str, place: str, figure: str) -> str:
    """Return the cell that writes a figure."""
    row = sample.row(language, speech(sample, place), figure)
    return words(row.partition('<td class="number">')[2].partition("</td>")[0])


def test_figures_of_every_kind_are_written_in_each_language(sample: BuiltSite) -> None:
    assert {
        (place, figure): (cell(sample, "zh", place, figure), cell(sample, "en", place, figure))
        for place, figure in WRITTEN
    } == WRITTEN


@pytest.mark.parametrize(("language", "amount"), [("zh", "= 320,000,000元，"), ("en", "= RMB 320,000,000,")])
def test_a_conversion_is_written_out_to_the_last_digit(sample: BuiltSite, language: str, amount: str) -> None:
    assert amount in words(sample.row(language, speech(sample, "zixu"), "start-investment"))


def test_every_bound_and_claim_is_among_the_figures(sample: BuiltSite) -> None:
    records = [record for _, _, record in sample.records]
    assert len({record["bound"] for record in records}) == len({record["claim"] for record in records}) + 2 == 8


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_lists_what_its_speech_leaves_open(sample: BuiltSite, language: str) -> None:
    comparison = sample.html(f"{language}/{BRIEFING}/index.html")
    columns = re.findall(r'data-figures><a href="([^"]*)"', comparison)
    page = sample.html(speech(sample, "wangshi").page(language)).partition('id="not-stated"')[2]
    assert columns
    assert [column for column in columns if f'href="../{column}"' not in page] == []


def test_a_chinese_citation_has_no_half_width_brackets(sample: BuiltSite) -> None:
    row = sample.row("zh", speech(sample, "zixu"), "kite-projects")
    citation = words(row.partition('<p lang="zh-Hans">')[2].partition("</p>")[0])
    assert citation.startswith("新引进项目数，仅指风筝项目（目标）：8个")
    assert "(" not in citation
