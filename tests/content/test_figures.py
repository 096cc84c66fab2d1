"""Every figure leads to its record, every record is whole, every number of the source is accounted for."""

import datetime as dt
import re
from html import escape
from posixpath import dirname, join, normpath
from urllib.parse import urldefrag

from babel import Locale
from babel.dates import format_date

from tests.support.built import BuiltSite, Speech, words

RECORDS = r'<li id="f-.*?</li>|<span class="(?:scope|note)">.*?</span>|<ul class="left-out">.*?</ul>|'
RECORDS += r'<h3 id="d-.*?</h3>|<a href="[^"]*#d-.*?</a>|<figure class="graphic" id="g-year">.*?</figure>'
"""Figures that need no link: the records themselves, cautions, numbers left out, intervals in headings and labels."""
FOLD = re.compile(r"<summary>((?:(?!</summary>).)*)</summary>((?:(?!</details>).)*)</details>", re.DOTALL)
"""A fold: the line that opens it, and what it holds."""
SHORT = len("10 projects")
"""Written figures up to this length may be other numbers too."""
LONGEST_RUN = 20
"""Han characters in a row that one stated number may have."""


def written(site: BuiltSite, language: str, briefing: str) -> set[str]:
    """Return every figure of a briefing as a language writes it."""
    return {record[f"as_written_{language}"] for speech, _, record in site.records if speech.briefing == briefing}


def without_heads(summary: str, held: str) -> str:
    """Return a fold; the line that opens it without the figures whose records it holds."""
    line = words(summary)
    for head in re.findall(r'<li id="f-.*?<b class="number">(.*?)</b>', held, re.DOTALL):
        line = line.replace(words(head), "")
    return line + held


def typed(site: BuiltSite) -> str:
    """Return all text that editors typed: a number in it is no figure."""
    return "".join(path.read_text("utf-8") for path in site.content.rglob("*.yaml") if path.stem != "reviews")


def test_a_written_figure_links_to_its_record(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        for name in (each for each in any_site.pages if each.split("/")[1:2] == [briefing]):
            figures = written(any_site, name.partition("/")[0], briefing)
            page = re.sub(RECORDS, "", any_site.html(name).partition("<body")[2], flags=re.DOTALL)
            for address, inner in re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', page, re.DOTALL):
                if words(inner) in figures and "#" in address:
                    path, anchor = urldefrag(address)
                    target = normpath(join(dirname(name), path)) if path else name
                    assert f'<li id="{anchor}">' in any_site.html(target), (name, address, inner)


def test_no_written_figure_stands_without_a_link(any_site: BuiltSite) -> None:
    everywhere = typed(any_site)
    for briefing in any_site.briefings:
        for name in (each for each in any_site.pages if each.split("/")[1:2] == [briefing]):
            figures = written(any_site, name.partition("/")[0], briefing)
            body = FOLD.sub(lambda fold: without_heads(*fold.groups()), any_site.html(name).partition("<body")[2])
            page = re.sub(RECORDS, "", body, flags=re.DOTALL)
            loose = words(re.sub(r"<a .*?</a>", "", page, flags=re.DOTALL))
            long = [each for each in figures if len(each) > SHORT and each not in everywhere]
            assert [each for each in long if each in loose] == [], name


def test_a_record_holds_all_that_makes_it_trusted(any_site: BuiltSite) -> None:
    assert any_site.records
    for speech, figure, record in any_site.records:
        for language in any_site.languages:
            row = any_site.row(language, speech, figure)
            assert record[f"as_written_{language}"] in words(row), (speech.place, figure)
            assert f'lang="{any_site.source_tag}">{escape(record["as_stated"], quote=False)}</span>' in row
            assert f'popovertarget="p{record["paragraph"]}"' in row
            assert record[f"as_written_{language}"] in words(row.partition('class="reading">')[2].partition("</p>")[0])
            for key in ("scope", "note"):
                if text := record[f"{key}_{language}"]:
                    assert text in words(row)


def test_the_downloads_say_what_the_content_says(any_site: BuiltSite) -> None:
    for speech, figure, record in any_site.records:
        said = speech.figures[figure]
        for key, name in {"claim": "claim", "unit": "unit", "bound": "bound", "stated": "as_stated"}.items():
            assert record[name] == said[key], (speech.place, figure)
        assert (record["period"], record["paragraph"]) == (str(said.get("period", "unstated")), said["at"])


def test_every_measure_and_entity_is_on_its_page(any_site: BuiltSite) -> None:
    for speech in any_site.speeches:
        for language in any_site.languages:
            page = any_site.html(speech.page(language))
            ids = [f"m-{each['id']}" for each in speech.measures] + [f"e-{key}" for key in speech.data["entities"]]
            assert [each for each in ids if page.count(f'id="{each}"') != 1] == []
            text = words(page)
            assert [each["id"] for each in speech.measures if each["title"][language] not in text] == []


def numbers_of_source(site: BuiltSite, speech: Speech) -> int:
    return sum(len(each["figures"]) for each in site.yaml(f"{speech.briefing}/source")[speech.place])


def test_the_page_on_method_counts_every_number(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        speeches = [each for each in any_site.speeches if each.briefing == briefing]
        found = sum(numbers_of_source(any_site, speech) for speech in speeches)
        left_out = sum(each.get("times", 1) for speech in speeches for each in speech.data.get("left_out", ()))
        for language in any_site.languages:
            page = any_site.html(f"{language}/{briefing}/about/index.html")
            section = words(page.partition('id="coverage"')[2].partition("<table")[0])
            counts = [int(number) for number in re.findall(r"\d+", section)]
            assert sorted(counts) == sorted([found, found - left_out, left_out])
            listed = re.findall(rf'<a href="[^"]*#p\d+" lang="{any_site.source_tag}">', page)
            assert len(listed) == left_out


def test_a_page_says_when_it_was_last_reviewed(any_site: BuiltSite) -> None:
    for speech in any_site.speeches:
        reviews = any_site.yaml(f"{speech.briefing}/reviews").get(f"{speech.place}.yaml", {})
        for language in any_site.settings["languages"] if reviews else ():
            last = max(each["date"] for each in reviews.values())
            date = format_date(dt.date.fromisoformat(last), "long", Locale.parse(language["locale"]))
            assert date in words(any_site.html(speech.page(language["code"])))


def test_the_index_of_the_source_holds_no_sentence(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        index = (any_site.content / briefing / "source.yaml").read_text("utf-8")
        assert max((len(run) for run in re.findall("[\u4e00-\u9fff]+", index)), default=0) <= LONGEST_RUN
