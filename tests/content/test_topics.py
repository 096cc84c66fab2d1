"""Every figure and measure is on the pages of its topics and of its dates, and every cell leads to its record."""

import re
from urllib.parse import urljoin

from tests.support.built import BuiltSite, Data, Speech

AHEAD = {"target", "plan", "incentive", "commitment"}
"""Claims about what is to come; a result is not due."""


def linked(site: BuiltSite, language: str, briefing: str, name: str) -> set[str]:
    """Return every address below the briefing that one of its pages links."""
    file = f"{language}/{briefing}/{name}index.html"
    addresses = {urljoin(file, each) for each in re.findall(r'href="([^"]*)"', site.html(file))}
    return {each.removeprefix(f"{language}/{briefing}/") for each in addresses}


def stands(speech: Speech, figure: str) -> bool:
    """Return True unless the speech corrects a figure by another one; its own page alone shows what it corrects."""
    return all(each.get("supersedes") != figure for each in speech.figures.values())


def test_every_figure_is_under_its_indicator_and_theme(any_site: BuiltSite) -> None:
    indicators = any_site.yaml("indicators")
    for speech, figure, record in (each for each in any_site.records if stands(*each[:2])):
        for language in any_site.languages:
            for topic in (f"indicators/{record['indicator']}/", f"themes/{indicators[record['indicator']]['theme']}/"):
                assert f"{speech.place}/index.html#f-{figure}" in linked(any_site, language, speech.briefing, topic)


def test_every_measure_is_under_its_theme_and_sectors(any_site: BuiltSite) -> None:
    for speech in any_site.speeches:
        for measure in speech.measures:
            for topic in (f"themes/{measure['theme']}/", *(f"sectors/{each}/" for each in measure.get("sectors", ()))):
                for language in any_site.languages:
                    found = linked(any_site, language, speech.briefing, topic)
                    assert f"{speech.place}/index.html#m-{measure['id']}" in found


def test_every_role_is_under_its_sector(any_site: BuiltSite) -> None:
    for speech in any_site.speeches:
        for role in speech.data["sectors"]:
            for language in any_site.languages:
                found = linked(any_site, language, speech.briefing, f"sectors/{role['sector']}/")
                assert f"{speech.place}/index.html#sectors" in found


def due_of(data: Data) -> object:
    """Return the deadline of a figure or measure, or else its period; None if it states neither."""
    return data.get("by") or (period if (period := data.get("period")) != "unstated" else None)


def restates(speech: Speech, measure: Data) -> bool:
    """Return True if a measure cites a figure that is due in its own period: then it is no announcement of its own."""
    cited = (speech.figures[each] for each in re.findall(r"\{([\w-]+)", measure["text"]["zh"]))
    return any(each["claim"] in AHEAD and due_of(each) == due_of(measure) for each in cited)


def test_what_is_ahead_and_dated_or_recurs_is_due(any_site: BuiltSite) -> None:
    """And nothing else."""
    units = any_site.yaml("units")
    for briefing in any_site.briefings:
        expected = {
            f"{speech.place}/index.html#f-{figure}"
            for speech, figure, record in any_site.records
            if speech.briefing == briefing
            and stands(speech, figure)
            and (
                (record["claim"] in AHEAD and due_of(speech.figures[figure]))
                or units[record["unit"]]["kind"] == "frequency"
            )
        } | {
            f"{speech.place}/index.html#m-{measure['id']}"
            for speech in any_site.speeches
            for measure in speech.measures
            if speech.briefing == briefing and due_of(measure) and not restates(speech, measure)
        }
        for language in any_site.languages:
            due = {each for each in linked(any_site, language, briefing, "due/") if re.search("#[fm]-", each)}
            assert due == expected


def test_every_cell_of_a_comparison_leads_to_its_place(any_site: BuiltSite) -> None:
    for briefing in any_site.briefings:
        for language in any_site.languages:
            table = any_site.html(f"{language}/{briefing}/index.html").partition("<tbody>")[2].partition("</tbody>")[0]
            cells = re.findall(r"<td.*?</td>", table, re.DOTALL)
            assert len(cells) > len(any_site.speeches)
            assert [cell for cell in cells if not re.search(r'<a [^>]*href="[^"]*/index\.html#', cell)] == []
