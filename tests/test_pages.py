"""The built pages, in a real browser and under the validators that the web has for them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT, SITE, TYPES, follow, real_site, require, writer
from playwright.sync_api import Browser, Page

S = SITE
PAGES = sorted(path.relative_to(S).as_posix() for path in S.rglob("*.html"))
FIXED = [name for name in PAGES if not name.endswith("404.html")]
"""The pages that have an address of their own, wherever the site stands."""
LANGUAGES = ["zh", "en"]
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_no_page_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in PAGES:
        page.goto(f"{address}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name


@pytest.mark.parametrize("where", ["sub-path", "root", "disk"])
def test_no_page_asks_for_anything_from_elsewhere_or_against_its_policy(
    page: Page, address: str, root_address: str, where: str
) -> None:
    base = {"sub-path": address, "root": root_address, "disk": S.as_uri()}[where]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(f"console: {message.text}"))
    for name in PAGES if where == "root" else FIXED:
        page.goto(f"{base}/{name}")
        assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none", f"{name} is unstyled"
    assert len(asked) > len(PAGES)
    assert [url for url in asked if not url.startswith(base)] == []


@pytest.mark.parametrize(("file", "found"), [("404.html", [1, 1]), ("zh/404.html", [1, 0]), ("en/404.html", [0, 1])])
def test_a_missing_page_at_any_depth_leads_back_in_its_languages(
    page: Page, root_address: str, file: str, found: list[int]
) -> None:
    page.route("**/nowhere/", lambda route: route.fulfill(status=404, path=S / file, content_type="text/html"))
    page.goto(f"{root_address}/en/guangan-2023/nowhere/")
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"
    assert [page.locator(f"main [lang={tag}] a").count() for tag in ("zh-Hans", "en")] == found
    follow(page.locator("main section a").last)
    assert page.url == f"{root_address}/{'en' if found[1] else 'zh'}/index.html"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_measure_and_entity_is_there_without_script(browser: Browser, address: str, language: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        for loaded in real_site().speeches:
            speech = loaded.record
            page.goto(f"{address}/{language}/guangan-2023/{speech.place}/index.html")
            for figure in speech.figures.values():
                row = page.locator(f"#f-{figure.id}").inner_text()
                assert writer(language)(figure) in row
                assert figure.stated in row
            anchors = [f"m-{measure.id}" for measure in speech.measures] + [f"e-{entity}" for entity in speech.entities]
            assert [anchor for anchor in anchors if page.locator(f"#{anchor}").count() != 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_eight_rows_and_six_columns_are_seen_at_once(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/{language}/guangan-2023/index.html")
    bottoms = page.eval_on_selector_all(
        ".comparison tbody tr", "rows => rows.map(row => row.getBoundingClientRect().bottom)"
    )
    rights = page.eval_on_selector_all(
        ".comparison thead th", "heads => heads.map(head => head.getBoundingClientRect().right)"
    )
    assert len(bottoms) == len(real_site().speeches) == 8
    assert max(bottoms) <= 800
    assert len([right for right in rights if right <= 1280]) - 1 >= 6


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_cell_leads_to_its_place_on_the_district_page(page: Page, address: str, language: str) -> None:
    page.goto(f"{address}/{language}/guangan-2023/index.html")
    cells = page.eval_on_selector_all(
        ".comparison tbody td", "cells => cells.map(cell => cell.querySelectorAll('a[href*=\"index.html#\"]').length)"
    )
    assert len(cells) > 100
    assert min(cells) >= 1
    links = page.eval_on_selector_all(".comparison tbody a", "links => links.map(link => link.href)")
    for place in {link.partition("#")[0] for link in links}:
        page.goto(place)
        for fragment in {link.partition("#")[2] for link in links if link.startswith(place + "#")}:
            assert page.locator(f"[id='{fragment}']").count() == 1, f"{place}#{fragment}"


def test_the_district_without_targets_says_so(page: Page, address: str) -> None:
    page.goto(f"{address}/en/guangan-2023/wusheng/index.html")
    assert "states no figure" in page.locator("main").inner_text()
    page.goto(f"{address}/en/guangan-2023/index.html")
    row = page.locator("tr", has=page.get_by_role("rowheader", name="Wusheng")).inner_text()
    assert row.count("not stated") >= 10


@pytest.mark.parametrize("name", [name for name in FIXED if "/" in name])
def test_the_language_switch_leads_to_the_same_page(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/{name}")
    other = next(code for code in LANGUAGES if not name.startswith(code))
    follow(page.locator(".languages a.twin"))
    assert page.url == f"{address}/{other}/{name.partition('/')[2]}"


def test_the_site_opens_from_a_disk(page: Page) -> None:
    page.goto(f"{S.as_uri()}/index.html")
    follow(page.get_by_role("link", name="English").last)
    follow(page.get_by_role("rowheader", name="Huaying").get_by_role("link"))
    assert page.get_by_role("heading", level=1).inner_text().startswith("Huaying City")


LOOKS: list[dict[str, Any]] = [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}]
STATES = {
    "side by side": ("guangan-2023/index.html?places=huaying,guangan-etdz,gaozhu", "document.readyState"),
    "sorted and filtered": ("guangan-2023/index.html?claim=plan&sort=projects-started", "document.readyState"),
    "found": ("search/index.html?q=能源", "new Promise(resolve => setTimeout(resolve, 300))"),
    "a term explained": ("guangan-2023/yuechi/index.html", "document.querySelector('.term').click()"),
    "a citation opened": ("guangan-2023/yuechi/index.html", "document.querySelector('details.cite').open = true"),
}
"""What a page becomes under a reader's hands: the address, and what is done there."""


