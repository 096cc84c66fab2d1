"""The log of changes: no value of a figure changes without a word, and readers find each entry by an address."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from conftest import ROOT, Workplace, real_site

from briefing.content.documents import Document
from briefing.content.model import Change
from briefing.content.site import Loaded
from briefing.i18n.catalogs import load_catalogs
from briefing.pages.changes import changes
from briefing.render.renderer import Renderer

ALPHA, BETA = "content/demo-2030/alpha.yaml", "content/demo-2030/beta.yaml"
LOG, REVIEWS = "content/demo-2030/changes.yaml", "content/demo-2030/reviews.yaml"
NAMES = {"a": "http://www.w3.org/2005/Atom"}


def restate(minimal: Workplace, before: int, after: int) -> None:
    """Change a figure as the source and both of its entries have it."""
    minimal.edit(ALPHA, f"value: {before}\n", f"value: {after}\n")
    for file in (ALPHA, "content/demo-2030/source.yaml"):
        minimal.edit(file, f'"{before}个以上"', f'"{after}个以上"')


def accept(minimal: Workplace) -> None:
    outcome = minimal.desk("accept", "new-projects", "--reviewer=R. Reader", "--date=2020-02-03")
    assert (outcome.status, outcome.err) == (0, "")


def warnings(minimal: Workplace) -> list[str]:
    return re.findall(r"warning\[(unlogged-change|logged-in-vain)\]", minimal.run("check").err)


def log(minimal: Workplace, name: str, date: str, figures: str = "") -> None:
    """Write an entry above the others."""
    path = minimal.folder / LOG
    rest = f", figures: {figures}" if figures else ""
    entry = f'- {{id: {name}, date: "{date}", text: {{zh: 更正。, en: A correction.}}{rest}}}\n'
    path.write_text(entry + path.read_text("utf-8"), "utf-8")


def had(minimal: Workplace) -> str:
    line = re.search(r"figures/new-projects: .*", (minimal.folder / REVIEWS).read_text("utf-8"))
    found = re.search(r'"values": \[(.*?)\]', line[0] if line else "")
    return found[1] if found else ""


def test_a_changed_value_that_the_log_does_not_name_is_said_with_what_to_add(minimal: Workplace) -> None:
    restate(minimal, 90, 95)
    err = minimal.run("check").err
    assert f"{ALPHA}:11:5: warning[unlogged-change]: the value was at-least 90 project, is at-least 95 project," in err
    assert "demo-2030/changes.yaml does not say so" in err
    assert 'add at its top: - {id: …, date: "…", text: {zh: …, en: …}, figures: {alpha: [new-projects]}}\n' in err


def test_an_entry_that_names_the_figure_clears_it_for_good(minimal: Workplace) -> None:
    restate(minimal, 90, 95)
    log(minimal, "second", "2030-02-01", "{alpha: [new-projects]}")
    assert warnings(minimal) == []
    accept(minimal)
    assert warnings(minimal) == []


def test_accepting_the_figure_does_not_make_up_for_the_entry(minimal: Workplace) -> None:
    restate(minimal, 90, 95)
    accept(minimal)
    assert had(minimal) == '"at-least 90 project", "at-least 95 project"'
    assert warnings(minimal) == ["unlogged-change"]
    log(minimal, "second", "2030-02-01", "{alpha: [funds]}")
    assert sorted(warnings(minimal)) == ["logged-in-vain", "unlogged-change"]


def test_each_change_needs_an_entry_and_going_back_is_one(minimal: Workplace) -> None:
    restate(minimal, 90, 95)
    accept(minimal)
    restate(minimal, 95, 90)
    log(minimal, "second", "2030-02-01", "{alpha: [new-projects]}")
    said = "the value was at-least 90 project, then at-least 95 project, is at-least 90 project, and"
    assert f"{said} demo-2030/changes.yaml says so 1 of 2 times" in minimal.run("check").err
    log(minimal, "third", "2030-02-01", "{alpha: [new-projects]}")
    assert warnings(minimal) == []
    accept(minimal)
    assert warnings(minimal) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [("value: 90\n", "value: 91\n"), ("bound: at-least", "bound: more-than"), ("unit: project", "unit: cny")],
)
def test_a_value_is_a_number_a_bound_and_a_unit(minimal: Workplace, before: str, after: str) -> None:
    minimal.edit(ALPHA, before, after)
    assert warnings(minimal) == ["unlogged-change"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("period: 2030\n", "period: 2030-Q1\n"),
        ("claim: target", "claim: plan"),
        ("at: 1\n  funds", "at: 1\n    scope: {zh: 工业项目, en: Industrial projects}\n  funds"),
        ("value: 38.76 billion", "value: 38760 million"),
    ],
)
def test_nothing_else_of_a_figure_is_its_value(minimal: Workplace, before: str, after: str) -> None:
    minimal.edit(ALPHA, before, after)
    assert warnings(minimal) == []
    minimal.desk("accept", "new-projects", "--reviewer=R. Reader")
    assert had(minimal) == '"at-least 90 project"'


def test_a_range_changes_at_either_end(minimal: Workplace) -> None:
    minimal.edit(BETA, "high: 4", "high: 5")
    assert f"{BETA}:11:5: warning[unlogged-change]: the value was range 2–4 project" in minimal.run("check").err


def test_a_review_from_before_values_were_kept_begins_with_the_present_one(minimal: Workplace) -> None:
    path = minimal.folder / REVIEWS
    path.write_text(re.sub(r' "values": \[.*?\],', "", path.read_text("utf-8")), "utf-8")
    restate(minimal, 90, 95)
    assert warnings(minimal) == []
    accept(minimal)
    assert had(minimal) == '"at-least 95 project"'


def test_a_figure_that_was_never_accepted_has_not_changed(minimal: Workplace) -> None:
    (minimal.folder / REVIEWS).unlink()
    restate(minimal, 90, 95)
    assert warnings(minimal) == []


def test_without_a_log_every_change_is_unlogged(minimal: Workplace) -> None:
    (minimal.folder / LOG).unlink()
    assert minimal.run("build").status == 0
    assert not list(minimal.output.rglob("changes.xml"))
    assert (minimal.output / "en/demo-2030/changes/index.html").is_file()
    restate(minimal, 90, 95)
    assert warnings(minimal) == ["unlogged-change"]


def test_an_entry_names_figures_of_places_that_spoke(minimal: Workplace) -> None:
    places = minimal.folder / "content/places.yaml"
    known = places.read_text("utf-8")
    places.write_text(known + known.partition("beta:")[0].replace("alpha:", "gamma:"), "utf-8")
    log(minimal, "second", "2030-02-01", "{gamma: [new-projects]}")
    err = minimal.run("check").err
    assert "error[change-of-no-figure]: gamma did not speak in demo-2030; known are: alpha, beta" in err


def test_an_entry_is_reviewed_by_its_id(minimal: Workplace) -> None:
    minimal.edit(LOG, "en: Published for the first time.", "en: First published.")
    assert "error[stale-translation]" in minimal.run("check").err
    assert minimal.desk("accept", "first", "--reviewer=R").status == 0
    assert minimal.run("check", "--strict").status == 0


def feed(minimal: Workplace, language: str) -> ET.Element:
    assert minimal.run("build").status == 0
    path = minimal.output / language / "demo-2030" / "changes.xml"
    return ET.fromstring(path.read_bytes())  # noqa: S314 - our own file


@pytest.mark.parametrize(("language", "tag", "text"), [("zh", "zh-Hans", "更正。"), ("en", "en", "A correction.")])
def test_the_feed_is_atom_in_each_language(minimal: Workplace, language: str, tag: str, text: str) -> None:
    log(minimal, "second", "2030-02-01")
    root = feed(minimal, language)
    home = f"https://sample.example/sub/{language}/demo-2030/"
    assert root.tag == f"{{{NAMES['a']}}}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == tag
    assert root.findtext("a:id", "", NAMES) == f"{home}changes/"
    assert root.findtext("a:updated", "", NAMES) == "2030-02-01T00:00:00Z"
    assert root.findtext("a:author/a:name", "", NAMES)
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", NAMES)}
    assert links == {"self": f"{home}changes.xml", "alternate": f"{home}changes/"}
    first = root.find("a:entry", NAMES)
    assert first is not None
    assert first.findtext("a:content", "", NAMES) == text
    assert all(first.findtext(f"a:{name}", "", NAMES) for name in ("title", "updated"))


def test_ids_and_dates_of_entries_last_and_the_newest_comes_first(minimal: Workplace) -> None:
    def entries() -> list[tuple[str, str]]:
        found = feed(minimal, "en").findall("a:entry", NAMES)
        return [(each.findtext("a:id", "", NAMES), each.findtext("a:updated", "", NAMES)) for each in found]

    before = entries()
    assert before == [("https://sample.example/sub/en/demo-2030/changes/#c-first", "2030-01-03T00:00:00Z")]
    log(minimal, "second", "2030-02-01")
    assert [name.partition("#")[2] for name, _ in entries()] == ["c-second", "c-first"]
    assert entries()[1:] == before
    page = (minimal.output / "en/demo-2030/changes/index.html").read_text("utf-8")
    assert page.index("second") < page.index("first")


def test_markup_in_an_entry_does_not_break_the_feed(minimal: Workplace) -> None:
    minimal.edit(LOG, "zh: 首次发布。, en: Published for the first time.", 'zh: "发布<b>&]]>", en: "<b>&]]>"')
    root = feed(minimal, "en")
    assert root.findtext("a:entry/a:content", "", NAMES) == "<b>&]]>"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_shows_each_entry_with_its_figures_as_they_are_now(language: str) -> None:
    site = real_site()
    new = {"id": "a-correction", "date": "2026-12-24", "text": {"zh": "更正。", "en": "A correction."}}
    entry = Change.model_validate({**new, "figures": {"huaying": ["new-projects"]}})
    log = Loaded((entry, *site.briefings[0].changes), Document("changes.yaml"), "guangan-2023/changes.yaml")
    site = replace(site, briefings=(replace(site.briefings[0], log=log),))
    catalogs, _ = load_catalogs(ROOT / "templates", site.languages)
    spoken = next(each for each in site.languages if each.code == language)
    page = replace(next(changes(site)), language=spoken)
    html = Renderer(site, ROOT / "templates", catalogs, site.settings.base_url).render(page).decode()
    assert re.findall(r'id="c-([a-z-]+)"', html) == ["a-correction", "first-edition"]
    assert '<time datetime="2026-12-24">' in html
    assert {"zh": "90个以上", "en": "at least 90 projects"}[language] in html
    assert 'href="../huaying/index.html#f-new-projects"' in html
    assert re.search(r'<link rel="alternate" type="application/atom\+xml" [^>]*href="../changes.xml">', html)
