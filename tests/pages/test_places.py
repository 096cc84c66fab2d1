"""The page of a speech: its figures in full, its silences in words."""

import re
from collections import Counter

import pytest

from tests.support.built import BuiltSite, Speech, words
from tests.support.sample import PLACES

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
    ("yunze", "output-fall"): ("下降3.2%", "down 3.2%"),
    ("yunze", "upgrade-gain"): ("增加5个百分点", "up 5 percentage points"),
    ("yunze", "store-temperature"): ("-18℃", "-18 °C"),
    ("yunze", "boats-renewed"): ("三分之二以上", "at least 2/3"),
    ("yunze", "shops"): ("数百家", "several hundred enterprises"),
    ("yunze", "scale"): ("百亿级", "ten-billion-yuan class"),
    ("yunze", "output-doubled"): ("翻一番", "doubled"),
    ("yunze", "yield"): ("每亩2万元", "RMB 20,000 per mu"),
    ("yunze", "electricity"): ("3000万千瓦时", "30 million kilowatt-hours"),
}
"""Figures of every bound and kind of unit as each language writes them."""


SAID = {
    ("yunze", "growth-hoped-for"): ("力争目标，基本目标为8%", "stretch goal beyond 8%"),
    ("yunze", "upgraded"): ("46家中的一部分", "part of 46 enterprises"),
    ("yunze", "introduced-h1"): ("年初以来累计", "cumulative since the beginning of the year"),
    ("yunze", "starts"): ("更正此前的24个", "corrects 24 projects"),
    ("yunze", "starts-first-said"): ("发言中已更正为21个", "the speech corrects it to 21 projects"),
    ("yunze", "completions"): ("2031年9月底前", "by the end of September 2031"),
    ("yunze", "lake-road"): ("2031至2033年", "2031 to 2033"),
    ("yunze", "introduced-q3"): ("2031年前三季度", "first three quarters of 2031"),
    ("yunze", "electricity"): ("2031年1至10月", "January to October 2031"),
    ("zixu", "start-investment"): ("对应开工6个", "for 6 projects (Starts)"),
}
"""Relations and periods as the row of a figure gives them in each language."""


def speech(sample: BuiltSite, place: str) -> Speech:
    return sample.speeches[PLACES.index(place)]


def cell(sample: BuiltSite, language: str, place: str, figure: str) -> str:
    """Return how a record writes its figure."""
    row = sample.row(language, speech(sample, place), figure)
    return words(row.partition('<b class="number">')[2].partition("</b>")[0])


def test_figures_of_every_kind_are_written_in_each_language(sample: BuiltSite) -> None:
    assert {
        (place, figure): (cell(sample, "zh", place, figure), cell(sample, "en", place, figure))
        for place, figure in WRITTEN
    } == WRITTEN


@pytest.mark.parametrize(("place", "figure"), SAID)
def test_relations_and_deadlines_stand_beside_a_figure(sample: BuiltSite, place: str, figure: str) -> None:
    for language, said in zip(("zh", "en"), SAID[place, figure], strict=True):
        assert said in words(sample.row(language, speech(sample, place), figure))


def test_a_corrected_figure_is_on_the_page_of_its_place_only(sample: BuiltSite) -> None:
    pages = [path for path in (sample.folder / "en").rglob("*.html") if "24 projects" in path.read_text("utf-8")]
    assert {path.parent.name for path in pages} == {"yunze"}


def test_a_mention_gives_stage_investment_and_party(sample: BuiltSite) -> None:
    page = sample.html(speech(sample, "yunze").page("en"))
    assert "signed, investment RMB 450 million" in words(page)
    assert 'Of the same company: <a href="../entities/index.html#e-yunze-fisheries">' in page


@pytest.mark.parametrize(("language", "amount"), [("zh", "= 320,000,000元 "), ("en", "= RMB 320,000,000 ")])
def test_a_conversion_is_written_out_to_the_last_digit(sample: BuiltSite, language: str, amount: str) -> None:
    assert amount in words(sample.row(language, speech(sample, "zixu"), "start-investment"))


def test_every_bound_and_claim_is_among_the_figures(sample: BuiltSite) -> None:
    records = [record for _, _, record in sample.records]
    assert len({record["bound"] for record in records}) == len({record["claim"] for record in records}) + 4 == 10


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_lists_what_its_speech_leaves_open(sample: BuiltSite, language: str) -> None:
    speaking = Counter(name for name, _ in {(record["indicator"], each.place) for each, _, record in sample.records})
    columns = [f"figures/index.html#i-{name}" for name, count in speaking.items() if count > 1]
    page = sample.html(speech(sample, "wangshi").page(language)).partition('id="not-stated"')[2]
    assert columns
    assert [column for column in columns if f'href="../{column}"' not in page] == []


def test_a_chinese_citation_has_no_half_width_brackets(sample: BuiltSite) -> None:
    row = sample.row("zh", speech(sample, "zixu"), "kite-projects")
    citation = words(row.partition('<p lang="zh-Hans">')[2].partition("</p>")[0])
    assert citation.startswith("新引进项目，仅指风筝项目（目标）：8个")
    assert "(" not in citation


def keys(sample: BuiltSite, place: str) -> list[str]:
    """Return the figures that the rail of a page shows, in order."""
    rail = sample.html(speech(sample, place).page("en")).partition('<ul class="keys"')[2].partition("</ul>")[0]
    return re.findall(r'href="#f-([^"]*)"', rail)


def test_targets_and_money_are_the_first_key_facts(sample: BuiltSite) -> None:
    for each in sample.speeches:
        found = [each.figures[name] for name in keys(sample, each.place)]
        targets = [figure["claim"] == "target" for figure in found]
        assert targets == sorted(targets, reverse=True), each.place
        later = [figure["unit"] == "cny" for figure in found if figure["claim"] in ("plan", "incentive", "commitment")]
        assert later == sorted(later, reverse=True), each.place


def test_key_facts_are_few_and_differ(sample: BuiltSite) -> None:
    for each in sample.speeches:
        found = keys(sample, each.place)
        indicators = [each.figures[name]["indicator"] for name in found]
        assert len(found) == len(set(indicators)) <= 6
        assert bool(found) == bool(each.figures), each.place


def test_a_corrected_figure_is_no_key_fact(sample: BuiltSite) -> None:
    assert "starts-first-said" not in keys(sample, "yunze")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_paragraph_is_proved_by_all_that_it_gave(sample: BuiltSite, language: str) -> None:
    for each in sample.speeches:
        page = sample.html(each.page(language))
        for name, figure in each.figures.items():
            proof = page.partition(f'id="p{figure["at"]}" popover>')[2].partition("</div>")[0]
            assert f'href="#f-{name}"' in proof
            assert str(figure["stated"]) in proof


def test_a_citation_names_the_address_once_there_is_one(sample: BuiltSite) -> None:
    row = words(sample.row("en", speech(sample, "zixu"), "kite-projects"))
    assert "no public address yet" in row
    assert "https://" not in row


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_says_who_made_it_and_how_to_reach_them(sample: BuiltSite, language: str) -> None:
    for name in (f"{language}/search/index.html", speech(sample, "zixu").page(language)):
        footer = sample.html(name).partition("<footer")[2]
        assert sample.settings["title"][language] in words(footer)
        assert {"zh": "未提供联系方式", "en": "No contact address has been given."}[language] in words(footer)