def violations(page: Page, name: str) -> list[str]:
    results = Axe().run(page, options={"runOnly": {"type": "tag", "values": AXE_TAGS}})
    return [f"{name}: {each['id']}: {each['nodes'][0]['html']}" for each in results.response["violations"]]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: next(iter(look.values())))
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_type_of_page(
    browser: Browser, root_address: str, look: dict[str, Any], width: int
) -> None:
    found = []
    with browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True, **look) as context:
        page = context.new_page()
        for name in TYPES:
            page.goto(f"{root_address}/{name}")
            found += violations(page, name)
        for state, (name, deed) in STATES.items():
            page.goto(f"{root_address}/zh/{name}")
            page.evaluate(deed)
            found += violations(page, state)
    assert found == []


def test_the_html_is_valid() -> None:
    checker = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
    require(checker.is_file() and shutil.which("java"), "the Nu HTML checker is not installed (npm install vnu-jar)")
    command = ["java", "-jar", str(checker), "--skip-non-html", "--format", "json", "--stdout", str(S)]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)["messages"]
    # It takes 'self' to exclude files, and data blocks to be scripts; Chromium, above, proves the policy itself.
    assert [each for each in said if "violates Content Security Policy" not in each["message"]] == []


def test_no_link_or_fragment_is_broken() -> None:
    lychee = Path(sys.executable).with_name("lychee")
    require(lychee.is_file(), "lychee is not installed (make test installs it)")
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "json", "--index-files", "index.html"]
    remap = f"{re.escape(real_site().settings.base_url)}(.*) file://{S}/$1"
    command = [str(lychee), *options, "--root-dir", str(S), "--remap", remap, *(str(S / name) for name in PAGES)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    said = json.loads(run.stdout)
    assert (run.returncode, said["error_map"]) == (0, {})
    assert said["total"] > 2000


@pytest.mark.parametrize("name", PAGES)
def test_no_address_inside_the_site_is_absolute(name: str) -> None:
    html = (S / name).read_text("utf-8")
    assert not re.search(r'(?:href|src)="(?:/|https?:)', html.partition("<body")[2])
    assert "javascript:" not in html
    assert "default-src 'none'" in html


def test_every_run_of_the_other_language_says_so(page: Page, address: str) -> None:
    """Han on an English page, and a run of English words on a Chinese one."""
    runs = """pattern => {
      const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node; (node = walk.nextNode()); ) {
        if (node.parentElement.closest('script')) continue;
        const own = node.parentElement.closest('[lang]').lang.startsWith(pattern.lang);
        if (own && new RegExp(pattern.run).test(node.data)) found.push(node.data.trim().slice(0, 60));
      }
      return found;
    }"""
    foreign = {"en": "[\u3400-\u9fff]", "zh": "(?:[A-Za-z]{2,}[ ,]+){3}[A-Za-z]{2,}"}
    unmarked = {}
    for name in PAGES:
        page.goto(f"{address}/{name}")
        for language, run in foreign.items():
            unmarked[name, language] = page.evaluate(runs, {"lang": language, "run": run})
    assert {name: found for name, found in unmarked.items() if found} == {}
