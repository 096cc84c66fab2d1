"""What a reader can trace: each figure leads to its record, each number of the source is accounted for on a page."""

from __future__ import annotations

import functools
import html
import re
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from conftest import ROOT, real_site, writer

from briefing.content.model import Figure, Speech
from briefing.queries.coverage import numbers

S = ROOT / "site"
PAGES = sorted(path.relative_to(S).as_posix() for path in S.rglob("*.html"))
LANGUAGES = ("zh", "en")
FIGURES = [(speech.record, figure) for speech in real_site().speeches for figure in speech.record.figures.values()]


APART = r'<tr id="f-.*?</tr>|<span class="(?:scope|note)">.*?</span>|<ul class="left-out">.*?</ul>|'
APART += r'<h2 id="d-.*?</h2>|<a href="[^"]*#d-.*?</a>'
"""The records themselves, the cautions in them, and what is no figure: left out, or the heading of an interval."""


@functools.cache
def read(name: str) -> str:
    return (S / name).read_text("utf-8")


def words(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def record(language: str, speech: Speech, figure: Figure) -> str:
    page = read(f"{language}/guangan-2023/{speech.place}/index.html")
    return page.partition(f'<tr id="f-{figure.id}">')[2].partition("</tr>")[0]


@functools.cache
def shown(language: str) -> set[str]:
    return {writer(language)(figure) for _, figure in FIGURES}


@pytest.mark.parametrize("name", [name for name in PAGES if "guangan-2023" in name])
def test_every_figure_in_a_text_is_a_link_to_its_record(name: str) -> None:
    """Outside the records themselves, a written figure stands inside a link whose target is a record."""
    page = read(name).partition("<body")[2]
    page = re.sub(APART, "", page, flags=re.DOTALL)
    for address, inner in re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', page, re.DOTALL):
        if words(inner) in shown(name[:2]) and "#" in address:
            path, anchor = urldefrag(address)
            target = (S / name).parent / path if path else S / name
            assert f'<tr id="{anchor}">' in read(target.resolve().relative_to(S).as_posix()), (address, inner)
    loose = words(re.sub(r"<a .*?</a>", "", page, flags=re.DOTALL))
    long = [figure for figure in shown(name[:2]) if len(figure) > len("10 projects")]
    assert [figure for figure in long if figure in loose] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_record_holds_all_that_a_reader_needs_to_trust_it(language: str) -> None:
    write = writer(language)
    for speech, figure in FIGURES:
        text = record(language, speech, figure)
        assert write(figure) in words(text)
        assert f'lang="zh-Hans">{figure.stated}</span>' in text
        assert f'href="#p{figure.at}"' in text
        if write.full(figure) != write.amount(figure):
            assert f"= {write.full(figure)}" in words(text)
        assert re.search(r'class="reading">.*\w', text, re.DOTALL)


def test_a_conversion_is_written_out_to_the_last_digit() -> None:
    speech, figure = next(each for each in FIGURES if each[1].stated == "387.6亿元")
    assert "= RMB 38,760,000,000" in words(record("en", speech, figure))
    assert "= 38,760,000,000元" in words(record("zh", speech, figure))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_on_method_counts_what_became_of_every_number(language: str) -> None:
    page = read(f"{language}/guangan-2023/about/index.html")
    site = real_site()
    found = [each for loaded in site.speeches for each in numbers(loaded.record, site.paragraphs(loaded) or ())]
    shown_, left = [each for each in found if each.figure], [each for each in found if each.reason]
    assert len(found) == len(shown_) + len(left)
    section = words(page.partition('id="coverage"')[2].partition("<table")[0])
    assert [int(number) for number in re.findall(r"\d+", section)] == [len(found), len(shown_), len(left)]
    listed = re.findall(r'<a href="[^"]*#p\d+" lang="zh-Hans">', page)
    assert len(listed) == len(left)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_say_when_they_were_last_reviewed(language: str) -> None:
    reviews = real_site().reviews["guangan-2023"].record
    last = max(each.date for each in reviews["huaying.yaml"].values())
    year, month, day = (int(part) for part in last.split("-"))
    page = words(read(f"{language}/guangan-2023/huaying/index.html"))
    written = {"zh": f"{year}年{month}月{day}日", "en": f"{day} November {year}"}[language]
    assert written in page


def test_no_page_holds_a_sentence_of_the_index() -> None:
    index = Path(ROOT / "content/guangan-2023/source.yaml").read_text("utf-8")
    assert max(len(run) for run in re.findall("[\u4e00-\u9fff]+", index)) < len("不超过四十五个工作日以内")
