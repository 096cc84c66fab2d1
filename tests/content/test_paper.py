"""The site that is published, on paper: few sheets hold every figure."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.built import BuiltSite
from tests.support.paper import printout, squeezed

MOST_SHEETS, MOST_OF_A_COMPARISON = 2, 6
MANY_FIGURES, MANY_PLACES = 50, 8
"""A speech of more figures, or a comparison of more places, may take more sheets."""


@pytest.mark.slow
def test_a_speech_is_two_sheets_and_a_comparison_six(
    page: Page, published: BuiltSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counts: dict[str, int] = {}
    for speech in published.speeches:
        for language in published.languages:
            name = speech.page(language)
            sheets = printout(page, f"{published.folder.as_uri()}/{name}", tmp_path / "page.pdf")
            records = [record for each, _, record in published.records if each == speech]
            figures = [squeezed(record[f"as_written_{language}"]) for record in records]
            assert [figure for figure in figures if figure not in sheets.text] == [], name
            counts[name] = sheets.count
            assert sheets.count <= MOST_SHEETS or len(figures) > MANY_FIGURES, name
    for briefing in published.briefings:
        for language in published.languages:
            name = f"{language}/{briefing}/index.html"
            sheets = printout(page, f"{published.folder.as_uri()}/{name}", tmp_path / "page.pdf")
            counts[name] = sheets.count
            assert (
                sheets.count <= MOST_OF_A_COMPARISON
                or len(published.yaml(f"{briefing}/briefing")["places"]) > MANY_PLACES
            )
    with capsys.disabled():
        print("\nsheets of A4:", ", ".join(f"{name} {count}" for name, count in counts.items()))
