"""Every figure and measure is under its topics and its dates, and every cell leads to its record."""

import re
from urllib.parse import urljoin

from tests.support.built import BuiltSite, Data, Speech

AHEAD = {"target", "plan", "incentive", "commitment"}
"""Claims about what is to come; a result is not due."""


def linked(site: BuiltSite, language: str, briefing: str, name: str, part: str = "") -> set[str]:
    """Return every address below the briefing that one of its pages links, in the part of it that an id begins."""
    file = f"{language}/{briefing}/{name}/index.html"
    page = site.html(file)
    if part:
        assert page.count(f'id="{part}"') == 1, (file, part)
        page = page.partition(f'id="{part}"')[2].partition(' id="')[0]
    addresses = {urljoin(file, each) for each in re.findall(r'href="([^"]*)"', page)}
    return {each.removeprefix(f"{language}/{briefing}/") for each in addresses}


def stands(speech: Speech, figure: str) -> bool:
    """Return True unless the speech corrects a figure by another one; its own page alone shows what it corrects."""
    return all(each.get("supersedes") != figure for each in speech.figures.values())


def test_every_figure_is_under_its_indicator_and_theme(any_site: BuiltSite) -> None:
    indicators = any_site.yaml("indicators")
    for speech, figure, record in (each for each in any_site.records if stands(*each[:2])):
        for language in any_site.languages:
            page = any_site.html(f"{language}/{speech.briefing}/figures/index.html")
            assert (
                f'id="i-{record["indicator"]}"'
                in page.partition(f'id="theme-{indicators[record["indicator"]]["theme"]}"')[2].partition("</section>")[
                    0
                ]
            )
            found = linked(any_site, language, speech.briefing, "figures", f"i-{record['indicator']}")
            assert f"{speech.place}/index.html#f-{figure}" in found


def test_every_measure_is_under_its_theme_and_sectors(any_site: BuiltSite) -> None:
    for speech in any_site.speeches:
        for measure in speech.measures:
            for page, topic in (
                ("themes", measure["theme"]),
                *(("sectors", each) for each in measure.get("sectors", ())),
            ):
                for language in any_site.languages:
                    found = linked(any_site, language, speech.briefing, page, f"i-{topic}")
                    assert f"{speech.place}/index.html#m-{measure['id']}" in found


def test_every_role_is_under_its_sector(any_site: BuiltSite) -> None:
    for speech in any_site.speeches:
        for role in speech.data["sectors"]:
            for language in any_site.languages:
                found = linked(any_site, language, speech.briefing, "sectors", f"i-{role['sector']}")
                assert f"{speech.place}/index.html#sectors" in found


def due_of(data: Data) -> object:
    """Return the deadline of a figure or measure, or else its period; None if it states neither."""
    return data.get("by") or (period if (period := data.get("period")) != "unstated" else None)


def restates(speech: Speech, measure: Data) -> bool:
    """Return True if a measure cites a figure that is due in its own period: then it is no announcement of its own."""
    cited = (speech.figures[each] for each in re.findall(r"\{([\w-]+)", measure["text"]["zh"]))
    return any(each["claim"] in AHEAD and due_of(each) == due_of(measure) for each in cited)


def test_the_calendar_has_what_is_due_what_recurs_and_what_has_no_date(any_site: BuiltSite) -> None:
    """And nothing else: no result of a stated period, no figure that the speech corrects."""
    units = any_site.yaml("units")
    for briefing in any_site.briefings:
        expected = {
            f"{speech.place}/index.html#f-{figure}"
            for speech, figure, record in any_site.records
            if speech.briefing == briefing
            and stands(speech, figure)
            and (
                record["claim"] in AHEAD
                or not due_of(speech.figures[figure])
                or units[record["unit"]]["kind"] == "frequency"
            )
        } | {
            f"{speech.place}/index.html#m-{measure['id']}"
            for speech in any_site.speeches
            for measure in speech.measures
            if speech.briefing == briefing and due_of(measure) and not restates(speech, measure)
        }
        for language in any_site.languages:
            file = f"{language}/{briefing}/figures/index.html"
            calendar = any_site.html(file).partition(' id="dates"')[2]
            due = {urljoin(file, each) for each in re.findall(r'href="([^"]*#[fm]-[^"]*)"', calendar)}
            assert {each.removeprefix(f"{language}/{briefing}/") for each in due} == expected


def test_every_cell_of_a_comparison_leads_on_or_is_open(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        for language in any_site.languages:
            page = any_site.html(f"{language}/{briefing}/index.html")
            tables = re.findall(r'<table class="comparison">.*?</table>', page, re.DOTALL)
            cells = re.findall(r"<td.*?</td>", "".join(tables), re.DOTALL)
            leading = [bool(re.search(r'<a [^>]*href="[^"]*/index\.html#', cell)) for cell in cells]
            assert leading == ['class="open"' not in cell for cell in cells]
            assert sum(leading) > len(any_site.speeches)
