"""What the tests share: whole small sites, the real one, the command line as a function, and tools CI must have."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest
from babel import Locale

from briefing.content.load import load
from briefing.content.site import Site
from briefing.i18n.catalogs import load_catalogs
from briefing.i18n.figures import Writer
from briefing.pages import pages
from tests.support.browser import follow as follow
from tests.support.command import Outcome as Outcome
from tests.support.command import run as run
from tests.support.paths import ROOT as ROOT
from tests.support.paths import SITES as SITES
from tests.support.paths import tree as tree
from tests.support.project import Project, copy_minimal
from tests.support.tools import require as require

pytest_plugins = ["tests.support.browser", "tests.support.hosts", "tests.support.sample"]

SITE = ROOT / "site"
"""The site that is published."""


@functools.cache
def real_site() -> Site:
    """The site that is published."""
    site, problems = load(ROOT / "content")
    assert site, problems
    return site


@functools.cache
def writer(language: str) -> Writer:
    """What writes figures on its pages."""
    site = real_site()
    catalogs, _ = load_catalogs(ROOT / "templates", site.languages)
    locale = next(each.locale for each in site.languages if each.code == language)
    return Writer(Locale.parse(locale), language, catalogs[language], site.units)


class Workplace(Project):
    """The old names, until every test has moved."""

    edit = Project.replace
    desk = Project.run_editor
    without_beta = Project.remove_beta


@pytest.fixture
def minimal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Workplace:
    """Copy the smallest whole site, with templates of its own, into the working directory."""
    monkeypatch.chdir(tmp_path)
    copy_minimal(tmp_path)
    return Workplace(tmp_path, capsys)


def heaviest(site: Path) -> dict[str, str]:
    """The file of one page of each type and language, the heaviest, with its template."""
    everything = list(pages(real_site()))
    ascending = sorted(everything, key=lambda page: (site / page.file).stat().st_size)
    largest = {(page.template, page.language and page.language.code): page.file for page in ascending}
    return {page.file: page.template for page in everything if page.file in largest.values()}


TYPES = sorted(heaviest(SITE))
"""The heaviest page of each template in each language, and those that all languages share."""
